import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type IdentityStore, memoryStore, sqlStore } from '../../src/host/index.js';
import { databases } from './databases.js';

const memory = async () => {
  const store = memoryStore();
  return { another: () => store, close: async () => {} };
};
const worlds: [string, () => Promise<{ another: () => IdentityStore; close: () => Promise<void> }>][] = [
  ['memory', memory],
  ...databases.map(([name, open]): (typeof worlds)[number] => [
    name,
    async () => {
      const { db, close } = await open();
      return { another: () => sqlStore(db), close };
    },
  ]),
];

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));

describe.each(worlds)('the store in %s', (_, open) => {
  let another: () => IdentityStore;
  let close: () => Promise<void>;
  beforeAll(async () => ({ another, close } = await open()));
  afterAll(() => close());

  let account = '';
  let count = 0;
  beforeEach(() => {
    count += 1;
    account = `acc_${count}`;
  });
  const news = (status: string, minute: number, more = {}) => ({
    inquiryId: `inq_${account}`,
    account,
    status,
    createdAt: at(0),
    at: at(minute),
    asOf: at(minute),
    ...more,
  });

  it('counts an event once, also when it is recorded by two processes', async () => {
    const [one, two] = [another(), another()];
    await one.record(news('pending', 1), 'evt_1');
    await two.record(news('completed', 2), 'evt_1');
    expect(await one.inquiries(account, 'any')).toMatchObject([{ status: 'pending' }]);
    expect(await two.seen('evt_1')).toBe(true);
  });

  it('believes an answer of Persona over events from before the question, and later events over it', async () => {
    const store = another();
    await store.record(news('created', 1), 'evt_2');
    // Asked at minute 9 about a change of minute 3: the event of minute 2 is old news, the one of minute 5 cannot be,
    // or we had seen it.
    await store.record(news('completed', 3, { asOf: at(9) }));
    await store.record(news('pending', 2), 'evt_3');
    expect(await store.inquiries(account, 'any')).toMatchObject([{ status: 'completed', newsAt: at(3) }]);
    await store.record(news('needs_review', 5), 'evt_4');
    expect(await store.inquiries(account, 'any')).toMatchObject([{ status: 'needs_review', newsAt: at(5) }]);
  });

  it('keeps the time of the first of two equal decisions', async () => {
    const store = another();
    await store.record(news('approved', 3));
    await store.record(news('approved', 7));
    expect(await store.inquiries(account, 'any')).toMatchObject([{ decidedAt: at(3) }]);
  });

  it('keeps the newest step and device, tells of each that is new, and of nothing else', async () => {
    const [one, two] = [another(), another()];
    const heard: string[] = [];
    await one.record(news('pending', 1));
    const end = await two.listen((changed) => heard.push(changed));
    const inquiryId = `inq_${account}`;
    await one.moved(inquiryId, { step: 'id', at: at(5) });
    await one.moved(inquiryId, { step: 'phone', at: at(4) });
    await one.moved(inquiryId, { step: 'phone', at: at(5) });
    await one.moved(inquiryId, { step: 'id', at: at(6) });
    await one.moved(inquiryId, { step: 'phone', at: at(6) });
    await one.moved(inquiryId, { device: 'other', at: at(2) });
    await one.moved('inq_unknown', { step: 'id', at: at(7) });
    expect(await two.inquiry(inquiryId)).toMatchObject({
      step: 'id',
      device: 'other',
      status: 'pending',
      newsAt: at(1),
    });
    // Without a time it is so now; what has been told before does not come back.
    await one.moved(inquiryId, { device: 'here' });
    await one.moved(inquiryId, { device: 'other', at: at(2) });
    expect(await two.inquiry(inquiryId)).toMatchObject({ device: 'here' });
    await expect.poll(() => heard).toEqual([account, account, account]);
    await one.record(news('completed', 8));
    expect(await two.inquiry(inquiryId)).toMatchObject({ step: 'id', device: 'here', status: 'completed' });
    expect((await one.trail(account)).map(({ event }) => event)).toEqual(['inquiry.pending', 'inquiry.completed']);
    await end();
  });

  it('runs one piece of work per account at a time, across processes, and holds up no other account', async () => {
    const [one, two] = [another(), another()];
    const order: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = one.exclusive(account, async () => {
      order.push('first in');
      await gate;
      order.push('first out');
    });
    await expect.poll(() => order).toEqual(['first in']);
    const second = two.exclusive(account, async () => order.push('second'));
    await two.exclusive(`${account} other`, async () => order.push('other'));
    open();
    await Promise.all([first, second]);
    expect(order).toEqual(['first in', 'other', 'first out', 'second']);
  });

  it('passes the turn on when the work fails', async () => {
    const store = another();
    await expect(store.exclusive(account, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await store.exclusive(account, async () => 'next')).toBe('next');
  });

  it('lets one of many ask, and the next only after the interval', async () => {
    const stores = [another(), another()];
    const ask = (minute: number) =>
      Promise.all([...stores, ...stores].map((store) => store.mayAsk(account, at(minute), 60_000)));
    expect((await ask(0)).filter(Boolean)).toHaveLength(1);
    expect((await ask(0)).filter(Boolean)).toHaveLength(0);
    expect((await ask(1)).filter(Boolean)).toHaveLength(1);
  });

  it('keeps one creation key until the creation is done', async () => {
    const store = another();
    const key = await store.creationKey(account);
    expect(await store.creationKey(account)).toBe(key);
    await store.creationDone(account, key);
    expect(await store.creationKey(account)).not.toBe(key);
  });

  it('lets nobody end a creation with the key of an earlier one', async () => {
    const store = another();
    const earlier = await store.creationKey(account);
    await store.claim(news('created', 0), 'host', earlier);
    const present = await store.creationKey(account);
    await store.claim(news('created', 0), 'host', earlier);
    await store.creationDone(account, earlier);
    expect(await store.creationKey(account)).toBe(present);
  });

  it('keeps a decision until there is a newer one', async () => {
    const store = another();
    await store.record(news('approved', 3));
    await store.record(news('expired', 5));
    await store.record(news('declined', 2));
    expect(await store.inquiries(account, 'any')).toMatchObject([
      { status: 'approved', account, createdAt: at(0), newsAt: at(3), decidedAt: at(3) },
    ]);
    await store.record(news('declined', 6));
    expect(await store.inquiries(account, 'any')).toMatchObject([{ status: 'declined', decidedAt: at(6) }]);
    expect(await store.inquiry(`inq_${account}`)).toMatchObject({ account, status: 'declined' });
    expect(await store.inquiry('inq_of_nobody')).toBeNull();
  });

  it('makes an inquiry its own and ends the creation in one step, and lets nobody take that back', async () => {
    const store = another();
    expect(await store.creating(account)).toBe(false);
    const key = await store.creationKey(account);
    expect(await store.creating(account)).toBe(true);
    await store.claim(news('created', 0), 'host', key);
    expect(await store.creating(account)).toBe(false);
    expect(await store.creationKey(account)).not.toBe(key);
    expect(await store.noteForeign(news('approved', 1))).toBe(false);
    await store.record(news('pending', 2, { account: 'somebody else' }), `evt_d_${account}`);
    expect(await store.inquiries(account)).toMatchObject([{ own: true, account, status: 'pending' }]);
    expect((await store.trail(account)).map(({ actor, event }) => `${actor} ${event}`)).toEqual([
      'host inquiry.created',
      'persona inquiry.pending',
    ]);
  });

  it('keeps an inquiry that somebody else made apart, and says once that it is there', async () => {
    const store = another();
    await store.claim(news('created', 0), 'host');
    const foreign = news('approved', 1, { inquiryId: `inq_foreign_${account}` });
    expect(await store.noteForeign(foreign, `evt_e_${account}`)).toBe(true);
    expect(await another().noteForeign(foreign)).toBe(false);
    expect(await store.inquiries(account)).toMatchObject([{ inquiryId: `inq_${account}` }]);
    expect(await store.inquiries(account, 'any')).toHaveLength(2);
    expect(await store.inquiry(foreign.inquiryId)).toMatchObject({ own: false, account });
    expect((await store.trail(account)).at(-1)).toMatchObject({
      actor: 'persona',
      event: 'inquiry.foreign',
      inquiryId: foreign.inquiryId,
      source: `evt_e_${account}`,
    });
  });

  it('lets an operator adopt such an inquiry, writes that down once, and tells it to all processes', async () => {
    const store = another();
    const foreign = news('approved', 1);
    await store.noteForeign(foreign);
    const heard: string[] = [];
    const end = await another().listen((changed) => heard.push(changed));
    await store.claim(foreign, 'operator');
    await store.claim(foreign, 'operator');
    expect(await store.inquiries(account)).toMatchObject([{ own: true, status: 'approved', decidedAt: at(1) }]);
    expect((await store.trail(account)).map(({ actor, event }) => `${actor} ${event}`)).toEqual([
      'host inquiry.foreign',
      'operator inquiry.adopted',
    ]);
    await expect.poll(() => heard).toEqual([account]);
    await end();
  });

  it('keeps a ticket until it is replaced or dropped', async () => {
    const store = another();
    expect(await store.ticket(account)).toBeNull();
    const ticket = {
      inquiryId: 'inq_1',
      sessionToken: 'token',
      oneTimeLink: null,
      linkSession: null,
      expiresAt: at(1),
    };
    await store.saveTicket(account, ticket);
    await store.saveTicket(account, { ...ticket, inquiryId: 'inq_2' });
    expect(await another().ticket(account)).toEqual({ ...ticket, inquiryId: 'inq_2' });
    await store.dropTicket(account);
    expect(await store.ticket(account)).toBeNull();
  });

  it('tells every process of a changed status, once for each change and of nothing else', async () => {
    const [one, two] = [another(), another()];
    const heard: string[] = [];
    const end = await two.listen((changed) => heard.push(changed));
    await one.record(news('created', 1), `evt_a_${account}`);
    await one.record(news('created', 2));
    await one.record(news('pending', 3), `evt_a_${account}`);
    await one.record(news('approved', 4));
    await expect.poll(() => heard).toEqual([account, account]);
    await end();
    await one.record(news('declined', 5));
    // Heard by another listener, so that what the first would have heard has come as well.
    const later: string[] = [];
    const endLater = await two.listen((changed) => later.push(changed));
    await one.record(news('approved', 6));
    await expect.poll(() => later).toEqual([account]);
    await endLater();
    expect(heard).toEqual([account, account]);
  });

  it('writes into the trail who changed the status by which event, and what else is noted, in order', async () => {
    const store = another();
    await store.note({ account, actor: 'user', event: 'inquiry.opened', inquiryId: `inq_${account}`, source: 'cnam' });
    await store.record(news('pending', 1), `evt_b_${account}`);
    await store.record(news('pending', 2));
    await store.record(news('approved', 3));
    await store.record(news('completed', 2), `evt_late_${account}`);
    const trail = await another().trail(account);
    expect(trail.map(({ actor, event, inquiryId, source }) => [actor, event, inquiryId, source])).toEqual([
      ['user', 'inquiry.opened', `inq_${account}`, 'cnam'],
      ['persona', 'inquiry.pending', `inq_${account}`, `evt_b_${account}`],
      ['host', 'inquiry.approved', `inq_${account}`, null],
    ]);
    expect(trail[0]?.at).toBeInstanceOf(Date);
  });

  it('forgets events and trail when pruned, and no status', async () => {
    const store = another();
    await store.record(news('approved', 1), `evt_c_${account}`);
    await store.prune(new Date(0));
    expect([await store.seen(`evt_c_${account}`), (await store.trail(account)).length]).toEqual([true, 1]);
    await store.prune(new Date(Date.now() + 60_000));
    expect([await store.seen(`evt_c_${account}`), (await store.trail(account)).length]).toEqual([false, 0]);
    expect(await store.inquiries(account, 'any')).toHaveLength(1);
  });

  it('keeps its rules for text that no database likes', async () => {
    const store = another();
    const odd = `${account} '"; drop table lc_identity_inquiries; -- \\ ü 漢 😀`;
    const heard: string[] = [];
    const end = await store.listen((changed) => heard.push(changed));
    await store.record(news('approved', 1, { account: odd, inquiryId: `inq_odd_${account}` }));
    expect(await store.inquiries(odd, 'any')).toMatchObject([{ account: odd, status: 'approved' }]);
    await expect.poll(() => heard).toEqual([odd]);
    await end();
  });
});
