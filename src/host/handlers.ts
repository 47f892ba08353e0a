import { CarrierError } from './carriers/carrier.js';
import { PersonaError } from './persona/persona-error.js';
import { hostProblem, Refusal } from './problem.js';
import { LeaseLostError } from './stores/lease.js';
import { StoreBusyError } from './stores/store.js';

/** A handler of requests of one method that never throws: what goes wrong is told to `onError`. */
export function handler(
  method: 'GET' | 'POST',
  handle: (request: Request) => Promise<Response>,
  onError: (error: unknown) => void,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== method) {
      return hostProblem(405, 'method_not_allowed', `Use ${method}.`, { allow: method });
    }
    try {
      return await handle(request);
    } catch (error) {
      if (error instanceof Refusal) return error.response;
      onError(error);
      return failure(error);
    }
  };
}

/** Throws for a request whose user may not act for the account. */
export function admission(
  authorize: (request: Request, account: string) => boolean | Promise<boolean>,
): (request: Request, account: string) => Promise<void> {
  return async (request, account) => {
    // A query's rows, an empty list even, are no yes.
    if ((await authorize(request, account)) === true) return;
    const known = request.headers.has('cookie') || request.headers.has('authorization');
    throw known
      ? new Refusal(403, 'forbidden', 'You may not act for this account.')
      : new Refusal(401, 'not_signed_in', 'Sign in, then try again.');
  };
}

/** What a page is told when a handler has failed: when to ask again, and nothing of the reason. */
function failure(error: unknown): Response {
  const soon = { 'retry-after': '5' };
  if (error instanceof StoreBusyError) {
    return hostProblem(503, 'busy', error.message, { 'retry-after': String(error.retryAfter) });
  }
  if (error instanceof LeaseLostError) return hostProblem(503, 'busy', new StoreBusyError().message, soon);
  if (error instanceof CarrierError) {
    const after = { 'retry-after': String(Math.ceil(error.retryAfter ?? 5)) };
    return error.code === 'rate_limited'
      ? hostProblem(503, 'rate_limited', 'Many people are searching right now. Try again shortly.', after)
      : hostProblem(503, 'carrier_unavailable', 'The carrier cannot answer now. Try again shortly.', after);
  }
  if (error instanceof PersonaError && error.code === 'rate_limited') {
    return hostProblem(503, 'rate_limited', 'Many people are verifying right now. Try again shortly.', {
      'retry-after': String(error.retryAfter),
    });
  }
  if (error instanceof PersonaError) {
    const detail = 'The verification service cannot be reached. Try again shortly.';
    return hostProblem(503, 'provider_unavailable', detail, soon);
  }
  // The store, or what the host gave us: authorize and policy.
  return hostProblem(503, 'unavailable', 'This server cannot answer now; its log says why. Try again shortly.', soon);
}
