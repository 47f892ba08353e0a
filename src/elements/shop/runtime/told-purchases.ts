import { textOf } from '../../../core/account-id.js';
import type { Intent, Receipt } from '../../../core/shop/order.js';
import { LcPurchasedEvent } from '../../events/shop/purchased-event.js';
import { orders } from '../orders.js';
import type { ShopElement } from '../shop-element.js';

/** The shops on this page. */
export const present = new Set<ShopElement>();

/** Orders whose purchase this page was told of: a shop that was taken out may hear the answer, and so may the next. */
const told = new Set<string>();

/**
 * Tells this page of a purchase, once. `own` is how the shop tells that has brought it about; when it has left the
 * page, another one of the account does, or else the document.
 */
export function tellPurchase(
  shop: ShopElement,
  { id, order }: Pick<Intent, 'id' | 'order'>,
  receipt: Receipt,
  own: (event: LcPurchasedEvent) => void,
): void {
  if (told.has(id)) return;
  told.add(id);
  const event = () => new LcPurchasedEvent({ order: { ...order, id }, receipt });
  if (shop.isConnected) own(event());
  else ([...present].find(({ account }) => textOf(account) === order.account) ?? document).dispatchEvent(event());
  orders.dispatchEvent(event());
}
