import { describe, expect, it } from 'vitest';
import { endpointQuery, isAt, matches, plain, sorted, toQuery, typedOf } from '../../src/core/shop/numbers-query.js';
import { toOrdered, typeOf } from '../../src/core/shop/ordered-number.js';

const number = {
  phoneNumber: '+18705871861',
  friendlyName: '(870) 587-1861',
  isoCountry: 'US',
  locality: 'Wynne',
  region: 'AR',
  capabilities: { MMS: false, SMS: true, voice: true },
  price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
};

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

describe('typeOf', () => {
  it.each([
    [{ numberType: 'tollFree' }, 'tollFree'],
    [{ numberType: 'mobile' }, 'mobile'],
    [{ numberType: 'local', phoneNumber: '+18005550100' }, 'local'],
    [{ price: { number_type: 'tollFree' } }, 'tollFree'],
    [{ price: { number_type: 'local' }, phoneNumber: '+18885550100' }, 'local'],
    [{ numberType: 'premium' }, 'local'],
    [{ phoneNumber: '+18885550100' }, 'tollFree'],
    [{ phoneNumber: '+18115550100' }, 'local'],
    [{ phoneNumber: '+448005550100' }, 'local'],
  ])('of %j is %s', (number, type) => {
    expect(typeOf({ phoneNumber: '+14155550101', ...number })).toBe(type);
  });
});

describe('plain', () => {
  it.each([
    ['Montréal, QC', 'montreal qc'],
    ['St. Louis,  MO', 'st louis mo'],
    ['ＡＢＣ', 'ＡＢＣ'.toLowerCase()],
    ['Åre', 'are'],
    ['Trois-Rivières', 'trois rivieres'],
    [null, ''],
    [undefined, ''],
  ])('makes "%s" to "%s"', (text, made) => {
    expect(plain(text)).toBe(made);
  });
});

describe('matches, by what a number can do and where its digits stand', () => {
  const can = (SMS: boolean, MMS: boolean, voice: boolean) => ({
    phoneNumber: '+14155550199',
    capabilities: { SMS, MMS, voice },
  });

  it.each([
    ['smsEnabled', can(true, false, false), can(false, true, true)],
    ['mmsEnabled', can(false, true, false), can(true, false, true)],
    ['voiceEnabled', can(false, false, true), can(true, true, false)],
  ] as const)('leaves out by %s what cannot, and what says nothing of it', (name, able, unable) => {
    const query = { countryCode: 'US', [name]: 'true' };
    expect([able, unable, { phoneNumber: '+14155550199' }].map((number) => matches(number, query))).toEqual([
      true,
      false,
      false,
    ]);
    expect(matches(unable, { countryCode: 'US' })).toBe(true);
  });

  it.each([
    [{ firstPart: '415' }, true],
    [{ firstPart: '155' }, false],
    [{ lastPart: '0199' }, true],
    [{ lastPart: '019' }, false],
    [{ anywhere: '5550' }, true],
    [{ anywhere: '777' }, false],
    // The country's code is not a part of the national number.
    [{ anywhere: '1415' }, false],
    [{ countryCode: 'GB' }, true],
  ])('looks for %j in the national number: %s', (query, found) => {
    expect(matches({ phoneNumber: '+14155550199' }, { countryCode: 'US', ...query })).toBe(found);
  });

  it('takes away the calling code of the country', () => {
    expect(matches({ phoneNumber: '+442071838750' }, { countryCode: 'GB', firstPart: '20' })).toBe(true);
    expect(matches({ phoneNumber: '+442071838750' }, { countryCode: 'GB', firstPart: '44' })).toBe(false);
    expect(matches({ phoneNumber: '+35312345678' }, { countryCode: 'IE', firstPart: '1' })).toBe(true);
  });

  it('leaves out a number of another country', () => {
    expect(matches({ phoneNumber: '+14165550101', isoCountry: 'CA' }, { countryCode: 'US' })).toBe(false);
    expect(matches({ phoneNumber: '+14165550101', isoCountry: 'US' }, { countryCode: 'US' })).toBe(true);
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

describe('sorted, in detail', () => {
  const at = (phoneNumber: string, region?: string, locality?: string) => ({ phoneNumber, region, locality });
  const numbers = (found: readonly { phoneNumber: string }[]) => found.map(({ phoneNumber }) => phoneNumber);

  it('orders places by region, then by city, and leaves equals as they were', () => {
    const found = sorted(
      [
        at('1', 'TX', 'Houston'),
        at('2'),
        at('3', 'CA'),
        at('4', undefined, 'Aspen'),
        at('5', 'TX', 'Austin'),
        at('6', 'CA'),
      ],
      { countryCode: 'US', sort: 'place' },
    );
    expect(numbers(found)).toEqual(['4', '3', '6', '5', '1', '2']);
  });

  it('leaves the host’s order alone without a wish', () => {
    const given = [at('2'), at('1')];
    expect(sorted(given, { countryCode: 'US' })).toBe(given);
  });

  it('orders numbers without any price last', () => {
    const found = sorted(
      [{ phoneNumber: '1' }, { phoneNumber: '2', price: { price: 3 } }, { phoneNumber: '3', price: {} }],
      {
        countryCode: 'US',
        sort: 'price',
      },
    );
    expect(numbers(found)).toEqual(['2', '1', '3']);
  });
});

describe('toQuery, in detail', () => {
  it('takes away the white space around a value', () => {
    expect(toQuery({ place: '  Houston ', countryCode: ' us ' }, 'CA')).toEqual({
      countryCode: 'US',
      place: 'Houston',
    });
  });
});

describe('toOrdered, in detail', () => {
  it('takes what the carrier says, and nothing for what it does not', () => {
    expect(
      toOrdered({ phoneNumber: '+1', isoCountry: 'CA', locality: 'X', region: 'Y', fingerprintId: 'f' }, 'US'),
    ).toEqual({
      phoneNumber: '+1',
      countryCode: 'CA',
      numberType: 'local',
      locality: 'X',
      region: 'Y',
      fingerprintId: 'f',
    });
    expect(toOrdered({ phoneNumber: '+1' }, 'US')).toEqual({
      phoneNumber: '+1',
      countryCode: 'US',
      numberType: 'local',
      locality: null,
      region: null,
      fingerprintId: null,
    });
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
