/** The addresses of a host's endpoints as an element has them: one for all, or each alone. */
export interface Addresses {
  readonly api: string;
  readonly statusUrl?: string | null;
  readonly inquiryUrl?: string | null;
  readonly numbersUrl?: string | null;
  readonly purchaseUrl?: string | null;
}

const paths = { statusUrl: 'status', inquiryUrl: 'inquiry', numbersUrl: 'numbers', purchaseUrl: 'purchases' };

/** Where an endpoint is: its own address, else below the one for all; undefined where neither is known. */
export const addressOf = (addresses: Addresses, name: keyof typeof paths): string | undefined =>
  addresses[name] || (addresses.api && `${addresses.api}/${paths[name]}`) || undefined;
