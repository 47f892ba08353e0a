import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import { createIdentityHost, type IdentityHostOptions, type OpenInquiry, sqlStore } from '../../src/host/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { freshDatabase } from '../helpers/blank-database.js';

/** What a test sees and moves. */
export const world = {
  time: Date.parse('2026-11-20T12:00:00Z'),
  /** A fresh one for each test. */
  account: '',
  /** Calls to Persona since the test began. */
  calls: [] as string[],
  /** May stand between the host and Persona. */
  answer: (go: () => Promise<Response>): Promise<Response> => go(),
};
export const onError = vi.fn();

const pages = mkdtempSync(join(tmpdir(), 'pages-'));
export const db = await freshDatabase();
export let persona: Sandbox;

// Nothing happens at the stand-in by itself and no event is sent: every piece of news has to be asked for.
const clock = { now: () => world.time, setTimeout: () => undefined, clearTimeout: () => undefined };

beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  persona = await startSandbox({ appDir: pages, clock });
});
afterAll(async () => {
  await persona.close();
  await db.close();
  rmSync(pages, { recursive: true });
});

let count = 0;
beforeEach(() => {
  count += 1;
  Object.assign(world, {
    time: world.time + 3_600_000,
    account: `acc_${count}`,
    calls: [],
    answer: (go: () => Promise<Response>) => go(),
  });
  onError.mockClear();
});

const send: typeof fetch = (input, init) => {
  const { pathname } = new URL(String(input));
  const path = pathname.replace('/api/v1/inquiries', '').replace(/inq_\w+/, ':id');
  world.calls.push(`${init?.method} ${path}`.trim());
  return world.answer(() => fetch(input, init));
};

export const makeHost = (over: Partial<IdentityHostOptions> = {}) => {
  const { apiKey, templateId, webhookSecret, origin, host } = persona;
  return createIdentityHost({
    persona: { apiKey, templateId, webhookSecret, apiUrl: `${origin}/api/v1`, host, fetch: send },
    // On a busy machine an account's turn takes seconds.
    store: sqlStore(db, { patience: 60 }),
    authorize: (request) => request.headers.get('cookie') !== 'user=stranger' && request.headers.has('cookie'),
    now: () => world.time,
    onError,
    ...over,
  });
};

export const at = (path: string, init: RequestInit = {}) =>
  new Request(`http://host.test/api/identity/${path}`, { ...init, headers: { cookie: 'user=owner', ...init.headers } });
export const post = (body: unknown, headers: Record<string, string> = {}) =>
  at('inquiry', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
export const read = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as Record<string, unknown>),
});
export const open = async (host = makeHost(), more = {}) =>
  read(await host.inquiry(post({ account: world.account, action: 'number-purchase', ...more })));
export const status = async (host = makeHost()) =>
  (await (await host.status(at(`status?account=${world.account}&action=cnam`))).json()) as Record<string, unknown>;
export const opened = async (host = makeHost()) => (await open(host)) as unknown as OpenInquiry;

/** What happens at Persona meanwhile. */
export async function happen(inquiryId: string, ...types: string[]): Promise<void> {
  world.time += 1000;
  const response = await fetch(`${persona.origin}/api/v1/inquiries/${inquiryId}/perform-simulate-actions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${persona.apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({ meta: { 'simulate-actions': types.map((type) => ({ type: `${type}_inquiry` })) } }),
  });
  expect(response.status).toBe(200);
}

export async function atPersona(): Promise<string[]> {
  const response = await fetch(`${persona.origin}/api/v1/inquiries?filter[reference-id]=${world.account}`, {
    headers: { authorization: `Bearer ${persona.apiKey}` },
  });
  return ((await response.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
}
