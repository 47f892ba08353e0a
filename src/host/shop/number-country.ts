import { regionsWithAreas } from '../../core/shop/area-places.js';

const provinces = 'AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' ');

/** Area codes of Puerto Rico, which the table of regions leaves out: it is no state. */
const puertoRico = ['787', '939'];

let countries: ReadonlyMap<string, string> | undefined;

/**
 * The country of a number, by its digits: of an area code of the US, Canada or Puerto Rico. Undefined for others, which
 * their digits do not tell, toll-free ones among them.
 */
export function countryOf(phoneNumber: string): string | undefined {
  countries ??= new Map(
    regionsWithAreas()
      .map(({ names: [region = ''], areas }): [string, string[]] => [provinces.includes(region) ? 'CA' : 'US', areas])
      .concat([['PR', puertoRico]])
      .flatMap(([country, areas]) => areas.map((area) => [area, country] as const)),
  );
  return phoneNumber.startsWith('+1') ? countries.get(phoneNumber.slice(2, 5)) : undefined;
}
