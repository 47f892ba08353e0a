import { describe, expect, it } from 'vitest';
import { initialPurchase, isUnsettled, purchase, type Order, type PurchaseEvent, type PurchaseState } from '../../src/core/purchase.js';

const order: Order = { account: 'loc_1', numbers: [{ phoneNumber: '+14155550101', countryCode: 'US', numberType: 'local', locality: null, region: 'CA', fingerprintId: 'fp' }] };
const intent = { order, idempotencyKey: 'key-1' };
const answer = (status: 'purchased' | 'failed', code?: string): PurchaseEvent => ({ type: 'answered', answer: { numbers: [{ phoneNumber: '+14155550101', status, code }] } });

const reviewing: PurchaseState = { status: 'reviewing', order };
const gating: PurchaseState = { status: 'gating', intent, refused: false, parked: false };
const purchasing: PurchaseState = { status: 'purchasing', intent, refused: false };
const unconfirmed: PurchaseState = { status: 'unconfirmed', intent, refused: false };
const failed: PurchaseState = { status: 'failed', intent, code: 'payment_required' };

describe('purchase', () => {
  it('goes from the choice to the receipt with one key', () => {
    const events: PurchaseEvent[] = [{ type: 'choose', order }, { type: 'confirm', idempotencyKey: 'key-1' }, { type: 'passed' }, answer('purchased')];
    const path = events.reduce<PurchaseState[]>((states, event) => [...states, purchase(states.at(-1)!, event)], [initialPurchase]);
    expect(path.map(({ status }) => status)).toEqual(['browsing', 'reviewing', 'gating', 'purchasing', 'purchased']);
    expect(path.at(-1)).toMatchObject({ intent, receipt: { numbers: [{ status: 'purchased' }] } });
  });

  it.each<[PurchaseState, PurchaseEvent, PurchaseState['status']]>([
    [reviewing, { type: 'back' }, 'browsing'],
    [gating, { type: 'left', code: 'dismissed' }, 'reviewing'],
    [gating, { type: 'left', code: 'in_review' }, 'gating'],
    [gating, { type: 'confirm', idempotencyKey: 'key-2' }, 'gating'],
    [purchasing, { type: 'lost' }, 'unconfirmed'],
    [purchasing, { type: 'refused', code: 'unknown_outcome' }, 'unconfirmed'],
    [purchasing, { type: 'refused', code: 'verification_required' }, 'gating'],
    [{ ...purchasing, refused: true }, { type: 'refused', code: 'verification_required' }, 'failed'],
    [purchasing, { type: 'refused', code: 'number_unavailable' }, 'browsing'],
    [purchasing, { type: 'refused', code: 'payment_required' }, 'failed'],
    [purchasing, answer('failed', 'number_unavailable'), 'browsing'],
    [purchasing, answer('failed', 'a_code_of_next_year'), 'failed'],
    [unconfirmed, answer('purchased'), 'purchased'],
    [unconfirmed, { type: 'refused', code: 'number_unavailable' }, 'browsing'],
    [failed, { type: 'confirm', idempotencyKey: 'key-2' }, 'gating'],
    [failed, { type: 'back' }, 'browsing'],
  ])('goes from %j on %j to %s', (state, event, status) => {
    expect(purchase(state, event).status).toBe(status);
  });

  it('repeats a refused purchase with the very same intent', () => {
    const again = purchase(purchase(purchasing, { type: 'refused', code: 'verification_required' }), { type: 'passed' });
    expect(again).toEqual({ status: 'purchasing', intent, refused: true });
  });

  it('starts a new intent after a certain failure, with a key of its own', () => {
    expect(purchase(failed, { type: 'confirm', idempotencyKey: 'key-2' })).toMatchObject({ intent: { order, idempotencyKey: 'key-2' } });
  });

  it.each<PurchaseEvent>([{ type: 'back' }, { type: 'reset' }, { type: 'confirm', idempotencyKey: 'key-2' }, { type: 'choose', order }, { type: 'left', code: 'dismissed' }])(
    'keeps a purchase whose outcome is not known on %j',
    (event) => {
      for (const state of [purchasing, unconfirmed]) {
        expect(isUnsettled(state)).toBe(true);
        expect(purchase(state, event)).toBe(state);
      }
    },
  );

  it('shows a receipt when only a part was bought', () => {
    const numbers = [
      { phoneNumber: '+14155550101', status: 'failed' as const, code: 'number_unavailable' },
      { phoneNumber: '+14155550102', status: 'purchased' as const },
    ];
    expect(purchase(purchasing, { type: 'answered', answer: { numbers } })).toMatchObject({ status: 'purchased', receipt: { numbers } });
  });
});
