import { type City, type CityName, largeNamesLike, namesLike } from './cities.js';
import { fit, type Match, type Typed } from './match.js';
import { areaNamed } from './named-areas.js';
import { isOneEdit } from './one-edit.js';
import { plain } from './plain.js';
import { cityLabel } from './wording.js';

/** The fewest letters of which one may be wrong. */
const fewest = 5;

/** Words that names begin with, and as what {@link plain} has them. */
const beginnings = [
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['fort', 'ft'],
  ['mount', 'mt'],
] as const;

/** One way to understand what was typed. */
interface Reading {
  /** The city's name. */
  name: string;
  isThere: (city: City) => boolean;
  /** Whether the name may be the beginning of a longer one. */
  mayBegin: boolean;
}

/** `springfield mo` is a name, or a name and where it is; after a comma the second is sure. */
function readingsOf({ raw, text }: Typed): Reading[] {
  const [first = '', ...rest] = raw.split(',').map(plain);
  const after = rest.filter(Boolean).join(' ');
  const isThere = after ? areaNamed(after, true) : () => true;
  const readings: Reading[] =
    rest.length > 0 && first && isThere
      ? [{ name: first, isThere, mayBegin: true }]
      : [{ name: text, isThere: () => true, mayBegin: true }];
  // "sain" is the beginning of many names that are compared as "st".
  const [, short] = beginnings.find(([full]) => text.length > 2 && full.startsWith(text)) ?? [];
  if (short) readings.push({ name: `${short} `, isThere: () => true, mayBegin: true });
  const words = text.split(' ');
  for (let count = 1; count < words.length; count += 1) {
    const inArea = areaNamed(words.slice(count).join(' '), false);
    if (inArea) readings.push({ name: words.slice(0, count).join(' '), isThere: inArea, mayBegin: false });
  }
  return readings;
}

/** How well each city fits that does. */
function fitting(readings: readonly Reading[], namesFor: (reading: Reading) => readonly CityName[]): Map<City, number> {
  const found = new Map<City, number>();
  for (const reading of readings)
    for (const { name, city } of namesFor(reading)) {
      const how = howWell(name, reading);
      if (how !== undefined && reading.isThere(city)) found.set(city, Math.min(how, found.get(city) ?? how));
    }
  return found;
}

function howWell(name: string, { name: typed, mayBegin }: Reading): number | undefined {
  if (name === typed) return fit.exact;
  if (name.startsWith(typed)) return mayBegin ? fit.beginning : undefined;
  return isOneEdit(name, typed) ? fit.misspelt : undefined;
}

/** The cities whose name was typed or begun, in any of the languages, or whose was misspelt when there is none. */
export function findCities(typed: Typed): Match[] {
  const readings = readingsOf(typed);
  const found = fitting(readings, ({ name }) => namesLike(name).filter((one) => one.name.startsWith(name)));
  const cities =
    found.size > 0 ? found : fitting(readings, ({ name }) => (name.length < fewest ? [] : largeNamesLike(name)));
  return [...cities].map(
    ([city, how]): Match => ({
      countryCode: city.countryCode,
      fit: how,
      weight: city.population,
      place: (language) => ({
        label: cityLabel(city, language),
        kind: 'city',
        countryCode: city.countryCode,
        ...(city.region && { region: city.region }),
        ...(city.areaCodes.length > 0 && { areaCodes: [...city.areaCodes] }),
        latitude: city.latitude,
        longitude: city.longitude,
      }),
    }),
  );
}
