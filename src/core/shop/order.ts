import type { AvailablePhoneNumber, PurchaseAnswer } from './number-contracts.js';

/** One number of an order, with what the host needs to buy it at its carrier. */
export interface OrderedNumber {
  /** E.164. */
  phoneNumber: string;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  numberType: 'local' | 'tollFree' | 'mobile';
  locality: string | null;
  region: string | null;
  /** Ties the purchase to the search result; see the LC Phone API. */
  fingerprintId: string | null;
}

/** What the person wants to buy. */
export interface Order {
  account: string;
  numbers: OrderedNumber[];
  /** Present when the numbers form a pool. */
  pool?: { name: string };
}

/** An order with what was shown of its numbers when they were chosen: names, prices, requirements. */
export interface Draft {
  order: Order;
  offers: AvailablePhoneNumber[];
}

/** A confirmed order with the key that makes it happen once. The key exists as long as the intent does. */
export interface Intent extends Draft {
  /** The order's own id, which everybody may know. */
  id: string;
  /**
   * What makes it happen once; a secret between this site and its server. Empty for an order that another device has
   * confirmed: this one never sends it.
   */
  idempotencyKey: string;
  /** When the person was last at it, in milliseconds since 1970. */
  touchedAt: number;
  /** The screen on which the person confirmed it said that the host may keep it until the approval. */
  mayWait?: boolean | undefined;
}

/** An order that was confirmed, by its id: the same on every page that shows it. */
export interface ConfirmedOrder extends Order {
  /** The order's own id. */
  id: string;
}

/** What became of an order, number by number. */
export interface Receipt {
  numbers: PurchaseAnswer['numbers'];
}
