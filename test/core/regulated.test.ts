import { readFileSync } from 'node:fs';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { isRegulated } from '../../src/core/regulated.js';
import { allAreas, regulatedAreasDocument, regulatedAreasFile, unregulatedAreas } from '../regulated-areas.js';

describe('isRegulated', () => {
  it.each([
    [{ country: 'US' }, true],
    [{ country: 'ca' }, true],
    [{ country: 'PR' }, true],
    [{ country: 'GB' }, false],
    [{ country: 'JM' }, false],
    [{ country: 'US', number: '+18765550101' }, true],
    [{ number: '+14155550101' }, true],
    [{ number: '+1 (787) 555-0101' }, true],
    [{ number: '+18005550101' }, true],
    [{ number: '+18765550101' }, false],
    [{ number: '+18095550101' }, false],
    [{ number: '+442079460001' }, false],
    [{ number: '415-555-0101' }, true],
    [{ number: 'nonsense' }, true],
    [{ country: 'Jamaica', number: '+18765550101' }, false],
    [{ country: 'United States' }, true],
    [{ country: '', number: null }, true],
    [{}, true],
  ])('says of %j: %s', (origin, regulated) => {
    expect(isRegulated(origin)).toBe(regulated);
  });
});

describe('the table of area codes', () => {
  it('is the one that the metadata gives', () => {
    expect(
      readFileSync(new URL('../../src/core/regulated-areas.ts', import.meta.url), 'utf8'),
      'Run: npx tsx test/regulated-areas.ts',
    ).toBe(regulatedAreasFile());
    expect(regulatedAreasFile().length).toBeLessThan(1000);
  });

  it('is the one of docs/regulated-areas.json, whose examples are true', () => {
    const file = readFileSync(new URL('../../docs/regulated-areas.json', import.meta.url), 'utf8');
    expect(file, 'Run: npx tsx test/regulated-areas.ts').toBe(regulatedAreasDocument());
    const { examples } = JSON.parse(file) as { examples: { phoneNumber: string; regulated: boolean }[] };
    for (const { phoneNumber, regulated } of examples)
      expect(isRegulated({ number: phoneNumber }), phoneNumber).toBe(regulated);
  });

  it('agrees with the metadata about every area code', () => {
    const areas = unregulatedAreas();
    expect(areas.length).toBeGreaterThan(20);
    for (const area of allAreas)
      expect([area, isRegulated({ number: `+1${area}2345678` })]).toEqual([area, !areas.includes(area)]);
  });

  it('agrees with what the library says of whole numbers, wherever it knows their country', () => {
    const known = new Set<string>();
    for (const area of allAreas) {
      for (let exchange = 200; exchange < 1000; exchange += 37) {
        const number = `+1${area}${exchange}0123`;
        const country = parsePhoneNumberFromString(number)?.country;
        if (!country) continue;
        known.add(country);
        expect([number, country, isRegulated({ number })]).toEqual([
          number,
          country,
          ['US', 'CA', 'PR'].includes(country),
        ]);
      }
    }
    expect(known.size).toBeGreaterThan(20);
  });
});
