import * as z from 'zod/mini';
import './contracts.js';

const text = z.optional(z.nullable(z.string()));
const flag = z._default(z.boolean(), false);

/** One number of the public LC Phone API (`AvailablePhoneNumberDto`). */
export const availableNumber = z.object({
  phoneNumber: z.string().check(z.regex(/^\+[1-9]\d{3,14}$/, 'is not an E.164 number')),
  friendlyName: text,
  isoCountry: text,
  locality: text,
  region: text,
  numberType: text,
  addressRequirements: z._default(z.string(), 'none'),
  beta: flag,
  capabilities: z._default(z.object({ SMS: flag, MMS: flag, voice: flag }), { SMS: false, MMS: false, voice: false }),
  price: z.optional(z.nullable(z.object({ number_type: text, price: z.optional(z.number()), price_unit: text }))),
});
export type AvailablePhoneNumber = z.infer<typeof availableNumber>;

/** Answer of the numbers endpoint. `fingerprintId` ties a purchase to the search it came from. */
export const numbersAnswer = z.object({ fingerprintId: text, numbers: z.array(availableNumber) });
export type NumbersAnswer = z.infer<typeof numbersAnswer>;

/** Answer of the purchase endpoint, number by number. */
export const purchaseAnswer = z.object({
  numbers: z.array(z.object({ phoneNumber: z.string(), status: z.enum(['purchased', 'failed']), code: text })).check(z.minLength(1)),
});
export type PurchaseAnswer = z.infer<typeof purchaseAnswer>;
