import { z } from 'zod';

const digits = z.string().regex(/^\d{1,15}$/, 'must be digits');
const flag = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true');
const whole = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);

/** The parameters of a search. */
export const searchQuery = z.object({
  countryCode: z
    .string('is required')
    .regex(/^[A-Za-z]{2}$/, 'must be a two-letter country code')
    .toUpperCase(),
  numberTypes: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(['local', 'tollFree', 'mobile'], 'must be local, tollFree or mobile')))
    .optional(),
  firstPart: digits.default(''),
  lastPart: digits.default(''),
  anywhere: digits.default(''),
  smsEnabled: flag.optional(),
  mmsEnabled: flag.optional(),
  voiceEnabled: flag.optional(),
});

/** The parameters of the list of a location's numbers. */
export const listQuery = z.object({
  pageSize: whole.refine((size) => size >= 1 && size <= 1000, 'must be from 1 to 1000').default(1000),
  page: whole.default(0),
  // A plus sign in a query is a space.
  searchFilter: z.string().trim().default(''),
  skipNumberPool: flag.default(true),
});

/** The body of a purchase. */
export const purchaseBody = z.object({
  phoneNumber: z.string('is required'),
  countryCode: z.string('must be a string').nullish(),
  numberType: z.enum(['local', 'tollFree', 'mobile'], 'must be local, tollFree or mobile').nullish(),
  addressSid: z.string('must be a string').nullish(),
  bundleSid: z.string('must be a string').nullish(),
  locality: z.string('must be a string').nullish(),
  region: z.string('must be a string').nullish(),
  fingerprintId: z.string('must be a string').nullish(),
  skipLocationKYC: z.boolean('must be a boolean').nullish(),
});

/** What somebody sends to buy a number. */
export type PurchaseBody = z.infer<typeof purchaseBody>;
