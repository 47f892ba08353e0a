import * as z from 'zod/mini';
import { parseJson } from './bodies.js';
import { hostProblem } from './problem.js';
import { account, storable } from './requests.js';

const text = z.nullish(z.string());

// Loose: what else a page of yours sends along stays in the order, and in its hash.
const order = z.looseObject({
  account,
  numbers: z
    .array(
      z.looseObject({
        phoneNumber: z.string().check(z.regex(/^\+[1-9]\d{3,14}$/)),
        countryCode: text,
        numberType: text,
        locality: text,
        region: text,
        fingerprintId: text,
      }),
    )
    .check(
      z.minLength(1),
      z.refine(
        (numbers) => new Set(numbers.map(({ phoneNumber }) => phoneNumber)).size === numbers.length,
        'the same number twice',
      ),
    ),
  pool: z.nullish(z.looseObject({ name: z.string().check(z.maxLength(200), storable) })),
});

/** What the shop sends: who buys which numbers. Of a number believe only `phoneNumber`; the rest is a page's word. */
export type Order = z.infer<typeof order>;

/** An order, or what to answer to a body that is none. */
export type ParsedOrder = { order: Order; refusal?: undefined } | { order?: undefined; refusal: Response };

const mostLetters = 256 * 1024;

/**
 * Reads the body of your purchase route: its text, or what a framework has parsed of it. What is no order is a 400
 * problem `invalid_request` that says what is wrong with it, so that the shop knows that nothing was bought; a text of
 * more than 262,144 letters is a 413.
 */
export function parseOrder(body: unknown): ParsedOrder {
  if (typeof body === 'string' && body.length > mostLetters) {
    return { refusal: hostProblem(413, 'too_large', `The order is too large. Send at most ${mostLetters} letters.`) };
  }
  const parsed = order.safeParse(typeof body === 'string' ? parseJson(body) : body);
  if (parsed.success) return { order: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'the body';
  return { refusal: hostProblem(400, 'invalid_request', `This is no order: ${where}: ${issue?.message}.`) };
}

/** JSON with the keys of every object in one order, so that the same order is the same text whoever wrote it. */
export function canonicalJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
