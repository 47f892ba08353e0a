import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createHost } from '../../src/host/index.js';
import { freshDatabase } from '../helpers/blank-database.js';
import { withCors } from './recipes/cors.js';
import { recipes } from './recipes/served.js';
import { ShopCarrier } from './shop-carrier.js';
import { event, sign, templateId, webhookSecret } from './signed.js';
import { stubPersona } from './stub-persona.js';

const database = await freshDatabase();
const carrier = new ShopCarrier();

let made = 0;
const make = () => {
  made += 1;
  const host = createHost({
    persona: {
      apiKey: 'persona_sandbox_key',
      templateId,
      webhookSecret,
      fetch: stubPersona(`inq_${made}_`),
    },
    database,
    carrier,
    authorize: (request) => request.headers.get('cookie') === 'session=1',
  });
  open.push(host);
  return host;
};

const open: { close(): unknown }[] = [];
afterAll(async () => {
  for (const one of open) await one.close();
  await database.close();
});

it('for other origins is what docs/embedding.md says', () => {
  const code = readFileSync(join(import.meta.dirname, 'recipes/cors.ts'), 'utf8');
  expect(readFileSync(join(import.meta.dirname, '../../docs/embedding.md'), 'utf8')).toContain(code);
});

describe('the recipe for other origins', () => {
  const shop = 'https://shop.example';
  const host = make();
  const handle = withCors((request) => host.fetch(request), [shop]);
  const ask = (origin: string, init: RequestInit = {}) =>
    handle(
      new Request('https://api.example/api/identity/status?account=acc', {
        ...init,
        headers: { origin, ...(init.headers as Record<string, string>) },
      }),
    );

  it('answers what a browser asks first, and lets refusals be read', async () => {
    const first = await ask(shop, { method: 'OPTIONS', headers: { 'access-control-request-method': 'GET' } });
    expect([first.status, await first.text()]).toEqual([204, '']);
    expect(first.headers.get('access-control-allow-headers')).toBe('authorization, content-type, idempotency-key');
    const refused = await ask(shop);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe(shop);
    expect(refused.headers.get('vary')).toContain('Origin');
    const answer = await ask(shop, { headers: { cookie: 'session=1' } });
    expect(await answer.json()).toMatchObject({ verified: false });
    expect(answer.headers.get('access-control-expose-headers')).toBe('link, retry-after');
  });

  it('says nothing to the pages of others', async () => {
    const other = await ask('https://other.example', { method: 'OPTIONS' });
    expect(other.status).toBe(405);
    expect(other.headers.has('access-control-allow-origin')).toBe(false);
  });
});

it('takes a path that ends in a slash for the same', async () => {
  const answer = await make().fetch(
    new Request('https://api.example/api/identity/status/?account=acc', { headers: { cookie: 'session=1' } }),
  );
  expect(answer.status).toBe(200);
});

describe.each(recipes)('the recipe for %s', (name, start) => {
  it('serves a purchase from the search to the receipt', async () => {
    const served = await start(make());
    open.unshift(served);
    const url = `${served.url}/api/identity`;
    const account = `acc_${name}`;
    const headers = { cookie: 'session=1' };
    const json = { ...headers, 'content-type': 'application/json' };
    const status = async () => (await fetch(`${url}/status?account=${account}&action=cnam`, { headers })).json();
    expect(await status()).toMatchObject({ verified: false, status: 'none' });
    expect((await fetch(`${url}/status?account=${account}`)).status).toBe(401);

    const stream = await fetch(`${url}/status?account=${account}`, {
      headers: { ...headers, accept: 'text/event-stream' },
    });
    const told = (stream.body as ReadableStream<Uint8Array<ArrayBuffer>>)
      .pipeThrough(new TextDecoderStream())
      .getReader();
    expect((await told.read()).value).toContain('"status":"none"');

    const { places } = (await (await fetch(`${url}/places?q=san%20fran`, { headers })).json()) as { places: object[] };
    expect(places[0]).toMatchObject({ areaCodes: ['415', '628'] });
    const search = await fetch(`${url}/numbers?countryCode=US&firstPart=415&account=${account}`, { headers });
    const [{ phoneNumber }] = ((await search.json()) as { numbers: [{ phoneNumber: string }] }).numbers;
    const purchase = async () =>
      (
        await fetch(`${url}/purchases`, {
          method: 'POST',
          headers: { ...json, 'idempotency-key': `key-${name}` },
          body: JSON.stringify({ account, numbers: [{ phoneNumber }] }),
        })
      ).json();
    expect(await purchase()).toMatchObject({ code: 'verification_required' });

    const inquiry = await fetch(`${url}/inquiry`, { method: 'POST', headers: json, body: JSON.stringify({ account }) });
    const { inquiryId } = (await inquiry.json()) as { inquiryId: string };
    expect((await told.read()).value).toContain('"status":"created"');
    await told.cancel();

    // With white space that a parser would lose.
    const at = new Date().toISOString();
    const body = event({ name: 'inquiry.approved', at, account, inquiryId }).replace('{', '{ \n');
    const deliver = (signature: string) =>
      fetch(`${url}/webhook`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'persona-signature': signature },
      });
    expect((await deliver(sign(body, { secret: 'wbhsec_other' }))).status).toBe(401);
    expect((await deliver(sign(body))).status).toBe(200);
    expect(await status()).toMatchObject({ verified: true });
    expect(await purchase()).toMatchObject({ numbers: [{ phoneNumber, status: 'purchased' }] });
    const { orders } = (await (await fetch(`${url}/orders?account=${account}`, { headers })).json()) as {
      orders: { status: string; id: string }[];
    };
    expect(orders).toMatchObject([{ status: 'done' }]);
    const late = await fetch(`${url}/orders/${orders[0]?.id}/cancel`, { method: 'POST', headers: json, body: '{}' });
    expect(await late.json()).toMatchObject({ code: 'too_late' });
    expect(carrier.sales.filter((sale) => sale.startsWith(`${account} `))).toEqual([`${account} ${phoneNumber}`]);
  });

  it('is what docs/host.md says', () => {
    const code = readFileSync(join(import.meta.dirname, `recipes/${name}.ts`), 'utf8').replace(
      '../../../src/host/index.js',
      'lc-identity-gate/host',
    );
    expect(readFileSync(join(import.meta.dirname, '../../docs/host.md'), 'utf8')).toContain(code);
  });
});
