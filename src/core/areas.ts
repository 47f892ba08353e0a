import { cities, owners, regions } from './area-places.js';
import { plain } from './numbers-query.js';

interface Place {
  /** "houston, tx", or "tx" and "texas". */
  names: string[];
  areas: string[];
}

const places: Place[] = [
  ...cities.split('|').map((line) => ({ names: [plain(line.replace(/ \d+$/, ''))], areas: line.match(/\d{3}/g)! })),
  ...regions.split('|').map((line, index) => ({
    names: [plain(line.slice(0, 2)), plain(line.slice(3))],
    areas: [...owners].flatMap((owner, area) => (owner.charCodeAt(0) - 48 === index ? [String(area + 200)] : [])),
  })),
];

/** Area codes of the US or Canadian city, state or province that someone types: its abbreviation, or three letters of its name and more. */
export function areasOf(place: string): string[] {
  const typed = plain(place.trim());
  const found = places.filter(({ names }) => names.some((name) => name === typed || (typed.length > 2 && name.startsWith(typed))));
  return [...new Set(found.flatMap(({ areas }) => areas))];
}

/** Other area codes near this one: of the same city, then of the same state or province. */
export const areasNear = (area: string): string[] => [...new Set(places.flatMap(({ areas }) => (areas.includes(area) ? areas : [])))].filter((other) => other !== area);
