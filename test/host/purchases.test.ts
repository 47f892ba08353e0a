import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  idempotentPurchases,
  LeaseLostError,
  memoryPurchases,
  type Purchase,
  type PurchaseRun,
  type PurchaseStore,
  sqlPurchases,
} from '../../src/host/index.js';
import { databases } from './databases.js';

const worlds: [string, () => Promise<{ another: () => PurchaseStore; close: () => Promise<void> }>][] = [
  [
    'memory',
    async () => {
      const store = memoryPurchases();
      return { another: () => store, close: async () => {} };
    },
  ],
  ...databases.map(([name, open]): (typeof worlds)[number] => [
    name,
    async () => {
      const { db, close } = await open();
      return { another: () => sqlPurchases(db), close };
    },
  ]),
];

describe.each(worlds)('idempotentPurchases in %s', (_, open) => {
  let another: () => PurchaseStore;
  let close: () => Promise<void>;
  beforeAll(async () => ({ another, close } = await open()));
  afterAll(() => close());

  const onError = vi.fn();
  let key = '';
  beforeEach(() => {
    key = crypto.randomUUID();
    onError.mockClear();
  });

  const sell = (number = '+12125550100') => ({
    status: 201,
    body: { numbers: [{ phoneNumber: number, status: 'purchased' }] },
  });
  const buyer = (options = {}) => {
    const buy = idempotentPurchases({ store: another(), onError, ...options });
    return async (work: Purchase['work'], more: Partial<Purchase> = {}) => {
      const response = await buy({ account: 'acc', key, order: { numbers: ['+12125550100'] }, work, ...more });
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        body: (await response.json()) as Record<string, unknown>,
      };
    };
  };

  it('answers repeats with the first answer, from any process, and does the work once', async () => {
    const work = vi.fn(async () => sell());
    const first = await buyer()(work);
    expect(first).toEqual({ ...sell(), type: 'application/json' });
    expect(await buyer()(async () => sell('+19999999999'))).toEqual(first);
    expect(await buyer()(work)).toEqual(first);
    expect(work).toHaveBeenCalledOnce();
  });

  it('does the work once for many requests at once to several processes', async () => {
    const work = vi.fn(async () => sell());
    const processes = [buyer(), buyer(), buyer(), buyer()];
    const answers = await Promise.all(Array.from({ length: 20 }, (_each, index) => processes[index % 4]?.(work)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(work).toHaveBeenCalledOnce();
  });

  it('keeps a refusal that the work answers', async () => {
    const refusal = { status: 402, body: { code: 'payment_required' } };
    expect(await buyer()(async () => refusal)).toEqual({ ...refusal, type: 'application/problem+json' });
    expect(await buyer()(async () => sell())).toMatchObject(refusal);
  });

  it('asks the guard first and keeps nothing of its refusal', async () => {
    const work = vi.fn(async () => sell());
    const refusal = async () => Response.json({ code: 'verification_required' }, { status: 403 });
    expect(await buyer()(work, { guard: refusal })).toMatchObject({
      status: 403,
      body: { code: 'verification_required' },
    });
    expect(work).not.toHaveBeenCalled();
    expect(await buyer()(work, { guard: async () => null })).toMatchObject({ status: 201 });
    // Once sold, the answer stands, whatever the guard would say by now.
    expect(await buyer()(work, { guard: refusal })).toMatchObject({ status: 201 });
  });

  it('runs again what failed without an answer, and says so to the work and to the page', async () => {
    const runs: PurchaseRun[] = [];
    expect(
      await buyer()(async (run) => {
        runs.push(run);
        throw new Error('connection lost');
      }),
    ).toMatchObject({ status: 503, body: { code: 'unknown_outcome' } });
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'connection lost' }));
    const refusal = async () => Response.json({}, { status: 403 });
    expect(
      await buyer()(
        async (run) => {
          runs.push(run);
          return sell();
        },
        { guard: refusal },
      ),
    ).toMatchObject({ status: 201 });
    expect(runs.map(({ interrupted }) => interrupted)).toEqual([false, true]);
    expect(runs[0]?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(runs[1]?.id).toBe(runs[0]?.id);
  });

  it('takes over from a process that died, and not before', async () => {
    const orderHash = await hashOf(async () => buyer()(async () => sell()));
    const died = crypto.randomUUID();
    expect(await another().begin('acc', died, orderHash, 60)).toBe(1);
    expect(await buyer({ patience: 0 })(async () => sell(), { key: died })).toMatchObject({
      status: 503,
      body: { code: 'unknown_outcome' },
    });
    await another().extend('acc', died, 1, -1);
    const work = vi.fn<Purchase['work']>(async () => sell());
    expect(await buyer()(work, { key: died })).toMatchObject({ status: 201 });
    expect(work.mock.calls[0]?.[0].interrupted).toBe(true);
  });

  it('keeps the first of two answers, and an overtaken run cannot end its successor', async () => {
    const store = another();
    await store.begin('acc', key, 'hash', -1);
    expect(await store.begin('acc', key, 'hash', 60)).toBe(2);
    await store.abandon('acc', key, 1);
    expect(await store.begin('acc', key, 'hash', 60)).toBeNull();
    expect(await store.extend('acc', key, 1, 60)).toBe(false);
    expect(await store.answer('acc', key, 1, sell('+12125550100'))).toBe(false);
    expect(await store.extend('acc', key, 2, 60)).toBe(true);
    expect(await store.answer('acc', key, 2, sell('+12125550101'))).toBe(true);
    expect(await store.answer('acc', key, 2, sell('+12125550102'))).toBe(false);
    expect(await store.find('acc', key)).toEqual({
      state: 'answered',
      orderHash: 'hash',
      answer: sell('+12125550101'),
    });
    expect(await store.extend('acc', key, 2, 60)).toBe(false);
  });

  it('lets nobody extend a run that has ended, and keeps its answer while nobody else has begun', async () => {
    const store = another();
    await store.begin('acc', key, 'hash', -1);
    expect(await store.extend('acc', key, 1, 60)).toBe(false);
    expect(await store.answer('acc', key, 1, sell())).toBe(true);
  });

  it('tells an overtaken run so before it sells, and gives it the answer of the one that took over', async () => {
    const store = another();
    const sales: string[] = [];
    const overtaken = vi.fn();
    const answer = await buyer()(async ({ stillMine, signal }) => {
      expect((await stillMine()).left()).toBeGreaterThan(0);
      await store.extend('acc', key, 1, -1);
      const next = buyer()(async (run) => {
        expect(run.interrupted).toBe(true);
        await run.stillMine();
        sales.push('second');
        return sell('+12125550102');
      });
      await next;
      await stillMine().catch(overtaken);
      expect(signal.reason).toBeInstanceOf(LeaseLostError);
      return sell('+12125550101');
    });
    expect(overtaken).toHaveBeenCalledWith(expect.any(LeaseLostError));
    expect(onError).toHaveBeenCalledWith(expect.any(LeaseLostError));
    expect(answer).toEqual({ ...sell('+12125550102'), type: 'application/json' });
    expect(sales).toEqual(['second']);
  });

  it('lets only the last of two runs that are under way at once sell', async () => {
    const store = another();
    const sales: string[] = [];
    const answer = await buyer()(async (first) => {
      await store.extend('acc', key, 1, -1);
      const next = buyer()(async (second) => {
        await expect(first.stillMine()).rejects.toThrow(LeaseLostError);
        await second.stillMine();
        sales.push('second');
        return sell('+12125550102');
      });
      expect(await next).toMatchObject(sell('+12125550102'));
      return sell('+12125550101');
    });
    expect(answer).toMatchObject(sell('+12125550102'));
    expect(sales).toEqual(['second']);
  });

  it('takes the same order for the same, whatever the order of its keys, and as older versions kept it', async () => {
    const [one, other] = [
      { numbers: [{ phoneNumber: '+12125550100', region: 'NY' }], account: 'acc' },
      { account: 'acc', numbers: [{ region: 'NY', phoneNumber: '+12125550100' }] },
    ];
    await buyer()(async () => sell(), { order: one });
    expect(await buyer()(async () => sell('+19999999999'), { order: other })).toMatchObject(sell());

    const old = crypto.randomUUID();
    const asSent = createHash('sha256').update(JSON.stringify(one)).digest('hex');
    await another().begin('acc', old, asSent, -1);
    expect(await buyer()(async () => sell(), { order: one, key: old })).toMatchObject(sell());
    expect(await buyer()(async () => sell(), { order: other, key: old })).toMatchObject({ status: 422 });
  });

  it('refuses the key for another order, and gives it to another account', async () => {
    const work = vi.fn(async () => sell());
    await buyer()(work);
    expect(await buyer()(work, { order: { numbers: ['+12125550101'] } })).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect(work).toHaveBeenCalledOnce();
    const ids: string[] = [];
    const keepId = async ({ id }: { id: string }) => {
      ids.push(id);
      return sell();
    };
    for (const account of ['one', 'two']) await buyer()(keepId, { account });
    expect(new Set(ids).size).toBe(2);
  });

  it.each([[null], [undefined], [''], ['a key'], ['ключ'], ['k'.repeat(256)]])('refuses the key %j', async (odd) => {
    expect(await buyer()(async () => sell(), { key: odd })).toMatchObject({
      status: 400,
      body: { code: 'idempotency_key_required' },
    });
  });

  it('forgets what is older when pruned', async () => {
    const work = vi.fn(async () => sell());
    await buyer()(work);
    await another().prune(new Date(0));
    await buyer()(work);
    expect(work).toHaveBeenCalledOnce();
    await another().prune(new Date(Date.now() + 60_000));
    await buyer()(work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  /** The hash under which the order of these tests is kept. */
  async function hashOf(buy: () => Promise<unknown>): Promise<string> {
    await buy();
    return (await another().find('acc', key))?.orderHash ?? '';
  }
});
