import type { ReactiveElement } from 'lit';
import type { Addresses } from '../../adapters/addresses.js';
import type { HostAccess } from '../../adapters/host-fetch.js';
import type { AccountId } from '../../core/account-id.js';
import type { AvailablePhoneNumber, NumbersAnswer, PurchaseAnswer } from '../../core/shop/number-contracts.js';
import type { NumbersQuery } from '../../core/shop/numbers-query.js';
import type { Order } from '../../core/shop/purchase.js';
import type { OwnLabels } from '../../locales/labels.js';

/** Finds numbers; stands in for the numbers endpoint. */
export type SearchFunction = (query: NumbersQuery, options: { signal: AbortSignal }) => Promise<NumbersAnswer>;

/**
 * Buys an order; stands in for the purchase endpoint. May be called again with the same key after a lost answer, and
 * must then give the first answer instead of buying again. Reject with an error whose `code` is
 * `verification_required`, `number_unavailable`, `payment_required`, `plan_limit`, `address_required`,
 * `bundle_required` or `rate_limited` when it is certain that nothing was bought.
 */
export type PurchaseFunction = (
  order: Order,
  options: { idempotencyKey: string; signal: AbortSignal },
) => Promise<PurchaseAnswer>;

/** The shop's element as its runtime knows it: what the page has set, and where it renders. */
export interface ShopElement extends ReactiveElement, Addresses, HostAccess {
  readonly account: AccountId;
  readonly country: string | null;
  readonly mode: 'single' | 'pool';
  query: NumbersQuery | Record<string, string> | null;
  readonly numbers: AvailablePhoneNumber[] | null;
  readonly search: SearchFunction | null;
  readonly purchase: PurchaseFunction | null;
  readonly labels: OwnLabels | null;
  /** The countries on offer. */
  readonly offeredCountries: string[];
  /** The country that is chosen now. */
  readonly shownCountry: string;
}
