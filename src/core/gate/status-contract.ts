import * as z from 'zod/mini';
import { LcError } from '../errors.js';

// Without this zod probes `new Function`, which a strict Content-Security-Policy reports as a violation.
z.config({ jitless: true });

// Only objects, strings, numbers and booleans: every further kind costs the page 0.2 to 0.5 kB before anyone acts.
const text = z.optional(z.nullable(z.string()));

const statusContract = z.object({
  verified: z.boolean(),
  required: z.optional(z.boolean()),
  status: text,
  inquiryId: text,
  attemptsLeft: z.optional(z.nullable(z.number())),
  retryAt: text,
  verifiedAt: text,
});

/** Answer of the host's status endpoint. `verified` is the one field that opens the gate. */
export interface StatusAnswer {
  verified: boolean;
  /** Whether this account needs a verification for this action at all. */
  required: boolean;
  /** Persona's word for the state of the inquiry; an unknown one is tolerated and counts as not decided. */
  status: string;
  inquiryId?: string | null | undefined;
  attemptsLeft?: number | null | undefined;
  retryAt?: string | null | undefined;
  verifiedAt?: string | null | undefined;
}

/**
 * The value, checked against a contract. `path` is where it stands in the whole answer.
 * @throws {LcError} `invalid_answer` naming the first path that does not fit.
 */
export function fit<T>(schema: z.ZodMiniType<T>, value: unknown, source: string, path: readonly PropertyKey[] = []): T {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw misfit(source, [...path, ...(issue?.path ?? [])].join('.') || '(the whole answer)', `${issue?.code}`);
}

/** The error for an answer that does not keep to the contract. */
export const misfit = (source: string, path: string, why: string): LcError =>
  new LcError('invalid_answer', `${source} answered something that does not fit: "${path}" (${why}).`);

/** The status answer with its defaults filled in. */
export function fitStatus(value: unknown): StatusAnswer {
  const answer = fit(statusContract, value, 'The status endpoint');
  return { ...answer, required: answer.required !== false, status: answer.status ?? 'none' };
}
