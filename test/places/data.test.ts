import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areaRows } from '../../src/places/area-data.js';
import { cityRows, homes } from '../../src/places/city-data.js';
import { otherNames } from '../../src/places/other-names.js';
import { regions } from '../../src/places/regions.js';
import { overlays } from './nanpa-overlays.js';
import { placesFiles } from './write-places.js';

const files = placesFiles();
const folder = resolve(import.meta.dirname, '../../src/places');

describe('the data of places', () => {
  it.each(Object.keys(files))('%s is what "npm run places" writes', (name) => {
    expect(readFileSync(resolve(folder, name), 'utf8') === files[name]).toBe(true);
  });

  it('is at most one and a half megabytes', () => {
    expect(Object.values(files).join('').length).toBeLessThan(1_500_000);
  });

  it('has every city that has a name of ours', () => {
    const all = homes.split('|');
    const cities = new Set(
      cityRows.split('~').flatMap((group) =>
        group.split('|').map((row) => {
          const [name, home = ''] = row.split(';');
          return `${all[Number.parseInt(home, 36)]} ${name}`;
        }),
      ),
    );
    expect([...otherNames.keys()].filter((city) => !cities.has(city)).join()).toBe('');
  });

  it('has every state, province and territory with its cities and area codes', () => {
    const wanted = regions.map(({ countryCode, code }) => `${countryCode} ${code}`);
    expect(homes.split('|').filter((home) => home.includes(' '))).toEqual(wanted.toSorted());
    const withCodes = new Set(['US', 'CA', 'PR'].flatMap((country) => areaRows[country]!.match(/[A-Z]{2}/g)!));
    expect(regions.filter(({ code }) => !withCodes.has(code)).map(({ code }) => code)).toEqual(['NU', 'PE', 'YT']);
  });

  it('lays no area code over one of another country', () => {
    const countryOf = (area: string) =>
      Object.entries(areaRows).find(([, rows]) => rows.split('|').some((row) => row.startsWith(area)))?.[0];
    const across = [...overlays].filter(([older, newer]) => newer.some((area) => countryOf(area) !== countryOf(older)));
    expect(across).toEqual([]);
  });
});
