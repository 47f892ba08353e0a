import type { CarrierBehaviour } from '../records/carrier-scenarios.js';
import type { StockNumber } from '../records/stock-number.js';

/** Why a number is not sold. */
export type RefusalReason =
  | 'invalid'
  | 'unavailable'
  | 'payment'
  | 'limit'
  | 'unverified'
  | 'address'
  | 'local-address'
  | 'foreign-address'
  | 'address-outside-bundle'
  | 'bundle';

/** A sale that does not take place; each carrier says it in its own words. */
export class SaleRefusal extends Error {
  override name = 'SaleRefusal';
  readonly reason: RefusalReason;
  /** The number in the stock, where there is one. */
  readonly number: StockNumber | undefined;

  constructor(reason: RefusalReason, number?: StockNumber) {
    super(`Not sold: ${reason}.`);
    this.reason = reason;
    this.number = number;
  }
}

/** What a buyer hands in for the regulator. */
export interface Papers {
  addressSid: string | null;
  /** The address's country, where the carrier knows the address. */
  addressCountry?: string | undefined;
  bundleSid: string | null;
}

/** What is missing before the number may be sold; undefined when nothing is. */
export function missingPaper(
  { address, bundle, country }: StockNumber,
  { addressSid, addressCountry, bundleSid }: Papers,
  { needsAddress, needsBundle }: CarrierBehaviour,
): RefusalReason | undefined {
  const abroad = addressCountry !== undefined && addressCountry !== country;
  const atHome = addressCountry !== undefined && addressCountry === country;
  if ((address !== 'none' || needsAddress) && !addressSid) return 'address';
  if ((bundle || needsBundle) && !bundleSid) return 'bundle';
  if (bundleSid && abroad) return 'address-outside-bundle';
  if (address === 'local' && abroad) return 'local-address';
  if (address === 'foreign' && atHome) return 'foreign-address';
  return undefined;
}
