import type { CarrierName } from './sale.js';

/** What a carrier was asked for. */
export type CarrierCall =
  | 'search'
  | 'purchase'
  | 'list'
  | 'fetch'
  | 'update'
  | 'release'
  | 'pools'
  | 'addresses'
  | 'prices'
  | 'unknown';

/** A request that a local carrier received. */
export interface CarrierRequest {
  carrier: CarrierName;
  what: CarrierCall;
  /** By the stand-in's clock, in ms since 1970. */
  at: number;
  /** The location or account it was about; empty for one that names none. */
  account: string;
  /** The number to buy, or the country that was searched. */
  about: string;
  /** Status of the answer; null when the connection was cut. */
  status: number | null;
}
