import type { IntentPort } from '../../core/shop/intent-port.js';
import type { Intent, PurchaseEvent, PurchaseOutcome } from '../../core/shop/purchase.js';
import { refusalOf } from '../../core/shop/purchase-failure.js';
import type { PurchasePort } from '../../core/shop/purchase-port.js';
import { after } from '../deadline.js';

/** How long the host may take to answer a purchase before we say that we are checking. */
export const answerDeadline = 30_000;

/** Who hears what becomes of a request. */
interface Hearing {
  /** It need not be made: this is how the intent has ended. */
  ended(outcome: PurchaseOutcome): void;
  /** Its own answer. */
  answered(event: PurchaseEvent): void;
}

/**
 * One request, while no other tab makes one for the same intent. A request that hangs keeps the others off for as long
 * as we wait for it; its answer counts however late it comes, so it does not depend on the status that asked.
 */
export function buyOnce(
  port: PurchasePort,
  intents: IntentPort,
  intent: Intent & { parked: boolean },
  hearing: Hearing,
): Promise<void> {
  const { idempotencyKey } = intent;
  return intents.alone(idempotencyKey, async () => {
    const stored = intents.read(idempotencyKey);
    if (stored?.outcome) return hearing.ended(stored.outcome);
    intents.keep({ ...intent, sent: true });
    const answered = port.buy(intent).then(
      (answer): PurchaseEvent => ({ type: 'answered', answer }),
      (error: unknown) => refusalOf(error, stored?.sent),
    );
    const waiting = new AbortController();
    const late = new Promise<void>((resolve) => after(answerDeadline, waiting.signal, resolve));
    await Promise.race([answered.then(hearing.answered), late]);
    waiting.abort();
  });
}
