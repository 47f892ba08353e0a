import type { AccountId } from '../../core/account-id.js';
import type { KnownOrder } from './orders/known-orders.js';

/**
 * The orders of this page, whichever shop shows them, and when none does any more: `purchased` once for an order, with
 * the same detail as a shop's own event, and `change` when one has begun, gone on or ended.
 */
class Orders extends EventTarget {
  /** The account's orders as this browser knows them, the latest first; those that have ended for a day. */
  async list(account: AccountId): Promise<KnownOrder[]> {
    return (await import('./orders/known-orders.js')).knownOrders(account);
  }
}

/** The one of this page. */
export const orders = new Orders();
