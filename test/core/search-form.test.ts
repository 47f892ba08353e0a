import { describe, expect, it } from 'vitest';
import { formOf, isSorted } from '../../src/core/shop/search-form.js';

const us = { countryCode: 'US' };

describe('the form of a query', () => {
  it('has what is typed, and the filters as they are', () => {
    const filters = {
      numberTypes: 'local',
      smsEnabled: 'true',
      mmsEnabled: 'true',
      voiceEnabled: 'true',
      sort: 'price',
    };
    expect(formOf({ ...us, ...filters, place: 'Houston' })).toEqual({
      typed: 'Houston',
      filters: { ...filters, pattern: undefined },
    });
    expect(formOf(us)).toMatchObject({ typed: '', filters: { pattern: undefined } });
  });

  it.each([
    // Typed alone they are looked for there anyway.
    [{ firstPart: '415' }, '415', undefined],
    [{ anywhere: '5550199' }, '5550199', undefined],
    [{ anywhere: '415' }, '415', 'anywhere'],
    [{ lastPart: '99' }, '99', 'lastPart'],
    [{ firstPart: '5550199' }, '5550199', 'firstPart'],
  ])('of %j says %j and looks %s', (query, typed, pattern) => {
    expect(formOf({ ...us, ...query })).toMatchObject({ typed, filters: { pattern } });
  });
});

describe('isSorted', () => {
  const before = { ...us, firstPart: '415' };

  it('is a query that wants the same in an order of its own', () => {
    expect(isSorted({ ...before, sort: 'price' }, before)).toBe(true);
    expect(isSorted({ ...before, sort: 'price' }, { ...before, sort: 'place' })).toBe(true);
  });

  it('is none without an order, and none that wants something else', () => {
    expect(isSorted(before, before)).toBe(false);
    expect(isSorted({ ...before, firstPart: '416', sort: 'price' }, before)).toBe(false);
    expect(isSorted({ ...before, numberTypes: 'local', sort: 'price' }, before)).toBe(false);
    expect(isSorted({ countryCode: 'CA', firstPart: '415', sort: 'price' }, before)).toBe(false);
  });
});
