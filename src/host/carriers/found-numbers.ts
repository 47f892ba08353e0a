import * as z from 'zod/mini';
import type { FoundNumber, NumberType } from './carrier.js';
import { CarrierUnknownError } from './carrier-failures.js';

/** A number in E.164. */
export const e164 = z.string().check(z.regex(/^\+[1-9]\d{3,14}$/));
/** ISO 3166-1 alpha-2. */
export const isoCountry = z.string().check(z.regex(/^[A-Z]{2}$/));
/** What an address has to be, in the words that LC Phone and Twilio share. */
export const addressRequirements = z.enum(['none', 'any', 'local', 'foreign']);

const types = new Map<string, NumberType>([
  ['local', 'local'],
  ['mobile', 'mobile'],
  ['tollfree', 'tollFree'],
]);

/** The type by a carrier's word for it: `tollFree`, `toll-free`, `toll free`. */
export const typeOf = (word: string | null | undefined): NumberType | undefined =>
  types.get(word?.replace(/[^a-z]/gi, '').toLowerCase() ?? '');

/**
 * The rows that fit. One that does not is left out; where none does, the answer is not what it should be.
 * @throws {CarrierUnknownError} naming what does not fit, without its value.
 */
export function fittingRows<T>(rows: readonly unknown[], schema: z.ZodMiniType<T>, from: string): T[] {
  const parsed = rows.map((row) => schema.safeParse(row));
  const fitting = parsed.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const [first] = parsed;
  if (first?.error && fitting.length === 0) throw misfit(first.error, from);
  return fitting;
}

/** The answer, checked. @throws {CarrierUnknownError} naming what does not fit, without its value. */
export function fitting<T>(answer: unknown, schema: z.ZodMiniType<T>, from: string): T {
  const { data, error } = schema.safeParse(answer);
  if (error) throw misfit(error, from);
  return data as T;
}

function misfit({ issues }: { issues: readonly z.core.$ZodIssue[] }, from: string): CarrierUnknownError {
  const wrong = issues.map(({ path, code }) => `${path.join('.') || 'all of it'} (${code})`).join(', ');
  return new CarrierUnknownError(`The answer of ${from} does not fit: ${wrong}.`);
}

// ITU-T E.164: calling codes 1 and 7 have one digit, these two, all others three.
const twoDigits = /^(?:20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** A number's digits without its calling code. */
export function nationalDigits(phoneNumber: string): string {
  const digits = phoneNumber.slice(1);
  if (/^[17]/.test(digits)) return digits.slice(1);
  return digits.slice(twoDigits.test(digits) ? 2 : 3);
}

/** Numbers of their own for each asker, who may write into them. */
export const copyOf = (numbers: readonly FoundNumber[]): FoundNumber[] => structuredClone([...numbers]);
