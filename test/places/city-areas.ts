import { type CountryCode, getCountryCallingCode } from 'libphonenumber-js/max';
import { otherNames } from '../../src/places/other-names.js';
import { plain } from '../../src/places/plain.js';
import { allAreaCodes } from '../../src/sandbox/carriers/area-codes.js';
import { areasOfCity, prefixNames } from './exchange-codes.js';
import { type GeoCity, isWhole } from './geonames-cities.js';
import { overlays } from './nanpa-overlays.js';
import { nearestOf } from './nearest-of.js';

/** How many area codes a city has at most. */
const most = 8;

/** Area codes of countries where a whole part of the country has one, by GeoNames' number of the state or region. */
const byRegion: Record<string, Record<string, string>> = {
  AU: { '01': '2', '02': '2', '03': '8', '04': '7', '05': '8', '06': '3', '07': '3', '08': '8' },
  // Occitanie has two.
  FR: {
    11: '1',
    24: '2',
    28: '2',
    52: '2',
    53: '2',
    32: '3',
    44: '3',
    27: '3',
    84: '4',
    93: '4',
    94: '4',
    75: '5',
  },
};

/** The names under which a city may stand elsewhere, in plain letters. */
export function namesOf({ countryCode, region, name }: GeoCity): string[] {
  const other = otherNames.get(isWhole(countryCode) ? `${countryCode} ${region} ${name}` : `${countryCode} ${name}`);
  return [...new Set([name, ...(other?.names ?? [])].map(plain))];
}

/** The code that an area code was laid over; undefined for those that had an area to themselves. */
export const olderThan = (area: string): string | undefined =>
  overlays.has(area) ? undefined : [...overlays].find(([, newer]) => newer.includes(area))?.[0];

/**
 * The older codes first, then those laid over them: of these the exchanges say only now and then that they are there.
 */
function withOverlays(areas: readonly string[]): string[] {
  const older = new Set(areas.map((area) => (areas.includes(olderThan(area) ?? '') ? '' : area)).filter(Boolean));
  const alone = [...older].filter((area) => !olderThan(area));
  const known = alone.length > 0 ? alone : [...older].map((area) => olderThan(area) ?? area);
  return [...new Set([...known, ...known.flatMap((area) => overlays.get(area) ?? [])])].slice(0, most);
}

/** Area codes of the cities of one North American region, in their order: their own, or those of the nearest. */
export function areasInRegion(cities: readonly GeoCity[], ofRegion: readonly string[]): string[][] {
  const own = cities.map((city) =>
    namesOf(city)
      .map((name) => areasOfCity.get(`${city.region} ${name}`))
      .find(Boolean),
  );
  const known = cities.map((city, index) => ({ ...city, areas: own[index] })).filter(({ areas }) => areas);
  // Area codes end at the borders of counties more often than between two places.
  const nearest = (city: GeoCity) =>
    nearestOf(
      known.filter(({ county }) => county && county === city.county),
      city,
    ) ?? nearestOf(known, city);
  return cities.map((city, index) => withOverlays(own[index] ?? nearest(city)?.areas ?? ofRegion));
}

const prefixes = new Map<string, Map<string, string[]>>();

/** What the numbers of a country begin with in its cities, by their plain names. */
function prefixesIn(countryCode: string): Map<string, string[]> {
  const callingCode = getCountryCallingCode(countryCode as CountryCode);
  const known = prefixes.get(callingCode);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const [prefix, text] of prefixNames(callingCode)) {
    if (prefix.length > 5) continue;
    for (const name of text.split('/').map((part) => plain(part.replace(/,.*/, '')))) {
      made.set(name, [...(made.get(name) ?? []), prefix]);
    }
  }
  prefixes.set(callingCode, made);
  return made;
}

/** Area codes of a city outside North America; none where they are not known. */
export function areasAbroad(city: GeoCity): string[] {
  const ofRegion = byRegion[city.countryCode];
  if (ofRegion) return [ofRegion[city.region]].filter((area) => area !== undefined);
  const ofCountry = allAreaCodes().flatMap(({ code, country }) => (country === city.countryCode ? [code] : []));
  if (ofCountry.length > 0) return ofCountry;
  const known = prefixesIn(city.countryCode);
  const found = namesOf(city).flatMap((name) => known.get(name) ?? []);
  const shortest = [...new Set(found)].sort((one, other) => one.length - other.length);
  return shortest.filter((area) => !shortest.some((other) => other !== area && area.startsWith(other))).slice(0, most);
}
