import { regionsWithAreas } from '../../core/shop/area-places.js';

const provinces = 'AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' ');

let countries: ReadonlyMap<string, string> | undefined;

/**
 * The country of a number, by its digits: of an area code of the US, Canada or Puerto Rico. Undefined for others, which
 * their digits do not tell, toll-free ones among them.
 */
export function countryOf(phoneNumber: string): string | undefined {
  countries ??= new Map(
    regionsWithAreas().flatMap(({ names: [region = ''], areas }) =>
      areas.map((area) => [area, countryOfRegion(region)] as const),
    ),
  );
  return phoneNumber.startsWith('+1') ? countries.get(phoneNumber.slice(2, 5)) : undefined;
}

function countryOfRegion(region: string): string {
  if (region === 'PR') return 'PR';
  return provinces.includes(region) ? 'CA' : 'US';
}
