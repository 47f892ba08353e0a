import { describe, expect, it, vi } from 'vitest';
import { fitOrders } from '../../src/core/shop/host-order.js';
import { knownOrdersOf } from '../../src/core/shop/known-order.js';
import type { KeptIntent } from '../../src/core/shop/purchase.js';

const numbers = ['+14155550101', '+14155550102'].map((phoneNumber) => ({ phoneNumber, countryCode: 'US' }));
const listed = (status: string, more: object = {}) => ({ id: 'ord_1', status, numbers, ...more });
const sold = numbers.map(({ phoneNumber }) => ({ phoneNumber, status: 'purchased' as const }));

describe('the orders of a host', () => {
  it('are taken without one that does not fit, which is told, so that the others are not lost', () => {
    const leftOut = vi.fn();
    const waiting = listed('waiting', { id: 'ord_2' });
    const partly = listed('done', { receipt: { numbers: [sold[0]] } });
    const { orders, finish, isPartial } = fitOrders({ orders: [partly, { id: 3 }, waiting], finish: 60 }, leftOut);
    expect([orders.map(({ id }) => id), finish, isPartial]).toEqual([['ord_2'], 60, true]);
    expect(leftOut.mock.calls.map(([{ message }]) => message)).toEqual([
      expect.stringContaining('says nothing of +14155550102'),
      expect.stringContaining('id'),
    ]);
  });

  it('are not all of them when there is a status that we do not know', () => {
    expect(fitOrders({ orders: [listed('paused')] })).toEqual({ orders: [], finish: 0, isPartial: true });
    expect(fitOrders({ orders: [listed('done', { receipt: { numbers: sold } })] })).not.toHaveProperty('isPartial');
  });

  it('have their pool, and why they failed as far as that is a word of ours', () => {
    const [pooled, failed, odd] = fitOrders({
      orders: [
        listed('waiting', { pool: { name: 'Austin' } }),
        listed('failed', { code: 'payment_required' }),
        listed('failed', { code: 'the moon' }),
      ],
    }).orders;
    expect(pooled).toMatchObject({ pool: { name: 'Austin' } });
    expect(failed).toMatchObject({ code: 'payment_required' });
    expect(failed).not.toHaveProperty('pool');
    expect(pooled).not.toHaveProperty('code');
    expect(odd).not.toHaveProperty('code');
  });

  it('have the numbers in the country that the host names', () => {
    const [order] = fitOrders({ orders: [listed('waiting', { numbers: [{ phoneNumber: '+447700900123' }] })] }).orders;
    expect(order!.numbers.map(({ countryCode }) => countryCode)).toEqual(['']);
    expect(fitOrders({ orders: [listed('waiting')] }).orders[0]!.numbers[0]).toMatchObject({ countryCode: 'US' });
  });

  it('are none in what is no list', () => {
    for (const answer of [{ orders: {} }, {}, null])
      expect(() => fitOrders(answer)).toThrow(/orders endpoint.*orders.*is not an array/);
  });
});

describe('what is known of an account’s orders', () => {
  const ordered = { numberType: 'local', locality: null, region: null, fingerprintId: null } as const;
  const kept = (outcome?: KeptIntent['outcome']): KeptIntent => ({
    id: 'ord_1',
    idempotencyKey: 'key-1',
    order: { account: 'loc_1', numbers: numbers.map((number) => ({ ...number, ...ordered })) },
    offers: [],
    touchedAt: 1,
    parked: true,
    sent: false,
    outcome,
  });
  const bought: KeptIntent['outcome'] = { type: 'answered', answer: { numbers: sold } };
  const refused: KeptIntent['outcome'] = { type: 'refused', code: 'payment_required' };
  const ended: KeptIntent['outcome'] = { type: 'ended' };

  it.each([
    [bought, 'waiting', 'done'],
    [bought, 'buying', 'done'],
    [refused, 'waiting', 'failed'],
    // Given up here: what the host says of it counts.
    [ended, 'waiting', 'waiting'],
    [undefined, 'buying', 'buying'],
    [refused, 'done', 'done'],
  ] as const)('%#: kept as %j and listed as %s it is %s', (outcome, status, expected) => {
    expect(knownOrdersOf([kept(outcome)], [{ orders: [listed(status)] }])).toMatchObject([
      { id: 'ord_1', status: expected },
    ]);
  });

  it('is told once of an order that has its host’s id since it was bought', () => {
    const own = { ...kept({ type: 'answered', answer: { numbers: sold, order: { id: 'ord_1' } } }), id: 'own' };
    expect(knownOrdersOf([own], [{ orders: [listed('buying')] }]).map(({ status }) => status)).toEqual(['done']);
  });
});
