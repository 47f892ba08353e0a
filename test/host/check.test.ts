import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkHost } from '../../src/host/check/check.js';
import { runCheck } from '../../src/host/check/check-cli.js';
import type { FaultCode } from '../../src/host/check/check-faults.js';
import { soundHost } from './sound-host.js';

interface Asked {
  path: string;
  method: string;
  stream: boolean;
  headers: Headers;
  body: string;
  /** What a sound host answers. */
  sound: () => Promise<Response>;
}
type Fault = (asked: Asked) => Response | Promise<Response>;

/** A host with one thing planted in it. */
const planted = (fault: Fault): typeof fetch => {
  const app = soundHost();
  return async (input, init) => {
    const request = new Request(input, init);
    const headers = new Headers(init?.headers);
    if (headers.get('cookie') === '') request.headers.delete('cookie');
    const { pathname } = new URL(request.url);
    return fault({
      path: pathname.split('/').at(-1) ?? '',
      method: request.method,
      stream: headers.get('accept') === 'text/event-stream',
      headers,
      body: typeof init?.body === 'string' ? init.body : '',
      sound: async () => app.fetch(request),
    });
  };
};
const check = (fault: Fault) =>
  checkHost({
    url: 'https://host.test/api/identity/',
    account: 'acc',
    headers: { cookie: 'session=1' },
    fetch: planted(fault),
  });

/** Plants something into the good answers of one endpoint. */
const inAnswer =
  (path: string, change: (body: Record<string, unknown>) => unknown): Fault =>
  async ({ path: asked, stream, sound }) => {
    const response = await sound();
    if (asked !== path || stream || !response.ok) return response;
    return new Response(JSON.stringify(change((await response.json()) as Record<string, unknown>)), response);
  };
const withHeaders =
  (path: string, headers: Record<string, string>): Fault =>
  async ({ path: asked, sound }) => {
    const response = await sound();
    if (asked === path) for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  };
const instead =
  (when: (asked: Asked) => boolean, answer: () => Response): Fault =>
  (asked) =>
    when(asked) ? answer() : asked.sound();
let inquiries = 0;
const anotherInquiry = () => {
  inquiries += 1;
  return `inq_${inquiries}`;
};

const plants: [string, FaultCode, Fault][] = [
  ['no server', 'unreachable', () => Promise.reject(new TypeError('fetch failed'))],
  [
    'no status',
    'status_missing',
    instead(
      ({ path }) => path === 'status',
      () => new Response('', { status: 404 }),
    ),
  ],
  [
    'a page instead of JSON',
    'not_json',
    instead(
      ({ path, stream }) => path === 'status' && !stream,
      () => new Response('<html>', { headers: { 'content-type': 'text/html', 'cache-control': 'no-store' } }),
    ),
  ],
  ['no "verified"', 'does_not_fit', inAnswer('status', ({ verified: _, ...rest }) => rest)],
  ['"verified" as text', 'does_not_fit', inAnswer('status', (body) => ({ ...body, verified: 'false' }))],
  ['a time of its own kind', 'does_not_fit', inAnswer('status', (body) => ({ ...body, retryAt: '20.11.2026' }))],
  ['a cache allowed', 'cacheable', withHeaders('status', { 'cache-control': 'private, max-age=60' })],
  ['the status of another account', 'other_account', inAnswer('status', (body) => ({ ...body, account: 'acc2' }))],
  [
    'a declined account verified',
    'contradiction',
    inAnswer('status', (body) => ({ ...body, verified: true, status: 'declined' })),
  ],
  [
    'everybody verified',
    'verifies_anybody',
    instead(
      ({ path, stream }) => path === 'status' && !stream,
      () => Response.json({ verified: true }, { headers: { 'cache-control': 'no-store' } }),
    ),
  ],
  [
    'a status for strangers',
    'open_to_strangers',
    async (asked) =>
      asked.path === 'status' && !asked.headers.get('cookie')
        ? Response.json({ verified: false }, { headers: { 'cache-control': 'no-store' } })
        : asked.sound(),
  ],
  [
    'a default account',
    'account_not_required',
    async (asked) => {
      const response = await asked.sound();
      return asked.path === 'status' && response.status === 400 ? Response.json({ verified: false }) : response;
    },
  ],
  [
    'refusals in words only',
    'not_a_problem',
    async ({ sound }) => {
      const response = await sound();
      return response.status === 400 ? new Response('No account', { status: 400 }) : response;
    },
  ],
  [
    'every site let in',
    'open_to_other_sites',
    withHeaders('status', {
      'access-control-allow-origin': 'https://elsewhere.example',
      'access-control-allow-credentials': 'true',
    }),
  ],
  [
    'a stream that is not there',
    'broken_stream',
    instead(
      ({ stream }) => stream,
      () => Response.json({ verified: false }),
    ),
  ],
  [
    'an inquiry by GET',
    'inquiry_by_get',
    instead(
      ({ path, method }) => path === 'inquiry' && method === 'GET',
      () => Response.json({ inquiryId: 'inq_1' }),
    ),
  ],
  [
    'an inquiry by a form',
    'inquiry_by_form',
    instead(
      ({ path, headers }) => path === 'inquiry' && headers.get('content-type') === 'text/plain',
      () => Response.json({ inquiryId: 'inq_1' }),
    ),
  ],
  [
    'an inquiry endpoint that fails',
    'inquiry_missing',
    instead(
      ({ path, method, headers }) =>
        path === 'inquiry' && method === 'POST' && headers.get('content-type') === 'application/json',
      () => new Response('', { status: 500 }),
    ),
  ],
  [
    'a host with a scheme',
    'does_not_fit',
    inAnswer('inquiry', (body) => ({ ...body, personaHost: 'https://inquiry.withpersona.com' })),
  ],
  [
    'a new inquiry each time',
    'second_inquiry',
    inAnswer('inquiry', (body) => ({ ...body, inquiryId: anotherInquiry() })),
  ],
  [
    'no webhook',
    'webhook_missing',
    instead(
      ({ path }) => path === 'webhook',
      () => new Response('', { status: 404 }),
    ),
  ],
  [
    'unsigned events believed',
    'believes_unsigned',
    instead(
      ({ path, headers }) => path === 'webhook' && !headers.has('persona-signature'),
      () => new Response(),
    ),
  ],
  [
    'any signature believed',
    'believes_forged',
    instead(
      ({ path, headers }) => path === 'webhook' && headers.has('persona-signature'),
      () => new Response(),
    ),
  ],
  [
    'a webhook that breaks',
    'webhook_fails',
    instead(
      ({ path }) => path === 'webhook',
      () => new Response('', { status: 500 }),
    ),
  ],
  ['numbers without a plus', 'does_not_fit', inAnswer('numbers', () => ({ numbers: [{ phoneNumber: '2125550100' }] }))],
  [
    'a search for anything',
    'bad_search_not_refused',
    async (asked) => {
      const response = await asked.sound();
      return asked.path === 'numbers' && response.status === 400 ? Response.json({ numbers: [] }) : response;
    },
  ],
  [
    'a sale without a key',
    'key_not_required',
    instead(
      ({ path, headers }) => path === 'purchases' && !headers.has('idempotency-key'),
      () => Response.json({ numbers: [] }, { status: 201 }),
    ),
  ],
  [
    'a sale to the unverified',
    'sells_unverified',
    instead(
      ({ path, headers }) => path === 'purchases' && headers.has('idempotency-key'),
      () => Response.json({ numbers: [] }, { status: 201 }),
    ),
  ],
  [
    'a link that nobody asked for',
    'link_unasked',
    inAnswer('inquiry', (body) => ({ ...body, oneTimeLink: 'https://inquiry.withpersona.com/verify?code=1' })),
  ],
  [
    'an inquiry of any size',
    'reads_any_size',
    instead(
      ({ path, body }) => path === 'inquiry' && body.length > 1_000_000,
      () => Response.json({ code: 'invalid_request' }, { status: 400 }),
    ),
  ],
  [
    'an event of any size',
    'reads_any_size',
    instead(
      ({ path, body }) => path === 'webhook' && body.length > 1_000_000,
      () => Response.json({ code: 'invalid_signature' }, { status: 401 }),
    ),
  ],
  [
    'any number of signatures reckoned',
    'reckons_any_set',
    async ({ headers, body, sound }) => {
      for (const set of headers.get('persona-signature')?.split(' ') ?? []) {
        createHmac('sha256', 'secret').update(`${set}.${body}`).digest();
      }
      return sound();
    },
  ],
  [
    'any number of streams',
    'streams_without_end',
    instead(
      ({ stream }) => stream,
      () =>
        new Response(new Blob(['data: {"verified":false}\n\n']).stream(), {
          headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
        }),
    ),
  ],
  [
    'the API key in the answer',
    'secret_in_answer',
    inAnswer('inquiry', (body) => ({ ...body, debug: 'persona_production_abc' })),
  ],
  ['a session token in the status', 'token_in_status', inAnswer('status', (body) => ({ ...body, sessionToken: 'ey' }))],
  [
    'a stack trace',
    'stack_trace',
    async ({ sound }) => {
      const response = await sound();
      if (response.status !== 400) return response;
      return new Response(
        JSON.stringify({ code: 'invalid_request', detail: `${new Error('no account').stack}` }),
        response,
      );
    },
  ],
];

describe('checkHost', () => {
  it('finds nothing at a host that keeps the contract', async () => {
    expect(await check(({ sound }) => sound())).toEqual([]);
  });

  it.each(plants)('finds %s', async (_, code, fault) => {
    const found = await check(fault);
    expect(found.map((finding) => finding.code)).toContain(code);
    for (const { message, where } of found) expect(`${where}${message}`).not.toMatch(/\[object/);
  });
});

describe('lc-identity-gate check', () => {
  const run = async (words: string[], fault: Fault = ({ sound }) => sound()) => {
    const lines: string[] = [];
    return { code: await runCheck(words, (line) => lines.push(line), planted(fault)), text: lines.join('\n') };
  };
  const words = ['https://host.test/api/identity', '--account', 'acc', '--header', 'Cookie: session=1'];

  it('says that nothing is wrong, and ends well', async () => {
    expect(await run(words)).toEqual({ code: 0, text: 'Nothing wrong found at https://host.test/api/identity.' });
  });

  it('prints what it finds and where, and ends with 1', async () => {
    const { code, text } = await run(words, withHeaders('status', { 'cache-control': 'public' }));
    expect(code).toBe(1);
    expect(text).toMatch(/✗ GET status {2}\(cacheable\)\n.*no-store\.\n1 found\.$/s);
  });

  it.each([
    [[], 'Give one whole address'],
    [['host.test'], 'Give one whole address'],
    [['https://host.test'], 'Give an account'],
    [['https://host.test', '--account', 'a', '--header', 'session=1'], '--header takes'],
    [['https://host.test', '--acount', 'a'], '--acount'],
    [['https://host.test', '--account', 'a', '--approve'], 'sandbox in PERSONA_API_KEY'],
  ])('says what is wrong with %j', async (wrong, message) => {
    expect(await run(wrong)).toEqual({ code: 2, text: expect.stringContaining(message) });
  });

  it('helps', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, text: expect.stringContaining('Usage:') });
  });
});
