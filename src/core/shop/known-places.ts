import { citiesWithAreas, regionsWithAreas } from './area-places.js';
import { plain } from './numbers-query.js';
import type { Place } from './place.js';
import { postalRegion } from './postal-regions.js';

/** A place that a page knows without its host, and what people call it, in plain letters. */
interface Known extends Place {
  areaCodes: string[];
  names: string[];
}

const provinces = /^(AB|BC|MB|NB|NL|NS|NT|ON|QC|SK)$/;

/** What else people call some of them, here and in Spanish and French. */
const otherNames: Record<string, string> = {
  'New York, NY': 'nyc|new york city|nueva york',
  'Los Angeles, CA': 'la|l a',
  'San Francisco, CA': 'sf|frisco',
  'Philadelphia, PA': 'philly|filadelfia|philadelphie',
  'Las Vegas, NV': 'vegas',
  California: 'californie',
  Florida: 'floride',
  Louisiana: 'luisiana|louisiane',
  'New Mexico': 'nuevo mexico|nouveau mexique',
  'North Carolina': 'carolina del norte|caroline du nord',
  'South Carolina': 'carolina del sur|caroline du sud',
  Texas: 'tejas',
  'British Columbia': 'colombie britannique|columbia britanica',
  'Nova Scotia': 'nouvelle ecosse|nueva escocia',
  'New Brunswick': 'nouveau brunswick',
  'Puerto Rico': 'porto rico|borinquen',
};

function allPlaces(): Known[] {
  const countryOf = (region: string) => (provinces.test(region) ? 'CA' : 'US');
  const namesOf = (label: string) => [plain(label), ...(otherNames[label]?.split('|') ?? [])];
  const cities = citiesWithAreas().map(({ names: [label = ''], areas }): Known => {
    const region = label.slice(-2);
    const [name = ''] = label.split(',');
    const names = [...namesOf(label), plain(name)];
    return { label, kind: 'city', countryCode: countryOf(region), region, areaCodes: areas, names };
  });
  const island = { names: ['PR', 'Puerto Rico'], areas: ['787', '939'] };
  const regions = [...regionsWithAreas(), island].flatMap(({ names: [region = '', ...labels], areas }) => {
    // Those of its large cities first, where most of its numbers are.
    const large = cities.flatMap((city) => (city.region === region ? city.areaCodes : []));
    const areaCodes = [...new Set([...large, ...areas])];
    const countryCode = region === 'PR' ? 'PR' : countryOf(region);
    return labels.map((label, index): Known => {
      const names = [...namesOf(label), ...(index === 0 ? [plain(region)] : [])];
      return { label, kind: 'region', countryCode, region, areaCodes, names };
    });
  });
  const sanJuan = { label: 'San Juan, PR', kind: 'city', countryCode: 'PR', region: 'PR', areaCodes: island.areas };
  return [...cities, { ...sanJuan, names: ['san juan pr', 'san juan'] }, ...regions];
}

/** Made when somebody names the first place: most never do. */
let places: Known[] | undefined;
const known = (): Known[] => {
  places ??= allPlaces();
  return places;
};

/** Whether that is what it is called, and not only how its name begins. */
export function isCalled(place: Place & { names?: string[] }, typed: string): boolean {
  const { label, region, kind, names = [] } = place;
  const called = [label, label.split(',')[0], kind === 'region' ? region : label, ...names];
  return called.some((name) => plain(name) === plain(typed));
}

/**
 * Places of the US, Canada and Puerto Rico that a page knows by itself, two dozen cities and every state and province,
 * those of that very name first, then those whose names begin so; and the state of an area code or of a postal code.
 */
export function placesNamed(typed: string, countryCode: string): Place[] {
  const name = plain(typed).trim();
  const code = postalRegion(typed.trim(), countryCode);
  if (code) {
    const region = known().find(({ kind, region }) => kind === 'region' && region === code);
    return region ? [{ ...region, label: `${typed.trim().toUpperCase()} · ${region.label}`, kind: 'postalCode' }] : [];
  }
  if (/^\d{3}$/.test(name)) {
    const place = placeOfArea(name);
    return place ? [{ ...place, kind: 'areaCode', label: `${name} · ${place.label}`, areaCodes: [name] }] : [];
  }
  const called = known().filter((place) => isCalled(place, name));
  const begun = name.length > 1 ? known().filter(({ names }) => names.some((one) => one.startsWith(name))) : [];
  return [...new Set([...called, ...begun])];
}

/** Where an area code of the US, Canada or Puerto Rico is: its city, if we know that, else its state or province. */
export const placeOfArea = (area: string): Place | undefined =>
  known().find(({ areaCodes }) => areaCodes.includes(area));

/** Other area codes of the same state or province, those of the same city first. */
export function areasNear(areas: readonly string[]): string[] {
  const [first = ''] = areas;
  const near = known().flatMap(({ areaCodes }) => (areaCodes.includes(first) ? areaCodes : []));
  return [...new Set(near)].filter((area) => !areas.includes(area));
}
