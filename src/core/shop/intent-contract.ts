import { fitNumbers, fitPurchase } from './number-contracts.js';
import type { KeptIntent } from './purchase.js';

/**
 * What was kept of an intent, if it is one of ours: another version of this script, or anything else on this site, may
 * have written there. Something that does not fit is no intent.
 */
export function fitKept(value: unknown): KeptIntent | undefined {
  try {
    const kept = value as KeptIntent;
    const { order, offers, idempotencyKey, touchedAt, outcome } = kept;
    const source = 'The storage';
    fitNumbers(order, source);
    fitNumbers({ numbers: offers }, source);
    if (outcome?.type === 'answered') fitPurchase(outcome.answer, source);
    return idempotencyKey && touchedAt > 0 && order.account && order.numbers.length > 0 ? kept : undefined;
  } catch {
    return undefined;
  }
}
