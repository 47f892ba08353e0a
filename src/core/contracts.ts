import * as z from 'zod/mini';
import { LcError } from './errors.js';

// Without this zod probes `new Function`, which a strict Content-Security-Policy reports as a violation.
z.config({ jitless: true });

const text = z.optional(z.nullable(z.string()));

/** Answer of the host's status endpoint. `verified` is the one field that opens the gate. */
export const statusAnswer = z.object({
  verified: z.boolean(),
  required: z._default(z.boolean(), true),
  // Persona's words; an unknown one is tolerated and treated as "not decided".
  status: z._default(z.string(), 'none'),
  inquiryId: text,
  attemptsLeft: z.optional(z.nullable(z.number())),
  retryAt: text,
  verifiedAt: text,
});
export type StatusAnswer = z.infer<typeof statusAnswer>;

/** Answer of the host's inquiry endpoint: which inquiry to show, in which Persona environment. */
export const inquiryAnswer = z.object({
  inquiryId: z.string().check(z.minLength(1)),
  sessionToken: text,
  personaHost: text,
  oneTimeLink: text,
  expiresAt: text,
});
export type InquiryAnswer = z.infer<typeof inquiryAnswer>;

/** RFC 9457 problem details; only the code is used, the words of a server are never shown. */
export const problem = z.object({ code: z.optional(z.string()), detail: z.optional(z.string()), title: z.optional(z.string()) });

/**
 * The value, checked against a contract.
 * @throws {LcError} `invalid_answer` naming the first path that does not fit.
 */
export function fit<T>(schema: z.ZodMiniType<T>, value: unknown, source: string): T {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new LcError('invalid_answer', `${source} answered something that does not fit: "${issue?.path.join('.') || '(the whole answer)'}" ${issue?.message ?? 'is wrong'}.`);
}
