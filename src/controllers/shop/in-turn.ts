import type { IntentPort } from '../../core/shop/intent-port.js';
import type { PurchaseEvent, PurchaseState } from '../../core/shop/purchase.js';
import { isSame } from '../../core/shop/same-order.js';
import { after } from '../deadline.js';

/** How long one tab waits for its turn to confirm, and how long another tab may take to see what was written. */
const turnDeadline = 500;
const settling = 50;

/**
 * Decides while no other tab does, and lets go only when the others can have seen what it wrote. Where nobody grants
 * that turn, it goes without.
 */
export function inTurn(intents: IntentPort, decide: () => void): Promise<void> {
  const turn = new AbortController();
  const { signal } = turn;
  const once = () => {
    if (signal.aborted) return;
    turn.abort();
    decide();
  };
  after(turnDeadline, signal, once);
  return intents.alone('confirming', () => {
    once();
    return new Promise((resolve) => after(settling, new AbortController().signal, resolve));
  });
}

/**
 * The person's "yes": to the intent that another tab has for the very same numbers, else to a new one. `mayWait`: as in
 * an intent.
 */
export function confirmed(state: PurchaseState, intents: IntentPort, now: number, mayWait: boolean): PurchaseEvent {
  const draft = state.status === 'reviewing' ? state.draft : undefined;
  const known = draft && intents.list(draft.order.account).find((kept) => isSame(kept, draft));
  return {
    type: 'confirm',
    id: known?.id ?? intents.newId(),
    idempotencyKey: known?.idempotencyKey ?? intents.newKey(),
    now,
    sent: known?.sent ?? false,
    mayWait,
  };
}
