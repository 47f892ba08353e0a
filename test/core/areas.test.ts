import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areasNear, areasOf, numbersAt } from '../../src/core/shop/areas.js';
import { areaPlacesFile } from '../area-places.js';

describe('areasOf', () => {
  it.each([
    ['Houston', ['713', '281', '832']],
    ['new york, ny', ['212', '332', '934']],
    ['Montréal', ['263', '514', '438']],
    ['ny', expect.arrayContaining(['212', '518', '716', '917'])],
    ['Tex', expect.arrayContaining(['210', '512', '972'])],
    ['Québec', expect.arrayContaining(['418', '514', '819'])],
    ['Houston TX', ['713', '281', '832']],
    ['Houston,TX', ['713', '281', '832']],
    ['Yukon', ['867']],
    ['Prince Edward', ['782', '902']],
    ['te', []],
    ['Wynne', []],
    ['', []],
  ])('knows %j as %j', (place, areas) => {
    expect(areasOf({ countryCode: 'US', place })).toEqual(areas);
  });
});

describe('areasNear', () => {
  it('names those of the same city first, then those of the same state, never the area itself', () => {
    const near = areasNear({ countryCode: 'US', firstPart: '713' });
    expect(near.slice(0, 2)).toEqual(['281', '832']);
    expect(near).toContain('512');
    expect(near).not.toContain('713');
    expect(near).not.toContain('415');
    expect(areasNear({ countryCode: 'US', firstPart: '800' })).toEqual([]);
    expect(areasNear({ countryCode: 'GB', firstPart: '713' })).toEqual([]);
    expect(areasNear({ countryCode: 'US', place: 'Houston' })).toEqual(
      near.filter((area) => !['281', '832'].includes(area)),
    );
  });
});

describe('numbersAt', () => {
  const number = (phoneNumber: string, locality: string, region: string) => ({ phoneNumber, locality, region });
  const [bellaire, houston, newYork] = [
    number('+17135550101', 'Bellaire', 'TX'),
    number('+17135550102', 'Houston', 'TX'),
    number('+12125550101', 'New York', 'NY'),
  ] as const;

  it('puts numbers that say the place before those that only have its area code, and leaves out the others', () => {
    expect(numbersAt([bellaire, newYork, houston], { countryCode: 'US', place: 'houston' })).toEqual([
      houston,
      bellaire,
    ]);
    expect(numbersAt([bellaire, newYork], { countryCode: 'US' })).toEqual([bellaire, newYork]);
  });

  it('takes the beginning of a number of another plan for no area code', () => {
    expect(numbersAt([{ phoneNumber: '+4713555010' }], { countryCode: 'US', place: 'Houston' })).toEqual([]);
  });
});

describe('the table', () => {
  it('is the one that libphonenumber’s data makes', async () => {
    expect(await readFile(resolve(import.meta.dirname, '../../src/core/shop/area-places.ts'), 'utf8')).toBe(
      await areaPlacesFile(),
    );
  });
});
