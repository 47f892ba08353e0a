import type { HostOrder } from './host-order.js';
import type { HeldOrder, PurchaseAnswer } from './number-contracts.js';
import type { KeptIntent, PurchaseOutcome } from './purchase-state.js';
import { isOpen } from './same-order.js';

/** What is kept of it with its intent. */
export const heldFrom = ({ id, finishBy }: HostOrder): HeldOrder => ({ id, ...(finishBy && { finishBy }) });

/**
 * What goes on here with an order of the host's list; `kept`: as this browser has it. Of another device's order only
 * what is to come is followed, or what was shown here before. `given up`: here, and the host has not heard of it.
 */
export function joinedTo(
  order: HostOrder,
  kept: KeptIntent | undefined,
  { account, now, isPutOff }: { account: string; now: number; isPutOff: boolean },
): KeptIntent | 'given up' | undefined {
  const { id, status, numbers, pool } = order;
  if (kept?.outcome) {
    if (kept.outcome.type !== 'ended') return undefined;
    if (status === 'waiting') return 'given up';
    // It was too late to cancel it.
    if (!kept.held || !isBought(order)) return undefined;
  }
  if (isPutOff ? isOpen(order) : !kept && !isOpen(order)) return undefined;
  const { outcome: _, ...intent } = kept ?? {
    order: { account, numbers, ...(pool && { pool }) },
    offers: [],
    idempotencyKey: '',
    touchedAt: now,
    parked: true,
    sent: false,
  };
  return { ...intent, id, held: heldFrom(order) };
}

const isBought = ({ status }: HostOrder): boolean => status === 'buying' || status === 'done';

/** How the order has ended, as a purchase would have; undefined while it is open. */
export function outcomeOf({ id, status, numbers, receipt, code }: HostOrder): PurchaseOutcome | undefined {
  const all = (): PurchaseAnswer['numbers'] => numbers.map(({ phoneNumber }) => ({ phoneNumber, status: 'purchased' }));
  switch (status) {
    case 'waiting':
    case 'buying':
      return undefined;
    case 'done':
      return { type: 'answered', answer: { numbers: receipt?.numbers ?? all(), order: { id } } };
    case 'failed':
      if (receipt && !code) return { type: 'answered', answer: receipt };
      return { type: 'refused', code: code ?? 'purchase_failed' };
    case 'expired':
    case 'cancelled':
      return { type: 'refused', code: `order_${status}` };
  }
}
