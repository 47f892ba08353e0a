import { citiesWithAreas, regionsWithAreas } from '../../core/shop/area-places.js';
import { plain } from '../../core/shop/numbers-query.js';
import { countryOf, puertoRico } from './number-country.js';

/** A place whose numbers may be searched for. */
export interface Place {
  /** As it is shown, such as `Chicago, IL`. */
  label: string;
  kind: 'city' | 'region' | 'areaCode';
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  region?: string;
  areaCodes: string[];
}

const most = 8;

let places: Place[] | undefined;

function allPlaces(): Place[] {
  const countryAt = (areas: string[]) => countryOf(`+1${areas[0]}`) ?? 'US';
  const cities = citiesWithAreas().map(
    ({ names: [label = ''], areas }): Place => ({
      label,
      kind: 'city',
      countryCode: countryAt(areas),
      region: label.slice(-2),
      areaCodes: areas,
    }),
  );
  const regions = regionsWithAreas().map(
    ({ names: [region = '', label = region], areas }): Place => ({
      label,
      kind: 'region',
      countryCode: countryAt(areas),
      region,
      areaCodes: areas,
    }),
  );
  const island: Place = {
    label: 'Puerto Rico',
    kind: 'region',
    countryCode: 'PR',
    region: 'PR',
    areaCodes: puertoRico,
  };
  return [...cities, ...regions, island];
}

/** Answers `?q=chi&countries=US,CA`: cities and regions whose names begin so, and an area code by its digits. */
export function findPlaces(request: Request): { places: Place[] } {
  const { searchParams } = new URL(request.url);
  const typed = plain(searchParams.get('q')?.trim());
  const countries = (searchParams.get('countries') ?? 'US,CA,PR').toUpperCase().split(',');
  places ??= allPlaces();
  if (typed.length < 2) return { places: [] };
  const code = typed.slice(0, 3);
  const byCode = /^\d{3}/.test(typed)
    ? places
        .filter(({ kind, areaCodes }) => kind === 'region' && areaCodes.includes(code))
        .map((place): Place => ({ ...place, label: code, kind: 'areaCode', areaCodes: [code] }))
    : [];
  const named = places.filter(
    ({ label, kind, region }) => plain(label).startsWith(typed) || (kind === 'region' && plain(region) === typed),
  );
  const found = [...byCode, ...named].filter(({ countryCode }) => countries.includes(countryCode));
  return { places: found.slice(0, most) };
}
