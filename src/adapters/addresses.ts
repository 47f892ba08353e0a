/** The addresses of a host's endpoints as an element has them: one for all, or each alone. */
export interface Addresses {
  readonly api: string;
  readonly statusUrl?: string | null;
  readonly inquiryUrl?: string | null;
  readonly numbersUrl?: string | null;
  readonly placesUrl?: string | null;
  readonly purchaseUrl?: string | null;
  readonly ordersUrl?: string | null;
}

/**
 * Where an endpoint is: its own address, else below the one for all, under the property's name but for `purchases`;
 * undefined where neither is known.
 */
export const addressOf = (addresses: Addresses, name: Exclude<keyof Addresses, 'api'>): string | undefined =>
  addresses[name] || (addresses.api && `${addresses.api}/${name.slice(0, -3).replace(/e$/, 'es')}`) || undefined;
