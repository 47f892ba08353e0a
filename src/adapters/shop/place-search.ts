import { callingCodeOf } from '../../core/shop/calling-codes.js';
import { pointOf } from '../../core/shop/distance.js';
import { distanceTo } from '../../core/shop/nearest-first.js';
import type { AvailablePhoneNumber, NumbersAnswer } from '../../core/shop/number-contracts.js';
import { isAt, type NumbersQuery } from '../../core/shop/numbers-query.js';
import type { Place } from '../../core/shop/place.js';
import type { Finding } from '../../core/shop/search.js';

/** How many area codes of one place are searched at a time. */
const mostAreas = 4;
/** What stands before the area codes that are left, where a place has more. */
const left = 'areas:';

/** Whether an answer seems to be all there is: hosts that do not page cut at a round number. */
export const isWhole = ({ numbers: { length }, nextPage }: NumbersAnswer): boolean =>
  !nextPage && !(length >= 20 && length % 10 === 0);

/** How far from a city's middle its numbers may be, in kilometres. */
const cityRadius = 40;

/**
 * The numbers at a query's place: first those that say so, then those with an area code of it, the nearest first.
 * `areaCode` when all of them are known to be too far away to be at that city.
 */
export function numbersAt(
  numbers: readonly AvailablePhoneNumber[],
  { place: name = '' }: NumbersQuery,
  place: Place | undefined,
): Pick<Finding, 'closeness'> & { numbers: AvailablePhoneNumber[] } {
  const areas = place?.areaCodes ?? [];
  const from = pointOf(place);
  const farFrom = (number: AvailablePhoneNumber) => distanceTo(number, from) ?? cityRadius;
  const there = numbers.filter((number) => isAt(number, name));
  const around = numbers
    .filter((number) => !there.includes(number) && areas.some((area) => nationalOf(number).startsWith(area)))
    .sort((one, other) => farFrom(one) - farFrom(other));
  const isFar = place?.kind === 'city' && there.length === 0 && around.every((number) => farFrom(number) > cityRadius);
  return { numbers: [...there, ...around], closeness: isFar ? 'areaCode' : 'exact' };
}

const nationalOf = ({ phoneNumber, isoCountry }: AvailablePhoneNumber): string =>
  phoneNumber.slice(1 + (callingCodeOf(isoCountry ?? 'US') ?? '').length);

/**
 * Searches an endpoint that knows no places: it is asked for the area codes of the place, a few at a time until some
 * have numbers, the rest with the next page; where none are known for the country.
 */
export async function searchPlace(
  query: NumbersQuery,
  place: Place | undefined,
  search: (query: NumbersQuery) => Promise<NumbersAnswer>,
): Promise<Omit<Finding, 'place'>> {
  const { page = '', ...first } = query;
  const isOfAreas = page.startsWith(left);
  let areas = isOfAreas ? page.slice(left.length).split(',') : (place?.areaCodes ?? []);
  const hasAreas = query.place && !query.firstPart && (isOfAreas || !page);
  while (hasAreas && areas.length > 0) {
    const answers = await Promise.allSettled(
      areas.slice(0, mostAreas).map((firstPart) => search({ ...first, firstPart })),
    );
    areas = areas.slice(mostAreas);
    const came = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const failed = answers.find((answer) => answer.status === 'rejected');
    const numbers = uniquely(came.flatMap((answer) => answer.numbers));
    if (numbers.length > 0) {
      const nextPage = areas.length > 0 ? left + areas.join() : null;
      return {
        ...inAnswer({ ...came[0], numbers, nextPage }, query, place),
        isWhole: !nextPage && !failed && came.every(isWhole),
      };
    }
    // Whether there are none is not known then.
    if (failed) throw failed.reason;
  }
  const answer = await search(isOfAreas ? first : query);
  return {
    ...(query.place ? inAnswer(answer, query, place) : { answer, closeness: 'exact' }),
    isWhole: isWhole(answer),
  };
}

function inAnswer(answer: NumbersAnswer, query: NumbersQuery, place: Place | undefined): Omit<Finding, 'isWhole'> {
  const { numbers, closeness } = numbersAt(answer.numbers, query, place);
  return { answer: { ...answer, numbers }, closeness };
}

const uniquely = (numbers: AvailablePhoneNumber[]): AvailablePhoneNumber[] => [
  ...new Map(numbers.map((number) => [number.phoneNumber, number])).values(),
];
