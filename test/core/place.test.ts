import { describe, expect, it } from 'vitest';
import { fitPlaces } from '../../src/core/shop/place.js';

const source = 'The places endpoint';
const austin = { label: 'Austin, TX', kind: 'city', countryCode: 'US' };
const rest = { region: null, numberType: null, latitude: null, longitude: null };

describe('the answer of the places endpoint', () => {
  it('is its places, in its order, with what it says of each', () => {
    const whole = { ...austin, region: 'TX', numberType: null, latitude: 30.3, longitude: -97.7, areaCodes: ['512'] };
    expect(fitPlaces({ places: [whole, { ...austin, label: 'Austin, MN' }] }, source)).toMatchObject([
      whole,
      { label: 'Austin, MN', areaCodes: [] },
    ]);
  });

  it('has area codes of digits only, as text', () => {
    const areaCodes = ['512', 737, '5-12', '', null, '1234567', 'x12', '12x', '123456'];
    expect(fitPlaces({ places: [{ ...austin, areaCodes }] }, source)[0]!.areaCodes).toEqual(['512', '737', '123456']);
    expect(fitPlaces({ places: [{ ...austin, areaCodes: '512' }] }, source)[0]!.areaCodes).toEqual([]);
  });

  it('is taken without a place that does not fit', () => {
    const labels = fitPlaces({ places: [{ ...austin, label: 7 }, null, 'Austin', { ...rest, ...austin }] }, source);
    expect(labels.map(({ label }) => label)).toEqual(['Austin, TX']);
  });

  it.each([null, undefined, {}, { places: {} }, [austin]])('is refused where it has no list: %j', (answer) => {
    expect(() => fitPlaces(answer, source)).toThrow(/The places endpoint.*places.*is not an array/);
  });
});
