import type { HostOrder } from './host-order.js';
import type { KeptIntent, Order } from './purchase.js';

/** Whether an intent under way is about the same numbers, so that confirming this draft means that intent. */
export const isSame = (kept: KeptIntent, { order: { numbers } }: { order: Pick<Order, 'numbers'> }): boolean =>
  !kept.outcome &&
  kept.order.numbers.length === numbers.length &&
  kept.order.numbers.every(({ phoneNumber }) => numbers.some((number) => number.phoneNumber === phoneNumber));

/** Whether the order may still be bought. */
export const isOpen = ({ status }: HostOrder): boolean => status === 'waiting' || status === 'buying';

/**
 * Whether the host's order is this intent: by its id, else by its numbers, where the host may know of it without our
 * knowing. One that was never sent is not what has ended there.
 */
export const isKeptAs = (kept: KeptIntent, order: HostOrder): boolean =>
  kept.id === order.id ||
  kept.held?.id === order.id ||
  (!kept.held && (isOpen(order) || kept.sent) && isSame(kept, { order }));
