import type { CarrierCode } from './carriers/carrier.js';

/** Codes of the problems the handlers answer with, for switches on the page's side. */
export type HostProblemCode =
  | 'invalid_request'
  | 'not_signed_in'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'unsupported_media_type'
  | 'too_large'
  | 'invalid_signature'
  | 'verification_required'
  | 'not_required'
  | 'already_decided'
  | 'attempts_exhausted'
  | 'rate_limited'
  | 'provider_unavailable'
  | 'unavailable'
  | 'busy'
  | 'idempotency_key_required'
  | 'idempotency_key_reused'
  | 'unknown_outcome'
  | 'carrier_unavailable'
  | 'order_cancelled'
  | 'order_expired'
  | 'too_late'
  | CarrierCode;

const noStore = { 'cache-control': 'no-store' };

/** A JSON answer that no cache keeps. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...noStore, ...headers },
  });
}

/**
 * An RFC 9457 problem, for your own routes beside ours: a refusal as the elements read it, by its `code`, and kept by
 * no cache. The title is made of the code. `detail` says what to do; put no secret and no personal data into it.
 */
export function problem(
  status: number,
  code: HostProblemCode | (string & {}),
  detail: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(problemBody(status, code, detail)), {
    status,
    headers: { 'content-type': 'application/problem+json', ...noStore, ...headers },
  });
}

/** What stands in a problem. */
export function problemBody(status: number, code: string, detail: string) {
  const title = code.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return { type: 'about:blank', title, status, detail, code };
}

/** A problem of our own: its code is one that we say we have. */
export const hostProblem: (
  status: number,
  code: HostProblemCode,
  detail: string,
  headers?: Record<string, string>,
) => Response = problem;

/** Thrown inside a handler to leave it with a ready answer. */
export class Refusal extends Error {
  readonly response: Response;

  constructor(...parts: Parameters<typeof hostProblem>) {
    super(parts[2]);
    this.response = hostProblem(...parts);
  }
}
