import * as z from 'zod';

// The contract in the words of a host that writes its own server: stricter than what the elements tolerate.
const instant = z.iso.datetime({ offset: true });
const phoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{3,14}$/)
  .describe('E.164, such as +12125550123');
const account = z.string().min(1).max(200).describe('Your id of the account that buys');
const action = z.string().max(100).describe('What the account wants to do, such as number-purchase');

/** Answer of the status endpoint. */
export const statusAnswer = z.object({
  verified: z.boolean().describe('The one field that opens the gate'),
  required: z.boolean().optional().describe('False lets the account through unverified; default true'),
  status: z
    .string()
    .nullish()
    .describe(
      'none, created, pending, completed, needs_review, approved, declined, failed or expired; others may come',
    ),
  account: account.optional().describe('The account that was asked about'),
  inquiryId: z.string().nullish(),
  attemptsLeft: z.int().nonnegative().nullish(),
  retryAt: instant.nullish(),
  verifiedAt: instant.nullish(),
});

export type StatusAnswer = z.infer<typeof statusAnswer>;

/** What is sent to the inquiry endpoint. */
export const inquiryRequest = z.object({
  account,
  action: action.nullish(),
  renew: z.boolean().optional().describe('True when Persona has refused the session last given'),
  link: z.boolean().optional().describe('True when the person wants to go on on another device'),
});

/** Answer of the inquiry endpoint. */
export const inquiryAnswer = z.object({
  inquiryId: z.string().regex(/^inq_/).describe('Persona’s id of the account’s one inquiry'),
  sessionToken: z.string().nullish().describe('Only for an inquiry that was begun before'),
  personaHost: z
    .string()
    .regex(/^[a-z\d.-]+(:\d+)?$/i)
    .nullish()
    .describe('Where Persona’s pages are, without a scheme'),
  oneTimeLink: z.url().nullish().describe('Opens the inquiry once on any device; for whoever asked with link: true'),
  expiresAt: instant.nullish(),
});

const number = z.object({
  phoneNumber,
  friendlyName: z.string().nullish(),
  isoCountry: z.string().nullish(),
  locality: z.string().nullish(),
  region: z.string().nullish(),
  capabilities: z
    .object({ SMS: z.boolean().nullish(), MMS: z.boolean().nullish(), voice: z.boolean().nullish() })
    .nullish(),
  price: z
    .object({ number_type: z.string().nullish(), price: z.number().nullish(), price_unit: z.string().nullish() })
    .nullish(),
});

/** Answer of the numbers endpoint, as the public LC Phone API gives it. */
export const numbersAnswer = z.object({ fingerprintId: z.string().nullish(), numbers: z.array(number) });

/** What is sent to the purchase endpoint. */
export const purchaseRequest = z.object({
  account,
  numbers: z
    .array(
      z.object({
        phoneNumber,
        countryCode: z.string().nullish(),
        numberType: z.string().nullish(),
        fingerprintId: z.string().nullish(),
      }),
    )
    .min(1),
  pool: z.object({ name: z.string() }).nullish(),
});

/** Answer of the purchase endpoint, number by number. */
export const purchaseAnswer = z.object({
  numbers: z
    .array(z.object({ phoneNumber, status: z.enum(['purchased', 'failed']), code: z.string().nullish() }))
    .min(1),
});

/** A refusal: RFC 9457 with a `code`. */
export const problemAnswer = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  status: z.int().optional(),
  detail: z.string().optional().describe('For engineers; it is not shown'),
  code: z.string().describe('A stable name, such as verification_required'),
});
