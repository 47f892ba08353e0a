import { describe, expect, it } from 'vitest';
import type { HostOrder } from '../../src/core/shop/host-order.js';
import { heldFrom, joinedTo, outcomeOf } from '../../src/core/shop/joined-order.js';
import { answered, ended, held, kept, notSold, now, ordered, refused, sold } from './order-examples.js';

const listed = (status: HostOrder['status'], more: Partial<HostOrder> = {}): HostOrder => ({
  id: 'ord_1',
  status,
  numbers: [ordered],
  ...more,
});

describe('what goes on with an order of the host’s list', () => {
  const here = { account: 'loc_1', now, isPutOff: false };

  it('is another device’s, as long as it is to come', () => {
    const joined = {
      id: 'ord_1',
      held: { id: 'ord_1' },
      order: { account: 'loc_1', numbers: [ordered] },
      offers: [],
      idempotencyKey: '',
      touchedAt: now,
      parked: true,
      sent: false,
    };
    expect(joinedTo(listed('waiting'), undefined, here)).toEqual(joined);
    expect(joinedTo(listed('buying', { finishBy: 'later', pool: { name: 'Austin' } }), undefined, here)).toEqual({
      ...joined,
      held: { id: 'ord_1', finishBy: 'later' },
      order: { ...joined.order, pool: { name: 'Austin' } },
    });
    for (const status of ['done', 'failed', 'expired', 'cancelled'] as const)
      expect(joinedTo(listed(status), undefined, here)).toBeUndefined();
  });

  it('is this browser’s with its key, whatever became of it', () => {
    for (const status of ['waiting', 'buying', 'done', 'failed'] as const)
      expect(joinedTo(listed(status), { ...kept, held }, here)).toEqual({
        ...kept,
        id: 'ord_1',
        held: { id: 'ord_1' },
      });
  });

  it('is none that has ended here, unless it was too late to cancel it', () => {
    const over = { ...kept, held, outcome: ended };
    const { outcome: _, ...open } = over;
    expect(joinedTo(listed('waiting'), over, here)).toBe('given up');
    for (const status of ['buying', 'done'] as const)
      expect(joinedTo(listed(status), over, here)).toEqual({ ...open, id: 'ord_1', held: { id: 'ord_1' } });
    expect(joinedTo(listed('failed'), over, here)).toBeUndefined();
    expect(joinedTo(listed('done'), { ...kept, outcome: ended }, here)).toBeUndefined();
    for (const outcome of [answered, refused])
      expect(joinedTo(listed('waiting'), { ...over, outcome }, here)).toBeUndefined();
  });

  it('is none that was put off, as long as it is to come', () => {
    const putOff = { ...here, isPutOff: true };
    expect(joinedTo(listed('waiting'), { ...kept, held }, putOff)).toBeUndefined();
    expect(joinedTo(listed('buying'), undefined, putOff)).toBeUndefined();
    expect(joinedTo(listed('done'), { ...kept, held }, putOff)).toMatchObject({ id: 'ord_1' });
    expect(joinedTo(listed('done'), undefined, putOff)).toMatchObject({ id: 'ord_1' });
  });

  it('is held under the host’s id', () => {
    expect(heldFrom(listed('waiting'))).toEqual({ id: 'ord_1' });
    expect(heldFrom(listed('waiting', { finishBy: 'later' }))).toEqual({ id: 'ord_1', finishBy: 'later' });
  });
});

describe('how an order of the host’s list has ended', () => {
  it.each([
    ['waiting', {}, undefined],
    ['buying', {}, undefined],
    ['done', {}, { type: 'answered', answer: { numbers: [sold], order: { id: 'ord_1' } } }],
    [
      'done',
      { receipt: { numbers: [notSold] } },
      { type: 'answered', answer: { numbers: [notSold], order: { id: 'ord_1' } } },
    ],
    ['failed', { receipt: { numbers: [notSold] } }, { type: 'answered', answer: { numbers: [notSold] } }],
    ['failed', { receipt: { numbers: [notSold] }, code: 'payment_required' }, refused],
    ['failed', { code: 'payment_required' }, refused],
    ['failed', {}, { type: 'refused', code: 'purchase_failed' }],
    ['expired', {}, { type: 'refused', code: 'order_expired' }],
    ['cancelled', {}, { type: 'refused', code: 'order_cancelled' }],
  ] as const)('%s with %j is %j', (status, more, expected) => {
    expect(outcomeOf(listed(status, more as Partial<HostOrder>))).toEqual(expected);
  });
});
