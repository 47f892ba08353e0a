import { describe, expect, it } from 'vitest';
import { catalogue, find } from '../../demo/server/catalogue.js';
import { searchNumbers } from '../../demo/server/number-search.js';

const none = new Set<string>();
const found = (query: string, sold = none) => {
  const answer = searchNumbers(new URLSearchParams(query), sold);
  if (!answer.ok) throw new Error(answer.body.message);
  return answer.body.numbers;
};

describe('catalogue', () => {
  it('holds only numbers that are set aside for fiction, each once', () => {
    const numbers = catalogue.map(({ listing }) => listing.phoneNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers)
      expect(number).toMatch(/^\+(1\d{3}55501\d{2}|44(2079460|1214960|1614960|1314960|7700900|8081570)1\d{2})$/);
  });

  it('looks like the public LC Phone API', () => {
    expect(find('+18305550130')?.listing).toEqual({
      phoneNumber: '+18305550130',
      friendlyName: '(830) 555-0130',
      lata: '566',
      locality: 'New Braunfels',
      rateCenter: 'NEW BRAUNFELS',
      latitude: '29.703000',
      longitude: '-98.124500',
      region: 'TX',
      postalCode: '78130',
      isoCountry: 'US',
      addressRequirements: 'none',
      beta: false,
      capabilities: expect.objectContaining({ voice: true }) as unknown,
      price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
    });
    expect(catalogue.find(({ listing }) => listing.locality === 'London')?.listing.friendlyName).toMatch(
      /^020 7946 01\d\d$/,
    );
  });
});

describe('searchNumbers', () => {
  it.each([
    ['countryCode=US', (n: { isoCountry: string }) => n.isoCountry === 'US'],
    ['countryCode=us', (n: { isoCountry: string }) => n.isoCountry === 'US'],
    ['countryCode=US&numberTypes=tollFree', (n: { phoneNumber: string }) => /^\+18/.test(n.phoneNumber)],
    ['countryCode=US&firstPart=212', (n: { phoneNumber: string }) => n.phoneNumber.startsWith('+1212')],
    ['countryCode=US&lastPart=37', (n: { phoneNumber: string }) => n.phoneNumber.endsWith('37')],
    ['countryCode=US&anywhere=5501', (n: { phoneNumber: string }) => n.phoneNumber.includes('5501')],
    ['countryCode=US&mmsEnabled=true', (n: { capabilities: { MMS: boolean } }) => n.capabilities.MMS],
    ['countryCode=US&smsEnabled=true', (n: { capabilities: { SMS: boolean } }) => n.capabilities.SMS],
    [
      'countryCode=GB&numberTypes=mobile&voiceEnabled=true',
      (n: { capabilities: { voice: boolean } }) => n.capabilities.voice,
    ],
    ['countryCode=PR&firstPart=&lastPart=', (n: { isoCountry: string }) => n.isoCountry === 'PR'],
  ])('finds by %s only what fits', (query, fits) => {
    const numbers = found(query);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.every(fits)).toBe(true);
  });

  it('leaves something out with every capability, so that the filters can be seen to work', () => {
    for (const filter of ['smsEnabled', 'mmsEnabled'])
      expect(found(`countryCode=US&firstPart=212&${filter}=true`).length).toBeLessThan(
        found('countryCode=US&firstPart=212').length,
      );
  });

  it('offers at most 40, from many places, and none that is sold', () => {
    const numbers = found('countryCode=US');
    expect(numbers).toHaveLength(40);
    expect(new Set(numbers.map(({ locality }) => locality)).size).toBeGreaterThan(5);
    const [first] = numbers as [(typeof numbers)[number]];
    expect(found('countryCode=US', new Set([first.phoneNumber]))).not.toContainEqual(first);
  });

  it('finds nothing where we have no numbers', () => {
    expect(found('countryCode=DE')).toEqual([]);
    expect(found('countryCode=US&firstPart=999')).toEqual([]);
  });

  it.each([
    ['', 'countryCode is required'],
    ['countryCode=USA', 'countryCode must be a two-letter country code'],
    ['countryCode=US&numberTypes=local,fax', 'numberTypes must be local, tollFree or mobile'],
    ['countryCode=US&firstPart=2a', 'firstPart must be 1 to 10 digits'],
    ['countryCode=US&smsEnabled=yes', 'smsEnabled must be true or false'],
  ])('refuses "%s" in the words of that API', (query, message) => {
    expect(searchNumbers(new URLSearchParams(query), none)).toEqual({
      ok: false,
      body: { message, error: 'Bad Request', statusCode: 400 },
    });
  });
});
