import {
  amount,
  type Contract,
  type Fitting,
  fit,
  flag,
  maybe,
  misfit,
  object,
  string,
  text,
} from '../contract/fit.js';

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

const outcomeContract = object({ phoneNumber: string, status: string, code: text });

/**
 * One number of the public LC Phone API (`AvailablePhoneNumberDto`). Only `phoneNumber` is required. Beyond that API it
 * may have `numberType`, `price.setup_price` (charged once), `bundleRequired` (the country's regulator wants documents)
 * and the `fingerprintId` of its own search.
 */
export type AvailablePhoneNumber = Fitting<typeof numberContract>;

/** Answer of the numbers endpoint. `fingerprintId` ties a purchase to the search it came from. */
export interface NumbersAnswer {
  fingerprintId?: string | null | undefined;
  /** For hosts that page: what to send as `page` for the numbers after these. */
  nextPage?: string | null | undefined;
  numbers: AvailablePhoneNumber[];
}

/** Answer of the purchase endpoint, number by number. */
export interface PurchaseAnswer {
  numbers: { phoneNumber: string; status: 'purchased' | 'failed'; code?: string | null | undefined }[];
}

/** Every member of an answer's `numbers`, checked. */
function fitEach<T>(schema: Contract<T>, answer: unknown, source: string): T[] {
  const { numbers } = (answer ?? {}) as { numbers?: unknown };
  if (!Array.isArray(numbers)) throw misfit(source, 'numbers', 'is not an array');
  return numbers.map((number, index) => fit(schema, number, source, ['numbers', index]));
}

/** Found numbers, checked, each with the fingerprint of the search it came from. */
export function fitNumbers(value: unknown, source: string): NumbersAnswer {
  const numbers = fitEach(numberContract, value, source);
  const wrong = numbers.findIndex(({ phoneNumber }) => !/^\+[1-9]\d{3,14}$/.test(phoneNumber));
  if (wrong >= 0) throw misfit(source, `numbers.${wrong}.phoneNumber`, 'is not an E.164 number');
  const answer = fit(searchContract, value, source);
  const { fingerprintId } = answer;
  return {
    ...answer,
    numbers: fingerprintId
      ? numbers.map((number) => ({ ...number, fingerprintId: number.fingerprintId ?? fingerprintId }))
      : numbers,
  };
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
  const numbers = fitEach(outcomeContract, value, source);
  if (numbers.length === 0) throw misfit(source, 'numbers', 'is empty');
  const wrong = numbers.findIndex(({ status }) => status !== 'purchased' && status !== 'failed');
  if (wrong >= 0) throw misfit(source, `numbers.${wrong}.status`, 'is neither "purchased" nor "failed"');
  const missing = wanted.find(({ phoneNumber }) => !numbers.some((number) => number.phoneNumber === phoneNumber));
  if (missing) throw misfit(source, 'numbers', `says nothing of ${missing.phoneNumber}`);
  return { numbers } as PurchaseAnswer;
}
