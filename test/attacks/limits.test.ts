import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdentityHost, type IdentityPolicy, memoryStore } from '../../src/host/index.js';
import { event, sign, templateId, webhookSecret } from '../host/signed.js';

const authorize = vi.fn(async () => true);
/** What was asked of Persona: the last part of the path, or nothing for the list. */
let calls: string[] = [];

const makeHost = (policy: IdentityPolicy = {}) =>
  createIdentityHost({
    persona: {
      apiKey: 'persona_sandbox_test',
      templateId,
      webhookSecret,
      fetch: async (input, init) => {
        const path = new URL(String(input)).pathname.split('/').at(-1) ?? '';
        calls.push(`${init?.method} ${path}`);
        const inquiry = {
          id: 'inq_1',
          attributes: { status: 'pending', 'reference-id': 'acc', 'created-at': '2026-11-20T08:00:00.000Z' },
          relationships: { 'inquiry-template': { data: { id: templateId } } },
        };
        if (init?.method === 'GET') return Response.json({ data: calls.length > 2 ? [inquiry] : [] });
        const meta = {
          'session-token': `token-${calls.length}`,
          'one-time-link': `https://persona.test/${calls.length}`,
        };
        return Response.json({ data: inquiry, meta }, { status: 201 });
      },
    },
    store: memoryStore(),
    authorize,
    policy,
  });

beforeEach(() => {
  calls = [];
  authorize.mockClear();
});

const chunk = new Uint8Array(64 * 1024).fill(32);
/** A request whose body is 60 MB, in chunks that are made when they are asked for, and counted. */
function endless(path: string, headers: Record<string, string>) {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (pulled >= 60 * 1024 * 1024) return controller.close();
        pulled += chunk.length;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', headers: { cookie: 'a=b', ...headers }, body, duplex: 'half' };
  return { request: new Request(`http://host.test/api/identity/${path}`, init), pulled: () => pulled };
}
const wrong = `t=${Math.floor(Date.now() / 1000)},v1=${'0'.repeat(64)}`;
const code = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe('a body of 60 MB', () => {
  it.each([
    ['webhook', 1024 * 1024, { 'persona-signature': wrong }],
    ['inquiry', 16 * 1024, { 'content-type': 'application/json' }],
  ])(
    'is 413 at the %s after %i bytes and a chunk, before anything is reckoned or decided',
    async (path, most, headers) => {
      const verify = vi.spyOn(crypto.subtle, 'verify');
      const { request, pulled } = endless(path, headers);
      expect(await code(await makeHost().fetch(request))).toEqual([413, 'too_large']);
      expect(pulled()).toBeGreaterThan(0);
      expect(pulled()).toBeLessThanOrEqual(most + chunk.length);
      expect([verify.mock.calls.length, authorize.mock.calls.length]).toEqual([0, 0]);
      verify.mockRestore();
    },
  );

  it.each([
    ['webhook', { 'persona-signature': wrong }],
    ['inquiry', { 'content-type': 'application/json' }],
  ])('is 413 at the %s without a byte of it, when the request says how long it is', async (path, headers) => {
    const { request, pulled } = endless(path, { ...headers, 'content-length': '62914560' });
    expect(await code(await makeHost().fetch(request))).toEqual([413, 'too_large']);
    expect(pulled()).toBe(0);
  });

  it('is answered over a real connection while it is still being sent', async () => {
    const server = createServer(getRequestListener((request) => makeHost().fetch(request))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    socket.on('error', () => {});
    // More than is allowed, less than is announced, and never an end.
    const head = 'POST /api/identity/webhook HTTP/1.1\r\nhost: host.test\r\ntransfer-encoding: chunked\r\n\r\n';
    socket.write(`${head}${(2 * 1024 * 1024).toString(16)}\r\n${'x'.repeat(2 * 1024 * 1024)}\r\n`);
    const [answer] = (await once(socket, 'data')) as [string];
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
    server.closeAllConnections();
    server.close();
  });

  it('may be allowed by a host that needs it', async () => {
    const response = await makeHost({ webhookBytes: 100 * 1024 * 1024 }).fetch(
      endless('webhook', { 'persona-signature': wrong }).request,
    );
    expect(await code(response)).toEqual([401, 'invalid_signature']);
  });
});

describe('a hundred signature sets', () => {
  it('cost four signatures, of which the last may be the good one', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify');
    const body = event({ name: 'inquiry.created', at: new Date().toISOString() });
    const deliver = (sets: string[]) =>
      makeHost().fetch(
        new Request('http://host.test/api/identity/webhook', {
          method: 'POST',
          body,
          headers: { 'persona-signature': sets.join(' ') },
        }),
      );
    expect((await deliver(Array<string>(100).fill(wrong))).status).toBe(401);
    expect(verify).toHaveBeenCalledTimes(4);
    expect((await deliver([wrong, wrong, wrong, sign(body)])).status).toBe(200);
    expect((await deliver([wrong, wrong, wrong, wrong, sign(body)])).status).toBe(401);
    verify.mockRestore();
  });
});

describe('JSON of 60,000 levels', () => {
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;

  it('is no event, and nobody walks through it', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    const headers = { 'persona-signature': sign(deep) };
    const request = new Request('http://host.test/api/identity/webhook', { method: 'POST', body: deep, headers });
    expect(await code(await makeHost().fetch(request))).toEqual([400, 'invalid_request']);
    expect(parse.mock.calls.map(([text]) => text)).not.toContain(deep);
    parse.mockRestore();
  });
});

describe('streams', () => {
  const ask = (host: ReturnType<typeof makeHost>, account: string, cookie: string) =>
    host.fetch(
      new Request(`http://host.test/api/identity/status?account=${account}`, {
        headers: { accept: 'text/event-stream', cookie },
      }),
    );
  const openAll = async (host: ReturnType<typeof makeHost>, asked: [account: string, cookie: string][]) => {
    const open: Response[] = [];
    for (const [account, cookie] of asked) {
      const response = await ask(host, account, cookie);
      if (response.status === 200) open.push(response);
      else expect(response.status).toBe(503);
    }
    return open;
  };
  const close = (open: Response[]) => Promise.all(open.map(({ body }) => body?.cancel()));

  it('of one account that asks for 2,000 are twenty, and others have theirs', async () => {
    const host = makeHost();
    const open = await openAll(
      host,
      Array.from({ length: 2000 }, () => ['acc', 'user=1']),
    );
    expect(open).toHaveLength(20);
    const other = await ask(host, 'another', 'user=2');
    expect(other.status).toBe(200);
    await close([...open, other]);
    const again = await ask(host, 'acc', 'user=1');
    expect(again.status).toBe(200);
    await close([again]);
  });

  it('of one user with a hundred accounts are sixty, and others have theirs', async () => {
    const host = makeHost();
    const open = await openAll(
      host,
      Array.from({ length: 2000 }, (_, one) => [`acc_${one % 100}`, 'user=1']),
    );
    expect(open).toHaveLength(60);
    const other = await ask(host, 'acc_1', 'user=2');
    expect(other.status).toBe(200);
    await close([...open, other]);
  });

  it('are counted by the name that the host has for a user', async () => {
    const caller = ({ headers }: Request) => /user=(\d)/.exec(headers.get('cookie') ?? '')?.[1] ?? '';
    const host = makeHost({ caller, streamsPerCaller: 5, streamsPerAccount: 3 });
    const open = await openAll(
      host,
      Array.from({ length: 50 }, (_, one) => [`acc_${one % 7}`, `junk=${one}; user=1`]),
    );
    expect(open).toHaveLength(5);
    await close(open);
  });
});

describe('thirty renewals', () => {
  const open = async (host: ReturnType<typeof makeHost>, more: object) => {
    const response = await host.fetch(
      new Request('http://host.test/api/identity/inquiry', {
        method: 'POST',
        body: JSON.stringify({ account: 'acc', action: 'number-purchase', ...more }),
        headers: { 'content-type': 'application/json', cookie: 'a=b' },
      }),
    );
    return (await response.json()) as Record<string, unknown>;
  };
  const links = () => calls.filter((call) => call.includes('one-time-link')).length;

  it('make thirty sessions and no link; who asks for one gets one', async () => {
    const host = makeHost();
    await open(host, {});
    for (let count = 0; count < 30; count += 1)
      expect(await open(host, { renew: true })).not.toHaveProperty('oneTimeLink');
    expect([calls.filter((call) => call.includes('resume')).length, links()]).toEqual([30, 0]);
    for (let count = 0; count < 30; count += 1) expect(await open(host, { link: true })).toHaveProperty('oneTimeLink');
    expect(links()).toBe(1);
  });
});
