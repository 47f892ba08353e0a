import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../src/host/check/check-cli.js';
import { examine } from '../../src/host/check/examine.js';
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
  examine({
    patience: 20,
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

const plants: [string, string, Fault][] = [
  ['no server', 'status-answers', () => Promise.reject(new TypeError('fetch failed'))],
  [
    'no status',
    'status-answers',
    instead(
      ({ path }) => path === 'status',
      () => new Response('', { status: 404 }),
    ),
  ],
  [
    'a page instead of JSON',
    'status-fits',
    instead(
      ({ path, stream }) => path === 'status' && !stream,
      () => new Response('<html>', { headers: { 'content-type': 'text/html', 'cache-control': 'no-store' } }),
    ),
  ],
  ['no "verified"', 'status-fits', inAnswer('status', ({ verified: _, ...rest }) => rest)],
  ['"verified" as text', 'status-fits', inAnswer('status', (body) => ({ ...body, verified: 'false' }))],
  ['a time of its own kind', 'status-fits', inAnswer('status', (body) => ({ ...body, retryAt: '20.11.2026' }))],
  ['a cache allowed', 'status-no-store', withHeaders('status', { 'cache-control': 'private, max-age=60' })],
  ['the status of another account', 'status-account', inAnswer('status', (body) => ({ ...body, account: 'acc2' }))],
  [
    'a declined account verified',
    'status-consistent',
    inAnswer('status', (body) => ({ ...body, verified: true, status: 'declined' })),
  ],
  [
    'everybody verified',
    'status-unknown-account',
    instead(
      ({ path, stream }) => path === 'status' && !stream,
      () => Response.json({ verified: true }, { headers: { 'cache-control': 'no-store' } }),
    ),
  ],
  [
    'a status for strangers',
    'signed-out-status',
    async (asked) =>
      asked.path === 'status' && !asked.headers.get('cookie')
        ? Response.json({ verified: false }, { headers: { 'cache-control': 'no-store' } })
        : asked.sound(),
  ],
  [
    'a default account',
    'status-needs-account',
    async (asked) => {
      const response = await asked.sound();
      return asked.path === 'status' && response.status === 400 ? Response.json({ verified: false }) : response;
    },
  ],
  [
    'refusals in words only',
    'answers-problems',
    async ({ sound }) => {
      const response = await sound();
      return response.status === 400 ? new Response('No account', { status: 400 }) : response;
    },
  ],
  [
    'every site let in',
    'status-other-sites',
    withHeaders('status', {
      'access-control-allow-origin': 'https://elsewhere.example',
      'access-control-allow-credentials': 'true',
    }),
  ],
  [
    'a stream that is not there',
    'status-stream',
    instead(
      ({ stream }) => stream,
      () => Response.json({ verified: false }),
    ),
  ],
  [
    'an inquiry by GET',
    'inquiry-by-get',
    instead(
      ({ path, method }) => path === 'inquiry' && method === 'GET',
      () => Response.json({ inquiryId: 'inq_1' }),
    ),
  ],
  [
    'an inquiry by a form',
    'inquiry-by-form',
    instead(
      ({ path, headers }) => path === 'inquiry' && headers.get('content-type') === 'text/plain',
      () => Response.json({ inquiryId: 'inq_1' }),
    ),
  ],
  [
    'an inquiry endpoint that fails',
    'inquiry-opens',
    instead(
      ({ path, method, headers }) =>
        path === 'inquiry' && method === 'POST' && headers.get('content-type') === 'application/json',
      () => new Response('', { status: 500 }),
    ),
  ],
  [
    'a host with a scheme',
    'inquiry-fits',
    inAnswer('inquiry', (body) => ({ ...body, personaHost: 'https://inquiry.withpersona.com' })),
  ],
  [
    'a new inquiry each time',
    'inquiry-same-again',
    inAnswer('inquiry', (body) => ({ ...body, inquiryId: anotherInquiry() })),
  ],
  [
    'no webhook',
    'webhook-there',
    instead(
      ({ path }) => path === 'webhook',
      () => new Response('', { status: 404 }),
    ),
  ],
  [
    'unsigned events believed',
    'webhook-unsigned',
    instead(
      ({ path, headers }) => path === 'webhook' && !headers.has('persona-signature'),
      () => new Response(),
    ),
  ],
  [
    'any signature believed',
    'webhook-forged',
    instead(
      ({ path, headers }) => path === 'webhook' && headers.has('persona-signature'),
      () => new Response(),
    ),
  ],
  [
    'a webhook that breaks',
    'webhook-sound',
    instead(
      ({ path }) => path === 'webhook',
      () => new Response('', { status: 500 }),
    ),
  ],
  ['numbers without a plus', 'numbers-fit', inAnswer('numbers', () => ({ numbers: [{ phoneNumber: '2125550100' }] }))],
  [
    'a search for anything',
    'numbers-need-country',
    async (asked) => {
      const response = await asked.sound();
      return asked.path === 'numbers' && response.status === 400 ? Response.json({ numbers: [] }) : response;
    },
  ],
  [
    'a sale without a key',
    'purchase-needs-key',
    instead(
      ({ path, headers }) => path === 'purchases' && !headers.has('idempotency-key'),
      () => Response.json({ numbers: [] }, { status: 201 }),
    ),
  ],
  [
    'a sale to the unverified',
    'purchase-needs-verification',
    instead(
      ({ path, headers }) => path === 'purchases' && headers.has('idempotency-key'),
      () => Response.json({ numbers: [] }, { status: 201 }),
    ),
  ],
  [
    'a link that nobody asked for',
    'inquiry-link-unasked',
    inAnswer('inquiry', (body) => ({ ...body, oneTimeLink: 'https://inquiry.withpersona.com/verify?code=1' })),
  ],
  [
    'an inquiry of any size',
    'limit-size',
    instead(
      ({ path, body }) => path === 'inquiry' && body.length > 1_000_000,
      () => Response.json({ code: 'invalid_request' }, { status: 400 }),
    ),
  ],
  [
    'an event of any size',
    'limit-size',
    instead(
      ({ path, body }) => path === 'webhook' && body.length > 1_000_000,
      () => Response.json({ code: 'invalid_signature' }, { status: 401 }),
    ),
  ],
  [
    'any number of signatures reckoned',
    'limit-signatures',
    async ({ headers, body, sound }) => {
      for (const set of headers.get('persona-signature')?.split(' ') ?? []) {
        createHmac('sha256', 'secret').update(`${set}.${body}`).digest();
      }
      return sound();
    },
  ],
  [
    'any number of streams',
    'limit-streams',
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
    'answers-no-secrets',
    inAnswer('inquiry', (body) => ({ ...body, debug: 'persona_production_abc' })),
  ],
  ['a session token in the status', 'status-no-token', inAnswer('status', (body) => ({ ...body, sessionToken: 'ey' }))],
  [
    'a stack trace',
    'answers-no-insides',
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

describe('examine', () => {
  it.each(plants)('finds %s', async (_, rule, fault) => {
    const wrong = (await check(fault)).filter(({ outcome }) => outcome === 'wrong');
    expect(wrong.map(({ id }) => id)).toContain(rule);
    for (const { message } of wrong) expect(message).not.toMatch(/\[object/);
  });

  it('says once that there is no answer, and asks nothing more', async () => {
    const results = await check(() => Promise.reject(new TypeError('fetch failed')));
    expect(results.filter(({ outcome }) => outcome === 'wrong')).toMatchObject([{ id: 'status-answers' }]);
    expect(results.filter(({ outcome }) => outcome === 'not asked').length).toBe(results.length - 1);
  });

  it('says of everything that it was not given why it was not asked', async () => {
    const results = await check(({ sound }) => sound());
    expect(results.filter(({ outcome }) => outcome === 'wrong')).toEqual([]);
    const reasons = results.filter(({ outcome }) => outcome === 'not asked').map(({ message }) => message);
    for (const option of ['--other-account', '--webhook-secret', '--origin', '--approve'])
      expect(
        reasons.some((reason) => reason.includes(option)),
        option,
      ).toBe(true);
  });
});

describe('lc-identity-gate check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = async (words: string[], fault: Fault = ({ sound }) => sound()) => {
    const lines: string[] = [];
    return { code: await runCheck(words, (line) => lines.push(line), planted(fault)), text: lines.join('\n') };
  };
  const words = ['https://host.test/api/identity', '--account', 'acc', '--header', 'Cookie: session=1'];

  it('has a line for each rule, and says that nothing is wrong', async () => {
    const { code, text } = await run(words);
    expect(code).toBe(0);
    expect(text).toMatch(/^Status\n {2}✓ GET status answers 200/);
    expect(text).toMatch(/\n {2}– A correctly signed event is taken: needs --webhook-secret\n/);
    expect(text).toMatch(
      /\nNothing wrong found at https:\/\/host\.test\/api\/identity: \d+ kept, \d+ not asked, of \d+ rules\.$/,
    );
  });

  it('prints what is wrong and what to do, ends with 1, and asks some rules alone', async () => {
    const { code, text } = await run(
      [...words, '--only', 'status-no-store, status-fits'],
      withHeaders('status', { 'cache-control': 'public' }),
    );
    expect(code).toBe(1);
    expect(text).toMatch(/ {2}✗ The status is kept by no cache {2}\(status-no-store\)\n {6}.*no-store\.\n/);
    expect(text).toMatch(/1 wrong at .*: 1 kept, 0 not asked, of 2 rules\.$/);
  });

  it('tells a mistake that is made forty times in one sentence', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => ({ phoneNumber: 14_155_550_100 + index }));
    const { text } = await run(
      [...words, '--only', 'numbers-fit'],
      inAnswer('numbers', () => ({ numbers })),
    );
    expect(text).toContain('"numbers.0.phoneNumber": Invalid input: expected string, received number. 39 more');
    expect(text.length).toBeLessThan(450);
  });

  it('writes what CI servers read', async () => {
    const file = join(folder, 'check.xml');
    await run([...words, '--junit', file], withHeaders('status', { 'cache-control': 'public' }));
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites>\n {2}<testsuite name="lc-identity-gate check" tests="\d+" failures="1" skipped="\d+">/,
    );
    expect(text).toContain('<failure message="A cache may keep the status');
    expect(text).toContain('<skipped message="needs --webhook-secret"/>');
    expect(text.match(/<testcase /g)?.length).toBe(Number(/tests="(\d+)"/.exec(text)?.[1]));
  });

  it.each([
    [[], 'Give one whole address'],
    [['host.test'], 'Give one whole address'],
    [['https://host.test'], 'Give an account'],
    [['https://host.test', '--account', 'a', '--header', 'session=1'], '--header takes'],
    [['https://host.test', '--acount', 'a'], '--acount'],
    [['https://host.test', '--account', 'a', '--approve'], 'sandbox in PERSONA_API_KEY'],
    [['https://host.test', '--account', 'a', '--buy'], '--buy needs --approve'],
    [['https://host.test', '--account', 'a', '--other-header', 'Cookie: a=1'], 'give both'],
    [['https://host.test', '--account', 'a', '--origin', 'shop.example/'], '--origin takes'],
    [['https://host.test', '--account', 'a', '--slow', 'soon'], '--slow takes'],
    [['https://host.test', '--account', 'a', '--scenarios'], '--scenarios needs --approve'],
    [['https://host.test', '--account', 'a', '--only', 'nothing'], 'no rule "nothing"'],
  ])('says what is wrong with %j', async (wrong, message) => {
    expect(await run(wrong)).toEqual({ code: 2, text: expect.stringContaining(message) });
  });

  it('helps', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, text: expect.stringContaining('Usage:') });
  });
});
