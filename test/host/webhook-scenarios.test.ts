import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIdentityHost, type IdentityHost, type IdentityStore, memoryStore } from '../../src/host/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { type Listening, listen } from '../../src/sandbox/listen.js';
import { event, sign } from './signed.js';

/**
 * How long after the decision the status may say something else when no webhook helps; the pace at which the host asks
 * by itself.
 */
const stated = 15_000;
const pages = mkdtempSync(join(tmpdir(), 'pages-'));

let time: number;
let persona: Sandbox;
let host: IdentityHost;
let store: IdentityStore;
let server: Listening;
let taken: number[];
let timers: { at: number; callback: () => void }[];

/** Moves time for both sides; what falls due at the stand-in happens, and is waited for. */
async function pass(ms: number): Promise<void> {
  time += ms;
  for (const timer of timers.filter(({ at }) => at <= time)) {
    timers.splice(timers.indexOf(timer), 1);
    timer.callback();
  }
}
const clock = {
  now: () => time,
  setTimeout: (callback: () => void, ms: number) => {
    const timer = { at: time + ms, callback };
    // What is due at once runs by itself.
    if (ms <= 0) setImmediate(callback);
    else timers.push(timer);
    return timer;
  },
  clearTimeout: (timer: unknown) => {
    timers = timers.filter((one) => one !== timer);
  },
};

const makeHost = (webhookSecret = persona.webhookSecret) =>
  createIdentityHost({
    persona: {
      apiKey: persona.apiKey,
      templateId: persona.templateId,
      webhookSecret,
      apiUrl: `${persona.origin}/api/v1`,
    },
    store,
    authorize: () => true,
    now: () => time,
  });

beforeEach(async () => {
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  time = Date.parse('2026-11-20T12:00:00Z');
  [timers, taken, store] = [[], [], memoryStore()];
  // An answer that comes when its test is over is not counted for the next one.
  const own = taken;
  server = await listen(
    getRequestListener(async (request) => {
      const response = await host.fetch(request);
      own.push(response.status);
      return response;
    }),
    0,
  );
  persona = await startSandbox({
    appDir: pages,
    clock,
    webhookUrl: `http://localhost:${server.port}/webhook`,
    webhookRetryScale: 1,
  });
  host = makeHost();
});
afterEach(async () => {
  await persona.close();
  await server.close();
});

afterAll(() => rmSync(pages, { recursive: true }));

const status = async () =>
  (await (await host.status(new Request('http://host.test/status?account=acc'))).json()) as {
    verified: boolean;
    status: string;
  };
/** What the store knows without asking Persona. */
const stored = async () => (await store.inquiries('acc')).map((inquiry) => inquiry.status);

/** Asks the local Persona's REST API. */
async function ask(path: string, body?: unknown): Promise<{ data: unknown }> {
  const response = await fetch(`${persona.origin}/api/v1/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${persona.apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  expect(response.ok).toBe(true);
  return (await response.json()) as Awaited<ReturnType<typeof ask>>;
}

async function happen(inquiryId: string, ...types: string[]): Promise<void> {
  for (const type of types) {
    time += 1000;
    await ask(`inquiries/${inquiryId}/perform-simulate-actions`, {
      meta: { 'simulate-actions': [{ type: `${type}_inquiry` }] },
    });
  }
}

async function simulate(...types: string[]): Promise<string> {
  const response = await host.inquiry(
    new Request('http://host.test/inquiry', {
      method: 'POST',
      body: '{"account":"acc"}',
      headers: { 'content-type': 'application/json' },
    }),
  );
  const { inquiryId } = (await response.json()) as { inquiryId: string };
  await happen(inquiryId, ...types);
  return inquiryId;
}
const approve = () => simulate('start', 'complete', 'approve');

describe('webhooks of the local Persona', () => {
  it('on time: the account is verified as soon as the event is there', async () => {
    await approve();
    await expect.poll(stored).toEqual(['approved']);
  });

  it('late: the status is right before the event, and stays so after it', async () => {
    persona.play('webhook-late:60');
    await approve();
    expect(await stored()).toEqual(['created']);
    await pass(stated);
    expect(await status()).toMatchObject({ verified: true });
    await pass(60_000);
    await expect.poll(() => taken.length).toBeGreaterThanOrEqual(4);
    expect(new Set(taken)).toEqual(new Set([200]));
    expect(await status()).toMatchObject({ verified: true });
  });

  it('twice: the second copy changes nothing', async () => {
    persona.play('webhook-twice');
    await approve();
    await expect.poll(() => taken.length).toBeGreaterThanOrEqual(8);
    expect((await store.trail('acc')).filter((line) => line.event === 'inquiry.approved')).toHaveLength(1);
    expect(await status()).toMatchObject({ verified: true });
  });

  it('reordered: "completed" after "approved" takes nothing back', async () => {
    persona.play('webhook-reordered:60');
    await approve();
    await expect.poll(stored).toEqual(['approved']);
    await pass(60_000);
    await expect.poll(() => taken.length).toBeGreaterThanOrEqual(4);
    expect(await stored()).toEqual(['approved']);
  });

  it('never: asking takes the place of the event', async () => {
    persona.play('webhook-never');
    await approve();
    await pass(stated);
    expect(await status()).toMatchObject({ verified: true });
    expect(taken).toEqual([]);
  });

  it('forged: nobody is verified', async () => {
    const inquiryId = await simulate('start');
    const body = event({
      name: 'inquiry.approved',
      at: new Date(time).toISOString(),
      account: 'acc',
      inquiryId,
      template: persona.templateId,
    });
    for (const signature of [
      sign(body, { at: time, secret: 'wbhsec_guess' }),
      `t=${time / 1000},v1=${'0'.repeat(64)}`,
      '',
    ]) {
      const response = await fetch(`http://localhost:${server.port}/webhook`, {
        method: 'POST',
        body,
        headers: { 'persona-signature': signature },
      });
      expect(response.status).toBe(401);
    }
    await pass(stated);
    expect(await status()).toMatchObject({ verified: false, status: 'pending' });
  });

  it('wrong secret: the events are refused, and asking still gets the truth', async () => {
    host = makeHost('wbhsec_of_another_webhook');
    await approve();
    await expect.poll(() => taken.length).toBeGreaterThan(0);
    expect(new Set(taken)).toEqual(new Set([401]));
    expect(await stored()).toEqual(['created']);
    await pass(stated);
    expect(await status()).toMatchObject({ verified: true });
  });

  it('rotated: either secret is good while both sign, and the old one no longer afterwards', async () => {
    const [old, inquiryId] = [persona.webhookSecret, await simulate('start')];
    // What is on its way was signed with the old secret alone.
    await expect.poll(() => taken).toEqual([200, 200]);
    const [webhook] = (await ask('webhooks')).data as { id: string }[];
    const rotated = await ask(`webhooks/${webhook!.id}/rotate-secret`, { meta: { 'expires-in-seconds': 3600 } });
    const { secret } = (rotated.data as { attributes: { secret: string } }).attributes;
    expect(secret).toMatch(/^wbhsec_/);
    expect(secret).not.toBe(old);

    await happen(inquiryId, 'complete');
    await expect.poll(stored).toEqual(['completed']);
    host = makeHost(secret);
    await happen(inquiryId, 'mark_for_review');
    await expect.poll(stored).toEqual(['needs_review']);
    expect(new Set(taken)).toEqual(new Set([200]));

    time += 3_600_000;
    host = makeHost(old);
    await happen(inquiryId, 'approve');
    await expect.poll(() => taken.at(-1)).toBe(401);
    expect(await stored()).toEqual(['needs_review']);
    // Persona tries again, and by now somebody has put the new secret in place.
    host = makeHost(secret);
    await expect
      .poll(async () => {
        // It begins to wait when it has heard the 401.
        await pass(3000);
        return stored();
      })
      .toEqual(['approved']);
  });
});
