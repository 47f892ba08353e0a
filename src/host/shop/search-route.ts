import * as z from 'zod/mini';
import type { NumberSearch } from '../carriers/carrier.js';
import { Refusal } from '../problem.js';
import { account } from '../requests.js';

const type = z.enum(['local', 'tollFree', 'mobile']);
const digits = z.optional(z.string().check(z.regex(/^\d{1,15}$/, 'must be 1 to 15 digits')));
const name = z.optional(z.string().check(z.maxLength(100)));
const flag = z.optional(
  z.pipe(
    z.enum(['true', 'false'], 'must be true or false'),
    z.transform((text) => text === 'true'),
  ),
);

const query = z.object({
  countryCode: z
    .string('is missing')
    .check(z.regex(/^[a-z]{2}$/i, 'must be a country in two letters'), z.toUpperCase()),
  numberTypes: z.optional(
    z.pipe(
      z.string(),
      z.pipe(
        z.transform((text: string) => text.split(',')),
        z.array(type, 'must be local, tollFree or mobile, with commas between them'),
      ),
    ),
  ),
  firstPart: digits,
  lastPart: digits,
  anywhere: digits,
  locality: name,
  region: name,
  postalCode: name,
  smsEnabled: flag,
  mmsEnabled: flag,
  voiceEnabled: flag,
  page: z.optional(z.string().check(z.maxLength(2000))),
  account: z.optional(account),
});

/** What a request of the search asks for, and for whom, where it says so. */
export interface SearchRequest {
  search: NumberSearch;
  account: string | null;
}

/** Reads the parameters of a search, those of the LC Phone API; throws a 400 that names the one that does not fit. */
export function readSearch(request: Request): SearchRequest {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== '');
  const parsed = query.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal(400, 'invalid_request', `${String(issue?.path[0])} ${issue?.message}.`);
  }
  const { account: whose = null, ...search } = parsed.data;
  return { search: search as NumberSearch, account: whose };
}
