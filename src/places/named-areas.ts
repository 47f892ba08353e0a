import { areaCodesOf } from './area-codes.js';
import type { City } from './cities.js';
import { homes } from './city-data.js';
import { fit, type Match, type Typed } from './match.js';
import { plain } from './plain.js';
import { type Region, regions, sharedWith } from './regions.js';
import { allLanguages, countryName } from './wording.js';

/** As how many people, in hundreds, a state or province counts beside cities of its name: more than Quebec City. */
const regionWeight = 10_000;

/** What people call countries besides their names, in plain letters. */
const countryNicknames: Record<string, string> = {
  US: 'us,usa,america,ee uu,eeuu,eua,e u',
  GB: 'uk,england,scotland,wales,great britain,britain,inglaterra,escocia,angleterre,ecosse,gran bretana',
  NL: 'holland,holanda,hollande',
  MX: 'mexico,mexique',
};

const namesByRegion = new Map<Region, string[]>();

const namesOf = (region: Region): string[] => {
  const known = namesByRegion.get(region) ?? [
    ...new Set([region.code.toLowerCase(), ...region.names.map(plain), ...region.also]),
  ];
  namesByRegion.set(region, known);
  return known;
};

let countries: [countryCode: string, names: string[]][] | undefined;

/** The countries that have cities, by the names that people type after one. */
function countryNames(): [countryCode: string, names: string[]][] {
  countries ??= [...new Set(homes.split('|').map((home) => home.slice(0, 2)))].map((countryCode) => [
    countryCode,
    [
      countryCode.toLowerCase(),
      ...allLanguages.map((language) => plain(countryName(countryCode, language))),
      ...(countryNicknames[countryCode]?.split(',') ?? []),
    ],
  ]);
  return countries;
}

/** Which cities are meant by what stands after their name, such as `tx`, `texas` or `uk`; undefined when none are. */
export function areaNamed(text: string, mayBegin: boolean): ((city: City) => boolean) | undefined {
  const fits = (name: string) => name === text || (mayBegin && name.startsWith(text));
  const inRegions = regions.filter((region) => namesOf(region).some(fits));
  const inCountries = countryNames().flatMap(([countryCode, names]) => (names.some(fits) ? [countryCode] : []));
  if (!inRegions.length && !inCountries.length) return undefined;
  return ({ countryCode, region }) =>
    inCountries.includes(countryCode) ||
    inRegions.some((one) => one.code === region && one.countryCode === countryCode);
}

/** The states and provinces whose name, in any of the languages, or whose abbreviation was typed. */
export const findRegions = ({ text }: Typed): Match[] =>
  regions.flatMap((region) => {
    const names = namesOf(region);
    const { code, countryCode } = region;
    // The District of Columbia is its city.
    if (code === 'DC' || !names.some((name) => name.startsWith(text))) return [];
    return [
      {
        countryCode,
        fit: names.includes(text) ? fit.exact : fit.beginning,
        weight: regionWeight,
        place: (language) => ({
          label: region.names[language],
          kind: 'region',
          countryCode,
          region: code,
          areaCodes: areaCodesOf(countryCode, sharedWith[code] ?? code),
        }),
      },
    ];
  });
