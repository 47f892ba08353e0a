import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdentityHost, sqlStore, type IdentityHostOptions, type OpenInquiry } from '../../src/host/index.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.js';

let time = Date.parse('2026-11-20T12:00:00Z');
const pages = mkdtempSync(join(tmpdir(), 'pages-'));
const db = new PGlite();
let persona: Sandbox;

// Nothing happens at the stand-in by itself and no event is sent: every piece of news has to be asked for.
const clock = { now: () => time, setTimeout: () => undefined, clearTimeout: () => undefined };

beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  persona = await startSandbox({ appDir: pages, clock });
});
afterAll(async () => {
  await persona.close();
  await db.close();
  rmSync(pages, { recursive: true });
});

/** Calls to Persona since the test began; `answer` may stand between the host and Persona. */
let calls: string[] = [];
let answer: (go: () => Promise<Response>) => Promise<Response> = (go) => go();
let account = '';
let count = 0;
const onError = vi.fn();

beforeEach(() => {
  calls = [];
  answer = (go) => go();
  account = `acc_${(count += 1)}`;
  time += 3_600_000;
  onError.mockClear();
});

const send: typeof fetch = (input, init) => {
  calls.push(`${init?.method} ${new URL(String(input)).pathname.replace('/api/v1/inquiries', '').replace(/inq_\w+/, ':id')}`.trim());
  return answer(() => fetch(input, init));
};

const makeHost = (over: Partial<IdentityHostOptions> = {}) => {
  const { apiKey, templateId, webhookSecret, origin, host } = persona;
  return createIdentityHost({
    persona: { apiKey, templateId, webhookSecret, apiUrl: `${origin}/api/v1`, host, fetch: send },
    store: sqlStore(db),
    authorize: (request) => request.headers.get('Cookie') !== 'user=stranger' && request.headers.has('Cookie'),
    now: () => time,
    onError,
    ...over,
  });
};

const at = (path: string, init: RequestInit = {}) => new Request(`http://host.test/api/identity/${path}`, { ...init, headers: { Cookie: 'user=owner', ...init.headers } });
const post = (body: unknown, headers: Record<string, string> = {}) => at('inquiry', { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } });
const read = async (response: Response) => ({ status: response.status, ...((await response.json()) as Record<string, unknown>) });
const open = async (host = makeHost(), more = {}) => read(await host.inquiry(post({ account, action: 'number-purchase', ...more })));
const status = async (host = makeHost()) => (await (await host.status(at(`status?account=${account}&action=cnam`))).json()) as Record<string, unknown>;
const opened = async (host = makeHost()) => (await open(host)) as unknown as OpenInquiry;

/** What happens at Persona meanwhile. */
async function happen(inquiryId: string, ...types: string[]): Promise<void> {
  time += 1000;
  const response = await fetch(`${persona.origin}/api/v1/inquiries/${inquiryId}/perform-simulate-actions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${persona.apiKey}`, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({ meta: { 'simulate-actions': types.map((type) => ({ type: `${type}_inquiry` })) } }),
  });
  expect(response.status).toBe(200);
}

async function atPersona(): Promise<string[]> {
  const response = await fetch(`${persona.origin}/api/v1/inquiries?filter[reference-id]=${account}`, { headers: { Authorization: `Bearer ${persona.apiKey}` } });
  return ((await response.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
}

describe('inquiry', () => {
  it('creates one and gives the same answer the second time', async () => {
    const first = await open();
    expect(first).toMatchObject({ status: 200, inquiryId: expect.stringMatching(/^inq_/), personaHost: persona.host, oneTimeLink: expect.stringContaining('/verify?code=') });
    expect(first).not.toHaveProperty('sessionToken');
    expect(await open()).toEqual(first);
    expect(calls.filter((call) => call.startsWith('POST'))).toEqual(['POST']);
  });

  it('creates one for many requests at once, to two processes on one database', async () => {
    const [one, two] = [makeHost(), makeHost()];
    const answers = await Promise.all([one, two, one, two, one].map((host) => open(host)));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await atPersona()).toHaveLength(1);
  });

  it('finds the inquiry at Persona when its own store is empty', async () => {
    const { inquiryId } = await opened();
    await db.query('delete from lc_identity_inquiries where account = $1', [account]);
    expect((await opened()).inquiryId).toBe(inquiryId);
  });

  it('resumes one that was begun, once, and hands out the same session again', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start');
    const resumed = await opened();
    expect(resumed).toMatchObject({ inquiryId, sessionToken: expect.stringMatching(/^ey/), expiresAt: new Date(time + 24 * 3_600_000).toISOString() });
    expect(await opened()).toEqual(resumed);
    expect(calls.filter((call) => call.includes('resume'))).toHaveLength(1);
  });

  it('asks for another session when the page says its own was refused, and when it is about to end', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start');
    await opened();
    await open(makeHost(), { renew: true });
    expect(calls.filter((call) => call.includes('resume'))).toHaveLength(2);
    time += 24 * 3_600_000 - 60_000;
    await opened();
    expect(calls.filter((call) => call.includes('resume'))).toHaveLength(3);
  });

  it('resumes one that has expired', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start', 'expire');
    expect(await opened()).toMatchObject({ inquiryId, sessionToken: expect.any(String) });
    time += 4000;
    expect(await status()).toMatchObject({ status: 'pending', inquiryId });
  });

  it('creates another when Persona does not let it be resumed', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start');
    answer = async (go) => (calls.at(-1)?.includes('resume') ? Response.json({ errors: [] }, { status: 409 }) : go());
    const next = await opened();
    expect(next.inquiryId).not.toBe(inquiryId);
    expect((await opened()).inquiryId).toBe(next.inquiryId);
  });

  it('allows three failed inquiries, then asks for support', async () => {
    for (const attemptsLeft of [2, 1, 0]) {
      await happen((await opened()).inquiryId, 'start', 'fail');
      time += 60_000;
      expect(await status()).toMatchObject({ status: 'failed', attemptsLeft });
    }
    expect(await open()).toMatchObject({ status: 409, code: 'attempts_exhausted' });
    expect(await atPersona()).toHaveLength(3);
  });

  it.each([
    ['completed', ['start', 'complete']],
    ['in review', ['start', 'fail', 'mark_for_review']],
    ['approved', ['start', 'complete', 'approve']],
    ['declined', ['start', 'fail', 'decline']],
  ])('answers 409 to one that is %s', async (_, steps) => {
    await happen((await opened()).inquiryId, ...steps);
    expect(await open()).toMatchObject({ status: 409, code: 'already_decided' });
    expect(await atPersona()).toHaveLength(1);
  });

  it('does not make a second one when the answer to the first got lost', async () => {
    answer = async (go) => {
      const response = await go();
      if (calls.at(-1) === 'POST') throw new TypeError('fetch failed');
      return response;
    };
    expect(await open()).toMatchObject({ status: 503, code: 'provider_unavailable' });
    // Not even while Persona's list does not show it yet.
    answer = async (go) => (calls.at(-1) === 'GET' ? Response.json({ data: [] }) : go());
    expect(await open()).toMatchObject({ status: 200 });
    expect(await atPersona()).toHaveLength(1);
  });

  it('is not stuck with an error Persona would repeat', async () => {
    const keys: (string | null)[] = [];
    const host = makeHost({
      persona: { ...persona, apiUrl: `${persona.origin}/api/v1`, fetch: async (input, init) => {
        const request = new Request(input, init);
        if (request.method !== 'POST') return fetch(input, init);
        keys.push(request.headers.get('Idempotency-Key'));
        return keys.length === 1 ? Response.json({ errors: [] }, { status: 500 }) : fetch(input, init);
      } },
    });
    expect(await open(host)).toMatchObject({ status: 503 });
    expect(await open(host)).toMatchObject({ status: 200 });
    expect(new Set(keys).size).toBe(2);
  });

  it('takes over from a process that died in its turn', async () => {
    await db.query(`insert into lc_identity_accounts (account, turn, turn_until) values ($1, gen_random_uuid(), now() - interval '1 second')`, [account]);
    expect(await open()).toMatchObject({ status: 200 });
  });

  it('passes on how long Persona wants to be left alone', async () => {
    answer = async () => new Response('{}', { status: 429, headers: { 'RateLimit-Reset': '12' } });
    const response = await makeHost().inquiry(post({ account }));
    expect(response.headers.get('Retry-After')).toBe('12');
    expect(await read(response)).toMatchObject({ status: 503, code: 'rate_limited' });
  });
});

describe('status', () => {
  it('knows nothing of a new account and asks Persona about it once', async () => {
    expect(await status()).toEqual({ verified: false, required: true, status: 'none', account, attemptsLeft: 3, verifiedAt: null });
    await status();
    expect(calls).toEqual(['GET']);
  });

  it('learns of an approval whose webhook never came', async () => {
    const { inquiryId } = await opened();
    await happen(inquiryId, 'start', 'complete', 'approve');
    const decided = time;
    time += 4000;
    expect(await status()).toMatchObject({ verified: true, status: 'approved', inquiryId, verifiedAt: new Date(decided).toISOString() });
    calls = [];
    time += 3_600_000;
    expect(await status()).toMatchObject({ verified: true });
    expect(calls).toEqual([]);
  });

  it('asks Persona at most once in three seconds, however many pages and processes wait', async () => {
    await opened();
    time += 60_000;
    calls = [];
    const hosts = [makeHost(), makeHost()];
    await Promise.all([...hosts, ...hosts, ...hosts].map((host) => status(host)));
    time += 2999;
    await status();
    expect(calls).toEqual(['GET']);
    time += 15_000;
    await status();
    expect(calls).toEqual(['GET', 'GET']);
  });

  it('answers what it knows while Persona is away', async () => {
    const { inquiryId } = await opened();
    time += 60_000;
    answer = () => Promise.reject(new TypeError('fetch failed'));
    expect(await status()).toMatchObject({ verified: false, status: 'created', inquiryId });
    expect(onError).toHaveBeenCalledOnce();
  });

  it('goes by the newest decision, whichever inquiry it was made on', async () => {
    const first = await opened();
    await happen(first.inquiryId, 'start', 'fail');
    const second = await opened();
    expect(second.inquiryId).not.toBe(first.inquiryId);
    await happen(first.inquiryId, 'decline');
    await happen(second.inquiryId, 'start', 'complete', 'approve');
    time += 60_000;
    expect(await status()).toMatchObject({ verified: true, inquiryId: second.inquiryId });
  });
});

describe('policy', () => {
  it('lets accounts through that need no verification, without asking Persona', async () => {
    const host = makeHost({ policy: { required: (_, action) => action === 'number-purchase' } });
    expect(await status(host)).toMatchObject({ verified: false, required: false });
    expect(await host.requireVerified(account, 'cnam')).toBeNull();
    expect(await read(await host.inquiry(post({ account, action: 'cnam' })))).toMatchObject({ status: 409, code: 'not_required' });
    expect(calls).toEqual([]);
    expect((await host.requireVerified(account, 'number-purchase'))?.status).toBe(403);
  });
});

describe('requireVerified', () => {
  it('refuses until the account is approved', async () => {
    const host = makeHost();
    const refusal = await host.requireVerified(account);
    expect(refusal?.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await read(refusal as Response)).toMatchObject({ status: 403, code: 'verification_required', type: 'about:blank' });
    await happen((await opened(host)).inquiryId, 'start', 'complete');
    time += 4000;
    expect((await host.requireVerified(account))?.status).toBe(403);
    await happen((await atPersona())[0] as string, 'approve');
    time += 4000;
    expect(await host.requireVerified(account)).toBeNull();
  });
});

describe('fetch', () => {
  const host = () => makeHost();
  const strangers = { headers: { Cookie: 'user=stranger' } };

  it.each<[string, Request, number, string]>([
    ['no account', at('status'), 400, 'invalid_request'],
    ['an empty account', at('status?account=%20'), 400, 'invalid_request'],
    ['an account of 201 characters', at(`status?account=${'a'.repeat(201)}`), 400, 'invalid_request'],
    ['a body without account', post({ action: 'cnam' }), 400, 'invalid_request'],
    ['a body that is no JSON', at('inquiry', { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } }), 400, 'invalid_request'],
    ['a form of another site', at('inquiry', { method: 'POST', body: '{"account":"a"}', headers: { 'Content-Type': 'text/plain' } }), 415, 'unsupported_media_type'],
    ['a stranger asking', at('status?account=a', strangers), 403, 'forbidden'],
    ['a stranger creating', post({ account: 'a' }, { Cookie: 'user=stranger' }), 403, 'forbidden'],
    ['nobody asking', new Request('http://host.test/status?account=a'), 401, 'not_signed_in'],
    ['the wrong method', at('status?account=a', { method: 'POST' }), 405, 'method_not_allowed'],
    ['another wrong method', at('inquiry'), 405, 'method_not_allowed'],
    ['an unsigned event', at('webhook', { method: 'POST', body: '{}' }), 401, 'invalid_signature'],
    ['another path', at('secrets'), 404, 'not_found'],
  ])('answers %s with a problem and leaves Persona alone', async (_, request, expected, code) => {
    const response = await host().fetch(request);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await read(response)).toMatchObject({ status: expected, code, detail: expect.any(String), title: expect.any(String) });
    expect(calls).toEqual([]);
  });

  it('routes by the last part of the path, whatever stands before it', async () => {
    const response = await host().fetch(new Request(`http://host.test/deep/er/status?account=${account}`, { headers: { Cookie: 'user=owner' } }));
    expect(await read(response)).toMatchObject({ status: 'none' });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('answers 503 instead of throwing when the database is away, and tells the log without a secret', async () => {
    const broken = makeHost({ store: sqlStore({ query: () => Promise.reject(Object.assign(new Error('connection refused'), { params: ['token'] })) }) });
    expect(await read(await broken.fetch(at(`status?account=${account}`)))).toMatchObject({ status: 503 });
    const [error] = onError.mock.calls[0] as [Error];
    expect(error.message).toBe('The identity store failed: connection refused');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('token');
  });
});
