import type { FlowView } from '../records/flow-view.js';

/** Where a page opened at top level goes at the end, with the result as the host can read it; null without a redirect address. */
export function returnAddress({ redirectUri, inquiryId, referenceId, status }: FlowView): URL | null {
  if (!redirectUri) return null;
  const address = new URL(redirectUri);
  address.searchParams.set('inquiry-id', inquiryId);
  if (referenceId) address.searchParams.set('reference-id', referenceId);
  address.searchParams.set('status', status);
  return address;
}
