import { describe, expect, it } from 'vitest';
import { bestOf, isClear, type Meaning, meaningsOf, placeQuestion, twinOf } from '../../src/core/shop/meanings.js';
import type { Place } from '../../src/core/shop/place.js';

const offered = ['US', 'CA', 'GB', 'MX'];
const city = (label: string, countryCode: string): Place => ({ kind: 'city', label, countryCode });
/** What is meant by a text, with what a places endpoint answered. */
const meant = (text: string, places?: Place[], countryCode = 'US'): Meaning[] =>
  meaningsOf({ text, countryCode, offered, places });
const said = (meanings: Meaning[]) =>
  meanings.map(({ kind, countryCode, query, isExact }) => ({ kind, countryCode, query, isExact }));

describe('what the places endpoint is asked for', () => {
  it.each([
    ['  Houston ', 'Houston'],
    ['Ho', 'Ho'],
    ['H', undefined],
    ['415', '415'],
    ['４１５', '415'],
    ['60601', '60601'],
    ['60601-1234', '60601-1234'],
    ['M5V 2T6', 'M5V 2T6'],
    ['K1A', 'K1A'],
    ['1-800-FLOWERS', undefined],
    ['toll free Houston', 'houston'],
    ['toll free', undefined],
    ['mobile', 'mobile'],
    ['mobile phones in Texas', 'texas'],
    ['41', undefined],
    ['4155', undefined],
    ['060601', undefined],
    ['606011', undefined],
    ['60601-12', undefined],
    ['60601-12345', undefined],
    ['60601-abcd', undefined],
    ['', undefined],
  ])('of %j is %j', (text, expected) => {
    expect(placeQuestion(text)).toBe(expected);
  });

  it('is the rest beside a type in the page’s own words', () => {
    const own = { local: 'Orts­nummer', tollFree: 'Gebührenfrei', mobile: 'Mobil' };
    expect(placeQuestion('gebührenfrei Berlin', own)).toBe('berlin');
    expect(placeQuestion('gebührenfrei Berlin')).toBe('gebührenfrei Berlin');
  });
});

describe('which of the meanings is the best', () => {
  const london = city('London, ON', 'CA');
  const greatLondon = city('London', 'GB');

  it('is what is called so in the chosen country, then elsewhere, then what only may be meant here, then the first', () => {
    const one = (countryCode: string, isExact: boolean) => ({ countryCode, isExact }) as Meaning;
    const [away, here, awayCalled, hereCalled] = [one('GB', false), one('US', false), one('GB', true), one('US', true)];
    expect(bestOf([away, here, awayCalled, hereCalled], 'US')).toBe(hereCalled);
    expect(bestOf([away, here, awayCalled], 'US')).toBe(awayCalled);
    expect(bestOf([away, here], 'US')).toBe(here);
    expect(bestOf([away], 'US')).toBe(away);
    expect(bestOf([], 'US')).toBeUndefined();
  });

  it('is clear when one thing is called so here, or one thing anywhere', () => {
    expect(isClear(meant('London', [greatLondon, london], 'CA'), 'CA')).toBe(true);
    expect(isClear(meant('London', [greatLondon, london], 'US'), 'US')).toBe(false);
    expect(isClear(meant('London', [greatLondon], 'US'), 'US')).toBe(true);
    expect(isClear(meant('London', [city('London', 'GB'), city('London', 'GB')], 'GB'), 'GB')).toBe(false);
    expect(isClear(meant('Lond', [greatLondon, city('Londonderry', 'US')]), 'US')).toBe(false);
    expect(isClear([], 'US')).toBe(false);
  });

  it('has a twin where the likeliest of that name is in another country on offer', () => {
    const meanings = meant('London', [greatLondon, london], 'CA');
    expect(twinOf(meanings, { countryCode: 'CA', offered })?.place).toBe(greatLondon);
    expect(twinOf(meanings, { countryCode: 'CA', offered: ['US', 'CA'] })).toBeUndefined();
    expect(twinOf(meanings, { countryCode: 'GB', offered })).toBeUndefined();
    expect(twinOf(meant('London', [london, greatLondon], 'CA'), { countryCode: 'CA', offered })).toBeUndefined();
    expect(twinOf(meant('Lon', [greatLondon, london], 'CA'), { countryCode: 'CA', offered })).toBeUndefined();
  });
});

describe('the places of an answer', () => {
  it('come sorted: called so here, called so elsewhere, then what only begins so, here first', () => {
    const places = [
      city('Paris', 'GB'),
      city('Parish', 'CA'),
      city('Paris', 'US'),
      city('Parish Hill', 'US'),
      city('Paris', 'CA'),
    ];
    expect(
      meant('Paris', places).map(({ label, countryCode, isExact }) => `${label} ${countryCode} ${isExact}`),
    ).toEqual(['Paris US true', 'Paris GB true', 'Paris CA true', 'Parish Hill US false', 'Parish CA false']);
  });

  it('say the name that was typed where it is theirs, and else the one they have', () => {
    expect(said(meant('houston', [city('Houston', 'US'), city('Houston County', 'US')]))).toEqual([
      { kind: 'city', countryCode: 'US', query: { place: 'houston' }, isExact: true },
      { kind: 'city', countryCode: 'US', query: { place: 'Houston County' }, isExact: false },
    ]);
  });

  it('are meant by another name when they come first, and only then', () => {
    const york = city('New York', 'US');
    const [first, second] = meant('NYC', [york, city('Nice', 'US')]);
    expect(first).toMatchObject({ label: 'New York', query: { place: 'NYC' }, isExact: true, isLikeliest: true });
    expect(second).toMatchObject({ label: 'Nice', query: { place: 'Nice' }, isExact: false, isLikeliest: false });
    expect(meant('New', [york])[0]).toMatchObject({ query: { place: 'New York' }, isExact: false });
  });

  it('of area codes are asked for by the code, of postal codes by the code as it is written', () => {
    const area: Place = { kind: 'areaCode', label: '415 · San Francisco', countryCode: 'US', areaCodes: ['415'] };
    expect(said(meant('415', [area]))[0]).toEqual({
      kind: 'areaCode',
      countryCode: 'US',
      query: { firstPart: '415' },
      isExact: true,
    });
    const { areaCodes: _, ...bare } = area;
    expect(meant('415', [bare])[0]?.query).toEqual({ firstPart: '415' });
    const zip: Place = { kind: 'postalCode', label: '60601 · Illinois', countryCode: 'US' };
    expect(meant('60601-1234', [zip])[0]).toMatchObject({ query: { place: '60601' }, isExact: true });
    const half: Place = { kind: 'postalCode', label: 'M5V · Ontario', countryCode: 'CA' };
    expect(meant('m5v', [half], 'CA')[0]).toMatchObject({ query: { place: 'M5V' }, isExact: true });
  });

  it('of a kind that nobody knows are left out', () => {
    expect(said(meant('Houston', [{ ...city('Houston', 'US'), kind: 'planet' }]))).toEqual([
      { kind: 'text', countryCode: 'US', query: { place: 'Houston' }, isExact: true },
      // Seven letters can stand for digits as well.
      { kind: 'word', countryCode: 'US', query: { anywhere: '4687866' }, isExact: false },
    ]);
  });

  it('elsewhere do not take the place of a name that is not known here', () => {
    expect(said(meant('Pari', [city('Paris', 'GB')])).map(({ kind }) => kind)).toEqual(['city', 'text', 'word']);
    expect(said(meant('Pari', [city('Paris', 'US')])).map(({ kind }) => kind)).toEqual(['city', 'word']);
    expect(said(meant('Paris', [city('Paris', 'GB')])).map(({ kind }) => kind)).toEqual(['city']);
  });
});

describe('a type of number', () => {
  it('is meant by a word that the endpoint knows, and by no other kind of it', () => {
    const type = (numberType: string): Place => ({ kind: 'numberType', label: 'x', countryCode: 'US', numberType });
    expect(said(meant('gratuito ya', [type('tollFree')]))[0]).toMatchObject({ query: { numberTypes: 'tollFree' } });
    expect(said(meant('xxx', [type('local')]))).toEqual([
      { kind: 'numberType', countryCode: 'US', query: { numberTypes: 'local' }, isExact: true },
    ]);
    expect(said(meant('xxx', [type('premium')])).map(({ kind }) => kind)).toEqual(['text']);
    expect(said(meant('xxx', [{ ...type('local'), kind: 'city', label: 'Xxx' }]))[0]).toMatchObject({ kind: 'city' });
  });

  it('is asked for with the place beside it, and never as a word for digits', () => {
    expect(said(meant('toll free Houston', [city('Houston', 'US')]))).toEqual([
      {
        kind: 'city',
        countryCode: 'US',
        query: { place: 'houston', numberTypes: 'tollFree' },
        isExact: true,
      },
    ]);
    expect(said(meant('toll free qwerty', []))).toEqual([
      { kind: 'text', countryCode: 'US', query: { place: 'qwerty', numberTypes: 'tollFree' }, isExact: true },
    ]);
  });

  it('alone is that type, and Mobile the city where there are no mobile numbers', () => {
    expect(said(meant('toll free'))).toEqual([
      { kind: 'numberType', countryCode: 'US', query: { numberTypes: 'tollFree' }, isExact: true },
    ]);
    const mobile = [
      city('Mobile', 'US'),
      { kind: 'region', label: 'Mobile', countryCode: 'US' },
      city('Mobile Hill', 'US'),
    ];
    expect(said(meant('mobile', mobile)).map(({ kind, query }) => [kind, query])).toEqual([
      ['city', { place: 'mobile' }],
      ['numberType', { numberTypes: 'mobile' }],
    ]);
    expect(said(meant('mobile', mobile, 'GB')).map(({ kind }) => kind)).toEqual(['numberType']);
    expect(said(meant('toll free', [city('Toll Free', 'US')])).map(({ kind }) => kind)).toEqual(['numberType']);
    expect(meant('mobile Houston', [city('Houston', 'US')])[0]?.query).toEqual({
      place: 'houston',
      numberTypes: 'mobile',
    });
  });
});

describe('letters that stand for digits', () => {
  it('go on a number that was begun, up to a whole one', () => {
    expect(said(meant('1-800-FLOWERS'))).toEqual([
      { kind: 'word', countryCode: 'US', query: { firstPart: '8003569377', numberTypes: 'tollFree' }, isExact: true },
    ]);
    expect(meant('800 FLOWERSHOP')[0]?.query).toEqual({ firstPart: '8003569377', numberTypes: 'tollFree' });
    expect(meant('415 TAXI')[0]).toMatchObject({ query: { firstPart: '4158294' }, label: '415 TAXI' });
    expect(meant('020 FLOWERSFLOWERSFLOWERS', undefined, 'GB')[0]?.query).toEqual({ firstPart: '203569377356937' });
    expect(meant('+44 800 TAXIS')[0]).toMatchObject({ countryCode: 'GB', query: { firstPart: '80082947' } });
  });

  it('alone are four to ten of them, and nothing that is called so', () => {
    expect(meant('Pizza').at(-1)).toMatchObject({ kind: 'word', query: { anywhere: '74992' }, isExact: false });
    expect(meant('xyz').map(({ kind }) => kind)).toEqual(['text']);
    expect(meant('qwertyuiopas').map(({ kind }) => kind)).toEqual(['text']);
    expect(meant('Chicago').map(({ kind }) => kind)).not.toContain('word');
  });
});

describe('digits', () => {
  it.each([
    ['anywhere', '(555) 01-99', { anywhere: '5550199' }],
    ['anywhere', '1415', { anywhere: '1415' }],
    ['anywhere', '1234567890123456', { anywhere: '123456789012345' }],
    ['lastPart', '99', { lastPart: '99' }],
    ['lastPart', '0044', { lastPart: '0044' }],
    ['firstPart', '415', { firstPart: '415' }],
  ] as const)('are looked for where somebody chose: %s', (pattern, text, query) => {
    const [only, ...others] = meaningsOf({ text, countryCode: 'US', offered, pattern });
    expect(only).toMatchObject({ kind: 'digits', query, isExact: true });
    expect(others).toEqual([]);
  });

  it('of which there are none mean nothing', () => {
    expect(meaningsOf({ text: '--', countryCode: 'US', offered, pattern: 'anywhere' })).toEqual([]);
    expect(meant('()')).toEqual([]);
    expect(meant('  ')).toEqual([]);
  });

  it('are an area code first, else what numbers begin with, else what they contain', () => {
    const kinds = (text: string) => meant(text).map(({ kind, query }) => [kind, ...Object.keys(query)]);
    expect(kinds('312')).toEqual([
      ['areaCode', 'firstPart'],
      ['digits', 'anywhere'],
      ['digits', 'lastPart'],
    ]);
    expect(kinds('41')).toEqual([
      ['digits', 'firstPart'],
      ['digits', 'anywhere'],
      ['digits', 'lastPart'],
    ]);
    expect(kinds('5550199')).toEqual([
      ['digits', 'anywhere'],
      ['digits', 'firstPart'],
      ['digits', 'lastPart'],
    ]);
    expect(kinds('3125550')[0]).toEqual(['digits', 'firstPart']);
    expect(meant('800')[0]?.query).toEqual({ firstPart: '800', numberTypes: 'tollFree' });
    expect(meant('8005550')[0]?.query).toEqual({ firstPart: '8005550', numberTypes: 'tollFree' });
  });

  it('of a ZIP code name its state, and may be digits all the same', () => {
    expect(meant('60601').map(({ kind, isExact }) => [kind, isExact])).toEqual([
      ['postalCode', true],
      ['digits', false],
      ['digits', false],
      ['digits', false],
    ]);
  });

  it('in the country that their area code is in', () => {
    expect(meant('4165550')[0]).toMatchObject({ countryCode: 'CA', query: { firstPart: '4165550' } });
    expect(meant('787', undefined, 'CA')[0]).toMatchObject({ kind: 'areaCode', countryCode: 'PR' });
    // 08 is Perth, but not for somebody who types 800.
    const perth: Place = { kind: 'areaCode', label: 'Perth', countryCode: 'AU', areaCodes: ['8'] };
    expect(meant('800', [perth]).map(({ countryCode }) => countryCode)).not.toContain('AU');
  });
});
