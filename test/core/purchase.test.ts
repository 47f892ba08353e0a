import { describe, expect, it } from 'vitest';
import { keptFrom, written } from '../../src/core/shop/kept-intent.js';
import {
  initialPurchase,
  isUnsettled,
  type KeptIntent,
  type PurchaseEvent,
  type PurchaseState,
  patience,
  purchase,
} from '../../src/core/shop/purchase.js';
import { isSame } from '../../src/core/shop/same-order.js';
import {
  asking,
  draft,
  gating,
  intent,
  kept,
  now,
  ordered as number,
  purchasing,
  unconfirmed,
} from './order-examples.js';

const { order } = draft;
const confirm: PurchaseEvent = { type: 'confirm', id: 'order-1', idempotencyKey: 'key-2', now };
const passed: PurchaseEvent = { type: 'passed', now };
const left = (code: 'dismissed' | 'in_review' | 'declined'): PurchaseEvent => ({ type: 'left', code, now });
const answer = (status: 'purchased' | 'failed', code?: string): PurchaseEvent => ({
  type: 'answered',
  answer: { numbers: [{ phoneNumber: '+14155550101', status, code }] },
});
const refused = (code: Extract<PurchaseEvent, { type: 'refused' }>['code']): PurchaseEvent => ({
  type: 'refused',
  code,
});

const reviewing: PurchaseState = { status: 'reviewing', draft };
const failed: PurchaseState = { status: 'failed', intent, code: 'payment_required' };

describe('purchase', () => {
  it('goes from the choice to the receipt with one key', () => {
    const events: PurchaseEvent[] = [
      { type: 'choose', draft },
      { type: 'confirm', id: 'order-1', idempotencyKey: 'key-1', now },
      passed,
      answer('purchased'),
    ];
    const path: PurchaseState[] = [initialPurchase];
    for (const event of events) path.push(purchase(path.at(-1)!, event));
    expect(path.map(({ status }) => status)).toEqual(['browsing', 'reviewing', 'gating', 'purchasing', 'purchased']);
    expect(path.at(-1)).toMatchObject({ intent, receipt: { numbers: [{ status: 'purchased' }] } });
  });

  it.each<[PurchaseState, PurchaseEvent, PurchaseState['status']]>([
    [reviewing, { type: 'back' }, 'browsing'],
    [gating, left('dismissed'), 'reviewing'],
    [gating, left('in_review'), 'gating'],
    [gating, confirm, 'gating'],
    [purchasing, { type: 'lost' }, 'unconfirmed'],
    [purchasing, refused('unknown_outcome'), 'unconfirmed'],
    [purchasing, refused('verification_required'), 'gating'],
    [{ ...purchasing, refused: true }, refused('verification_required'), 'failed'],
    [purchasing, refused('number_unavailable'), 'browsing'],
    [purchasing, refused('payment_required'), 'failed'],
    [purchasing, refused('plan_limit'), 'failed'],
    [purchasing, refused('rate_limited'), 'failed'],
    [purchasing, answer('failed', 'number_unavailable'), 'browsing'],
    [purchasing, answer('failed', 'a_code_of_next_year'), 'failed'],
    [unconfirmed, answer('purchased'), 'purchased'],
    [unconfirmed, { type: 'waited' }, 'unconfirmed'],
    [purchasing, { type: 'waited' }, 'purchasing'],
    [unconfirmed, refused('number_unavailable'), 'browsing'],
    [unconfirmed, refused('payment_required'), 'failed'],
    [failed, confirm, 'gating'],
    [failed, { type: 'back' }, 'browsing'],
    [asking, confirm, 'gating'],
    [asking, { type: 'back' }, 'browsing'],
    [{ ...asking, sent: true }, confirm, 'unconfirmed'],
    [gating, { type: 'ended' }, 'browsing'],
    [gating, answer('purchased'), 'purchased'],
  ])('goes from %j on %j to %s', (state, event, status) => {
    expect(purchase(state, event).status).toBe(status);
  });

  it('repeats a refused purchase with the very same intent', () => {
    const again = purchase(purchase(purchasing, refused('verification_required')), passed);
    expect(again).toEqual({ status: 'purchasing', intent, refused: true, sent: false });
  });

  it('starts a new intent after a certain failure, with a key of its own', () => {
    expect(purchase(failed, confirm)).toMatchObject({ intent: { order, id: 'order-1', idempotencyKey: 'key-2' } });
  });

  it.each<PurchaseEvent>([{ type: 'back' }, { type: 'reset' }, confirm, { type: 'choose', draft }, left('dismissed')])(
    'keeps a purchase whose outcome is not known on %j',
    (event) => {
      for (const state of [purchasing, unconfirmed]) {
        expect(isUnsettled(state)).toBe(true);
        expect(purchase(state, event)).toBe(state);
      }
    },
  );

  it.each(['rate_limited', 'unauthorized', 'not_configured', 'unknown_outcome'] as const)(
    'takes %s for no answer once a purchase has been sent',
    (code) => {
      expect(purchase(unconfirmed, refused(code))).toMatchObject({ status: 'unconfirmed', code });
    },
  );

  it('says once that it takes longer than usual, and goes on saying it whatever a repeat tells', () => {
    const slow = purchase(unconfirmed, { type: 'waited' });
    expect(slow).toEqual({ ...unconfirmed, slow: true });
    expect(purchase(slow, { type: 'waited' })).toBe(slow);
    expect(purchase(slow, { type: 'lost' })).toBe(slow);
    expect(purchase(slow, refused('rate_limited'))).toEqual({ ...slow, code: 'rate_limited' });
    expect(purchase(unconfirmed, refused('rate_limited'))).toEqual({ ...unconfirmed, code: 'rate_limited' });
  });

  it('never drops an intent that may have been bought: leaving the gate asks', () => {
    const sent = purchase(unconfirmed, refused('verification_required'));
    expect(sent).toMatchObject({ status: 'gating', sent: true });
    for (const event of [left('dismissed'), { type: 'back' } as const])
      expect(purchase(sent, event)).toEqual({ status: 'asking', intent, sent: true });
    const again = purchase(sent, passed);
    expect(again).toMatchObject({ status: 'purchasing', sent: true });
    expect(purchase(again, refused('rate_limited')).status).toBe('unconfirmed');
  });

  it('shows a receipt when only a part was bought, and takes replacements for the rest of the pool', () => {
    const numbers = [
      { phoneNumber: '+14155550101', status: 'failed' as const, code: 'number_unavailable' },
      { phoneNumber: '+14155550102', status: 'purchased' as const },
    ];
    const pool = { ...intent, order: { ...order, pool: { name: 'Pool' } } };
    const bought = purchase({ ...purchasing, intent: pool }, { type: 'answered', answer: { numbers } });
    expect(bought).toMatchObject({ status: 'purchased', receipt: { numbers } });
    expect(purchase(bought, { type: 'replace' })).toEqual({
      status: 'browsing',
      replacing: { pool: { name: 'Pool' }, count: 1 },
    });
  });
});

describe('an intent of an earlier visit', () => {
  const resumed = (more: Partial<KeptIntent>, later: number) =>
    purchase(initialPurchase, { type: 'resumed', kept: { ...kept, ...more }, now: now + later });

  it.each<[Partial<KeptIntent>, number, object]>([
    [{}, patience, { status: 'gating', parked: false }],
    [{ parked: true }, patience, { status: 'gating', parked: true }],
    [{ sent: true }, patience, { status: 'unconfirmed' }],
    [{}, patience + 1, { status: 'asking', sent: false }],
    [{ parked: true }, patience + 1, { status: 'asking', sent: false }],
    [{ sent: true }, patience + 1, { status: 'asking', sent: true }],
  ])('%j goes on after %i ms as %j', (more, later, state) => {
    expect(resumed(more, later)).toMatchObject({ ...state, intent: { id: 'order-1', idempotencyKey: 'key-1' } });
  });

  it('disturbs nobody who is at something else', () => {
    for (const state of [reviewing, gating, purchasing, failed])
      expect(purchase(state, { type: 'resumed', kept, now })).toBe(state);
  });

  it('asks when the review of a page that stayed open took too long, and not when the person was in the dialog', () => {
    const late: PurchaseEvent = { type: 'passed', now: now + patience + 1 };
    expect(purchase({ ...gating, parked: true }, late).status).toBe('asking');
    expect(purchase(gating, late).status).toBe('purchasing');
  });

  it('is kept with what matters, and only while it is under way', () => {
    expect(keptFrom(gating)).toEqual(kept);
    expect(keptFrom(unconfirmed)).toEqual({ ...kept, sent: true });
    for (const state of [initialPurchase, reviewing, failed, asking]) expect(keptFrom(state)).toBeUndefined();
  });

  it('is recognised by its numbers until it has ended', () => {
    expect(isSame(kept, draft)).toBe(true);
    expect(isSame({ ...kept, outcome: { type: 'ended' } }, draft)).toBe(false);
    expect(
      isSame(kept, { ...draft, order: { ...order, numbers: [number, { ...number, phoneNumber: '+14155550102' }] } }),
    ).toBe(false);
  });

  it('is not ended by a tab that does not know that another one has sent it', () => {
    expect(written(initialPurchase, gating, () => ({ ...kept, sent: true }))).toBeUndefined();
    expect(written(initialPurchase, gating, () => kept)).toMatchObject({ outcome: { type: 'ended' } });
    expect(written({ ...gating, parked: true }, gating, () => ({ ...kept, sent: true }))).toMatchObject({
      parked: true,
      sent: true,
    });
    expect(
      written({ ...gating, parked: true }, gating, () => ({ ...kept, outcome: { type: 'ended' } })),
    ).toBeUndefined();
  });

  it('takes a refusal for no answer when another tab has sent it', () => {
    expect(purchase(purchasing, { type: 'refused', code: 'rate_limited', sent: true }).status).toBe('unconfirmed');
  });
});
