import { areasOf } from '../core/areas.js';
import type { NumbersAnswer } from '../core/number-contracts.js';
import type { NumbersQuery } from '../core/numbers-query.js';

/** How many area codes of one place are searched. */
const mostAreas = 3;

/** Searches an endpoint that knows area codes but no places: a city, state or province that we know becomes its area codes. */
export async function searchPlace(query: NumbersQuery, search: (query: NumbersQuery) => Promise<NumbersAnswer>): Promise<NumbersAnswer> {
  if (!query.place || query.page) return search(query);
  const areas = areasOf(query.place).slice(0, mostAreas);
  if (areas.length === 0) return search(query);
  const answers = await Promise.all(areas.map((firstPart) => search({ ...query, firstPart })));
  return { numbers: answers.flatMap(({ numbers }) => numbers) };
}
