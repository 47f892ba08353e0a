import * as z from 'zod';
import { account, instant, problemAnswer } from './contract.js';

/** A number in E.164. */
export const phoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{3,14}$/)
  .meta({ description: 'E.164', examples: ['+14155550100'] });

const text = (description: string, ...examples: string[]) => z.string().nullish().meta({ description, examples });
const country = text('ISO 3166-1 alpha-2', 'US');
const numberType = text('`local`, `tollFree` or `mobile`; others may come', 'local', 'tollFree', 'mobile');
const locality = text('City', 'San Francisco');
const region = text('State or province', 'CA');
const fingerprint = text('The search’s own name, which an order repeats', '1763000000000');

/** A number on sale. */
export const numberOnSale = z.object({
  phoneNumber,
  friendlyName: text('How it is shown', '(415) 555-0100'),
  isoCountry: country,
  locality,
  region,
  postalCode: text('As the carrier has it', '94105'),
  numberType,
  addressRequirements: text('Whether an address is wanted: `none`, `any`, `local`, `foreign`', 'none'),
  bundleRequired: z
    .boolean()
    .nullish()
    .meta({ description: 'The country’s regulator wants documents', examples: [false] }),
  beta: z
    .boolean()
    .nullish()
    .meta({ description: 'New at the carrier', examples: [false] }),
  fingerprintId: fingerprint,
  capabilities: z
    .object({ SMS: z.boolean().nullish(), MMS: z.boolean().nullish(), voice: z.boolean().nullish() })
    .nullish()
    .meta({ description: 'What it can', examples: [{ SMS: true, MMS: true, voice: true }] }),
  price: z
    .object({
      number_type: text('What the price is for', 'local'),
      price: z
        .number()
        .nullish()
        .meta({ description: 'Per month', examples: [1.15] }),
      setup_price: z
        .number()
        .nullish()
        .meta({ description: 'Charged once', examples: [0] }),
      price_unit: text('A currency; what is none, such as `credits`, is shown as it is', 'USD'),
    })
    .nullish()
    .describe('What it costs'),
});

/** Answer of the numbers endpoint, as the public LC Phone API gives it. */
export const numbersAnswer = z.object({
  fingerprintId: fingerprint,
  nextPage: text('For hosts that page: what to send as `page` for the numbers after these', 'p2'),
  numbers: z.array(numberOnSale),
});

/** Answer of the places endpoint. */
export const placesAnswer = z.object({
  places: z.array(
    z.object({
      label: z.string().meta({ description: 'How it is shown, in the language asked for', examples: ['Chicago, IL'] }),
      kind: z.enum(['city', 'region', 'areaCode', 'postalCode', 'numberType']).describe('What it is'),
      countryCode: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .meta({ description: 'ISO 3166-1 alpha-2', examples: ['US'] }),
      region: text('State or province', 'IL'),
      areaCodes: z
        .array(z.string().regex(/^\d{1,5}$/))
        .nullish()
        .meta({ description: 'Area codes of the place, the usual one first', examples: [['312', '773', '872']] }),
      numberType,
      latitude: z
        .number()
        .nullish()
        .meta({ examples: [41.88] }),
      longitude: z
        .number()
        .nullish()
        .meta({ examples: [-87.63] }),
    }),
  ),
});

/** A number of an order. What describes it is the page's word: believe `phoneNumber` alone. */
export const orderedNumber = z.object({
  phoneNumber,
  countryCode: country,
  numberType,
  locality,
  region,
  fingerprintId: fingerprint,
  addressSid: text(
    'The address at the carrier that the account has chosen for it',
    'AD0123456789abcdef0123456789abcdef',
  ),
  bundleSid: text('The regulatory bundle at the carrier', 'BU0123456789abcdef0123456789abcdef'),
});

/** What is sent to the purchase endpoint. */
export const purchaseRequest = z.object({
  account,
  numbers: z.array(orderedNumber).min(1).describe('Which numbers, each once'),
  pool: z
    .object({ name: z.string().max(200) })
    .nullish()
    .describe('Present when the numbers form a pool'),
});

const outcomes = z
  .array(
    z.object({
      phoneNumber,
      status: z.enum(['purchased', 'failed']).meta({ examples: ['failed'] }),
      code: text('Why it failed, such as `number_unavailable`', 'number_unavailable'),
    }),
  )
  .min(1);

const orderId = z
  .string()
  .min(1)
  .max(200)
  .meta({
    description: 'The order’s own id; never its idempotency key',
    examples: ['ord_7f3c'],
  });

const orderName = z
  .object({ id: orderId })
  .optional()
  .describe('For hosts with an orders endpoint: the order that this purchase is');

/** Answer of the purchase endpoint, number by number. */
export const purchaseAnswer = z.object({
  numbers: outcomes.describe('What became of each number of the order; none is left out'),
  order: orderName,
});

/** A refusal of the purchase endpoint. */
export const purchaseProblem = problemAnswer.extend({
  order: z
    .object({ id: orderId, finishBy: instant.optional() })
    .optional()
    .describe('With `verification_required`: the order waits at the host and is finished after the approval'),
});

/** How far an order is, and what the words say. */
export const orderWords = {
  waiting: 'for the verification',
  buying: 'under way',
  done: 'some or all numbers are bought',
  failed: 'nothing was bought',
  expired: 'the verification took too long; nothing was bought',
  cancelled: 'by the person, before anything was bought',
} as const;

type OrderWord = keyof typeof orderWords;

/** An order that the host keeps. */
export const orderAnswer = z.object({
  id: orderId,
  status: z.enum(Object.keys(orderWords) as [OrderWord, ...OrderWord[]]).describe('How far it is'),
  numbers: z.array(orderedNumber).min(1),
  receipt: z.object({ numbers: outcomes }).nullish().describe('What became of each number, once that is known'),
  finishBy: instant.nullish().describe('Until when a waiting order is finished by itself'),
  pool: z.object({ name: z.string() }).nullish().describe('When its numbers form a pool'),
  code: text('Why it failed, as a purchase would have said', 'number_unavailable'),
  createdAt: instant.nullish().describe('When it came in'),
});

/** Answer of the orders endpoint, the newest first. */
export const ordersAnswer = z.object({
  orders: z.array(orderAnswer),
  finish: z
    .int()
    .nonnegative()
    .optional()
    .meta({ description: 'Seconds for which a waiting order is kept and then finished by itself', examples: [86_400] }),
});

export type NumbersAnswer = z.infer<typeof numbersAnswer>;
export type PlacesAnswer = z.infer<typeof placesAnswer>;
export type PurchaseRequest = z.infer<typeof purchaseRequest>;
export type PurchaseAnswer = z.infer<typeof purchaseAnswer>;
export type OrderAnswer = z.infer<typeof orderAnswer>;
export type OrdersAnswer = z.infer<typeof ordersAnswer>;
