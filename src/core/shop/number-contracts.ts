import { amount, type Fitting, fit, flag, look, maybe, misfit, object, string, text } from '../contract/fit.js';
import type { LcError } from '../errors.js';
import { pointOf } from './distance.js';

const numberContract = object({
  phoneNumber: string,
  friendlyName: text,
  isoCountry: text,
  locality: text,
  region: text,
  numberType: text,
  addressRequirements: text,
  beta: flag,
  bundleRequired: flag,
  fingerprintId: text,
  capabilities: maybe(object({ SMS: flag, MMS: flag, voice: flag })),
  price: maybe(object({ number_type: text, price: amount, setup_price: amount, price_unit: text })),
});

const searchContract = object({ fingerprintId: text, nextPage: text });

const heldContract = object({ id: string, finishBy: text });

const outcomeContract = object({ phoneNumber: string, status: string, code: text });

/**
 * One number of the public LC Phone API (`AvailablePhoneNumberDto`). Only `phoneNumber` is required. Beyond that API it
 * may have `numberType`, `price.setup_price` (charged once), `bundleRequired` (the country's regulator wants documents)
 * and the `fingerprintId` of its own search.
 */
export type AvailablePhoneNumber = Fitting<typeof numberContract> & {
  /** Where the number is at home, in degrees, as text or as a number. */
  latitude?: string | number | null | undefined;
  longitude?: string | number | null | undefined;
};

/** Answer of the numbers endpoint. `fingerprintId` ties a purchase to the search it came from. */
export interface NumbersAnswer {
  fingerprintId?: string | null | undefined;
  /** For hosts that page: what to send as `page` for the numbers after these. */
  nextPage?: string | null | undefined;
  numbers: AvailablePhoneNumber[];
}

/** An order that the host keeps until the account is approved, and buys then by itself. */
export interface HeldOrder {
  /** The order's own id at the host. */
  id: string;
  /** Until when the host waits for the approval, an ISO 8601 time. */
  finishBy?: string | undefined;
}

/** Answer of the purchase endpoint, number by number. */
export interface PurchaseAnswer {
  /** The order as the host knows it, for hosts that keep a list of them. */
  order?: HeldOrder | undefined;
  numbers: { phoneNumber: string; status: 'purchased' | 'failed'; code?: string | null | undefined }[];
}

/** The members of an answer's `numbers`, as they came. */
function membersOf(answer: unknown, source: string): unknown[] {
  const { numbers } = (answer ?? {}) as { numbers?: unknown };
  if (!Array.isArray(numbers)) throw misfit(source, 'numbers', 'is not an array');
  return numbers;
}

/** What a value is, without saying it. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function fitNumber(value: unknown, source: string, index: number): AvailablePhoneNumber {
  const { fitting, issue } = look(numberContract, value);
  const path = issue?.path ?? ['phoneNumber'];
  const named = ['numbers', index, ...path].join('.');
  if (issue) {
    const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], value);
    throw misfit(source, named, `is ${kindOf(found)}`);
  }
  // A point that is none is left out, not the number.
  if (/^\+[1-9]\d{3,14}$/.test(fitting.phoneNumber)) return { ...fitting, ...pointOf(value as object) };
  throw misfit(source, named, 'is not an E.164 number');
}

/**
 * Found numbers, checked, each with the fingerprint of the search it came from. A row that does not fit is an error,
 * unless `leftOut` takes it: then it alone is missing, and the others stay. Where no row fits it is an error all the
 * same.
 * @throws {LcError} `invalid_answer` naming the first path that does not fit.
 */
export function fitNumbers(value: unknown, source: string, leftOut?: (error: LcError) => void): NumbersAnswer {
  const misfits: LcError[] = [];
  const numbers = membersOf(value, source).flatMap((member, index) => {
    try {
      return [fitNumber(member, source, index)];
    } catch (error) {
      misfits.push(error as LcError);
      return [];
    }
  });
  const [first] = misfits;
  if (first && (!leftOut || numbers.length === 0)) throw first;
  if (first) leftOut?.(first);
  const answer = fit(searchContract, value, source);
  const { fingerprintId } = answer;
  return {
    ...answer,
    numbers: fingerprintId
      ? numbers.map((number) => ({ ...number, fingerprintId: number.fingerprintId ?? fingerprintId }))
      : numbers,
  };
}

/** The order that an answer or a refusal tells of, if it is one; a time that is none is left out. */
export function heldOrder(value: unknown): HeldOrder | undefined {
  const { fitting, issue } = look(heldContract, value);
  if (issue) return undefined;
  const { id, finishBy } = fitting;
  return { id, ...(finishBy && Date.parse(finishBy) > 0 ? { finishBy } : {}) };
}

/**
 * The outcome of a purchase, checked. An outcome we do not know, or none for a number, is no answer: the purchase stays
 * unconfirmed.
 */
export function fitPurchase(
  value: unknown,
  source: string,
  wanted: readonly { phoneNumber: string }[] = [],
): PurchaseAnswer {
  const numbers = membersOf(value, source).map((member, index) =>
    fit(outcomeContract, member, source, ['numbers', index]),
  );
  if (numbers.length === 0) throw misfit(source, 'numbers', 'is empty');
  const wrong = numbers.findIndex(({ status }) => status !== 'purchased' && status !== 'failed');
  if (wrong >= 0) throw misfit(source, `numbers.${wrong}.status`, 'is neither "purchased" nor "failed"');
  const missing = wanted.find(({ phoneNumber }) => !numbers.some((number) => number.phoneNumber === phoneNumber));
  if (missing) throw misfit(source, 'numbers', `says nothing of ${missing.phoneNumber}`);
  const order = heldOrder((value as { order?: unknown }).order);
  return { numbers, ...(order && { order }) } as PurchaseAnswer;
}
