import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areasNear, areasOf } from '../../src/core/areas.js';
import { areaPlacesFile } from '../area-places.js';

describe('areasOf', () => {
  it.each([
    ['Houston', ['713', '281', '832']],
    ['new york, ny', ['212', '332', '934']],
    ['Montréal', ['263', '514', '438']],
    ['ny', expect.arrayContaining(['212', '518', '716', '917'])],
    ['Tex', expect.arrayContaining(['210', '512', '972'])],
    ['Québec', expect.arrayContaining(['418', '514', '819'])],
    ['te', []],
    ['Wynne', []],
    ['', []],
  ])('knows %j as %j', (place, areas) => {
    expect(areasOf(place)).toEqual(areas);
  });
});

describe('areasNear', () => {
  it('names those of the same city first, then those of the same state, never the area itself', () => {
    const near = areasNear('713');
    expect(near.slice(0, 2)).toEqual(['281', '832']);
    expect(near).toContain('512');
    expect(near).not.toContain('713');
    expect(near).not.toContain('415');
    expect(areasNear('800')).toEqual([]);
  });
});

describe('the table', () => {
  it('is the one that libphonenumber’s data makes', async () => {
    expect(await readFile(resolve(import.meta.dirname, '../../src/core/area-places.ts'), 'utf8')).toBe(await areaPlacesFile());
  });
});
