import type { HeldOrder } from '../../src/core/shop/number-contracts.js';
import type { Intent, KeptIntent, PurchaseOutcome, PurchaseState } from '../../src/core/shop/purchase.js';

export const now = 1_800_000_000_000;
export const ordered = {
  phoneNumber: '+14155550101',
  countryCode: 'US',
  numberType: 'local',
  locality: null,
  region: 'CA',
  fingerprintId: 'fp',
} as const;
export const draft = {
  order: { account: 'loc_1', numbers: [ordered] },
  offers: [{ phoneNumber: ordered.phoneNumber }],
};
export const intent: Intent = { ...draft, id: 'order-1', idempotencyKey: 'key-1', touchedAt: now };
export const kept: KeptIntent = { ...intent, parked: false, sent: false };
export const held: HeldOrder = { id: 'ord_1', finishBy: new Date(now + 3_600_000).toISOString() };
export const sold = { phoneNumber: ordered.phoneNumber, status: 'purchased' as const };
export const notSold = { phoneNumber: ordered.phoneNumber, status: 'failed' as const };
export const answered: PurchaseOutcome = { type: 'answered', answer: { numbers: [sold] } };
export const refused: PurchaseOutcome = { type: 'refused', code: 'payment_required' };
export const ended: PurchaseOutcome = { type: 'ended' };

export const gating = {
  status: 'gating',
  intent,
  refused: false,
  parked: false,
  sent: false,
} as const satisfies PurchaseState;
export const waiting = {
  status: 'waiting',
  intent,
  held,
  refused: false,
  isBuying: false,
  isStuck: false,
} as const satisfies PurchaseState;
export const purchasing = {
  status: 'purchasing',
  intent,
  refused: false,
  sent: false,
} as const satisfies PurchaseState;
export const unconfirmed = { status: 'unconfirmed', intent, refused: false } as const satisfies PurchaseState;
export const asking = { status: 'asking', intent, sent: false } as const satisfies PurchaseState;
export const nothingStored = () => undefined;
