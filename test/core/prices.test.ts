import { describe, expect, it } from 'vitest';
import { amountsIn, totalOf } from '../../src/core/shop/prices.js';

const offer = (price?: object) => ({ phoneNumber: '+14155550101', price });

describe('totalOf', () => {
  it('adds up what is charged a month and once, by currency', () => {
    const total = totalOf([
      offer({ price: 1.15, price_unit: 'USD' }),
      offer({ price: 2, price_unit: 'usd', setup_price: 5 }),
      offer({ price: 3, price_unit: 'EUR', setup_price: 1 }),
      offer({ price: 3, price_unit: 'EUR', setup_price: 2 }),
    ]);
    expect([...total.monthly]).toEqual([
      ['USD', 3.15],
      ['EUR', 6],
    ]);
    expect([...total.setup]).toEqual([
      ['USD', 5],
      ['EUR', 3],
    ]);
    expect(total.unpriced).toBe(0);
  });

  it('takes a price without a currency for dollars', () => {
    expect([...totalOf([offer({ price: 1 }), offer({ price: 1, price_unit: '' })]).monthly]).toEqual([['USD', 2]]);
  });

  it('counts numbers without a price, and takes 0 for one', () => {
    expect(totalOf([offer(), offer({ price: null }), offer({ setup_price: 4 })]).unpriced).toBe(3);
    const free = totalOf([offer({ price: 0, setup_price: 0 })]);
    expect([free.unpriced, [...free.monthly], free.setup.size]).toEqual([0, [['USD', 0]], 0]);
  });

  it('is nothing for nothing', () => {
    const { monthly, setup, unpriced } = totalOf([]);
    expect([monthly.size, setup.size, unpriced]).toEqual([0, 0, 0]);
  });
});

describe('amountsIn', () => {
  it('writes amounts as the language does, several joined by its "and"', () => {
    expect(amountsIn(new Map([['USD', 1.15]]), 'en-US')).toBe('$1.15');
    const both = new Map([
      ['USD', 1],
      ['EUR', 2],
    ]);
    expect(amountsIn(both, 'en-US')).toBe('$1.00 and €2.00');
    expect(amountsIn(both, 'fr-CA')).toContain(' et ');
  });

  it('lets no direction mark turn an amount round', () => {
    expect(amountsIn(new Map([['USD', 1.15]]), 'ar-u-nu-latn')?.replace('\u00a0', ' ')).toBe('\u20661.15 US$\u2069');
  });

  it('says nothing without an amount', () => {
    expect(amountsIn(new Map(), 'en')).toBeUndefined();
  });

  it.each([
    ['credits', 'en', '1,500 credits'],
    ['créditos por mes', 'es', '1500 créditos por mes'],
    ['pts', 'en', 'PTS\u00a01,500.00'],
    [' eur ', 'en', '€1,500.00'],
    ['', 'en', '$1,500.00'],
    ['A', 'en', '1,500 A'],
  ])('writes an amount in "%s" (%s) as %s', (price_unit, language, text) => {
    expect(amountsIn(totalOf([offer({ price: 1500, price_unit })]).monthly, language)).toBe(text);
  });

  it('keeps credits and money apart', () => {
    const { monthly } = totalOf([
      offer({ price: 5, price_unit: 'credits' }),
      offer({ price: 1, price_unit: 'USD' }),
      offer({ price: 2, price_unit: 'credits' }),
    ]);
    expect(amountsIn(monthly, 'en')).toBe('7 credits and $1.00');
  });
});
