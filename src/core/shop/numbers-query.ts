import { callingCodeOf } from './calling-codes.js';
import type { AvailablePhoneNumber } from './number-contracts.js';
import { typeOf } from './ordered-number.js';

/**
 * A search: the parameters of the public LC Phone API and two of the shop's own, all of them text, so that a page can
 * keep it in its URL: `new URLSearchParams(query)` and `Object.fromEntries(new URLSearchParams(location.search))`.
 */
export interface NumbersQuery {
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  /** `local`, `tollFree` and `mobile`, separated by commas; all when left out. */
  numberTypes?: string;
  /** Digits the national number begins with. */
  firstPart?: string;
  /** Digits it ends with. */
  lastPart?: string;
  /** Digits anywhere in it. */
  anywhere?: string;
  /** `true` leaves out numbers that cannot send and receive SMS. */
  smsEnabled?: string;
  mmsEnabled?: string;
  voiceEnabled?: string;
  /**
   * City, state or province, or a postal code. The numbers endpoint gets the area codes of those that the places
   * endpoint or we know, and the answer is filtered in the browser.
   */
  place?: string;
  /** `price` or `place`; as the host answers when left out. Not sent to the numbers endpoint. */
  sort?: string;
  /** What the answer before said as `nextPage`. */
  page?: string;
}

/** Where typed digits are looked for. */
export type Pattern = 'firstPart' | 'anywhere' | 'lastPart';

const digits = /^\d{1,15}$/;
const known: Record<keyof NumbersQuery, RegExp> = {
  countryCode: /^[A-Z]{2}$/,
  numberTypes: /^(local|tollFree|mobile)(,(local|tollFree|mobile))*$/,
  firstPart: digits,
  lastPart: digits,
  anywhere: digits,
  smsEnabled: /^true$/,
  mmsEnabled: /^true$/,
  voiceEnabled: /^true$/,
  // A ZIP code is a place too.
  place: /\p{L}|^\d{5}$/u,
  sort: /^(price|place)$/,
  page: /./,
};

/** The query in what may have come from a page's URL: what we do not know, or what makes no sense, is left out. */
export function toQuery(given: Readonly<Record<string, unknown>>, countryCode: string): NumbersQuery {
  const query: NumbersQuery = { countryCode };
  for (const [name, pattern] of Object.entries(known) as [keyof NumbersQuery, RegExp][]) {
    const value = typeof given[name] === 'string' ? given[name].trim() : '';
    const text = name === 'countryCode' ? value.toUpperCase() : value;
    if (pattern.test(text)) query[name] = text;
  }
  return query;
}

/** The part of the query that a numbers endpoint understands. */
export function endpointQuery({
  place: _place,
  sort: _sort,
  ...query
}: NumbersQuery): Record<string, string | undefined> {
  return query;
}

/** What stands in the field for digits and places when this query is shown. */
export const typedOf = ({ place, firstPart, anywhere, lastPart }: NumbersQuery): string =>
  place ?? firstPart ?? anywhere ?? lastPart ?? '';

/** For comparing names: without accents, stops, commas and hyphens, in lower case. */
export const plain = (text: string | null | undefined) =>
  (text ?? '')
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/[\s,-]+/g, ' ')
    .toLowerCase();

/** Whether a number is in that city or region. */
export const isAt = ({ locality, region }: Pick<AvailablePhoneNumber, 'locality' | 'region'>, place: string): boolean =>
  [locality, region, `${locality ?? ''} ${region ?? ''}`].some((name) => plain(name).startsWith(plain(place)));

/** Whether a number of a given list answers the query but for its place, for hosts that pass all their numbers. */
export function matches(number: AvailablePhoneNumber, query: NumbersQuery): boolean {
  const { countryCode, numberTypes, firstPart, lastPart, anywhere, smsEnabled, mmsEnabled, voiceEnabled } = query;
  if (number.isoCountry && number.isoCountry !== countryCode) return false;
  const national = number.phoneNumber.slice(1 + (callingCodeOf(countryCode) ?? '').length);
  const can = number.capabilities;
  return (
    (!numberTypes || numberTypes.split(',').includes(typeOf(number))) &&
    (!firstPart || national.startsWith(firstPart)) &&
    (!lastPart || national.endsWith(lastPart)) &&
    (!anywhere || national.includes(anywhere)) &&
    (!smsEnabled || Boolean(can?.SMS)) &&
    (!mmsEnabled || Boolean(can?.MMS)) &&
    (!voiceEnabled || Boolean(can?.voice))
  );
}

/** The numbers in the order the query asks for; those without a price or place come last. */
export function sorted(
  numbers: readonly AvailablePhoneNumber[],
  { sort }: NumbersQuery,
): readonly AvailablePhoneNumber[] {
  if (sort === 'price')
    return [...numbers].sort((one, other) => (one.price?.price ?? Infinity) - (other.price?.price ?? Infinity) || 0);
  if (sort !== 'place') return numbers;
  const place = ({ region, locality }: AvailablePhoneNumber) =>
    region || locality ? `${plain(region)} ${plain(locality)}` : '\uffff';
  const keyed = numbers.map((number) => [place(number), number] as const);
  return keyed.sort(([one], [other]) => Number(one > other) - Number(one < other)).map(([, number]) => number);
}
