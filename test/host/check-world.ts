import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll } from 'vitest';
import type { CheckOptions } from '../../src/host/check/check-options.js';
import { examine, type Result } from '../../src/host/check/examine.js';
import {
  createIdentityHost,
  type IdentityHostOptions,
  idempotentPurchases,
  isRegulated,
  memoryPurchases,
  memoryStore,
  type Order,
  parseOrder,
  problem,
} from '../../src/host/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { type Listening, listen } from '../../src/sandbox/listen.js';

type Handle = (request: Request) => Promise<Response>;

/** What is planted into a sound host. */
export interface Planted {
  /** Stands between the checker and the host; `path` is what follows the address of the API. */
  around?: (request: Request, next: Handle, path: string) => Promise<Response> | Response;
  /** What else the host is made with. */
  identity?: Partial<IdentityHostOptions>;
  /** What takes the place of the shop's own care. */
  shop?: Partial<Shop>;
}

/** The parts of a shop that a host can get wrong. */
export interface Shop {
  /** The numbers of an order that have to be verified for. */
  regulated: (order: Order) => unknown[];
  buy: ReturnType<typeof idempotentPurchases>;
  sell: (order: Order) => Promise<{ status: number; body: unknown }>;
}

const base = '/api/identity';
const pages = mkdtempSync(join(tmpdir(), 'pages-'));
let server: Listening;
let handle: Handle;
export let persona: Sandbox;

beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  server = await listen(
    getRequestListener((request) => handle(request)),
    0,
  );
  const webhookUrl = `http://localhost:${server.port}${base}/webhook`;
  persona = await startSandbox({ appDir: pages, decisionDelay: 0, webhookUrl });
});
afterAll(async () => {
  await persona.close();
  await server.close();
  rmSync(pages, { recursive: true });
});

/** A cookie `user=ann` may act for the accounts that begin with `ann_`. */
const mayAct = (request: Request, account: string): boolean => {
  const [, user] = /user=(\w+)/.exec(request.headers.get('cookie') ?? '') ?? [];
  return user !== undefined && account.startsWith(`${user}_`);
};

/** A carrier that has some numbers, and sells each once. */
function carrier() {
  const left = new Map(
    Array.from({ length: 30 }, (_, index) => `+1415555${String(index + 100).padStart(4, '0')}`).map((phoneNumber) => [
      phoneNumber,
      { phoneNumber, isoCountry: 'US', numberType: 'local' },
    ]),
  );
  return {
    list: () => [...left.values()],
    sell: async ({ numbers }: Order) => {
      const sold = numbers.map(({ phoneNumber }) => ({ phoneNumber, isSold: left.delete(phoneNumber) }));
      if (!sold.some(({ isSold }) => isSold)) return { status: 409, body: { code: 'number_unavailable' } };
      const outcomes = sold.map(({ phoneNumber, isSold }) =>
        isSold ? { phoneNumber, status: 'purchased' } : { phoneNumber, status: 'failed', code: 'number_unavailable' },
      );
      return { status: 201, body: { numbers: outcomes } };
    },
  };
}

/** A host that keeps every rule, with something planted in it. */
function makeHost({ around, identity: more, shop: lacking }: Planted): Handle {
  const { apiKey, templateId, webhookSecret, origin } = persona;
  const identity = createIdentityHost({
    persona: { apiKey, templateId, webhookSecret, apiUrl: `${origin}/api/v1` },
    store: memoryStore(),
    authorize: mayAct,
    ...more,
  });
  const { list, sell } = carrier();
  const shop: Shop = {
    regulated: ({ numbers }) => numbers.filter(({ phoneNumber }) => isRegulated({ number: phoneNumber })),
    buy: idempotentPurchases({ store: memoryPurchases() }),
    sell,
    ...lacking,
  };
  const orders: { id: string; account: string; status: string; numbers: object[] }[] = [];
  const listOrders = (request: Request, account: string) => {
    if (!request.headers.has('cookie')) return problem(401, 'not_signed_in', 'Sign in.');
    if (!mayAct(request, account)) return problem(403, 'forbidden', 'Not yours.');
    return Response.json({ orders: orders.filter((order) => order.account === account), finish: 86_400 });
  };
  const sellAndKeep = async (order: Order) => {
    const answer = await shop.sell(order);
    if (answer.status > 299) return answer;
    const id = `ord_${orders.length}`;
    orders.push({ id, account: order.account, status: 'done', numbers: order.numbers });
    return { ...answer, body: { ...(answer.body as object), order: { id } } };
  };
  const purchase = async (request: Request) => {
    if (!request.headers.get('content-type')?.startsWith('application/json'))
      return problem(415, 'unsupported_media_type', 'Send JSON.');
    const { order, refusal } = parseOrder(await request.text());
    if (!request.headers.has('cookie')) return problem(401, 'not_signed_in', 'Sign in.');
    if (refusal) return refusal;
    if (!mayAct(request, order.account)) return problem(403, 'forbidden', 'Not yours.');
    return shop.buy({
      account: order.account,
      key: request.headers.get('idempotency-key'),
      order,
      guard: async () => (shop.regulated(order).length > 0 ? identity.requireVerified(order.account) : null),
      work: () => sellAndKeep(order),
    });
  };
  const sound: Handle = async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace(`${base}/`, '');
    if (path === 'purchases') return purchase(request);
    if (path === 'orders') return listOrders(request, searchParams.get('account') ?? '');
    if (path === 'places')
      return Response.json({ places: [{ label: 'Chicago, IL', kind: 'city', countryCode: 'US', areaCodes: ['312'] }] });
    if (path !== 'numbers') return identity.fetch(request);
    return searchParams.has('countryCode')
      ? Response.json({ numbers: list() })
      : problem(400, 'invalid_request', 'Give a countryCode.');
  };
  return async (request) => {
    const path = new URL(request.url).pathname.replace(`${base}/`, '');
    return around ? around(request, sound, path) : sound(request);
  };
}

let count = 0;

/** Checks a host, for an account that nobody has used. */
export function check(
  planted: Planted,
  { within = 8, ...more }: Partial<CheckOptions> & { within?: number } = {},
): Promise<Result[]> {
  handle = makeHost(planted);
  count += 1;
  return examine({
    url: `http://localhost:${server.port}${base}`,
    account: `ann_${count}`,
    headers: { cookie: 'user=ann' },
    other: { account: `bob_${count}`, headers: { cookie: 'user=bob' } },
    webhookSecret: persona.webhookSecret,
    approve: { apiKey: persona.apiKey, apiUrl: `${persona.origin}/api/v1`, within },
    patience: 80,
    ...more,
  });
}
