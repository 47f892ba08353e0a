import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server/start-demo.js';
import { askedAs } from '../helpers/asked-as.js';
import { options } from './demo-options.js';

let demo: Demo;
let cookie = '';
let ids: Record<string, string> = {};

interface Accounts {
  accounts: { id: string; kind: string; status: string; registered: string[] }[];
  rule: { completed: string } | null;
}

async function signIn(): Promise<void> {
  const response = await fetch(`${demo.url}/api/accounts`);
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { accounts } = (await response.json()) as Accounts;
  ids = Object.fromEntries(accounts.map(({ id, kind }) => [kind, id]));
}

beforeAll(async () => {
  demo = await startDemo(options);
  await signIn();
});
afterAll(() => demo.close());

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

async function get(path: string, headers: Record<string, string> = { cookie }): Promise<Answer> {
  const response = await fetch(demo.url + path, { headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(demo.url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { cookie, 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const buy = (kind: string, phoneNumbers: string[], key: string = crypto.randomUUID(), more = {}) =>
  post(
    '/api/identity/purchases',
    {
      account: ids[kind],
      numbers: phoneNumbers.map((phoneNumber) => ({ phoneNumber, countryCode: 'US', numberType: 'local' })),
      ...more,
    },
    { 'idempotency-key': key },
  );

async function available(query = 'countryCode=US'): Promise<string[]> {
  const { body } = await get(`/api/identity/numbers?${query}`);
  return (body.numbers as { phoneNumber: string }[]).map(({ phoneNumber }) => phoneNumber);
}

interface Order {
  id: string;
  status: string;
  pool?: { name: string };
  receipt?: { numbers: { phoneNumber: string; status: string }[] };
}
const orders = async (kind: string) => (await get(`/api/identity/orders?account=${ids[kind]}`)).body.orders as Order[];
const owned = async (kind: string) =>
  (await orders(kind)).flatMap(({ receipt, pool }) =>
    (receipt?.numbers ?? [])
      .filter(({ status }) => status === 'purchased')
      .map(({ phoneNumber }) => ({ phoneNumber, pool: pool?.name ?? null })),
  );
const statusOf = async (kind: string) =>
  (await get(`/api/identity/status?account=${ids[kind]}&action=number-purchase`)).body;

describe('accounts', () => {
  it('come with real inquiries in every state', async () => {
    const states = {
      new: ['none', false, true],
      verified: ['approved', true, true],
      review: ['needs_review', false, true],
      declined: ['declined', false, true],
      exempt: ['none', false, false],
    };
    for (const [kind, [status, verified, required]] of Object.entries(states)) {
      await expect.poll(() => statusOf(kind), { timeout: 5000 }).toMatchObject({ status, verified, required });
    }
  });

  it('are listed with where each stands', async () => {
    const listed = async () =>
      ((await get('/api/accounts')).body as unknown as Accounts).accounts.map(({ kind, status }) => [kind, status]);
    await expect.poll(listed, { timeout: 5000 }).toEqual([
      ['new', 'none'],
      ['verified', 'approved'],
      ['review', 'needs_review'],
      ['declined', 'declined'],
      ['exempt', 'exempt'],
    ]);
  });

  it('belong to the browser that was given them', async () => {
    for (const headers of [{ cookie: `${cookie.slice(0, -5)}AAAA=` }, { cookie: 'harbor_session=loc_new' }]) {
      expect((await get(`/api/identity/status?account=${ids.verified}`, headers)).status).toBe(403);
      expect((await get(`/api/identity/orders?account=${ids.verified}`, headers)).status).toBe(403);
    }
    expect((await get(`/api/identity/status?account=${ids.verified}`, {})).status).toBe(401);
    expect((await get('/api/identity/status?account=loc_of_somebody_else')).status).toBe(403);
  });
});

describe('purchases', () => {
  it('refuses a regulated number to an account that is not verified, whatever the order claims', async () => {
    const [number] = await available();
    for (const kind of ['new', 'review', 'declined']) {
      expect(await buy(kind, [number as string], undefined, { skipLocationKYC: true })).toMatchObject({
        status: 403,
        body: { code: 'verification_required' },
      });
      expect(await owned(kind)).toEqual([]);
    }
    expect(await available()).toContain(number);
  });

  it('sells every account what is not regulated, and an account managed elsewhere everything', async () => {
    const [london] = await available('countryCode=GB');
    const [kingston] = await available('countryCode=JM');
    expect(await buy('new', [london as string, kingston as string])).toMatchObject({ status: 201 });
    const [austin] = await available('countryCode=US&firstPart=512');
    expect(await buy('exempt', [austin as string])).toMatchObject({ status: 201 });
  });

  it('sells to a verified account, and the number leaves the search', async () => {
    const [number] = await available();
    expect(await buy('verified', [number as string])).toEqual({
      status: 201,
      body: {
        numbers: [{ phoneNumber: number, status: 'purchased' }],
        order: { id: expect.stringMatching(/^ord_/) },
      },
    });
    expect(await available()).not.toContain(number);
    expect((await owned('verified')).map(({ phoneNumber }) => phoneNumber)).toContain(number);
  });

  it('sells once for one key, however often and at once it is asked', async () => {
    const [number] = await available();
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => buy('verified', [number as string], key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 201 });
    expect(await buy('verified', [number as string], key)).toEqual(answers[0]);
    expect((await owned('verified')).filter(({ phoneNumber }) => phoneNumber === number)).toHaveLength(1);
  });

  it('gives one of two buyers the number and tells the other, always the same', async () => {
    const [number] = await available();
    const keys = [crypto.randomUUID(), crypto.randomUUID()];
    const answers = await Promise.all(keys.map((key) => buy('verified', [number as string], key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const loser = answers.findIndex(({ status }) => status === 409);
    expect(answers[loser]).toMatchObject({ body: { code: 'number_unavailable' } });
    expect(await buy('verified', [number as string], keys[loser])).toEqual(answers[loser]);
  });

  it('sells a pool in part when a number of it has gone', async () => {
    const [gone, left] = (await available()) as [string, string];
    await buy('verified', [gone]);
    const { status, body } = await buy('verified', [gone, left, '+19995550100'], undefined, {
      pool: { name: 'Sales' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      numbers: [
        { phoneNumber: gone, status: 'failed', code: 'number_unavailable' },
        { phoneNumber: left, status: 'purchased' },
        { phoneNumber: '+19995550100', status: 'failed', code: 'number_unavailable' },
      ],
    });
    expect((await owned('verified')).find(({ phoneNumber }) => phoneNumber === left)?.pool).toBe('Sales');
  });

  it('refuses a key that came with another order', async () => {
    const [one, two] = (await available()) as [string, string];
    const key = crypto.randomUUID();
    await buy('verified', [one], key);
    expect(await buy('verified', [two], key)).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await available()).toContain(two);
  });

  it('does not keep the refusal under the key: after approval the same purchase goes through', async () => {
    const [number] = await available();
    const key = crypto.randomUUID();
    expect((await buy('review', [number as string], key)).status).toBe(403);
    expect((await post('/api/reviews', { account: ids.review, decision: 'approve' })).status).toBe(200);
    await expect.poll(async () => (await statusOf('review')).verified, { timeout: 5000 }).toBe(true);
    expect(await buy('review', [number as string], key)).toMatchObject({ status: 201 });
  });

  it('is made without the page, within two seconds of the approval', async () => {
    const [number] = await available();
    await post('/api/reset', {});
    await signIn();
    expect(await buy('review', [number as string])).toMatchObject({ status: 403, body: { order: {} } });
    expect(await orders('review')).toMatchObject([{ status: 'waiting' }]);
    expect((await post('/api/reviews', { account: ids.review, decision: 'approve' })).status).toBe(200);
    await expect.poll(() => orders('review'), { timeout: 2000 }).toMatchObject([{ status: 'done' }]);
    expect(demo.sandbox?.carriers.sales().filter(({ phoneNumber }) => phoneNumber === number)).toHaveLength(1);
  });

  it.each([
    ['no key', {}, ['+12125550100'], 400, 'idempotency_key_required'],
    ['a form', { 'idempotency-key': 'k', 'content-type': 'text/plain' }, [], 403, 'forbidden'],
    ['no numbers', { 'idempotency-key': 'k' }, [], 400, 'invalid_request'],
  ])('answers %s with a problem', async (_, headers, numbers, status, code) => {
    expect(
      await post(
        '/api/identity/purchases',
        { account: ids.verified, numbers: numbers.map((phoneNumber) => ({ phoneNumber })) },
        headers as Record<string, string>,
      ),
    ).toMatchObject({ status, body: { code } });
  });
});

describe("the page's own routes", () => {
  it('registers a brand for a verified account only', async () => {
    expect(await post('/api/registrations', { account: ids.declined, action: 'cnam' })).toMatchObject({
      status: 403,
      body: { code: 'verification_required' },
    });
    expect((await post('/api/registrations', { account: ids.verified, action: 'cnam' })).status).toBe(201);
    const { accounts } = (await get('/api/accounts')).body as unknown as Accounts;
    expect(accounts.filter(({ registered }) => registered.includes('cnam')).map(({ kind }) => kind)).toEqual([
      'verified',
    ]);
  });

  it('says why a decision is not possible', async () => {
    expect(await post('/api/reviews', { account: ids.new, decision: 'approve' })).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_review' },
    });
    expect(await post('/api/reviews', { account: ids.declined, decision: 'approve' })).toMatchObject({
      status: 409,
      body: { code: 'not_allowed' },
    });
    expect(await post('/api/reviews', { account: ids.declined, decision: 'bribe' })).toMatchObject({ status: 400 });
  });

  it('lets completed verifications wait for a reviewer, or be approved again', async () => {
    const put = (completed: string) =>
      fetch(`${demo.url}/api/rule`, {
        method: 'PUT',
        body: JSON.stringify({ completed }),
        headers: { 'content-type': 'application/json' },
      });
    expect((await put('mark-for-review')).status).toBe(200);
    expect((await get('/api/accounts')).body).toMatchObject({ rule: { completed: 'mark-for-review' } });
    expect((await put('approve')).status).toBe(200);
    expect((await put('bribe')).status).toBe(400);
  });

  it('refuses what a form on another site could send', async () => {
    const response = await fetch(`${demo.url}/api/reset`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'text/plain', origin: 'http://elsewhere.test', cookie },
    });
    expect(response.status).toBe(403);
  });

  it('says what is wrong with a search', async () => {
    expect(await get('/api/identity/numbers')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', detail: 'countryCode is missing.' },
    });
  });
});

describe('the operator', () => {
  it('sees who is stuck', async () => {
    const { body } = await get('/api/operator/accounts?status=declined');
    expect(body.accounts).toContainEqual(expect.objectContaining({ account: ids.declined, status: 'declined' }));
    expect((await get('/api/operator/accounts?status=declined&minutes=60')).body.accounts).toEqual([]);
  });

  it('sees what was told, each once', async () => {
    const told = async () =>
      ((await get('/api/operator/events')).body.events as { id: string; type: string; account: string }[]).filter(
        ({ account }) => account === ids.declined,
      );
    await expect.poll(told).toMatchObject([{ type: 'account.declined' }]);
  });
});

describe('the status stream', () => {
  it('tells a page of a decision without being asked again', async () => {
    const response = await fetch(`${demo.url}/api/identity/status?account=${ids.declined}&action=cnam`, {
      headers: { cookie, accept: 'text/event-stream' },
    });
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const source = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>)
      .pipeThrough(new TextDecoderStream())
      .getReader();
    expect((await source.read()).value).toContain('"status":"declined"');
    await source.cancel();

    const waiting = await fetch(`${demo.url}/api/identity/status?account=${ids.new}&action=cnam`, {
      headers: { cookie, accept: 'text/event-stream' },
    });
    const told = (waiting.body as ReadableStream<Uint8Array<ArrayBuffer>>)
      .pipeThrough(new TextDecoderStream())
      .getReader();
    expect((await told.read()).value).toContain('"status":"none"');
    expect((await post('/api/identity/inquiry', { account: ids.new })).status).toBe(200);
    expect((await told.read()).value).toContain('"status":"created"');
    await told.cancel();
  });
});

describe('headers', () => {
  it('allow nothing but the own origin and Persona in a frame', async () => {
    for (const path of ['/', '/lc-identity-gate.js', '/api/accounts', '/nothing']) {
      const { headers } = await fetch(demo.url + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain(`frame-src ${demo.sandbox?.origin};`);
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types lit-html");
      expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
      expect(headers.get('permissions-policy')).toContain(`camera=(self "${demo.sandbox?.origin}")`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('the name a request was sent to', () => {
  const port = () => new URL(demo.url).port;

  it('is refused when it is not the demo’s own, before anybody is given a cookie', async () => {
    for (const name of [`evil.example:${port()}`, 'localhost', `localhost:${Number(port()) + 1}`])
      for (const path of [
        '/',
        '/api/accounts',
        `/api/identity/status?account=${ids.verified}`,
        '/lc-identity-gate.js',
      ]) {
        const { status, headers } = await askedAs(name, demo.url + path, { headers: { cookie } });
        expect(status).toBe(421);
        expect(headers).not.toHaveProperty('set-cookie');
        expect(headers['x-content-type-options']).toBe('nosniff');
      }
    expect(
      await askedAs(`evil.example:${port()}`, `${demo.url}/api/reset`, { method: 'POST', headers: { cookie } }),
    ).toMatchObject({ status: 421 });
  });

  it('may be any that this computer has for itself', async () => {
    for (const name of [`localhost:${port()}`, `127.0.0.1:${port()}`, `[::1]:${port()}`]) {
      const { status, headers } = await askedAs(name, `${demo.url}/api/accounts`);
      expect(status).toBe(200);
      expect(headers['set-cookie']).toHaveLength(1);
    }
  });

  it('may be a tunnel’s for events, which are signed', async () => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await askedAs('tunnel.example', `${demo.url}/api/identity/webhook`, post)).status).toBe(401);
  });
});

describe('restart', () => {
  it('keeps who is verified, what they own and who is signed in', async () => {
    await buy('verified', [(await available())[0] as string]);
    const before = await owned('verified');
    await demo.close();
    demo = await startDemo(options);
    expect(await statusOf('verified')).toMatchObject({ verified: true, status: 'approved' });
    expect(await owned('verified')).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it('starts from the beginning when asked to', async () => {
    const old = ids.verified as string;
    const rule = { method: 'PUT', headers: { cookie, 'content-type': 'application/json' } };
    await fetch(`${demo.url}/api/rule`, { ...rule, body: '{"completed":"mark-for-review"}' });
    demo.sandbox!.carriers.play('taken');
    expect((await post('/api/reset', {})).status).toBe(200);
    await signIn();
    expect(ids.verified).not.toBe(old);
    expect(await owned('verified')).toEqual([]);
    expect((await get('/api/accounts')).body).toMatchObject({ rule: { completed: 'approve' } });
    const sold = await buy('exempt', [(await available())[0] as string]);
    expect(sold.body).toMatchObject({ numbers: [{ status: 'purchased' }] });
    await expect.poll(() => statusOf('verified'), { timeout: 5000 }).toMatchObject({ verified: true });
    expect((await get(`/api/identity/status?account=${old}`)).status).toBe(403);
  });
});
