import { describe, expect, it } from 'vitest';
import {
  endpointQuery,
  isAt,
  matches,
  nearQueries,
  sorted,
  toOrdered,
  toQuery,
  typedOf,
  typedQuery,
} from '../../src/core/shop/numbers-query.js';

const number = {
  phoneNumber: '+18705871861',
  friendlyName: '(870) 587-1861',
  isoCountry: 'US',
  locality: 'Wynne',
  region: 'AR',
  capabilities: { MMS: false, SMS: true, voice: true },
  price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
};

describe('typedQuery', () => {
  it.each([
    ['', undefined, {}],
    ['415', undefined, { firstPart: '415' }],
    ['(415) 555', undefined, { anywhere: '415555' }],
    ['+1 415', undefined, { firstPart: '415' }],
    ['1 415', undefined, { firstPart: '415' }],
    ['1-415-555', undefined, { anywhere: '415555' }],
    ['14155550101', undefined, { anywhere: '4155550101' }],
    ['1', 'anywhere', { anywhere: '1' }],
    ['77', 'lastPart', { lastPart: '77' }],
    ['4155', 'firstPart', { firstPart: '4155' }],
    [' San Juan ', undefined, { place: 'San Juan' }],
    ['Montréal', 'lastPart', { place: 'Montréal' }],
  ] as const)('reads %j with %j', (typed, pattern, query) => {
    expect(typedQuery(typed, pattern)).toEqual(query);
  });
});

describe('toQuery', () => {
  it('keeps what makes sense of a page’s URL', () => {
    const url = new URLSearchParams(
      'countryCode=ca&firstPart=416&smsEnabled=true&sort=price&utm_source=x&numberTypes=fax&lastPart=drop%20table',
    );
    expect(toQuery(Object.fromEntries(url), 'US')).toEqual({
      countryCode: 'CA',
      firstPart: '416',
      smsEnabled: 'true',
      sort: 'price',
    });
  });

  it('goes into a URL and back', () => {
    const query = toQuery(
      { countryCode: 'PR', place: 'San Juan', voiceEnabled: 'true', numberTypes: 'local,tollFree' },
      'US',
    );
    expect(toQuery(Object.fromEntries(new URLSearchParams({ ...query })), 'US')).toEqual(query);
    expect(typedOf(query)).toBe('San Juan');
  });

  it('takes the given country when there is none, or a wrong one', () => {
    for (const countryCode of [undefined, 'USA', 7])
      expect(toQuery({ countryCode }, 'US')).toEqual({ countryCode: 'US' });
  });
});

describe('endpointQuery', () => {
  it('holds parameters of the LC Phone API only', () => {
    expect(endpointQuery({ countryCode: 'US', firstPart: '415', place: 'Austin', sort: 'price' })).toEqual({
      countryCode: 'US',
      firstPart: '415',
    });
  });
});

describe('matches', () => {
  it.each([
    [{ firstPart: '870' }, true],
    [{ firstPart: '187' }, false],
    [{ anywhere: '5871' }, true],
    [{ lastPart: '1861' }, true],
    [{ lastPart: '870' }, false],
    [{ countryCode: 'CA' }, false],
    [{ numberTypes: 'tollFree' }, false],
    [{ numberTypes: 'local,tollFree' }, true],
    [{ smsEnabled: 'true', voiceEnabled: 'true' }, true],
    [{ mmsEnabled: 'true' }, false],
  ])('%j: %s', (query, expected) => {
    expect(matches(number, { countryCode: 'US', ...query })).toBe(expected);
  });
});

describe('isAt', () => {
  it.each([
    ['n', { locality: null, region: 'AR' }],
    ['un', { region: 'AR' }],
  ])('does not take %j for the beginning of nothing', (place, where) => {
    expect(isAt(where, place)).toBe(false);
  });

  it.each([
    ['wyn', true],
    ['Wynne, AR', true],
    ['ar', true],
    ['Austin', false],
  ])('reads %j: %s', (place, expected) => {
    expect(isAt(number, place)).toBe(expected);
  });

  it('reads places without their accents', () => {
    expect(isAt({ locality: 'Montréal', region: 'QC' }, 'montreal')).toBe(true);
  });
});

describe('sorted', () => {
  const [cheap, dear, unpriced] = [
    { ...number, phoneNumber: '+12125550101', region: 'NY', price: { price: 1 } },
    { ...number, region: null, locality: null, price: { price: 2 } },
    { ...number, phoneNumber: '+15125550101', region: 'TX', price: null },
  ];

  it('orders by price and by place, what has none last', () => {
    expect(sorted([unpriced, dear, cheap], { countryCode: 'US', sort: 'price' })).toEqual([cheap, dear, unpriced]);
    expect(sorted([dear, unpriced, cheap], { countryCode: 'US', sort: 'place' })).toEqual([cheap, unpriced, dear]);
    expect(sorted([dear, cheap], { countryCode: 'US' })).toEqual([dear, cheap]);
  });
});

describe('nearQueries', () => {
  it('widens step by step and never repeats the search itself', () => {
    expect(nearQueries({ countryCode: 'US', firstPart: '41555', numberTypes: 'local', smsEnabled: 'true' })).toEqual([
      { countryCode: 'US', numberTypes: 'local', firstPart: '41555' },
      { countryCode: 'US', firstPart: '415', numberTypes: 'local' },
      { countryCode: 'US', numberTypes: 'local' },
      { countryCode: 'US', numberTypes: 'tollFree' },
    ]);
    expect(nearQueries({ countryCode: 'US', firstPart: '713' }, ['281', '832', '512'])).toEqual([
      { countryCode: 'US', firstPart: '281' },
      { countryCode: 'US', firstPart: '832' },
      { countryCode: 'US' },
      { countryCode: 'US', numberTypes: 'tollFree' },
    ]);
    expect(nearQueries({ countryCode: 'US' })).toEqual([{ countryCode: 'US', numberTypes: 'tollFree' }]);
    expect(nearQueries({ countryCode: 'US', numberTypes: 'tollFree' })).toEqual([]);
  });
});

describe('toOrdered', () => {
  it('tells toll-free numbers by their prefix when the carrier does not say', () => {
    expect(toOrdered({ phoneNumber: '+18335550100', fingerprintId: 'fp' }, 'US')).toMatchObject({
      numberType: 'tollFree',
      countryCode: 'US',
      fingerprintId: 'fp',
    });
    expect(toOrdered({ phoneNumber: '+14155550100', numberType: 'mobile', isoCountry: 'CA' }, 'US')).toMatchObject({
      numberType: 'mobile',
      countryCode: 'CA',
    });
  });
});
