import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkForeign } from '../../src/host/check/check-foreign.js';
import { checkKeys } from '../../src/host/check/check-keys.js';
import { checkNews } from '../../src/host/check/check-news.js';
import { checkSessions } from '../../src/host/check/check-sessions.js';
import {
  createIdentityHost,
  type IdentityPolicy,
  idempotentPurchases,
  memoryPurchases,
  memoryStore,
} from '../../src/host/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { type Listening, listen } from '../../src/sandbox/listen.js';

const pages = mkdtempSync(join(tmpdir(), 'pages-'));
let persona: Sandbox;
let server: Listening;
/** What the host under test answers. */
let handle: (request: Request) => Promise<Response>;
let account = '';

beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  server = await listen(
    getRequestListener((request) => handle(request)),
    0,
  );
  persona = await startSandbox({ appDir: pages, webhookUrl: `http://localhost:${server.port}/webhook` });
});
afterAll(async () => {
  await persona.close();
  await server.close();
  rmSync(pages, { recursive: true });
});
const makeHost = (policy?: IdentityPolicy) => {
  const { apiKey, templateId, webhookSecret, origin } = persona;
  return createIdentityHost({
    persona: { apiKey, templateId, webhookSecret, apiUrl: `${origin}/api/v1` },
    store: memoryStore(),
    authorize: () => true,
    policy,
  }).fetch;
};
beforeEach(() => {
  account = `acc_${crypto.randomUUID()}`;
  handle = makeHost();
});

const options = (more = {}) => ({
  url: `http://localhost:${server.port}`,
  account,
  apiKey: persona.apiKey,
  apiUrl: `${persona.origin}/api/v1`,
  within: 10,
  ...more,
});
const check = (more = {}) => checkNews(options(more));
const makeSession = (inquiryId: string) =>
  fetch(`${persona.origin}/api/v1/inquiry-sessions`, {
    method: 'POST',
    body: JSON.stringify({ data: { attributes: { 'inquiry-id': inquiryId } } }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${persona.apiKey}` },
  });

describe('checkNews', () => {
  it('finds nothing at a host that takes the webhook', async () => {
    expect(await check()).toBeUndefined();
  });

  it('finds nothing at a host that asks Persona when the webhook is lost', async () => {
    const sound = handle;
    handle = (request) =>
      request.url.endsWith('/webhook') ? Promise.resolve(new Response(null, { status: 500 })) : sound(request);
    expect(await check()).toBeUndefined();
  });

  it('finds a host that does not learn of an approval, and says what it said instead', async () => {
    const sound = handle;
    const first = await (await sound(new Request(`http://host.test/status?account=${account}`))).text();
    handle = (request) =>
      request.url.includes('/status') ? Promise.resolve(Response.json(JSON.parse(first))) : sound(request);
    expect(await check({ within: 1 })).toMatchObject({
      code: 'learns_late',
      message: expect.stringMatching(/still said "none" after 1 s/),
    });
  });

  it('says what to do when there is nothing to approve, or the key is another', async () => {
    await expect(check({ apiKey: 'persona_sandbox_other' })).rejects.toThrow(
      'Persona did not do what the check needs (401)',
    );
    expect(await check({ account: 'acc_approved' })).toBeUndefined();
    await expect(check({ account: 'acc_approved' })).rejects.toThrow('Take an account that is not verified yet');
  });
});

describe('checkSessions', () => {
  it('finds nothing at a host that makes one session for a renewal, and leaves the inquiry open', async () => {
    expect(await checkSessions(options())).toBeUndefined();
    expect(await check()).toBeUndefined();
  });

  it('finds a host that makes a session for each try besides', async () => {
    const sound = handle;
    handle = async (request) => {
      const answer = await sound(request);
      if (!request.url.endsWith('/inquiry')) return answer;
      const { inquiryId } = (await answer.clone().json()) as { inquiryId: string };
      for (const _ of ['one', 'two']) await makeSession(inquiryId);
      return answer;
    };
    expect(await checkSessions(options())).toMatchObject({
      code: 'wastes_sessions',
      message: expect.stringContaining('3 renewals made 6.'),
    });
  });
});

describe('checkKeys', () => {
  const shop = (sell: (request: Request) => Promise<Response>) => {
    const sound = handle;
    handle = (request) => (request.url.endsWith('/purchases') ? sell(request) : sound(request));
  };

  it('finds nothing at a host that knows which order a key came with, nor at one that sells nothing', async () => {
    expect(await checkKeys(options())).toBeUndefined();
    const buy = idempotentPurchases({ store: memoryPurchases() });
    const work = async () => ({ status: 409, body: { code: 'number_unavailable' } });
    shop(async (request) =>
      buy({ account, key: request.headers.get('idempotency-key'), order: await request.json(), work }),
    );
    expect(await checkKeys(options())).toBeUndefined();
  });

  it('finds a host that takes a key for any order', async () => {
    shop(async () => Response.json({ code: 'number_unavailable' }, { status: 409 }));
    expect(await checkKeys(options())).toMatchObject({
      code: 'key_for_two_orders',
      message: expect.stringContaining('It answered 409.'),
    });
  });
});

describe('checkForeign', () => {
  it('finds nothing at a host that counts its own inquiries only, and leaves the account as it was', async () => {
    expect(await checkForeign(options())).toBeUndefined();
    expect(await check()).toBeUndefined();
  });

  it('finds a host that believes foreign inquiries', async () => {
    handle = makeHost({ accepts: 'template' });
    expect(await checkForeign(options())).toMatchObject({
      code: 'believes_foreign',
      message: expect.stringContaining('Block client-side Inquiry creation'),
    });
  });

  it('leaves the real Persona alone', async () => {
    const nobody = () => Promise.reject(new Error('asked'));
    expect(await checkForeign(options({ apiUrl: undefined, fetch: nobody }))).toBeUndefined();
  });
});
