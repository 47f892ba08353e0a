/** Codes of the problems the handlers answer with, for switches on the page's side. */
export type HostProblemCode =
  | 'invalid_request'
  | 'not_signed_in'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'unsupported_media_type'
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
  | 'unknown_outcome';

const NoStore = { 'Cache-Control': 'no-store' };

/** A JSON answer that no cache keeps. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...NoStore, ...headers },
  });
}

/** An RFC 9457 problem with our `code`; `detail` says what to do and never holds a secret or personal data. */
export function problem(
  status: number,
  code: HostProblemCode,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  const title = code.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail, code }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...NoStore, ...headers },
  });
}

/** Thrown inside a handler to leave it with a ready answer. */
export class Refusal extends Error {
  readonly response: Response;

  constructor(...parts: Parameters<typeof problem>) {
    super(parts[2]);
    this.response = problem(...parts);
  }
}
