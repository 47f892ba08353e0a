import { type AreaPlace, citiesWithAreas, regionsWithAreas } from './area-places.js';
import { areaOf } from './nearest.js';
import type { AvailablePhoneNumber } from './number-contracts.js';
import { isAt, type NumbersQuery, plain } from './numbers-query.js';

const withPlainNames = ({ names, areas }: AreaPlace): AreaPlace => ({ names: names.map(plain), areas });

/**
 * Cities, then states and provinces. What is typed is compared with their plain names: "houston tx", or "tx" and
 * "texas".
 */
function allPlaces(): AreaPlace[] {
  const cities = citiesWithAreas().map(withPlainNames);
  const regions = regionsWithAreas().map(withPlainNames);
  return cities.concat(
    regions.map(({ names, areas }) => ({
      names,
      // Those of its large cities first, where most of its numbers are.
      areas: cities.flatMap((city) => (city.names[0]?.endsWith(` ${names[0]}`) ? city.areas : [])).concat(areas),
    })),
  );
}

/** Made when somebody names the first place: most never do. */
let places: AreaPlace[] | undefined;

function areasIn({ countryCode }: NumbersQuery, isMeant: (place: AreaPlace) => boolean): string[] {
  if (!/^(US|CA)$/.test(countryCode)) return [];
  places ??= allPlaces();
  return [...new Set(places.filter(isMeant).flatMap(({ areas }) => areas))];
}

/**
 * Area codes of the US or Canadian city, state or province of a query: its abbreviation, or three letters of its name
 * and more.
 */
export function areasOf(query: NumbersQuery): string[] {
  const typed = plain(query.place?.trim());
  return areasIn(query, ({ names }) =>
    names.some((name) => name === typed || (typed.length > 2 && name.startsWith(typed))),
  );
}

/** Area codes near those that a query has searched: of the same city, then of the same state or province. */
export function areasNear(query: NumbersQuery): string[] {
  const tried = query.place ? areasOf(query) : [query.firstPart?.slice(0, 3) ?? ''];
  return areasIn(query, ({ areas }) => areas.includes(tried[0]!)).filter((area) => !tried.includes(area));
}

/** The numbers at a query's place: first those that say so, then those with an area code of it. */
export function numbersAt(numbers: readonly AvailablePhoneNumber[], query: NumbersQuery): AvailablePhoneNumber[] {
  const { place } = query;
  if (!place) return [...numbers];
  const areas = areasOf(query);
  const [there, around]: [AvailablePhoneNumber[], AvailablePhoneNumber[]] = [[], []];
  for (const number of numbers) {
    if (isAt(number, place)) there.push(number);
    else if (areas.includes(areaOf(number.phoneNumber))) around.push(number);
  }
  return [...there, ...around];
}
