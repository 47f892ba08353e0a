import { z } from 'zod';
import { type AvailableNumber, catalogue } from './catalogue.js';

const most = 40;

const digits = z.string().regex(/^\d{1,10}$/, 'must be 1 to 10 digits');
const flag = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');

const search = z.object({
  countryCode: z
    .string('is required')
    .regex(/^[A-Za-z]{2}$/, 'must be a two-letter country code')
    .toUpperCase(),
  numberTypes: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(['local', 'tollFree', 'mobile'], 'must be local, tollFree or mobile')))
    .optional(),
  firstPart: digits.optional(),
  lastPart: digits.optional(),
  anywhere: digits.optional(),
  smsEnabled: flag.optional(),
  mmsEnabled: flag.optional(),
  voiceEnabled: flag.optional(),
});

/** A search answer of the LC Phone API, or its words for a bad parameter. */
export type SearchAnswer =
  | { ok: true; body: { fingerprintId: string; numbers: AvailableNumber[] } }
  | { ok: false; body: { message: string; error: 'Bad Request'; statusCode: 400 } };

/**
 * Searches as the public LC Phone API does; `sold` are the numbers that are no longer for sale. An empty parameter
 * counts as absent, and a capability asked for as `false` leaves nothing out.
 */
export function searchNumbers(parameters: URLSearchParams, sold: ReadonlySet<string>): SearchAnswer {
  const given = Object.fromEntries([...parameters].filter(([, value]) => value !== ''));
  const parsed = search.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      body: { message: `${String(issue?.path[0])} ${issue?.message}`, error: 'Bad Request', statusCode: 400 },
    };
  }
  const {
    countryCode,
    numberTypes,
    firstPart = '',
    lastPart = '',
    anywhere = '',
    smsEnabled,
    mmsEnabled,
    voiceEnabled,
  } = parsed.data;
  const numbers = catalogue
    .filter(
      ({ type, national, listing: { isoCountry, phoneNumber, capabilities } }) =>
        isoCountry === countryCode &&
        (!numberTypes || numberTypes.includes(type)) &&
        national.startsWith(firstPart) &&
        national.endsWith(lastPart) &&
        national.includes(anywhere) &&
        (!smsEnabled || capabilities.SMS) &&
        (!mmsEnabled || capabilities.MMS) &&
        (!voiceEnabled || capabilities.voice) &&
        !sold.has(phoneNumber),
    )
    .slice(0, most)
    .map(({ listing }) => listing);
  return { ok: true, body: { fingerprintId: String(Date.now()), numbers } };
}
