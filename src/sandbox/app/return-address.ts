import type { FlowView } from '../records/flow-view.js';

/**
 * Where a page opened at top level goes at the end, with the result as the host can read it; undefined without a
 * redirect address.
 */
export function returnAddress({ redirectUri, inquiryId, referenceId, status }: FlowView): URL | undefined {
  if (!redirectUri) return undefined;
  const address = new URL(redirectUri);
  address.searchParams.set('inquiry-id', inquiryId);
  if (referenceId) address.searchParams.set('reference-id', referenceId);
  address.searchParams.set('status', status);
  return address;
}
