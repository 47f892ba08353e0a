import { describe, expect, it } from 'vitest';
import { distanceBetween, pointOf } from '../../src/core/shop/distance.js';
import { nearestFirst } from '../../src/core/shop/nearest-first.js';
import type { NumbersQuery } from '../../src/core/shop/numbers-query.js';
import { widerQueries } from '../../src/core/shop/wider-queries.js';

const us = { countryCode: 'US' };
const chicago = {
  label: 'Chicago, IL',
  kind: 'city',
  countryCode: 'US',
  areaCodes: ['312', '773', '872'],
  latitude: 41.878,
  longitude: -87.63,
};
/** Each step by how it fits and what it asks for. */
const steps = (query: NumbersQuery, place?: typeof chicago) =>
  widerQueries(query, place).map(({ query: { countryCode: _, ...wider }, closeness }) => [closeness, wider]);

describe('widerQueries', () => {
  it('widens step by step and says how each fits', () => {
    expect(steps({ ...us, firstPart: '41555', numberTypes: 'local', smsEnabled: 'true' })).toEqual([
      ['unfiltered', { numberTypes: 'local', firstPart: '41555' }],
      ['within', { numberTypes: 'local', anywhere: '41555' }],
      ['areaCode', { numberTypes: 'local', firstPart: '415' }],
      ['region', { numberTypes: 'local', firstPart: '213' }],
      ['region', { numberTypes: 'local', firstPart: '323' }],
      ['elsewhere', { numberTypes: 'local' }],
      ['tollFree', { numberTypes: 'tollFree' }],
    ]);
  });

  it('looks for digits that are no area code elsewhere in the number, and for an area code in its state', () => {
    expect(steps({ ...us, firstPart: '77' })[0]).toEqual(['within', { anywhere: '77' }]);
    expect(steps({ countryCode: 'GB', firstPart: '999' })[0]).toEqual(['within', { anywhere: '999' }]);
    expect(steps({ ...us, firstPart: '713' }).slice(0, 3)).toEqual([
      ['region', { firstPart: '281' }],
      ['region', { firstPart: '832' }],
      ['elsewhere', {}],
    ]);
  });

  it('looks for the letters of a whole number in others', () => {
    expect(steps({ ...us, firstPart: '8003569377', numberTypes: 'tollFree' })[0]).toEqual([
      'within',
      { numberTypes: 'tollFree', anywhere: '3569377' },
    ]);
  });

  it('tells a place that is known from one that is not', () => {
    const query = { ...us, place: 'chicago' };
    const [first] = steps(query, chicago);
    expect(first![0]).toBe('region');
    expect(steps(query, chicago).map(([closeness]) => closeness)).toEqual([
      'region',
      'region',
      'elsewhere',
      'tollFree',
    ]);
    expect(steps({ ...us, place: 'asdf' })).toEqual([
      ['unknown', {}],
      ['tollFree', { numberTypes: 'tollFree' }],
    ]);
  });

  it('looks for area codes nearby only where there are some, and not for the place of one that was typed', () => {
    const { countryCode: _, ...austin } = { ...chicago, label: 'Austin, TX', areaCodes: ['512', '737'] };
    expect(steps({ countryCode: 'GB', firstPart: '2079' })).toEqual([
      ['within', { anywhere: '2079' }],
      ['elsewhere', {}],
      ['tollFree', { numberTypes: 'tollFree' }],
    ]);
    expect(steps({ countryCode: 'GB', place: 'Austin' }, { ...austin, countryCode: 'GB' }).map(([one]) => one)).toEqual(
      ['elsewhere', 'tollFree'],
    );
    for (const kind of ['areaCode', 'digits'])
      expect(steps({ ...us, firstPart: '713' }, { ...chicago, kind, areaCodes: ['713'] }).map(([one]) => one)).toEqual([
        'elsewhere',
        'tollFree',
      ]);
    expect(steps({ ...us, place: 'Austin' }, { ...chicago, kind: 'areaCodes', areaCodes: ['512'] })[0]![0]).toBe(
      'region',
    );
    expect(steps({ ...us, firstPart: '41' }).map(([one]) => one)).toEqual(['within', 'elsewhere', 'tollFree']);
    expect(steps({ ...us, firstPart: '4155' })[1]).toEqual(['areaCode', { firstPart: '415' }]);
  });

  it('keeps the type and the order, and no page, and never repeats the search itself', () => {
    const mobile = { ...us, numberTypes: 'mobile', sort: 'price' };
    expect(steps({ ...mobile, page: '2', smsEnabled: 'true' })).toEqual([
      ['unfiltered', { numberTypes: 'mobile', sort: 'price' }],
      ['tollFree', { numberTypes: 'tollFree', sort: 'price' }],
    ]);
    expect(steps({ ...us, numberTypes: 'tollFree' })).toEqual([]);
  });
});

describe('nearestFirst', () => {
  const at = (phoneNumber: string, latitude?: string, longitude?: string) => ({ phoneNumber, latitude, longitude });
  const milwaukee = at('+14145550101', '43.04', '-87.91');
  const evanston = at('+18475550101', '42.05', '-87.69');
  const austin = at('+15125550101', '30.27', '-97.74');
  const unknown = at('+12125550101');

  it('keeps what is within a hundred miles, the nearest first, and says so', () => {
    expect(nearestFirst([unknown, austin, milwaukee, evanston], 'elsewhere', chicago)).toEqual({
      numbers: [evanston, milwaukee],
      closeness: 'near',
    });
  });

  it('calls nothing near that is not, and puts what says nothing of it last', () => {
    expect(nearestFirst([unknown, austin], 'elsewhere', chicago)).toEqual({
      numbers: [austin, unknown],
      closeness: 'elsewhere',
    });
    expect(nearestFirst([austin, evanston], 'within', chicago)).toEqual({
      numbers: [austin, evanston],
      closeness: 'within',
    });
    expect(nearestFirst([austin, evanston], 'elsewhere', undefined).closeness).toBe('elsewhere');
  });
});

describe('distanceBetween', () => {
  it('is the way along the ground', () => {
    const [here, there] = [pointOf(chicago)!, pointOf({ latitude: '40.7128', longitude: '-74.006' })!];
    expect(distanceBetween(here, there)).toBeCloseTo(1144, -1);
    expect(distanceBetween(here, here)).toBe(0);
  });
});

describe('pointOf', () => {
  it.each([
    [undefined],
    [{}],
    [{ latitude: null, longitude: null }],
    [{ latitude: '', longitude: '' }],
    [{ latitude: 91, longitude: 0 }],
  ])('of %j is nothing', (place) => {
    expect(pointOf(place)).toBeUndefined();
  });
});
