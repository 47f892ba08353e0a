import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areasNear, isCalled, placeOfArea, placesNamed } from '../../src/core/shop/known-places.js';
import { areaPlacesFile } from '../area-places.js';
import { callingCodesFile } from '../calling-codes.js';

const source = (name: string) => readFile(resolve(import.meta.dirname, `../../src/core/shop/${name}.ts`), 'utf8');

describe('what a page knows', () => {
  const of = (typed: string, countryCode = 'US') =>
    placesNamed(typed, countryCode).map(({ label, kind, countryCode: where, region }) => [label, kind, where, region]);

  const table = [
    ['new york city', 'New York, NY', 'city', 'US', 'NY'],
    ['Nueva York', 'New York, NY', 'city', 'US', 'NY'],
    ['SF', 'San Francisco, CA', 'city', 'US', 'CA'],
    ['Filadelfia', 'Philadelphia, PA', 'city', 'US', 'PA'],
    ['Vegas', 'Las Vegas, NV', 'city', 'US', 'NV'],
    ['Houston', 'Houston, TX', 'city', 'US', 'TX'],
    ['toronto', 'Toronto, ON', 'city', 'CA', 'ON'],
    ['San Juan PR', 'San Juan, PR', 'city', 'PR', 'PR'],
    ['Texas', 'Texas', 'region', 'US', 'TX'],
    ['tejas', 'Texas', 'region', 'US', 'TX'],
    ['TX', 'Texas', 'region', 'US', 'TX'],
    ['Ontario', 'Ontario', 'region', 'CA', 'ON'],
    ['ON', 'Ontario', 'region', 'CA', 'ON'],
    ['nouvelle écosse', 'Nova Scotia', 'region', 'CA', 'NS'],
    ['Puerto Rico', 'Puerto Rico', 'region', 'PR', 'PR'],
    ['PR', 'Puerto Rico', 'region', 'PR', 'PR'],
    ['borinquen', 'Puerto Rico', 'region', 'PR', 'PR'],
    [' 312 ', '312 · Chicago, IL', 'areaCode', 'US', 'IL'],
    ['787', '787 · San Juan, PR', 'areaCode', 'PR', 'PR'],
    [' m5v ', 'M5V · Ontario', 'postalCode', 'CA', 'ON'],
    ['00901', '00901 · Puerto Rico', 'postalCode', 'PR', 'PR'],
  ];

  // The places are made for the first who names one: this test comes first.
  it('is every place by all its names', () => {
    expect(table.map(([typed]) => [typed, ...(of(typed!)[0] ?? [])])).toEqual(table);
  });

  it('has one place each', () => {
    expect(of('Prince Edward Island')).toEqual([['Prince Edward Island', 'region', 'CA', 'NS']]);
    expect(of('NS')[0]).toEqual(['Nova Scotia', 'region', 'CA', 'NS']);
    expect(of('puerto').map(([label]) => label)).toEqual(['Puerto Rico']);
    expect(of('san juan').map(([label]) => label)).toEqual(['San Juan, PR']);
    expect(of('nyc')).toHaveLength(1);
  });

  it('is nothing by one letter, by digits that are no code, by a number or by words of nobody', () => {
    for (const typed of ['n', '3125', '13 12', 'x312', 'stryker', 'undefined', '33101 x'])
      expect(of(typed)).toEqual([]);
    expect(of('60601', 'GB')).toEqual([]);
  });
});

describe('placesNamed', () => {
  it.each([
    ['Houston', 'Houston, TX', ['713', '281', '832']],
    ['new york, ny', 'New York, NY', ['212', '332', '934']],
    ['Montréal', 'Montreal, QC', ['263', '514', '438']],
    ['ny', 'New York', expect.arrayContaining(['212', '518', '716', '917'])],
    ['Tex', 'Texas', expect.arrayContaining(['210', '512', '972'])],
    ['Québec', 'Quebec', expect.arrayContaining(['418', '514', '819'])],
    ['Houston,TX', 'Houston, TX', ['713', '281', '832']],
    ['Yukon', 'Yukon', ['867']],
    ['Prince Edward', 'Prince Edward Island', ['782', '902']],
    ['SAN JUAN', 'San Juan, PR', ['787', '939']],
    ['60601', '60601 · Illinois', expect.arrayContaining(['312'])],
    ['M5V', 'M5V · Ontario', expect.arrayContaining(['416'])],
    ['312', '312 · Chicago, IL', ['312']],
  ])('knows %j as %s', (typed, label, areaCodes) => {
    expect(placesNamed(typed, 'US')[0]).toMatchObject({ label, areaCodes });
  });

  it.each(['Wynne', '', 'x', '999', '09012'])('knows nothing of %j', (typed) => {
    expect(placesNamed(typed, 'US')).toEqual([]);
  });

  it('puts what is called so before what only begins so, in its country', () => {
    expect(placesNamed('Washington', 'US').map(({ label }) => label)).toEqual(['Washington', 'Washington D.C.']);
    expect(placesNamed('Toronto', 'US')[0]).toMatchObject({ countryCode: 'CA', region: 'ON', kind: 'city' });
  });
});

describe('isCalled', () => {
  it('is the whole label, its city, and the letters of a region alone', () => {
    const houston = { label: 'Houston, TX', kind: 'city', countryCode: 'US', region: 'TX' };
    expect(['houston', 'Houston TX', 'HOUSTON, tx'].map((typed) => isCalled(houston, typed))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['TX', 'Hous', '', 'Houston Texas'].map((typed) => isCalled(houston, typed))).toEqual(Array(4).fill(false));
    const texas = { label: 'Texas', kind: 'region', countryCode: 'US', region: 'TX' };
    expect(['tx', 'texas'].map((typed) => isCalled(texas, typed))).toEqual([true, true]);
    expect(isCalled({ ...texas, names: ['tejas'] }, 'Tejas')).toBe(true);
  });
});

describe('areasNear', () => {
  it('names those of the same city first, then those of the same state, never the area itself', () => {
    const near = areasNear(['713']);
    expect(near.slice(0, 2)).toEqual(['281', '832']);
    expect(near).toContain('512');
    expect(near).not.toContain('713');
    expect(near).not.toContain('415');
    expect(areasNear(['800'])).toEqual([]);
    expect(areasNear([])).toEqual([]);
    expect(areasNear(['713', '281', '832'])).toEqual(near.filter((area) => !['281', '832'].includes(area)));
  });
});

describe('placeOfArea', () => {
  it('is a city if we know it, else a state or province', () => {
    expect(placeOfArea('713')).toMatchObject({ label: 'Houston, TX' });
    expect(placeOfArea('870')).toMatchObject({ label: 'Arkansas' });
    expect(placeOfArea('800')).toBeUndefined();
  });
});

describe('the tables', () => {
  it('are those that libphonenumber’s data makes', async () => {
    expect(await source('area-places')).toBe(await areaPlacesFile());
    expect(await source('calling-codes')).toBe(callingCodesFile());
  });
});
