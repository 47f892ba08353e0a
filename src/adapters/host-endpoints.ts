import { hostCode } from '../core/contract/host-code.js';
import { LcError, type LcErrorCode } from '../core/errors.js';
import type { StatusReading, Subject } from '../core/gate/ports.js';
import { fitStatus } from '../core/gate/status-contract.js';
import type { Fetch } from './host-fetch.js';

/** The longest pause that a host may ask for: a page that is open has to hear some day that it may go on. */
const longestPause = 60 * 60_000;

/** Milliseconds of a `Retry-After` header, which holds seconds or a date; an hour at the most. */
export function retryAfter(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return Number.isFinite(milliseconds) ? Math.min(Math.max(0, milliseconds), longestPause) : undefined;
}

function codeOfStatus(status: number, otherwise: LcErrorCode): LcErrorCode {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 402) return 'payment_required';
  if (status === 404 || status === 405) return 'not_configured';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'server_error' : otherwise;
}

/**
 * The code of an answer that is not 2xx: the host's own if we know it (RFC 9457 with `code`), else what the HTTP status
 * says.
 */
async function refusal(response: Response, source: string, otherwise: LcErrorCode): Promise<LcError> {
  const cause = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>;
  const { code, detail } = cause;
  const said = typeof detail === 'string' ? `: ${detail}` : '.';
  return new LcError(
    hostCode(code) ?? codeOfStatus(response.status, otherwise),
    `${source} answered ${response.status}${said}`,
    {
      retryAfter: retryAfter(response.headers),
      cause,
    },
  );
}

/**
 * Calls one endpoint of the host. `otherwise`: what a refusal means that says nothing more, such as a 400.
 * @throws {LcError} with a code for every way it can go wrong; an abort by the caller's signal passes through as it is.
 */
export async function call(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  source: string,
  otherwise: LcErrorCode = 'not_configured',
): Promise<{ body: unknown; headers: Headers }> {
  let response: Response;
  try {
    response = await fetch(url, {
      credentials: 'same-origin',
      ...init,
      headers: { accept: 'application/json', ...init.headers },
    });
  } catch (cause) {
    if (init.signal?.aborted || cause instanceof LcError) throw cause;
    throw new LcError(navigator.onLine ? 'unreachable' : 'offline', `${source} could not be reached.`, { cause });
  }
  if (!response.ok) throw await refusal(response, source, otherwise);
  try {
    return { body: await response.json(), headers: response.headers };
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new LcError('invalid_answer', `${source} answered something that is not JSON.`, { cause });
  }
}

/** The URL with these search parameters added; empty ones are left out. */
export function withQuery(url: string, query: Record<string, string | undefined>): string {
  const full = new URL(url, document.baseURI);
  for (const [name, value] of Object.entries(query)) if (value) full.searchParams.set(name, value);
  return full.href;
}

/**
 * Reads the account's status.
 * @throws {LcError}
 */
export async function readStatus(
  fetch: Fetch,
  url: string | undefined,
  { account, action }: Subject,
  signal: AbortSignal,
): Promise<StatusReading> {
  if (!url || !account)
    throw new LcError(
      'not_configured',
      `<lc-identity-gate> has no ${url ? 'account' : 'api or status-url'} attribute.`,
    );
  const { body, headers } = await call(fetch, withQuery(url, { account, action }), { signal }, 'The status endpoint');
  // A host that pushes says so in the web's own words: Link: <…>; rel="alternate"; type="text/event-stream".
  const streams = /text\/event-stream/.test(headers.get('link') ?? '');
  return { answer: fitStatus(body), retryAfter: retryAfter(headers), streams };
}
