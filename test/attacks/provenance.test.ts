import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createIdentityHost,
  type IdentityHost,
  type IdentityHostOptions,
  type IdentityStore,
  idempotentPurchases,
  memoryPurchases,
  memoryStore,
  type OpenInquiry,
} from '../../src/host/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { type Listening, listen } from '../../src/sandbox/listen.js';

// Somebody makes inquiries of our template in an account's name, past our host: all it takes is the template's id,
// which every page of ours is told, and an account's id. What they bring about at Persona is played by simulated
// actions.

const hour = 3_600_000;
const pages = mkdtempSync(join(tmpdir(), 'pages-'));
let time = Date.parse('2026-11-20T12:00:00Z');
let persona: Sandbox;
let server: Listening;
let host: IdentityHost;
let store: IdentityStore;
let account = '';
let byWebhook = true;
/** Events that the webhook has answered, as `name inquiry`. */
let taken: string[] = [];
const onError = vi.fn();

beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  server = await listen(
    getRequestListener(async (request) => {
      const { data } = (await request.clone().json()) as {
        data: { attributes: { name: string; payload: { data: { id: string } } } };
      };
      const response = byWebhook ? await host.webhook(request) : new Response(null);
      taken.push(`${data.attributes.name} ${data.attributes.payload.data.id}`);
      return response;
    }),
    0,
  );
  persona = await startSandbox({
    appDir: pages,
    webhookUrl: `http://localhost:${server.port}/webhook`,
    clock: {
      now: () => time,
      // Events go out at once; nothing else happens by itself.
      setTimeout: (callback: () => void, ms: number) => (ms <= 0 ? setImmediate(callback) : undefined),
      clearTimeout: () => undefined,
    },
  });
});
afterAll(async () => {
  await persona.close();
  await server.close();
  rmSync(pages, { recursive: true });
});

const makeHost = (more: Partial<IdentityHostOptions> = {}) => {
  const { apiKey, templateId, webhookSecret, origin } = persona;
  return createIdentityHost({
    persona: { apiKey, templateId, webhookSecret, apiUrl: `${origin}/api/v1` },
    store,
    authorize: () => true,
    onError,
    now: () => time,
    ...more,
  });
};

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
const open = async () => {
  const response = await host.inquiry(new Request('http://host.test/inquiry', json({ account })));
  return { status: response.status, ...((await response.json()) as OpenInquiry & { code?: string }) };
};
const status = async () => {
  const response = await host.status(new Request(`http://host.test/status?account=${account}`));
  return (await response.json()) as Record<string, unknown>;
};
const buy = async () => {
  const run = idempotentPurchases({ store: memoryPurchases() });
  const guard = () => host.requireVerified(account, 'number-purchase');
  const work = async () => ({ status: 201, body: {} });
  return (await run({ account, key: crypto.randomUUID(), order: {}, guard, work })).status;
};
/** What has been told, by the names of the errors. */
const told = () => onError.mock.calls.map(([error]) => (error as Error).name);
const foreignLines = async () =>
  (await store.trail(account)).filter(({ event }) => event === 'inquiry.foreign').map(({ inquiryId }) => inquiryId);

/** What happens to an inquiry at Persona, until the host has had a chance to know. */
async function happen(inquiryId: string, ...types: string[]): Promise<void> {
  time += 1000;
  const response = await fetch(`${persona.origin}/api/v1/inquiries/${inquiryId}/perform-simulate-actions`, {
    ...json({ meta: { 'simulate-actions': types.map((type) => ({ type: `${type}_inquiry` })) } }),
    headers: { authorization: `Bearer ${persona.apiKey}`, 'content-type': 'application/json' },
  });
  expect(response.status).toBe(200);
  const last = { start: 'started', complete: 'completed', fail: 'failed', approve: 'approved', decline: 'declined' }[
    types.at(-1) as string
  ];
  await expect.poll(() => taken).toContain(`inquiry.${last} ${inquiryId}`);
  await wait(hour);
}

/** Lets the host ask by itself, where no event tells it: an approval is asked about after a day, the rest earlier. */
async function wait(ms: number): Promise<void> {
  if (!byWebhook) time += ms;
  await status();
}

/** An inquiry as a browser makes it, without our host and without a key. */
async function plant(referenceId = account): Promise<string> {
  const { templateId, origin } = persona;
  const response = await fetch(`${origin}/flow/open`, json({ templateId, referenceId, fields: {} }));
  const { view } = (await response.json()) as { view: { inquiryId: string } };
  expect(view.inquiryId).toMatch(/^inq_/);
  return view.inquiryId;
}

let count = 0;
describe.each([['by webhook'], ['by asking']])('an inquiry that somebody else made, heard of %s', (way) => {
  beforeEach(() => {
    count += 1;
    account = `acc_attacked_${count}`;
    time += 48 * hour;
    store = memoryStore();
    host = makeHost();
    byWebhook = way === 'by webhook';
    taken = [];
    onError.mockClear();
  });

  it('does not verify an account that a reviewer has declined', async () => {
    const { inquiryId } = await open();
    await happen(inquiryId, 'start', 'fail', 'decline');
    const foreign = await plant();
    await happen(foreign, 'start', 'complete', 'approve');
    expect(await status()).toMatchObject({ verified: false, status: 'declined', inquiryId });
    expect(await buy()).toBe(403);
    expect(await open()).toMatchObject({ status: 409, code: 'already_decided' });
    expect(await foreignLines()).toEqual([foreign]);
    expect(told()).toEqual(['ForeignInquiryError']);
  });

  it('does not take a verified account its verification', async () => {
    const { inquiryId } = await open();
    await happen(inquiryId, 'start', 'complete', 'approve');
    const foreign = await plant();
    await happen(foreign, 'start', 'fail', 'decline');
    await wait(24 * hour);
    expect(await status()).toMatchObject({ verified: true, status: 'approved', inquiryId });
    expect(await buy()).toBe(201);
    expect(await foreignLines()).toEqual([foreign]);
    expect(told()).toEqual(['ForeignInquiryError']);
  });

  it('uses up none of an account’s attempts', async () => {
    const foreign = [await plant(), await plant(), await plant()];
    for (const one of foreign) await happen(one, 'start', 'fail');
    expect(await status()).toMatchObject({ status: 'none', attemptsLeft: 3 });
    expect(await buy()).toBe(403);
    const opened = await open();
    expect(opened).toMatchObject({ status: 200, inquiryId: expect.stringMatching(/^inq_/) });
    expect(foreign).not.toContain(opened.inquiryId);
    expect((await foreignLines()).toSorted()).toEqual(foreign.toSorted());
    expect(told()).toEqual(['ForeignInquiryError', 'ForeignInquiryError', 'ForeignInquiryError']);
  });

  it('is not handed out as the account’s own, and puts no account into a review', async () => {
    const foreign = await plant();
    await happen(foreign, 'start');
    const { inquiryId } = await open();
    expect(inquiryId).not.toBe(foreign);
    await happen(foreign, 'complete');
    expect(await status()).toMatchObject({ verified: false, status: 'created', inquiryId });
  });

  it('does not hide the account’s own, however many there are', { timeout: 60_000 }, async () => {
    const { inquiryId } = await open();
    await happen(inquiryId, 'start');
    for (let made = 0; made < 30; made += 1) {
      time += 1000;
      await plant();
    }
    await happen(inquiryId, 'complete', 'approve');
    expect(await status()).toMatchObject({ verified: true, inquiryId });
    expect(await buy()).toBe(201);
  });

  it('counts where the host has no inquiries of its own, which is why that is dangerous', async () => {
    host = makeHost({ policy: { accepts: 'template' } });
    const foreign = await plant();
    await happen(foreign, 'start', 'complete', 'approve');
    expect(await status()).toMatchObject({ verified: true, inquiryId: foreign });
    expect(told()).toEqual([]);
    // Not for good: the store knows who made it.
    host = makeHost();
    expect(await status()).toMatchObject({ verified: false });
  });

  it('counts once an operator has adopted it', async () => {
    const foreign = await plant();
    await happen(foreign, 'start', 'complete', 'approve');
    expect(await status()).toMatchObject({ verified: false });
    await host.adopt(account, foreign);
    expect(await status()).toMatchObject({ verified: true, inquiryId: foreign });
    expect(await buy()).toBe(201);
    expect((await store.trail(account)).filter(({ actor }) => actor === 'operator')).toMatchObject([
      { event: 'inquiry.adopted', inquiryId: foreign },
    ]);
  });
});
