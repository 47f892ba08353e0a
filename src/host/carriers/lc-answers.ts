import * as z from 'zod/mini';
import type { FoundNumber } from './carrier.js';
import { addressRequirements, e164, isoCountry, typeOf } from './found-numbers.js';

// Source: the public LC Phone API, marketplace.gohighlevel.com/docs, "Phone System", version 2021-07-28. Cut to what is
// used: everything else, such as who answers a number, is dropped here.

const text = z.nullish(z.string());
const flag = z.optional(z.boolean());

/** `AvailableNumbersResponseDto`; its numbers are looked at one by one. */
export const availableNumbers = z.object({ fingerprintId: text, numbers: z.array(z.unknown()) });

const availableNumber = z.object({
  phoneNumber: e164,
  friendlyName: z.string(),
  isoCountry,
  lata: text,
  locality: text,
  rateCenter: text,
  latitude: text,
  longitude: text,
  region: text,
  postalCode: text,
  addressRequirements: z.optional(addressRequirements),
  beta: flag,
  capabilities: z.object({ MMS: flag, SMS: flag, voice: flag }),
  price: z.optional(
    z.object({
      number_type: z.optional(z.string()),
      price: z.optional(z.number()),
      price_unit: z.optional(z.string()),
    }),
  ),
});

/** `AvailablePhoneNumberDto` as a number on sale; its type is the one that it is charged as. */
export const foundNumber = z.pipe(
  availableNumber,
  z.transform((number): FoundNumber => {
    const numberType = typeOf(number.price?.number_type);
    return numberType ? { ...number, numberType } : number;
  }),
);

/** `TwilioAccountResponseDto`: the numbers of a location after a purchase. */
export const accountAfterSale = z.object({ numbers: z.record(z.string(), z.unknown()) });

/** A page of the numbers of a location. Each has to be readable: one that is not might be the one that is asked for. */
export const activeNumbers = z.object({ numbers: z.array(z.object({ phoneNumber: z.string() })) });

const sentence = z.optional(z.union([z.string(), z.array(z.string())]));
const refusal = z.object({ message: sentence, msg: sentence });

/** As much of a sentence as is looked at. */
const longestSentence = 500;

/** What LC Phone says to a request that it refuses; it has two names for it. */
export function sentenceOf(body: unknown): string {
  const { data } = refusal.safeParse(body);
  return [data?.message ?? data?.msg ?? ''].flat().join('; ').slice(0, longestSentence);
}
