import { fit, inquiryAnswer, problem, statusAnswer } from '../core/contracts.js';
import { LcError, hostCode, type LcErrorCode } from '../core/errors.js';
import type { Inquiry } from '../core/gate.js';
import type { GatePort, StatusReading, Subject } from '../core/ports.js';
import { report } from './console.js';

export type Fetch = typeof fetch;

/** Where a gate's host answers, and what stands in for a missing inquiry endpoint. */
export interface GateEndpoints {
  statusUrl: string | undefined;
  inquiryUrl: string | undefined;
  template?: string | undefined;
  environment?: string | undefined;
  personaHost?: string | undefined;
  fetch: Fetch;
}

/** Milliseconds of a `Retry-After` header, which holds seconds or a date. */
export function retryAfter(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}

/** The code of an answer that is not 2xx: the host's own if we know it, else what the HTTP status says. */
async function refusal(response: Response, source: string): Promise<LcError> {
  const body: unknown = await response.json().catch(() => undefined);
  const details = problem.safeParse(body);
  const named = details.success ? hostCode(details.data.code) : undefined;
  const code = named ?? codeOfStatus(response.status);
  const said = details.success ? (details.data.detail ?? details.data.title ?? '') : '';
  return new LcError(code, `${source} answered ${response.status}${said ? `: ${said}` : ''}.`, { retryAfter: retryAfter(response.headers) });
}

function codeOfStatus(status: number): LcErrorCode {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 402) return 'payment_required';
  if (status === 404 || status === 405) return 'not_configured';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'server_error' : 'purchase_failed';
}

/**
 * Calls one endpoint of the host.
 * @throws {LcError} with a code for every way it can go wrong; an abort by the caller's signal passes through as it is.
 */
export async function call(fetch: Fetch, url: string, init: RequestInit, source: string): Promise<{ body: unknown; headers: Headers }> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init, headers: { accept: 'application/json', ...init.headers } });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new LcError(navigator.onLine ? 'unreachable' : 'offline', `${source} could not be reached.`, { cause });
  }
  if (!response.ok) throw await refusal(response, source);
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

export const postJson = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});

const fetchIds = new WeakMap<Fetch, number>();
let nextFetchId = 0;

/** Gates share a request only when it is the very same one: same URL and same `fetch`. */
function keyOf(url: string, fetch: Fetch): string {
  if (fetch === globalThis.fetch) return url;
  if (!fetchIds.has(fetch)) fetchIds.set(fetch, (nextFetchId += 1));
  return `${url}#${fetchIds.get(fetch)}`;
}

/** The gate's port over the host's HTTP endpoints. */
export function gateEndpoints(subject: Subject, { statusUrl, inquiryUrl, template, environment, personaHost, fetch }: GateEndpoints): GatePort {
  const url = statusUrl && withQuery(statusUrl, { account: subject.account, action: subject.action });
  const missing = (attribute: string) => new LcError('not_configured', `<lc-identity-gate> has no ${attribute}. Set api="…" or ${attribute}="…".`);
  const reported = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof LcError && error.code !== 'offline') report(error.message);
      throw error;
    }
  };
  return {
    key: url ? keyOf(url, fetch) : `no-status-url#${subject.account}`,

    readStatus: (signal) => reported(async (): Promise<StatusReading> => {
      if (!url) throw missing('status-url');
      if (!subject.account) throw new LcError('not_configured', '<lc-identity-gate> has no account. Set account="…" to the id of the account that buys.');
      const { body, headers } = await call(fetch, url, { signal }, 'The status endpoint');
      return { answer: fit(statusAnswer, body, 'The status endpoint'), retryAfter: retryAfter(headers) };
    }),

    createInquiry: () => reported(async (): Promise<Inquiry> => {
      if (!inquiryUrl) {
        if (!template) throw missing('inquiry-url');
        return { templateId: template, environmentId: environment, referenceId: subject.account, personaHost };
      }
      const { body } = await call(fetch, inquiryUrl, postJson({ account: subject.account, action: subject.action }), 'The inquiry endpoint');
      const answer = fit(inquiryAnswer, body, 'The inquiry endpoint');
      return { inquiryId: answer.inquiryId, sessionToken: answer.sessionToken ?? undefined, personaHost: answer.personaHost ?? personaHost };
    }),
  };
}
