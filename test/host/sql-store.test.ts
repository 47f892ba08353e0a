import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sqlStore } from '../../src/host/index.js';

const db = new PGlite();
afterAll(() => db.close());

let account = '';
let count = 0;
beforeEach(() => {
  account = `acc_${(count += 1)}`;
});

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const news = (status: string, minute: number, more = {}) => ({ inquiryId: `inq_${account}`, account, status, createdAt: at(0), at: at(minute), asOf: at(minute), ...more });

describe('sqlStore', () => {
  it('makes its tables once, however many processes start together', async () => {
    const stores = [sqlStore(db), sqlStore(db), sqlStore(db)];
    await Promise.all(stores.map((store) => store.inquiries(account)));
    expect((await db.query('select * from lc_identity_migrations')).rows).toHaveLength(1);
  });

  it('tries again when the database was away at the start', async () => {
    let away = true;
    const store = sqlStore({ query: (text, params) => (away ? Promise.reject(new Error('away')) : db.query(text, params)) });
    await expect(store.inquiries(account)).rejects.toThrow('The identity store failed: away');
    away = false;
    expect(await store.inquiries(account)).toEqual([]);
  });

  it('counts an event once, also when it is recorded by two processes', async () => {
    const [one, two] = [sqlStore(db), sqlStore(db)];
    await one.record(news('pending', 1), 'evt_1');
    await two.record(news('completed', 2), 'evt_1');
    expect(await one.inquiries(account)).toMatchObject([{ status: 'pending' }]);
    expect(await two.seen('evt_1')).toBe(true);
  });

  it('believes an answer of Persona over events from before the question, and later events over the answer', async () => {
    const store = sqlStore(db);
    await store.record(news('created', 1), 'evt_2');
    // Asked at minute 9 about a change of minute 3: the event of minute 2 is old news, the one of minute 5 cannot be, or we had seen it.
    await store.record(news('completed', 3, { asOf: at(9) }));
    await store.record(news('pending', 2), 'evt_3');
    expect(await store.inquiries(account)).toMatchObject([{ status: 'completed', newsAt: at(3) }]);
    await store.record(news('needs_review', 5), 'evt_4');
    expect(await store.inquiries(account)).toMatchObject([{ status: 'needs_review', newsAt: at(5) }]);
  });

  it('keeps the time of the first of two equal decisions', async () => {
    const store = sqlStore(db);
    await store.record(news('approved', 3));
    await store.record(news('approved', 7));
    expect(await store.inquiries(account)).toMatchObject([{ decidedAt: at(3) }]);
  });

  it('runs one piece of work per account at a time, across processes, and does not hold up other accounts', async () => {
    const [one, two] = [sqlStore(db), sqlStore(db)];
    const order: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
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
    const store = sqlStore(db);
    await expect(store.exclusive(account, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await store.exclusive(account, async () => 'next')).toBe('next');
  });

  it('lets one of many ask, and the next only after the interval', async () => {
    const stores = [sqlStore(db), sqlStore(db)];
    const ask = (minute: number) => Promise.all([...stores, ...stores].map((store) => store.mayAsk(account, at(minute), 60_000)));
    expect((await ask(0)).filter(Boolean)).toHaveLength(1);
    expect((await ask(0)).filter(Boolean)).toHaveLength(0);
    expect((await ask(1)).filter(Boolean)).toHaveLength(1);
  });

  it('keeps one creation key until the creation is done', async () => {
    const store = sqlStore(db);
    const key = await store.creationKey(account);
    expect(await store.creationKey(account)).toBe(key);
    await store.creationDone(account);
    expect(await store.creationKey(account)).not.toBe(key);
  });
});
