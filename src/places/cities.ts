import { areaSets, cityRows, homes } from './city-data.js';
import { otherNames } from './other-names.js';
import { plain } from './plain.js';

/** A city of the data. */
export interface City {
  name: string;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  /** In two letters, in the US, Canada and Puerto Rico. */
  region?: string;
  /** In hundreds of people. */
  population: number;
  latitude: number;
  longitude: number;
  /** The usual one first; none where they are not known. */
  areaCodes: readonly string[];
  /** Its name in English, Spanish and French, where it is not the same in all of them. */
  names?: readonly [en: string, es: string, fr: string];
}

/** A name under which a city is found, in plain letters. */
export interface CityName {
  name: string;
  city: City;
}

const number = (text = '') => Number.parseInt(text, 36) || 0;

/** Made once, when it is first asked for. */
function once<Made>(make: () => Made): () => Made {
  let made: { it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

const allHomes = once(() => homes.split('|'));
const allSets = once(() => areaSets.split('|').map((set) => set.split(' ').filter(Boolean)));

function cityOf(row: string): City {
  const [name = '', home, people, latitude, longitude, set] = row.split(';');
  const where = allHomes()[number(home)] ?? '';
  const [countryCode = '', region] = where.split(' ');
  return {
    name,
    countryCode,
    region,
    population: number(people),
    latitude: number(latitude) / 100,
    longitude: number(longitude) / 100,
    areaCodes: allSets()[number(set)] ?? [],
    names: otherNames.get(`${where} ${name}`)?.names,
  };
}

/** The groups of the data by their two letters: how many cities are before, and the cities. */
const groups = once(
  () =>
    new Map(
      cityRows.split('~').map((group) => {
        const end = group.indexOf('|');
        return [group.slice(0, 2), { before: number(group.slice(2, end)), rows: group.slice(end + 1) }];
      }),
    ),
);

const read = new Map<string, CityName[]>();

/** The cities whose plain names begin with these two letters. They are read when somebody types them: few ever are. */
function citiesFrom(start: string): readonly CityName[] {
  const rows = groups().get(start)?.rows;
  if (!rows) return [];
  const known = read.get(start);
  if (known) return known;
  const made = rows.split('|').map((row): CityName => {
    const city = cityOf(row);
    return { name: plain(city.name), city };
  });
  read.set(start, made);
  return made;
}

/** The city at a place in the list of all, in base 36, as the other data name it. */
export function cityAt(place: string): City | undefined {
  const index = number(place);
  const from = place ? [...groups()].findLast(([, { before }]) => before <= index) : undefined;
  return from && citiesFrom(from[0])[index - from[1].before]?.city;
}

/** The names of ours, and whose they are, by their first two letters. */
const ours = once(() => {
  const found = new Map<string, { name: string; place: string }[]>();
  for (const [place, { names = [], also }] of otherNames)
    for (const name of new Set([...names.map(plain), ...also])) {
      const start = name.slice(0, 2);
      found.set(start, [...(found.get(start) ?? []), { name, place }]);
    }
  return found;
});

const cityNamed = (place: string): City | undefined => {
  const [, home = '', name = ''] = /^((?:US|CA|PR) [A-Z]{2}|[A-Z]{2}) (.+)$/.exec(place) ?? [];
  const isIt = ({ city }: CityName) => city.name === name && [city.countryCode, city.region].join(' ').trim() === home;
  return citiesFrom(plain(name).slice(0, 2)).find(isIt)?.city;
};

const oursFrom = (start: string): CityName[] =>
  (ours().get(start) ?? []).flatMap(({ name, place }) => {
    const city = cityNamed(place);
    return city ? [{ name, city }] : [];
  });

const all = new Map<string, readonly CityName[]>();

/** Names that begin with the two letters that this text begins with. */
export function namesLike(text: string): readonly CityName[] {
  const start = text.slice(0, 2);
  const known = all.get(start) ?? [...citiesFrom(start), ...oursFrom(start)];
  if (groups().has(start) || ours().has(start)) all.set(start, known);
  return known;
}

/** People, in hundreds, from which on a city is rather meant with a letter wrong than none at all. */
const largeCity = 500;

const large = new Map<string, readonly CityName[]>();

/** Names of large cities that begin with the letter that this text begins with: that one is seldom wrong. */
export function largeNamesLike(text: string): readonly CityName[] {
  const letter = text.slice(0, 1);
  const starts = new Set([...groups().keys(), ...ours().keys()].filter((start) => start.startsWith(letter)));
  const known = large.get(letter) ?? [...starts].flatMap(namesLike).filter(({ city }) => city.population >= largeCity);
  if (starts.size > 0) large.set(letter, known);
  return known;
}
