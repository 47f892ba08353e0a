import { describe, expect, it } from 'vitest';
import { bestOf, isClear, meaningsOf } from '../../src/core/shop/meanings.js';
import { typedTable } from '../helpers/typed-table.js';

describe('what people type, understood by a page alone', () => {
  it.each(typedTable)('$text in $country', ({ text, country, here, also }) => {
    const meanings = meaningsOf({ text, countryCode: country, offered: ['US', 'CA', 'PR', 'GB'] });
    const best = bestOf(meanings, country);
    const said = best && { kind: best.kind, countryCode: best.countryCode, query: best.query };
    expect(said).toEqual(here && { countryCode: country, ...here });
    if (also) expect(meanings.map(({ label }) => label)).toContain(also);
  });

  it('has sixty lines, in three languages and four countries', () => {
    expect(typedTable.length).toBeGreaterThanOrEqual(60);
    expect(new Set(typedTable.map(({ country }) => country))).toEqual(new Set(['US', 'CA', 'PR', 'GB']));
    expect(new Set(typedTable.map(({ language }) => language))).toEqual(new Set(['en', 'es', 'fr']));
  });
});

describe('isClear', () => {
  it.each([
    ['Los Angeles', true],
    ['Los Ang', false],
    ['TX', true],
    ['Washington', true],
    ['New', false],
    ['41', true],
    ['415', true],
    ['toll free', true],
    ['nowhere at all', true],
  ])('of %j is %s', (text, expected) => {
    expect(isClear(meaningsOf({ text, countryCode: 'US', offered: ['US'] }), 'US')).toBe(expected);
  });
});
