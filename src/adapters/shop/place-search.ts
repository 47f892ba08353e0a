import { areasOf, numbersAt } from '../../core/shop/areas.js';
import type { NumbersAnswer } from '../../core/shop/number-contracts.js';
import type { NumbersQuery } from '../../core/shop/numbers-query.js';

/** How many area codes of one place are searched. */
const mostAreas = 3;

/**
 * Searches an endpoint that knows no places: it is asked for the area codes of the place, as far as we know them, and
 * for the country.
 */
export async function searchPlace(
  query: NumbersQuery,
  search: (query: NumbersQuery) => Promise<NumbersAnswer>,
): Promise<NumbersAnswer> {
  const areas = query.page || query.firstPart ? [] : areasOf(query).slice(0, mostAreas);
  const none: NumbersAnswer = { numbers: [] };
  const [country, ...others] = await Promise.all([
    search(query),
    ...areas.map((firstPart) => search({ ...query, firstPart }).catch(() => none)),
  ]);
  const numbers = new Map(
    [...others, country].flatMap((answer) => answer.numbers.map((number) => [number.phoneNumber, number])),
  );
  return { ...country, numbers: numbersAt([...numbers.values()], query) };
}
