import * as z from 'zod/mini';
import { hostCode } from './errors.js';
import { fitNumbers, fitPurchase } from './number-contracts.js';
import type { KeptIntent, PurchaseOutcome } from './purchase.js';

const text = z.nullable(z.string());
const ordered = z.object({ phoneNumber: z.string(), countryCode: z.string(), numberType: z.string(), locality: text, region: text, fingerprintId: text });
const kept = z.object({ idempotencyKey: z.string(), touchedAt: z.number(), parked: z.boolean(), sent: z.boolean(), order: z.object({ account: z.string() }) });
const pool = z.optional(z.object({ name: z.string() }));

/**
 * What was kept of an intent, if it is one of ours: another version of this script, or anything else on this site, may have written
 * there. Something that does not fit is no intent.
 */
export function fitKept(value: unknown): KeptIntent | undefined {
  try {
    const { order, offers, outcome } = value as KeptIntent;
    const numbers = order.numbers.map((number) => z.parse(ordered, number) as KeptIntent['order']['numbers'][number]);
    if (numbers.length === 0) return undefined;
    const name = z.parse(pool, order.pool);
    return {
      ...z.parse(kept, value),
      order: { account: z.parse(kept, value).order.account, numbers, ...(name ? { pool: name } : {}) },
      offers: fitNumbers({ numbers: offers }, 'The storage').numbers,
      outcome: outcome && fitOutcome(outcome),
    };
  } catch {
    return undefined;
  }
}

function fitOutcome(outcome: PurchaseOutcome): PurchaseOutcome {
  if (outcome.type === 'answered') return { type: 'answered', answer: fitPurchase(outcome.answer, 'The storage') };
  return outcome.type === 'refused' ? { type: 'refused', code: hostCode(outcome.code) ?? 'purchase_failed' } : { type: 'ended' };
}
