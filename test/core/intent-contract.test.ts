import { describe, expect, it } from 'vitest';
import { fitKept } from '../../src/core/shop/intent-contract.js';
import { underWayPrefix } from '../../src/core/shop/intent-names.js';

const number = { phoneNumber: '+14155550101', countryCode: 'US', numberType: 'local' };
const kept = {
  order: { account: 'loc_1', numbers: [number] },
  offers: [{ phoneNumber: '+14155550101' }],
  idempotencyKey: 'key-1',
  touchedAt: 1,
  parked: false,
  sent: true,
};
const sold = { numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] };

describe('fitKept', () => {
  it.each([
    ['an intent', kept],
    ['one that has ended', { ...kept, outcome: { type: 'ended' } }],
    ['one that was refused', { ...kept, outcome: { type: 'refused', code: 'payment_required' } }],
    ['one that was answered', { ...kept, outcome: { type: 'answered', answer: sold } }],
  ])('takes %s as it is', (_, value) => {
    expect(fitKept(value)).toBe(value);
  });

  it.each([
    ['nothing', null],
    ['a text', 'intent'],
    ['a list', []],
    ['one without an order', { ...kept, order: undefined }],
    ['one without an account', { ...kept, order: { ...kept.order, account: '' } }],
    ['one of no numbers', { ...kept, order: { ...kept.order, numbers: [] } }],
    ['one of something else than numbers', { ...kept, order: { ...kept.order, numbers: [{ phoneNumber: 'none' }] } }],
    ['one whose offers are none', { ...kept, offers: 'all' }],
    ['one with an offer of no number', { ...kept, offers: [{}] }],
    ['one without a key', { ...kept, idempotencyKey: '' }],
    ['one without a time', { ...kept, touchedAt: 0 }],
    ['one with a time that is none', { ...kept, touchedAt: 'yesterday' }],
    ['one with an answer that is none', { ...kept, outcome: { type: 'answered', answer: { numbers: [] } } }],
  ])('takes %s for no intent', (_, value) => {
    expect(fitKept(value)).toBeUndefined();
  });
});

it('finds the orders of earlier versions under the name that they gave', () => {
  expect(underWayPrefix).toBe('lc-number-purchase ');
});
