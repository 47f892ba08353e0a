import { afterAll, describe, expect, it } from 'vitest';
import {
  createIdentityHost,
  type IdentityStore,
  idempotentPurchases,
  memoryPurchases,
  memoryStore,
  type PurchaseStore,
  sqlPurchases,
  sqlStore,
  WebhookError,
} from '../../src/host/index.js';
import { freshDatabase } from '../helpers/blank-database.js';
import { delivery, event, sign, templateId, webhookSecret } from './signed.js';
import { stubPersona } from './stub-persona.js';

const fuzzSeed = Number(process.env.FUZZ_SEED ?? 20_261_120);

/** The same numbers in every run: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(fuzzSeed);
const upTo = (most: number) => Math.floor(next() * most);
const one = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;

const odd = [
  '',
  ' ',
  '\0',
  '\ud800',
  'a\u0000b',
  '../../etc/passwd',
  "'; drop table lc_identity_inquiries; --",
  '\u0024{7*7}',
  '<script>',
  'null',
  'true',
  '__proto__',
  'ü漢😀',
  'a'.repeat(5000),
  '%00',
  '-1',
  '1e999',
];
const noise = () => Array.from({ length: upTo(40) }, () => String.fromCharCode(upTo(one([128, 0x10000])))).join('');
const text = () => one([() => one(odd), noise, () => 'acc', () => `acc_${upTo(50)}`])();
const value = (depth = 0): unknown =>
  one<() => unknown>([
    text,
    () => null,
    () => upTo(1e9),
    () => next() < 0.5,
    ...(depth < 3
      ? [
          () => [value(depth + 1), value(depth + 1)],
          () =>
            Object.fromEntries(
              [text(), one(['account', 'data', 'attributes', 'verified', '__proto__'])].map((key) => [
                key,
                value(depth + 1),
              ]),
            ),
        ]
      : []),
  ])();

/** A true event in which something is changed after signing, or the signature is. */
function forged(): Request {
  const honest = event({
    id: String(upTo(1e9)),
    name: `inquiry.${one(['approved', 'completed', 'declined', 'created'])}`,
    at: new Date().toISOString(),
    account: `acc_${upTo(50)}`,
    inquiryId: `inq_${upTo(50)}`,
  });
  const signature = sign(honest);
  const cut = upTo(honest.length);
  const changed = honest.slice(0, cut) + String.fromCharCode(33 + upTo(90)) + honest.slice(cut + 1);
  const wrong = signature.replace(/[0-9a-f](?=[^0-9a-f]*$)/, (digit) => (digit === '0' ? '1' : '0'));
  const [body, header] = one([
    [changed === honest ? `${honest} ` : changed, signature],
    [honest, wrong],
    [honest, signature.slice(0, -upTo(60) - 1)],
    [honest, signature.replace('v1=', one(['v0=', 'v1', 'V2=', '']))],
    [honest, signature.replace(/t=\d+/, `t=${upTo(1e12)}`)],
    [honest, noise().replace(/[^\x20-\x7e]/g, '')],
    [honest, null],
    [honest, sign(honest, { secret: 'wbhsec_other' })],
    [honest, sign('', {})],
    [JSON.stringify(value()), signature],
    [honest, `${wrong} ${wrong}`.repeat(1 + upTo(20))],
  ] as const);
  return delivery(body, header);
}

function request(): Request {
  if (next() < 0.3) return forged();
  const path = one([
    'status',
    'inquiry',
    'webhook',
    'status',
    'inquiry',
    '',
    'constructor',
    '__proto__',
    'fetch',
    'requireVerified',
    'redact',
    encodeURIComponent(text().slice(0, 40).toWellFormed()),
  ]);
  const query = new URLSearchParams(
    Array.from({ length: upTo(4) }, () => [one(['account', 'action', 'account', text()]), text()]),
  );
  const method = one(['GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']);
  const headers = new Headers();
  for (let count = upTo(6); count > 0; count -= 1) {
    const name = one([
      'accept',
      'content-type',
      'cookie',
      'authorization',
      'persona-signature',
      'origin',
      'idempotency-key',
      'X-Forwarded-Host',
      'content-length',
    ]);
    const known = one([
      'application/json',
      'text/event-stream',
      'text/plain',
      'session=1',
      'application/json; charset=utf-16',
      '*/*',
      't=1,v1=00',
    ]);
    headers.set(name, next() < 0.6 ? known : noise().replace(/[^\x20-\x7e]/g, ''));
  }
  const body =
    method === 'GET'
      ? undefined
      : one([
          () => JSON.stringify(value()),
          noise,
          () => JSON.stringify({ account: text(), action: text(), renew: value() }),
          () => '{"account":',
          () => '['.repeat(2000),
          () => '',
        ])();
  return new Request(`http://host.test/api/identity/${path}?${query}`, { method, headers, body });
}

// The memory takes every text; a database finds those it cannot keep.
const db = await freshDatabase();
afterAll(() => db.close());
const worlds: [string, number, IdentityStore, PurchaseStore][] = [
  ['memory', 40_000, memoryStore(), memoryPurchases()],
  ['PGlite', 6000, sqlStore(db), sqlPurchases(db)],
];

describe(`damaged requests (FUZZ_SEED=${fuzzSeed})`, () => {
  it.each(worlds)(
    'never fail, tell of the inside or verify anybody, with a store in %s, in %i tries',
    { timeout: 600_000 },
    async (_, requests, store, purchases) => {
      const failures: unknown[] = [];
      const host = createIdentityHost({
        persona: {
          apiKey: 'persona_sandbox_key',
          templateId,
          webhookSecret,
          // A Persona that has approved nobody.
          fetch: stubPersona(),
        },
        store,
        authorize: (asked, account) => asked.headers.get('cookie') === 'session=1' && account.startsWith('acc'),
        // That a signature is wrong is told, and is no failure of ours.
        onError: (error) => error instanceof WebhookError || failures.push(error),
      });
      const buy = idempotentPurchases({ store: purchases, onError: (error) => failures.push(error), patience: 0 });
      const statuses = new Map<number, number>();

      for (let count = 0; count < requests; count += 1) {
        const asked = request();
        const response =
          next() < 0.1
            ? await buy({
                account: text(),
                key: asked.headers.get('idempotency-key') ?? text(),
                order: value(),
                guard: () => host.requireVerified(`acc_${upTo(50)}`),
                work: async () => Promise.reject(new Error('sold to nobody verified')),
              })
            : await host.fetch(asked);
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.headers.get('content-type') === 'text/event-stream') {
          await response.body?.cancel();
          continue;
        }
        const answer = await response.text();
        if (
          response.status >= 500 ||
          /"verified":true|\bat .+:\d+:\d+|persona_sandbox_key|wbhsec|TypeError/.test(answer)
        )
          expect.fail(`${asked.method} ${asked.url}: ${response.status} ${answer}`);
      }

      expect(failures).toEqual([]);
      for (let account = 0; account < 50; account += 1)
        expect(await host.requireVerified(`acc_${account}`)).not.toBeNull();
      expect(await host.requireVerified('acc')).not.toBeNull();
      // The walk has been everywhere.
      const rare = requests > 10_000 ? [200] : [];
      expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([...rare, 400, 401, 403, 404, 405, 415]));
    },
  );
});
