import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PurchaseController } from '../../src/controllers/shop/purchase-controller.js';
import { LcError } from '../../src/core/errors.js';
import type { HostOrder, HostOrders } from '../../src/core/shop/host-order.js';
import type { IntentPort } from '../../src/core/shop/intent-port.js';
import type { PurchaseAnswer } from '../../src/core/shop/number-contracts.js';
import { type KeptIntent, patience } from '../../src/core/shop/purchase.js';
import type { PurchasePort } from '../../src/core/shop/purchase-port.js';
import { type Deferred, deferred } from './deferred.js';
import { FakePage } from './fake-page.js';

const start = 1_800_000_000_000;
const tick = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
const phoneNumber = '+14155550101';
const numbers = [
  { phoneNumber, countryCode: 'US', numberType: 'local', locality: null, region: null, fingerprintId: null } as const,
];
const order = { account: 'loc_1', numbers: [...numbers] };
const draft = { order, offers: [] };
const sold: PurchaseAnswer = { numbers: [{ phoneNumber, status: 'purchased' }] };
const hosted = (status: HostOrder['status'], more: Partial<HostOrder> = {}): HostOrder => ({
  id: 'ord_1',
  status,
  numbers: [...numbers],
  ...more,
});
const refusal = () => new LcError('verification_required', '403', { cause: { order: { id: 'ord_1' } } });

/** The gate and the host. */
class Host implements PurchasePort {
  list: HostOrders | undefined = { orders: [], finish: 3600 };
  reads = 0;
  cancelled: string[] = [];
  cancels: HostOrder | undefined;
  gate: Deferred<unknown> = deferred();
  sale: Deferred<PurchaseAnswer> = deferred();
  sales: string[] = [];
  verified = () => {};
  submitted = () => {};

  pass = () => this.gate.promise;
  whenVerified = (signal: AbortSignal, verified: () => void) => {
    this.verified = () => void (signal.aborted || verified());
  };
  whenSubmitted = (signal: AbortSignal, submitted: () => void) => {
    this.submitted = () => void (signal.aborted || submitted());
  };
  readOrders = async () => {
    this.reads += 1;
    return this.list;
  };
  cancelOrder = async (_account: string, id: string) => {
    this.cancelled.push(id);
    return this.cancels;
  };
  buy = (intent: { idempotencyKey: string }) => {
    this.sales.push(intent.idempotencyKey);
    this.sale = deferred();
    return this.sale.promise;
  };
}

function setUp(kept: KeptIntent[] = []) {
  const [host, page] = [new Host(), new FakePage()];
  const stored = new Map(kept.map((intent) => [intent.idempotencyKey, intent]));
  const told: string[] = [];
  let hear = (_key: string) => {};
  const intents: IntentPort = {
    newId: () => 'order-1',
    newKey: () => 'key-1',
    list: (account) => [...stored.values()].filter((intent) => intent.order.account === account),
    read: (key) => stored.get(key),
    keep: (intent) => void stored.set(intent.idempotencyKey, intent),
    tell: (key) => void told.push(key),
    listen: (heard) => {
      hear = heard;
      return () => {};
    },
    alone: (_, work) => work(),
    attend: () => {},
    isAttended: async () => false,
  };
  const controller = new PurchaseController(host, intents, page, () => {});
  controller.connect();
  const status = () => controller.state.status;
  /** Confirmed, and handed in: the host is asked to keep it. */
  const submit = async () => {
    controller.send({ type: 'choose', draft });
    void controller.confirm();
    await tick(50);
    host.submitted();
    await tick();
  };
  const park = async () => {
    host.gate.reject(new LcError('in_review'));
    await tick();
  };
  return { host, page, stored, told, controller, status, submit, park, say: (key: string) => hear(key) };
}

const keptAs = (more: Partial<KeptIntent> = {}): KeptIntent => ({
  ...draft,
  id: 'ord_1',
  idempotencyKey: 'key-1',
  touchedAt: start - patience - 1,
  parked: true,
  sent: false,
  held: { id: 'ord_1' },
  ...more,
});

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

describe('leaving an order with its host', () => {
  it('is one request with its key, and waits when the person has left the review', async () => {
    const { host, stored, status, submit, park } = setUp();
    await submit();
    expect(host.sales).toEqual(['key-1']);
    host.sale.reject(refusal());
    await tick();
    expect(stored.get('key-1')).toMatchObject({ id: 'ord_1', held: { id: 'ord_1' }, sent: false });
    expect(status()).toBe('gating');
    await park();
    expect(status()).toBe('waiting');
    host.submitted();
    await tick();
    expect(host.sales).toHaveLength(1);
  });

  it('is not tried with a host that does not finish', async () => {
    const { host, submit, park, status } = setUp();
    host.list = { orders: [], finish: 0 };
    await submit();
    await park();
    expect([host.sales, status()]).toEqual([[], 'gating']);
  });

  it('that is refused for another reason changes nothing, but for what is gone', async () => {
    const { host, stored, status, submit } = setUp();
    await submit();
    host.sale.reject(new LcError('rate_limited'));
    await tick();
    expect([status(), stored.get('key-1')!.sent]).toEqual(['gating', false]);
    host.submitted();
    await tick();
    host.sale.reject(new LcError('number_unavailable'));
    await tick();
    expect(status()).toBe('browsing');
  });

  it('whose answer is lost may have been heard: it is not dropped without finding out', async () => {
    const { host, submit, status } = setUp();
    await submit();
    host.sale.reject(new LcError('unreachable'));
    await tick();
    host.gate.reject(new LcError('dismissed'));
    await tick();
    expect(status()).toBe('asking');
  });

  it('is taken back when the person closes the gate', async () => {
    const { host, submit, status } = setUp();
    await submit();
    host.sale.reject(refusal());
    await tick();
    host.gate.reject(new LcError('dismissed'));
    await tick();
    expect([status(), host.cancelled]).toEqual(['reviewing', ['ord_1']]);
  });
});

describe('a waiting order', () => {
  const wait = async () => {
    const all = setUp();
    await all.submit();
    all.host.sale.reject(refusal());
    await tick();
    await all.park();
    all.host.list = { orders: [hosted('waiting')], finish: 3600 };
    return all;
  };

  it('is bought with its key when the account is approved, however long that took', async () => {
    const { host, status, controller } = await wait();
    await tick(patience * 3);
    host.verified();
    expect(status()).toBe('purchasing');
    host.sale.resolve({ ...sold, order: { id: 'ord_1' } });
    await tick();
    expect(controller.state).toMatchObject({ status: 'purchased', intent: { id: 'ord_1' } });
  });

  it('that is refused all the same goes on waiting, and is not sent again and again', async () => {
    const { host, status } = await wait();
    host.gate = deferred();
    host.verified();
    host.sale.reject(refusal());
    await tick();
    expect(status()).toBe('gating');
    host.verified();
    await tick();
    host.sale.reject(refusal());
    await tick();
    expect(status()).toBe('waiting');
    host.verified();
    await tick();
    expect(host.sales).toHaveLength(3);
  });

  it('is read again and again while somebody looks, sooner while it is being bought', async () => {
    const { host, page, controller, status, told } = await wait();
    const before = host.reads;
    await tick(2000);
    expect(host.reads).toBe(before + 1);
    page.isHidden = true;
    await tick(60_000);
    expect(host.reads).toBe(before + 1);
    page.isHidden = false;
    host.list = { orders: [hosted('buying')], finish: 3600 };
    page.comeBack();
    await tick();
    expect(controller.state).toMatchObject({ status: 'waiting', isBuying: true });
    host.list = { orders: [hosted('done', { receipt: sold })], finish: 3600 };
    await tick(2000);
    expect([status(), told]).toEqual(['purchased', ['key-1']]);
    expect(host.sales).toHaveLength(1);
  });

  it('is cancelled by the host’s word only', async () => {
    const { host, controller, stored } = await wait();
    await controller.cancel();
    expect(controller.state).toMatchObject({ status: 'waiting', isStuck: true });
    host.cancels = hosted('cancelled');
    await controller.cancel();
    expect(controller.state).toMatchObject({ status: 'browsing', notice: { code: 'order_cancelled' } });
    expect(stored.get('key-1')!.outcome).toEqual({ type: 'refused', code: 'order_cancelled' });
    await controller.cancel();
    expect(host.cancelled).toHaveLength(2);
  });

  it('that is too late to cancel is what the list says', async () => {
    const { host, controller, status } = await wait();
    host.list = { orders: [hosted('done', { receipt: sold })], finish: 3600 };
    await controller.cancel();
    expect(status()).toBe('purchased');
  });

  it('is followed to the end when the person has gone on, and shown again at the approval', async () => {
    const { host, controller, status } = await wait();
    controller.send({ type: 'back' });
    await controller.resume('loc_1');
    expect(status()).toBe('browsing');
    await controller.resume('loc_1', true);
    expect(status()).toBe('waiting');
    controller.send({ type: 'back' });
    host.list = { orders: [hosted('done', { receipt: sold })], finish: 3600 };
    await controller.resume('loc_1');
    expect(status()).toBe('purchased');
  });

  it('stays kept when the account changes', async () => {
    const { controller, status, stored, host } = await wait();
    controller.reset();
    expect([status(), stored.get('key-1')!.outcome, host.cancelled]).toEqual(['browsing', undefined, []]);
    await controller.resume('loc_1');
    expect(status()).toBe('waiting');
  });
});

describe('resume', () => {
  const resume = async (orders: HostOrder[] | undefined, kept: KeptIntent[] = []) => {
    const all = setUp(kept);
    all.host.list = orders && { orders, finish: 3600 };
    await all.controller.resume('loc_1');
    return all;
  };

  it.each<[HostOrder['status'], string]>([
    ['waiting', 'waiting'],
    ['buying', 'waiting'],
    ['done', 'purchased'],
    ['failed', 'failed'],
    ['expired', 'browsing'],
    ['cancelled', 'browsing'],
  ])('takes what was kept of an order that is %s as the host says, and asks nobody', async (at, expected) => {
    const { status, host, stored } = await resume([hosted(at)], [keptAs()]);
    expect([status(), host.sales]).toEqual([expected, []]);
    expect(Boolean(stored.get('key-1')!.outcome)).toBe(expected !== 'waiting');
  });

  it('follows another device’s order while it is open, without a key', async () => {
    const { host, controller, stored } = await resume([hosted('waiting', { pool: { name: 'P' } })]);
    expect(controller.state).toMatchObject({
      status: 'waiting',
      intent: { id: 'ord_1', order: { pool: { name: 'P' } } },
    });
    host.verified();
    await tick();
    expect([host.sales, stored.size]).toEqual([[], 0]);
    const ended = await resume([hosted('done'), hosted('failed'), hosted('expired')]);
    expect(ended.status()).toBe('browsing');
  });

  it('hears of another tab that it has ended, by its id', async () => {
    const { host, status, say } = await resume([hosted('waiting')]);
    host.list = { orders: [hosted('cancelled')], finish: 3600 };
    say('ord_1');
    await tick();
    expect(status()).toBe('browsing');
  });

  it('does not take an order of the same numbers for one that was never sent', async () => {
    const kept = keptAs({ held: undefined, id: 'order-1', touchedAt: start });
    const { status } = await resume([hosted('done')], [kept]);
    expect(status()).toBe('gating');
    const sent = await resume([hosted('done')], [{ ...kept, sent: true }]);
    expect(sent.status()).toBe('purchased');
  });

  it('cancels again what was given up here, and shows it when that is too late', async () => {
    const ended = keptAs({ outcome: { type: 'ended' } });
    const { status, host } = await resume([hosted('waiting')], [ended]);
    expect([status(), host.cancelled]).toEqual(['browsing', ['ord_1']]);
    const late = await resume([hosted('done', { receipt: sold })], [ended]);
    expect([late.status(), late.stored.get('key-1')!.outcome!.type]).toEqual(['purchased', 'answered']);
  });

  it('goes on waiting when the host does not answer', async () => {
    const { status } = await resume(undefined, [keptAs()]);
    expect(status()).toBe('waiting');
  });

  it('leaves an account alone that the page has left meanwhile', async () => {
    const { controller, host, status } = setUp();
    host.list = { orders: [hosted('waiting')], finish: 3600 };
    const resuming = controller.resume('loc_1');
    controller.reset();
    await resuming;
    expect(status()).toBe('browsing');
  });
});
