import { describe, expect, it } from 'vitest';
import type { HostOrder } from '../../src/core/shop/host-order.js';
import {
  initialPurchase,
  type KeptIntent,
  type PurchaseOutcome,
  type PurchaseState,
  patience,
  purchase,
} from '../../src/core/shop/purchase.js';
import {
  answered,
  asking,
  draft,
  ended,
  gating,
  held,
  intent,
  kept,
  notSold,
  now,
  purchasing,
  refused,
  unconfirmed,
  waiting,
} from './order-examples.js';

describe('an intent of an earlier visit', () => {
  const resumed = (more: Partial<KeptIntent>, at = now, listedAs?: HostOrder['status'] | 'gone') =>
    purchase(initialPurchase, { type: 'resumed', kept: { ...kept, ...more }, now: at, listed: listedAs });

  it('shows how it has ended', () => {
    expect(resumed({ outcome: answered })).toMatchObject({ status: 'purchased', intent });
    expect(resumed({ outcome: { type: 'answered', answer: { numbers: [notSold] } } })).toEqual({
      status: 'failed',
      intent,
      code: 'purchase_failed',
    });
    expect(resumed({ outcome: refused })).toEqual({ status: 'failed', intent, code: 'payment_required' });
    expect(resumed({ outcome: ended })).toBe(initialPurchase);
  });

  it('goes on where it was', () => {
    expect(resumed({})).toEqual(gating);
    expect(resumed({ parked: true })).toEqual({ ...gating, parked: true });
    expect(resumed({ sent: true })).toEqual(unconfirmed);
    expect(resumed({ held })).toEqual({ ...waiting, intent: { ...intent, id: 'ord_1' } });
    expect(resumed({ held }, now, 'buying')).toMatchObject({ status: 'waiting', isBuying: true });
    expect(resumed({}, now + patience + 1)).toEqual(asking);
    expect(resumed({ sent: true }, now + patience + 1)).toEqual({ ...asking, sent: true });
  });

  it('waits at the host for as long as the host said and a minute more, unless the host still lists it', () => {
    const end = Date.parse(held.finishBy!);
    expect(resumed({ held }, end + 60_000).status).toBe('waiting');
    expect(resumed({ held }, end + 60_001).status).toBe('asking');
    expect(resumed({ held }, end + 60_001, 'waiting').status).toBe('waiting');
    expect(resumed({ held }, end + 60_001, 'gone').status).toBe('asking');
    expect(resumed({ held }, now + 1, 'gone').status).toBe('waiting');
    expect(resumed({ held: { id: 'ord_1' } }, now + patience + 1, 'gone').status).toBe('asking');
  });

  it('that is asked about is looked into when it was sent, and goes to the gate when it was not', () => {
    const confirm = { type: 'confirm', id: 'x', idempotencyKey: 'x', now: now + 1, mayWait: true } as const;
    const touched = { ...intent, touchedAt: now + 1, mayWait: true };
    expect(purchase({ ...asking, sent: true }, confirm)).toEqual({ ...unconfirmed, intent: touched });
    expect(purchase(asking, confirm)).toEqual({ ...gating, intent: touched });
  });
});

describe('an order that was not sold', () => {
  const pool = { name: 'Austin' };
  const pooled: PurchaseState = { ...purchasing, intent: { ...intent, order: { ...intent.order, pool } } };
  const no = (code: 'number_unavailable' | 'order_expired' | 'payment_required'): PurchaseOutcome => ({
    type: 'refused',
    code,
  });

  it('leads back to the search, with what was chosen', () => {
    expect(purchase(purchasing, no('number_unavailable'))).toEqual({
      status: 'browsing',
      notice: { code: 'number_unavailable', draft },
    });
    expect(purchase(pooled, no('order_expired'))).not.toHaveProperty('replacing');
    expect(purchase(pooled, no('payment_required'))).toMatchObject({ status: 'failed', code: 'payment_required' });
  });

  it('leaves its pool as many numbers short', () => {
    expect(purchase(pooled, no('number_unavailable'))).toMatchObject({ replacing: { pool, count: 1 } });
  });

  it('says why, where the host does, and asks for nothing twice', () => {
    const answer = (code?: string): PurchaseOutcome => ({
      type: 'answered',
      answer: { numbers: [{ ...notSold, code }] },
    });
    expect(purchase(purchasing, answer('payment_required'))).toMatchObject({ code: 'payment_required' });
    expect(purchase(purchasing, answer('the moon'))).toMatchObject({ code: 'purchase_failed' });
    expect(purchase(purchasing, answer())).toMatchObject({ code: 'purchase_failed' });
  });

  it('and was refused at the gate twice is looked into when it may have been bought', () => {
    const again: PurchaseOutcome = { type: 'refused', code: 'verification_required' };
    expect(purchase({ ...purchasing, refused: true }, again)).toEqual({
      status: 'failed',
      intent,
      code: 'verification_required',
    });
    expect(purchase({ ...purchasing, refused: true, sent: true }, again)).toEqual({ ...asking, sent: true });
    expect(purchase({ ...purchasing, refused: true }, { ...again, held })).toEqual({
      ...waiting,
      intent: { ...intent, id: 'ord_1' },
      refused: true,
    });
  });
});

describe('a purchase that lasts', () => {
  it('is slow once, and stays so whatever tells nothing', () => {
    const slow = purchase(unconfirmed, { type: 'waited' });
    expect(slow).toEqual({ ...unconfirmed, slow: true });
    expect(purchase(slow, { type: 'waited' })).toBe(slow);
    expect(purchase(purchasing, { type: 'waited' })).toBe(purchasing);
    expect(purchase(slow, { type: 'refused', code: 'rate_limited' })).toEqual({ ...slow, code: 'rate_limited' });
    expect(purchase(unconfirmed, { type: 'refused', code: 'rate_limited' })).toEqual({
      ...unconfirmed,
      code: 'rate_limited',
    });
    expect(purchase(slow, { type: 'lost' })).toBe(slow);
    expect(purchase({ ...purchasing, refused: true }, { type: 'lost' })).toEqual({ ...unconfirmed, refused: true });
  });

  it('at the host cannot be cancelled when that did not work', () => {
    const stuck = purchase(waiting, { type: 'cancelling', isStuck: true });
    expect(stuck).toEqual({ ...waiting, isStuck: true });
    expect(purchase(stuck, { type: 'cancelling', isStuck: true })).toBe(stuck);
    expect(purchase(stuck, { type: 'cancelling', isStuck: false })).toEqual(waiting);
  });

  it('at the host goes on here once the gate lets it pass, with its key and in time', () => {
    const passed = { type: 'passed', now } as const;
    expect(purchase(waiting, passed)).toEqual(purchasing);
    expect(purchase(waiting, { ...passed, now: Date.parse(held.finishBy!) + 60_001 })).toEqual(asking);
    for (const more of [{ refused: true }, { isBuying: true }, { intent: { ...intent, idempotencyKey: '' } }]) {
      const state = { ...waiting, ...more };
      expect(purchase(state, passed)).toBe(state);
    }
  });
});
