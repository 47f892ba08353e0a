import { describe, expect, it } from 'vitest';
import { type HostEvent as ContractEvent, hostEvents } from '../../src/host/event-contract.js';
import { CarrierError, type HostEvent, placesEndpoint } from '../../src/host/index.js';
import { ordersAnswer, placesAnswer } from '../../src/host/shop-contract.js';
import { at, db, happen, onError, world } from './stand-in-host.js';
import { aNumber, makeShop } from './whole-host.js';

describe('a purchase', () => {
  it('of a verified account is made at once, and answered again for the same key', async () => {
    const { buy, approve, carrier, orders } = makeShop();
    await approve();
    const number = aNumber();
    const first = await buy([number], 'key-1');
    expect(first).toMatchObject({ status: 201, numbers: [{ phoneNumber: number, status: 'purchased' }] });
    expect(await buy([number], 'key-1')).toEqual(first);
    expect(carrier.sales).toEqual([`${world.account} ${number}`]);
    expect(await orders()).toMatchObject([{ status: 'done', id: (first.order as { id: string }).id }]);
  });

  it('of an unverified account waits with the host, which buys when the account is approved', async () => {
    const { buy, approve, later, carrier, orders } = makeShop();
    const number = aNumber();
    const refused = await buy([number], 'key-1');
    expect(refused).toMatchObject({ status: 403, code: 'verification_required' });
    expect(await orders()).toMatchObject([{ status: 'waiting', numbers: [{ phoneNumber: number, region: 'CA' }] }]);
    await later();
    expect(carrier.sales).toEqual([]);
    await approve();
    await later();
    expect(carrier.sales).toEqual([`${world.account} ${number}`]);
    const [order] = await orders();
    expect(order).toMatchObject({ status: 'done', receipt: { numbers: [{ status: 'purchased' }] } });
    expect(JSON.stringify(order)).not.toContain('key-1');
    // The page that comes back asks with its key, and is told what the host has done.
    expect(await buy([number], 'key-1')).toMatchObject({ status: 201, order: { id: order?.id } });
    expect(carrier.sales).toHaveLength(1);
  });

  it('is made once when page and hosts come at the same moment', async () => {
    const one = makeShop();
    const other = makeShop({ carrier: one.carrier });
    const number = aNumber();
    await one.buy([number], 'key-1');
    await one.approve();
    const answers = await Promise.all([
      one.buy([number], 'key-1'),
      one.later(),
      other.later(),
      other.buy([number], 'key-1'),
    ]);
    expect(answers[0]).toMatchObject({ status: 201, numbers: [{ status: 'purchased' }] });
    expect(answers[3]).toEqual(answers[0]);
    expect(one.carrier.sales).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['calls it British', { countryCode: 'GB' }],
    ['calls it free', { price: { price: 0 } }],
  ])('is refused an unverified account though the page %s', async (_, lie) => {
    const { buy, carrier } = makeShop();
    const number = aNumber();
    const answer = await buy([], 'key-1', { numbers: [{ phoneNumber: number, ...lie }] });
    expect(answer).toMatchObject({ status: 403, code: 'verification_required' });
    expect(carrier.sales).toEqual([]);
  });

  it('is refused for all of a pool when one of its numbers needs a verification', async () => {
    const { buy } = makeShop();
    const numbers = [{ phoneNumber: '+442079460123', countryCode: 'GB' }, { phoneNumber: aNumber() }];
    expect(await buy([], 'key-1', { numbers })).toMatchObject({ code: 'verification_required' });
  });

  it('of an unregulated number asks nobody', async () => {
    const { buy } = makeShop();
    expect(await buy(['+442079460123'], 'key-1', {})).toMatchObject({ status: 201 });
  });

  it('with a key that stands for another order is refused, also while that one waits', async () => {
    const { buy } = makeShop();
    await buy([aNumber()], 'key-1');
    expect(await buy([aNumber()], 'key-1')).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });

  it.each<[string, RequestInit, number]>([
    ['without a cookie', { headers: { cookie: '', 'content-type': 'application/json', 'idempotency-key': 'k' } }, 403],
    ['of a form', { headers: { 'content-type': 'text/plain', 'idempotency-key': 'k' } }, 415],
    ['without a key', { headers: { 'content-type': 'application/json' } }, 400],
    ['by GET', { method: 'GET' }, 405],
  ])('%s is refused', async (_, init, status) => {
    const body = init.method
      ? undefined
      : JSON.stringify({ account: world.account, numbers: [{ phoneNumber: aNumber() }] });
    const { ask } = makeShop();
    expect(await ask('purchases', { method: 'POST', ...init, ...(body && { body }) })).toMatchObject({ status });
  });

  it('stands for one order, though another with the same key comes at the same moment', async () => {
    const { buy, carrier } = makeShop();
    const free = '+442079460123';
    const number = aNumber();
    // The unregulated order has passed the guard when the other one is put down to wait.
    let wait = () => {};
    const asked = new Promise<void>((resolve) => {
      carrier.search = async () => {
        resolve();
        await new Promise<void>((go) => {
          wait = go;
        });
        return { fingerprintId: '1', numbers: [] };
      };
    });
    const first = buy([], 'key-1', { numbers: [{ phoneNumber: free, countryCode: 'GB' }] });
    await asked;
    carrier.search = async () => ({ fingerprintId: '1', numbers: [] });
    expect(await buy([number], 'key-1')).toMatchObject({ code: 'verification_required' });
    wait();
    expect(await first).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect(carrier.sales).toEqual([]);
  });

  it('has at most so many numbers as the policy says', async () => {
    const { buy } = makeShop({ policy: { numbersPerOrder: 2 } });
    expect(await buy([aNumber(), aNumber(), aNumber()], 'key-1')).toMatchObject({ status: 400 });
  });
});

describe('an order', () => {
  it('can be cancelled while it waits, and is bought by nobody afterwards', async () => {
    const { buy, cancel, approve, later, carrier, orders } = makeShop();
    const number = aNumber();
    await buy([number], 'key-1');
    const [order] = await orders();
    expect(await cancel(order?.id)).toMatchObject({ status: 'cancelled' });
    await approve();
    await later();
    expect(await buy([number], 'key-1')).toMatchObject({ status: 409, code: 'order_cancelled' });
    expect(carrier.sales).toEqual([]);
  });

  it('cannot be cancelled once it is bought, nor by others, nor by a form', async () => {
    const { ask, buy, cancel, approve, orders, carrier } = makeShop();
    await approve();
    await buy([aNumber()], 'key-1');
    const [order] = await orders();
    expect(await cancel(order?.id)).toMatchObject({ status: 409, code: 'too_late' });
    const path = `orders/${order?.id}/cancel`;
    const json = { 'content-type': 'application/json' };
    expect(await ask(path, { method: 'POST', headers: { ...json, cookie: 'user=stranger' } })).toMatchObject({
      status: 403,
    });
    expect(await ask(path, { method: 'POST', headers: { 'content-type': 'text/plain' } })).toMatchObject({
      status: 415,
    });
    expect(await ask('orders/ord_unknown/cancel', { method: 'POST', headers: json })).toMatchObject({ status: 404 });
    expect(carrier.sales).toHaveLength(1);
  });

  it('expires when its time is over, by whoever looks first', async () => {
    const { buy, approve, later, carrier, orders } = makeShop({ policy: { finish: 3600 } });
    const number = aNumber();
    await buy([number], 'key-1');
    world.time += 3_600_001;
    expect(await orders()).toMatchObject([{ status: 'expired' }]);
    await approve();
    await later();
    expect(await buy([number], 'key-1')).toMatchObject({ status: 409, code: 'order_expired' });
    expect(carrier.sales).toEqual([]);
  });

  it('is not kept where the policy says so', async () => {
    const { buy, orders, ask } = makeShop({ policy: { finish: 0 } });
    await buy([aNumber()], 'key-1');
    expect(await orders()).toEqual([]);
    expect(await ask(`orders?account=${world.account}`)).toMatchObject({ finish: 0 });
  });

  it('is kept for so many as the policy says', async () => {
    const { buy, orders } = makeShop({ policy: { waitingOrders: 1 } });
    await buy([aNumber()], 'key-1');
    expect(await buy([aNumber()], 'key-2')).toMatchObject({ status: 403, code: 'verification_required' });
    expect(await orders()).toHaveLength(1);
  });

  it('is shown to its account only', async () => {
    const { buy, ask } = makeShop();
    await buy([aNumber()], 'key-1');
    expect(await ask(`orders?account=${world.account}`, { headers: { cookie: 'user=stranger' } })).toMatchObject({
      status: 403,
    });
    expect(await ask('orders')).toMatchObject({ status: 400 });
  });
});

describe('exactly once', () => {
  it('believes the carrier after an answer was lost', async () => {
    const { buy, approve, carrier } = makeShop();
    await approve();
    const number = aNumber();
    carrier.mishap = (_, isSold) => {
      if (isSold) throw new Error('The line was cut.');
    };
    expect(await buy([number], 'key-1')).toMatchObject({ status: 201, numbers: [{ status: 'purchased' }] });
    expect(carrier.sales).toHaveLength(1);
  });

  it('looks before it tries again what was not sold, and says that nobody knows meanwhile', async () => {
    const { buy, approve, later, carrier, orders } = makeShop();
    await approve();
    const number = aNumber();
    let tries = 0;
    carrier.mishap = () => {
      tries += 1;
      if (tries === 1) throw new Error('The line was cut.');
    };
    expect(await buy([number], 'key-1')).toMatchObject({ status: 503, code: 'unknown_outcome' });
    await later();
    expect(await orders()).toMatchObject([{ status: 'done' }]);
    expect(carrier.asked.filter((what) => !what.startsWith('search'))).toEqual([
      `buy ${number}`,
      `owns ${number}`,
      `owns ${number}`,
      `buy ${number}`,
    ]);
    expect(await buy([number], 'key-1')).toMatchObject({ status: 201 });
  });

  it('goes on with a pool where it was broken off', async () => {
    const { buy, approve, later, carrier } = makeShop();
    await approve();
    const numbers = [aNumber(), aNumber(), aNumber()];
    let broken = true;
    carrier.mishap = (phoneNumber, isSold) => {
      if (broken && phoneNumber === numbers[1] && !isSold) throw new Error('The line was cut.');
    };
    expect(await buy(numbers, 'key-1', { pool: { name: 'Sales' } })).toMatchObject({ status: 503 });
    broken = false;
    await later();
    const answer = await buy(numbers, 'key-1', { pool: { name: 'Sales' } });
    expect(answer).toMatchObject({ status: 201, numbers: numbers.map(() => ({ status: 'purchased' })) });
    expect(carrier.sales).toEqual(numbers.map((number) => `${world.account} ${number}`));
  });

  it('sells one number to one of two orders, though both believe that they own it', async () => {
    const { buy, approve, carrier } = makeShop();
    await approve();
    const number = aNumber();
    carrier.mishap = (_, isSold) => {
      if (isSold) throw new Error('The line was cut.');
    };
    const answers = await Promise.all([buy([number], 'key-1'), buy([number], 'key-2')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(carrier.sales).toHaveLength(1);
  });

  it('sells a number again that its first buyer has given back', async () => {
    const { buy, approve, carrier } = makeShop();
    await approve();
    const number = aNumber();
    await buy([number], 'key-1');
    expect(await buy([number], 'key-2')).toMatchObject({ code: 'number_unavailable' });
    carrier.release(number);
    // The carrier's list could be older than the sale.
    expect(await buy([number], 'key-3')).toMatchObject({ code: 'number_unavailable' });
    world.time += 60_001;
    expect(await buy([number], 'key-4')).toMatchObject({ status: 201 });
    expect(carrier.sales).toHaveLength(2);
  });

  it('waits before it believes that a number is gone which it has just tried to buy', async () => {
    const { buy, approve, later, carrier, orders } = makeShop();
    await approve();
    const number = aNumber();
    let isGone = false;
    carrier.mishap = () => {
      if (isGone) throw new CarrierError('number_unavailable', 'It is sold.');
      isGone = true;
      throw new Error('The line was cut.');
    };
    await buy([number], 'key-1');
    expect(await buy([number], 'key-1')).toMatchObject({ status: 503, code: 'unknown_outcome' });
    await later();
    expect(await orders()).toMatchObject([{ status: 'failed', code: 'number_unavailable' }]);
  });

  it('gives an order that has waited for long the same hour', async () => {
    const { buy, approve, later, carrier, orders } = makeShop();
    await buy([aNumber()], 'key-1');
    world.time += 3 * 3_600_000;
    let tries = 0;
    carrier.mishap = () => {
      tries += 1;
      if (tries < 3) throw new Error('The line was cut.');
    };
    await approve();
    for (let look = 0; look < 5; look += 1) await later();
    expect(await orders()).toMatchObject([{ status: 'done' }]);
  });

  it('gives up after an hour what the carrier neither sells nor refuses', async () => {
    const { buy, approve, later, carrier, orders } = makeShop();
    await approve();
    carrier.mishap = () => {
      throw new Error('The line was cut.');
    };
    await buy([aNumber()], 'key-1');
    await later();
    expect(await orders()).toMatchObject([{ status: 'buying' }]);
    await later(3_600_000);
    expect(await orders()).toMatchObject([{ status: 'failed', code: 'purchase_failed' }]);
  });

  it.each<[string, number]>([
    ['payment_required', 402],
    ['number_unavailable', 409],
    ['address_required', 422],
  ])('says %s as it is, and keeps that answer', async (code, status) => {
    const { buy, approve, carrier } = makeShop();
    await approve();
    const number = aNumber();
    carrier.mishap = () => {
      // Of whatever class: the code is what counts.
      throw Object.assign(new Error('No.'), { code });
    };
    expect(await buy([number], 'key-1')).toMatchObject({ status, code });
    carrier.mishap = () => {};
    expect(await buy([number], 'key-1')).toMatchObject({ status, code });
    expect(carrier.sales).toEqual([]);
  });

  it('asks for no further number of a pool when the account cannot pay', async () => {
    const { buy, approve, carrier } = makeShop();
    await approve();
    const numbers = [aNumber(), aNumber(), aNumber()];
    carrier.mishap = (phoneNumber) => {
      if (phoneNumber === numbers[1]) throw new CarrierError('payment_required', 'No.');
    };
    expect(await buy(numbers, 'key-1')).toMatchObject({
      status: 201,
      numbers: [{ status: 'purchased' }, { code: 'payment_required' }, { code: 'payment_required' }],
    });
    expect(carrier.asked).not.toContain(`buy ${numbers[2]}`);
  });

  it('tries again when the carrier has had too many requests', async () => {
    const { buy, approve, later, carrier, orders } = makeShop();
    await approve();
    let tries = 0;
    carrier.mishap = () => {
      tries += 1;
      if (tries === 1) throw new CarrierError('rate_limited', 'Later.', 30);
    };
    expect(await buy([aNumber()], 'key-1')).toMatchObject({ status: 503, code: 'unknown_outcome' });
    await later();
    expect(await orders()).toMatchObject([{ status: 'done' }]);
    expect(onError).not.toHaveBeenCalled();
  });
});

describe('without onEvent', () => {
  it('an order is finished as well, and nothing is put down for anybody', async () => {
    const { buy, approve, later, carrier } = makeShop({ onEvent: undefined });
    await buy([aNumber()], 'key-1');
    await approve();
    await later();
    expect(carrier.sales).toHaveLength(1);
    const { rows } = await db.query('select from lc_identity_outbox where account = $1', [world.account]);
    expect(rows).toEqual([]);
  });
});

describe('onEvent', () => {
  it('is looked for by one question where there is nothing to tell', async () => {
    let questions = 0;
    const database: typeof db = Object.create(db, {
      query: {
        value: (text: string, params?: unknown[]) => {
          if (/^\s*update lc_identity_outbox/.test(text)) questions += 1;
          return db.query(text, params);
        },
      },
    });
    const { host } = makeShop({ database });
    // What earlier tests have left is told first.
    await host.tick();
    questions = 0;
    await host.tick();
    expect(questions).toBe(1);
  });

  const types = (told: HostEvent[]) => told.filter(({ account }) => account === world.account).map(({ type }) => type);

  it('tells what becomes of account and order, in order', async () => {
    const { buy, approve, later, told } = makeShop();
    await buy([aNumber()], 'key-1');
    await approve();
    await later();
    expect(types(told)).toEqual(['order.waiting', 'account.verified', 'order.completed']);
    expect(told.find(({ type }) => type === 'order.completed')).toMatchObject({
      order: { status: 'done', receipt: { numbers: [{ status: 'purchased' }] } },
    });
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect(JSON.stringify(told)).not.toContain('key-1');
  });

  it('tells what the contract says, in types too, and an order as its pages see it', async () => {
    const { buy, approve, later, told, orders, cancel, carrier } = makeShop();
    await buy([aNumber()], 'key-1', { pool: { name: 'Sales' } });
    await cancel((await orders())[0]?.id);
    await approve();
    await buy([aNumber()], 'key-2');
    carrier.mishap = () => {
      throw new CarrierError('number_unavailable', 'Gone.');
    };
    await buy([aNumber()], 'key-3');
    await later();
    const mine: ContractEvent[] = told.filter(({ account }) => account === world.account);
    expect(types(told).sort()).toEqual([
      'account.verified',
      'order.cancelled',
      'order.completed',
      'order.failed',
      'order.waiting',
    ]);
    for (const event of mine) expect(hostEvents[event.type].schema.strict().parse(event)).toEqual(event);
    const shown = await orders();
    expect(ordersAnswer.parse({ orders: shown })).toEqual({ orders: shown });
    const ended = mine.flatMap((event) => ('order' in event && event.type !== 'order.waiting' ? [event.order] : []));
    expect(shown).toEqual(expect.arrayContaining(ended));
  });

  it('tells again what was not heard, by the same id, after growing pauses and before what came later', async () => {
    const heard: [string, string][] = [];
    let deaf = 2;
    const onEvent = ({ id, type, account }: HostEvent) => {
      if (account !== world.account) return;
      heard.push([id, type]);
      deaf -= 1;
      if (deaf >= 0) throw new Error('Not now.');
    };
    const { buy, cancel, orders, later } = makeShop({ onEvent });
    await buy([aNumber()], 'key-1');
    await cancel((await orders())[0]?.id);
    await later(0);
    expect(heard.map(([, type]) => type)).toEqual(['order.waiting']);
    await later(2000);
    await later(3999);
    expect(heard).toHaveLength(2);
    await later(1);
    expect(heard.map(([, type]) => type)).toEqual([
      'order.waiting',
      'order.waiting',
      'order.waiting',
      'order.cancelled',
    ]);
    expect(new Set(heard.slice(0, 3).map(([id]) => id)).size).toBe(1);
  });

  it.each<[string, string[], string]>([
    ['a review', ['start', 'complete', 'mark_for_review'], 'account.in_review'],
    ['a refusal', ['start', 'fail', 'decline'], 'account.declined'],
  ])('tells of %s', async (_, steps, type) => {
    const { ask, later, told } = makeShop();
    const body = JSON.stringify({ account: world.account });
    const { inquiryId } = await ask('inquiry', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await happen(String(inquiryId), ...steps);
    world.time += 61_000;
    await ask(`status?account=${world.account}`);
    await later();
    expect(told.filter(({ account }) => account === world.account)).toMatchObject([{ type, inquiryId }]);
  });

  it('keeps nobody from buying while it does not return', async () => {
    const { buy, approve, host, carrier } = makeShop({ onEvent: () => new Promise(() => {}) });
    await buy([aNumber()], 'key-1');
    const first = host.tick();
    await approve();
    world.time += 61_000;
    void host.tick();
    await expect.poll(() => carrier.sales.length, { timeout: 5000 }).toBe(1);
    void first;
  });

  it('tells once of somebody who left half-way, with a link for them to come back by', async () => {
    const { host, ask, later, told } = makeShop({ policy: { abandonedAfter: 3600 } });
    const body = JSON.stringify({ account: world.account });
    const { inquiryId } = await ask('inquiry', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await later(3_599_000);
    expect(types(told)).toEqual([]);
    await later(2000);
    await later();
    expect(told.filter(({ account }) => account === world.account)).toMatchObject([
      { type: 'account.abandoned', inquiryId },
    ]);
    expect(await host.identity.resumeLink(world.account)).toMatch(/^http/);
  });
});

describe('search and places', () => {
  it('asks the carrier what the page asks, for an account that the page may act for', async () => {
    const { ask, carrier } = makeShop();
    expect(await ask(`numbers?countryCode=us&firstPart=415&account=${world.account}`)).toMatchObject({
      status: 200,
      fingerprintId: '1',
    });
    expect(carrier.asked).toEqual(['search US 415']);
    expect(await ask(`numbers?countryCode=US&account=${world.account}`, { headers: { cookie: 'no' } })).toMatchObject({
      status: 403,
    });
    expect(await ask('numbers?countryCode=US')).toMatchObject({ status: 200 });
  });

  it.each([
    'countryCode=USA',
    'countryCode=US&firstPart=4x5',
    'countryCode=US&numberTypes=fax',
    'x=1',
    'countryCode=US&smsEnabled=yes',
  ])('names what is wrong with %s', async (query) => {
    const { ask } = makeShop();
    expect(await ask(`numbers?${query}`)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('says when the carrier cannot be asked, and nothing of why', async () => {
    const { ask, carrier } = makeShop();
    carrier.search = async () => {
      throw new Error('https://carrier.test/?token=SECRET');
    };
    const answer = await ask('numbers?countryCode=US');
    expect(answer).toMatchObject({ status: 503, code: 'carrier_unavailable' });
    expect(JSON.stringify(answer)).not.toContain('SECRET');
  });

  it.each<[string, object]>([
    ['q=chic', { label: 'Chicago, IL', kind: 'city', countryCode: 'US', region: 'IL' }],
    ['q=quebec', { kind: 'region', countryCode: 'CA' }],
    ['q=londres&countries=gb&language=es-MX', { label: 'Londres, Reino Unido', countryCode: 'GB' }],
    ['q=415&countries=&language=', { kind: 'areaCode', countryCode: 'US', areaCodes: ['415'] }],
  ])('knows the place of %s, of nobody', async (query, place) => {
    const { host } = makeShop();
    const answer = await host.fetch(at(`places?${query}`, { headers: { cookie: 'no' } }));
    const body = placesAnswer.strict().parse(await answer.json());
    expect(body.places[0]).toMatchObject(place);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  it.each(['q=', 'q=x', `q=${'n'.repeat(100)}`])('knows no place of %s', async (query) => {
    const { ask } = makeShop();
    expect(await ask(`places?${query}`)).toMatchObject({ status: 200, places: [] });
  });

  it.each([
    '',
    'countries=US',
    `q=${'n'.repeat(101)}`,
    'q=chi&countries=USA',
    'q=chi&countries=US CA',
    'q=chi&language=english please',
  ])('names what is wrong with the question for places “%s”, and lets nobody keep the answer', async (query) => {
    const { host } = makeShop();
    const answer = await host.fetch(at(`places?${query}`));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid_request' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('gives the places to a host that has no more than the gate', async () => {
    const places = placesEndpoint();
    expect(await (await places(at('places?q=chicago'))).json()).toMatchObject({
      places: [{ label: 'Chicago, IL' }, {}, {}],
    });
    expect((await places(at('places'))).status).toBe(400);
    expect((await places(at('places?q=chicago', { method: 'POST' }))).status).toBe(405);
  });

  it('knows no address but its own', async () => {
    const { ask } = makeShop();
    expect(await ask('constructor')).toMatchObject({ status: 404 });
  });
});

describe('rules', () => {
  it('tell the policy what a purchase is about, by the carrier’s word', async () => {
    const asked: unknown[] = [];
    const { buy } = makeShop({
      policy: { required: (_account, action, about) => asked.push([action, about]) > 0 },
    });
    const number = aNumber();
    await buy([], 'key-1', { numbers: [{ phoneNumber: number, countryCode: 'CA', price: { price: 900 } }] });
    expect(asked).toContainEqual([
      'number-purchase',
      { country: 'US', numbers: [number], amount: 1.15, currency: 'USD' },
    ]);
  });

  it('are asked the same again when the host looks by itself, and for each country of a pool', async () => {
    const asked: (string | undefined)[] = [];
    const { buy, later, carrier } = makeShop({
      policy: {
        required: (_account, _action, { country, amount }) => {
          asked.push(country);
          // What is not known is no reason to let anybody through.
          return country === 'US' && (amount ?? Number.POSITIVE_INFINITY) > 1;
        },
      },
    });
    expect(await buy([aNumber()], 'key-1')).toMatchObject({ code: 'verification_required' });
    await later();
    expect(carrier.sales).toEqual([]);
    const numbers = [{ phoneNumber: '+442079460123' }, { phoneNumber: aNumber() }];
    await buy([], 'key-2', { numbers });
    expect(asked).toContain(undefined);
    expect(carrier.sales).toEqual([]);
  });

  it('let a verification hold for some days, then ask again', async () => {
    const { ask, approve, buy, carrier } = makeShop({ policy: { validFor: 30 } });
    await approve();
    expect(await ask(`status?account=${world.account}`)).toMatchObject({ verified: true });
    world.time += 30 * 86_400_000;
    expect(await ask(`status?account=${world.account}`)).toMatchObject({ verified: false, status: 'none' });
    expect(await buy([aNumber()], 'key-1')).toMatchObject({ code: 'verification_required' });
    await approve();
    expect(await ask(`status?account=${world.account}`)).toMatchObject({ verified: true });
    expect(carrier.sales).toEqual([]);
  });

  it('let an operator see who is stuck', async () => {
    const { host, ask } = makeShop();
    const body = JSON.stringify({ account: world.account });
    const { inquiryId } = await ask('inquiry', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await happen(String(inquiryId), 'start', 'complete', 'mark_for_review');
    world.time += 61_000;
    await host.fetch(at(`status?account=${world.account}`));
    const mine = async (before: Date) =>
      (await host.identity.accounts({ status: 'needs_review', before })).filter(
        ({ account }) => account === world.account,
      );
    expect(await mine(new Date(world.time))).toMatchObject([{ inquiryId, status: 'needs_review' }]);
    expect(await mine(new Date(world.time - 3_600_000))).toEqual([]);
  });
});
