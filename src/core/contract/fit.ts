import * as z from 'zod/mini';
import { LcError } from '../errors.js';

// Without this zod probes `new Function`, which a strict Content-Security-Policy reports as a violation.
z.config({ jitless: true });

// Only objects, strings, numbers and booleans: every further kind costs the page 0.2 to 0.5 kB before anyone acts.
/** A text that may be missing or null, as most fields of a host's answers may. */
export const text = z.optional(z.nullable(z.string()));

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
