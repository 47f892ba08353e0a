import * as z from 'zod/mini';
import { parseJson, readBody } from './bodies.js';
import { Refusal } from './problem.js';

// What Postgres cannot keep as it is would become another account's name, or an error.
export const storable: z.core.$ZodCheck<string> = z.refine<string>(
  (text) => text.isWellFormed() && !/\p{Cc}/u.test(text),
);
/** An account's id. Its bounds are also those of what is sent on to Persona as the reference id. */
export const account = z.string().check(z.trim(), z.minLength(1), z.maxLength(200), storable);
/** Whether a text can be an account's id. */
export const isAccount = (text: unknown): boolean => account.safeParse(text).success;

const action = z.string().check(z.maxLength(100), storable);

const flag = z.optional(z.boolean());
const body = z.object({ account, action: z.nullish(action), renew: flag, link: flag });
const query = z.object({ account, action: z.nullable(action) });

/** Whom a request is about and what they want to do. */
export interface AccountRequest {
  account: string;
  action: string | null;
}

/** What the page wants of the account's inquiry. */
export interface InquiryWish {
  /** The session it was given was refused by Persona: make a new one. */
  renew: boolean;
  /** It also wants a link for another device. */
  link: boolean;
}

/** Far more than an account and an action need. */
const mostBytes = 16 * 1024;

/** Reads `?account=…&action=…`; throws a 400 that says what is missing. */
export function accountFromQuery(request: Request): AccountRequest {
  const { searchParams } = new URL(request.url);
  const parsed = query.safeParse({ account: searchParams.get('account'), action: searchParams.get('action') });
  if (!parsed.success)
    throw new Refusal(
      400,
      'invalid_request',
      'Give the account as ?account=…, 1 to 200 characters, and the action with at most 100.',
    );
  return parsed.data;
}

/** Throws a 415 for what is not sent as JSON: a form on another site can send cookies, but not this type unasked. */
export function demandJson(request: Request): void {
  if (/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return;
  throw new Refusal(415, 'unsupported_media_type', 'Send JSON with the header Content-Type: application/json.');
}

/** Reads `{account, action}` sent as JSON; throws a 400, 413 or 415 that says what to send. */
export async function accountFromBody(request: Request): Promise<AccountRequest & InquiryWish> {
  demandJson(request);
  const bytes = await readBody(request, mostBytes);
  const parsed = body.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (!parsed.success) {
    const advice = bytes.length > 0 ? '' : ' The body came empty: mount this before express.json() and other parsers.';
    throw new Refusal(
      400,
      'invalid_request',
      `Send {"account": "…", "action": "…"}, the account with 1 to 200 characters.${advice}`,
    );
  }
  const { data } = parsed;
  return { account: data.account, action: data.action ?? null, renew: data.renew ?? false, link: data.link ?? false };
}
