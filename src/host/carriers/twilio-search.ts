import * as z from 'zod/mini';
import type { FoundNumber, NumberSearch, NumberType } from './carrier.js';
import { nationalDigits } from './found-numbers.js';

/** Twilio's resources by type. */
export const resources: Record<NumberType, string> = { local: 'Local', tollFree: 'TollFree', mobile: 'Mobile' };

const areaCodeCountries = ['US', 'CA'];
/** Ten digits after +1; Twilio has no mobile numbers there. */
const tenDigitCountries = [...areaCodeCountries, 'PR'];
const usualSize = 50;
/** Where Twilio cannot be told all that is wanted, more has to come for enough to be left. */
const largeSize = 500;
const longestPattern = 16;

/**
 * The types to search. Without a wish: in the US, Canada and Puerto Rico local and toll-free, elsewhere mobile as well;
 * near a place only those that belong to one.
 */
export function typesOf({ countryCode, numberTypes, locality, region, postalCode }: NumberSearch): NumberType[] {
  if (numberTypes?.length) return [...new Set(numberTypes)].filter((type) => Object.hasOwn(resources, type));
  const types: NumberType[] = tenDigitCountries.includes(countryCode)
    ? ['local', 'tollFree']
    : ['local', 'mobile', 'tollFree'];
  return locality || region || postalCode ? types.filter((type) => type !== 'tollFree') : types;
}

/** The digits that are searched for. */
function partsOf({ firstPart, lastPart, anywhere }: NumberSearch) {
  const digits = (part = '') => part.replace(/\D/g, '');
  return { first: digits(firstPart), last: digits(lastPart), any: digits(anywhere) };
}

/**
 * `AreaCode` and `Contains`, and whether they say all. One pattern takes one part: `*` stands for a digit at either end
 * of it and nowhere else, `$` for the end. Of several parts the longest is sent. How many digits there are is known for
 * +1 only; elsewhere the beginning is searched for anywhere.
 */
function patternOf(query: NumberSearch): { areaCode?: string; contains?: string; isAll: boolean } {
  const { first, last, any } = partsOf(query);
  const hasTen = tenDigitCountries.includes(query.countryCode);
  const areaCode = areaCodeCountries.includes(query.countryCode) && first.length >= 3 ? first.slice(0, 3) : undefined;
  const parts = [
    { digits: areaCode === first ? '' : first, pattern: hasTen ? first.padEnd(10, '*') : first, isExact: hasTen },
    { digits: last, pattern: hasTen ? last.padStart(10, '*') : `${last}$`, isExact: true },
    { digits: any, pattern: any, isExact: true },
  ].filter(({ digits }) => digits);
  const [best] = parts
    .filter(({ digits, pattern }) => digits.length >= 2 && pattern.length <= longestPattern)
    .sort((one, other) => other.digits.length - one.digits.length);
  return {
    areaCode,
    contains: best?.pattern,
    isAll: parts.length === 0 || (parts.length === 1 && best?.isExact === true),
  };
}

/** The query of a search; source: twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource. */
export function searchParameters(query: NumberSearch): URLSearchParams {
  const { areaCode, contains, isAll } = patternOf(query);
  const hasPlaces = areaCodeCountries.includes(query.countryCode);
  const wanted: Record<string, string | boolean | undefined> = {
    AreaCode: areaCode,
    Contains: contains,
    SmsEnabled: query.smsEnabled,
    MmsEnabled: query.mmsEnabled,
    VoiceEnabled: query.voiceEnabled,
    InLocality: query.locality,
    // These two it knows in the US and Canada only.
    InRegion: hasPlaces ? query.region : undefined,
    InPostalCode: hasPlaces ? query.postalCode : undefined,
    PageSize: String(isAll ? usualSize : largeSize),
  };
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}

/** Whether a number has the digits that are searched for; Twilio was perhaps not told all of them. */
export function fits({ phoneNumber }: FoundNumber, query: NumberSearch): boolean {
  const { first, last, any } = partsOf(query);
  const digits = nationalDigits(phoneNumber);
  return digits.startsWith(first) && digits.endsWith(last) && digits.includes(any);
}

// Of Twilio's address of the next page only these two are ever used, in an address of our own: whatever a page sends
// back as its `page`, it reaches no other host, account, path or filter.
const cursor = z.strictObject({
  Page: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
  PageToken: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,500}$/))),
});
const cursors = z.strictObject({
  local: z.optional(cursor),
  tollFree: z.optional(cursor),
  mobile: z.optional(cursor),
});

/** Where a type's list goes on. */
export type Cursor = z.infer<typeof cursor>;
/** Where the lists of a search go on: what stands, as text, in `nextPage` and `page`. */
export type Cursors = z.infer<typeof cursors>;

/** The next page by Twilio's address of it. */
export function cursorOf(nextPageUri: string | null | undefined): Cursor | undefined {
  const [, query = ''] = nextPageUri?.split('?') ?? [];
  const parameters = new URLSearchParams(query);
  const found = ['Page', 'PageToken'].flatMap((name) => (parameters.has(name) ? [[name, parameters.get(name)]] : []));
  return found.length > 0 ? cursor.safeParse(Object.fromEntries(found)).data : undefined;
}

/** As `nextPage` has it. */
export const textOf = (pages: Cursors): string | null =>
  Object.values(pages).some(Boolean) ? JSON.stringify(pages) : null;

/** What `textOf` made; undefined for anything else. */
export function cursorsFrom(page: string): Cursors | undefined {
  try {
    return cursors.safeParse(JSON.parse(page)).data;
  } catch {
    return undefined;
  }
}
