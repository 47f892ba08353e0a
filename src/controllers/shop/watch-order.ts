import type { PagePort } from '../../core/page-port.js';
import type { HostOrder } from '../../core/shop/host-order.js';
import type { Intent } from '../../core/shop/order.js';
import type { PurchasePort } from '../../core/shop/purchase-port.js';
import { repeatedly } from './repeatedly.js';
import { within } from './within.js';

/** How long the host may take to list its orders, or to cancel one, in milliseconds. */
export const answerPatience = 10_000;

/**
 * Reads where an order stands that the host keeps, again and again while somebody looks, and at once when they come
 * back. `heard` says whether there will be news soon. The result reads it now.
 */
export function watchOrder(
  port: PurchasePort,
  { id, order: { account } }: Intent,
  page: PagePort,
  signal: AbortSignal,
  heard: (order: HostOrder) => boolean,
): () => void {
  const read = async () => {
    const known = page.isHidden ? undefined : await within(answerPatience, port.readOrders(account, true));
    const order = known?.orders.find((each) => each.id === id);
    return Boolean(order && !signal.aborted && heard(order));
  };
  const now = repeatedly(read, page, signal);
  page.onReturn(signal, now);
  return now;
}
