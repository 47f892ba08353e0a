import type { ConfirmedOrder, Receipt } from '../../../core/shop/order.js';
import { LcEvent } from '../first/lc-event.js';

/** Numbers were bought. Told once for an order, by its `id`. */
export class LcPurchasedEvent extends LcEvent<{ order: ConfirmedOrder; receipt: Receipt }> {
  static readonly type = 'purchased';
  constructor(detail: { order: ConfirmedOrder; receipt: Receipt }) {
    super(LcPurchasedEvent.type, detail);
  }
}
