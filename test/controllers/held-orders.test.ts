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
  /** The latest request to buy, and all of them. */
  sale: Deferred<PurchaseAnswer> = deferred();
  requests: Deferred<PurchaseAnswer>[] = [];
  sales: string[] = [];
  /** Neither the list nor a cancellation is answered. */
  isSilent = false;
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
    return this.isSilent ? new Promise<never>(() => {}) : this.list;
  };
  cancelOrder = async (_account: string, id: string) => {
    this.cancelled.push(id);
    return this.isSilent ? new Promise<never>(() => {}) : this.cancels;
  };
  buy = (intent: { idempotencyKey: string }) => {
    this.sales.push(intent.idempotencyKey);
    this.sale = deferred();
    this.requests.push(this.sale);
    return this.sale.promise;
  };
}

function setUp(kept: KeptIntent[] = []) {
  const [host, page] = [new Host(), new FakePage()];
  const stored = new Map(kept.map((intent) => [intent.idempotencyKey, intent]));
  const told: string[] = [];
  let hear = (_key: string) => {};
  const turns = new Map<string, Promise<void>>();
  const attending: string[] = [];
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
    alone: (key, work) => {
      const now = (turns.get(key) ?? Promise.resolve()).then(work);
      turns.set(key, now);
      return now;
    },
    attend: (key, signal) => {
      attending.push(key);
      signal.addEventListener('abort', () => attending.splice(attending.indexOf(key), 1));
    },
    isAttended: async (key) => attending.includes(key),
  };
  const states: string[] = [];
  const controller = new PurchaseController(host, intents, page, ({ status }) => void states.push(status));
  controller.connect();
  const status = () => controller.state.status;
  /** Confirmed, and handed in: the host is asked to keep it. */
  const submit = async (mayWait = true) => {
    controller.send({ type: 'choose', draft });
    void controller.confirm(mayWait);
    await tick(50);
    host.submitted();
    await tick();
  };
  const park = async () => {
    host.gate.reject(new LcError('in_review'));
    await tick();
  };
  return { host, page, stored, told, states, controller, status, submit, park, say: (key: string) => hear(key) };
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

  it('is not tried when the screen on which the person confirmed did not say so', async () => {
    const { host, submit, park, status } = setUp();
    await submit(false);
    await park();
    expect([host.sales, status()]).toEqual([[], 'gating']);
  });

  it('is asked for again before the person confirms, as the host may not have told it yet', async () => {
    const { host, controller } = setUp();
    controller.send({ type: 'choose', draft });
    expect(host.reads).toBe(1);
  });

  it('nor when they were asked again on a screen that does not, whatever they had read before', async () => {
    const { host, controller, stored } = setUp([keptAs({ held: undefined, mayWait: true })]);
    await controller.resume('loc_1');
    void controller.confirm();
    await tick(50);
    host.submitted();
    await tick();
    expect([controller.state.status, host.sales, stored.get('key-1')!.mayWait]).toEqual(['gating', [], false]);
  });

  it('is one request, however often the gate says that all is handed in', async () => {
    const { host, submit, park, controller, status } = setUp();
    await submit();
    host.submitted();
    controller.disconnect();
    controller.connect();
    host.submitted();
    await park();
    host.sale.reject(refusal());
    await tick();
    expect([host.sales, status()]).toEqual([['key-1'], 'waiting']);
  });

  it.each(['unknown_outcome', 'unreachable'] as const)(
    'that is answered with "%s" may be a sale: the number is not bought with another key',
    async (code) => {
      const { host, controller, submit, stored } = setUp();
      await submit();
      host.sale.reject(new LcError(code));
      await tick();
      expect(stored.get('key-1')!.sent).toBe(true);
      host.gate.reject(new LcError('declined'));
      await tick();
      expect(controller.state).toMatchObject({ status: 'asking', sent: true });
    },
  );

  it('that is under way at the approval is no refusal: the purchase that comes after it decides', async () => {
    const { host, states, status, submit } = setUp();
    await submit();
    host.gate.resolve(undefined);
    await tick();
    expect(status()).toBe('purchasing');
    host.requests[0]!.reject(refusal());
    await tick();
    expect([status(), host.sales]).toEqual(['purchasing', ['key-1', 'key-1']]);
    host.requests[1]!.resolve(sold);
    await tick();
    expect(states).toEqual(['reviewing', 'gating', 'purchasing', 'purchased']);
  });

  it('that is under way at the approval and lost says nothing of the purchase', async () => {
    const { host, status, submit } = setUp();
    await submit();
    host.gate.resolve(undefined);
    await tick();
    host.requests[0]!.reject(new LcError('unreachable'));
    await tick();
    expect([status(), host.sales.length]).toEqual(['purchasing', 2]);
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

  it('is taken back although only another tab knows that the host has it', async () => {
    const { host, stored, controller, submit, park } = setUp();
    await submit();
    stored.set('key-1', { ...stored.get('key-1')!, id: 'ord_1', held: { id: 'ord_1' }, sent: false });
    await park();
    controller.send({ type: 'back' });
    expect([stored.get('key-1')!.outcome, host.cancelled]).toEqual([{ type: 'ended' }, ['ord_1']]);
  });

  describe('when the person gives it up before the host has answered', () => {
    const giveUp = async () => {
      const all = setUp();
      await all.submit();
      all.host.gate.reject(new LcError('dismissed'));
      await tick();
      all.controller.send({ type: 'back' });
      await all.controller.resume('loc_1');
      expect(all.status()).toBe('browsing');
      return all;
    };

    it('is taken back as soon as the host has it', async () => {
      const { host, stored, told, status } = await giveUp();
      expect(host.cancelled).toEqual([]);
      host.sale.reject(refusal());
      await tick();
      expect([status(), host.cancelled, told]).toEqual(['browsing', ['ord_1'], ['key-1']]);
      expect(stored.get('key-1')).toMatchObject({ outcome: { type: 'ended' }, held: { id: 'ord_1' } });
    });

    it('has ended when the host does not keep it', async () => {
      const { host, stored, status } = await giveUp();
      host.sale.reject(new LcError('number_unavailable'));
      await tick();
      expect([status(), stored.get('key-1')!.outcome]).toEqual(['browsing', { type: 'ended' }]);
    });

    it('shows that it was bought after all', async () => {
      const { host, status } = await giveUp();
      host.sale.resolve(sold);
      await tick();
      expect(status()).toBe('purchased');
    });

    it('is found out when the answer is lost', async () => {
      const { host, controller, status } = await giveUp();
      host.sale.reject(new LcError('unreachable'));
      await tick();
      await controller.resume('loc_1');
      expect(status()).toBe('unconfirmed');
    });

    it('goes on with its key when they want it again', async () => {
      const { host, controller, submit, park, status } = await giveUp();
      host.gate = deferred();
      await submit();
      host.sale.reject(refusal());
      await tick();
      await park();
      expect([status(), host.sales, host.cancelled]).toEqual(['waiting', ['key-1'], []]);
      expect(controller.state).toMatchObject({ intent: { id: 'ord_1' } });
    });
  });

  it('is taken back when another tab has given it up, while this page is at another account', async () => {
    const { host, controller, stored, submit } = setUp();
    await submit();
    controller.reset();
    stored.set('key-1', { ...stored.get('key-1')!, outcome: { type: 'ended' } });
    host.sale.reject(refusal());
    await tick();
    expect(host.cancelled).toEqual(['ord_1']);
  });

  it('does not write over what another tab has learned of it', async () => {
    const { host, controller, stored, submit } = setUp();
    await submit();
    controller.reset();
    const theirs: KeptIntent = { ...stored.get('key-1')!, outcome: { type: 'answered', answer: sold } };
    stored.set('key-1', theirs);
    host.sale.reject(refusal());
    await tick();
    expect([stored.get('key-1'), host.cancelled]).toEqual([theirs, []]);
  });

  it('that another account’s page hears of is kept for its own', async () => {
    const { host, controller, stored, submit, status } = setUp();
    await submit();
    controller.reset();
    host.sale.reject(refusal());
    await tick();
    expect(stored.get('key-1')).toMatchObject({ id: 'ord_1', held: { id: 'ord_1' }, sent: false });
    expect([status(), host.cancelled, stored.get('key-1')!.outcome]).toEqual(['browsing', [], undefined]);
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
    await tick();
    host.sale.resolve({ ...sold, order: { id: 'ord_1' } });
    await tick();
    expect(controller.state).toMatchObject({ status: 'purchased', intent: { id: 'ord_1' } });
  });

  it('that is refused all the same goes on waiting, and is not sent again and again', async () => {
    const { host, controller, status } = await wait();
    host.gate = deferred();
    host.verified();
    await tick();
    host.sale.reject(refusal());
    await tick();
    expect(status()).toBe('gating');
    // The host has it already.
    host.submitted();
    await tick();
    expect(host.sales).toHaveLength(2);
    host.verified();
    await tick();
    host.sale.reject(refusal());
    await tick();
    expect(status()).toBe('waiting');
    host.verified();
    await tick();
    expect(host.sales).toHaveLength(3);
    // Nobody has put it off.
    controller.reset();
    await controller.resume('loc_1');
    expect(status()).toBe('waiting');
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
    expect(stored.get('key-1')).toMatchObject({
      held: { id: 'ord_1' },
      parked: false,
      outcome: { type: 'refused', code: 'order_cancelled' },
    });
    await controller.cancel();
    expect(host.cancelled).toHaveLength(2);
  });

  it('is read, and the gate asked, when the person wants to know', async () => {
    const { host, controller, status } = await wait();
    host.gate = deferred();
    const [pass, reads] = [vi.spyOn(host, 'pass'), host.reads];
    controller.again();
    expect([pass.mock.calls.length, host.reads - reads]).toEqual([1, 1]);
    host.gate.resolve(undefined);
    await tick();
    expect(status()).toBe('purchasing');
  });

  it('that could not be cancelled is looked up anew in the list, and no other order is taken for it', async () => {
    const { host, controller } = await wait();
    host.list = { orders: [hosted('done', { id: 'ord_0', receipt: sold }), hosted('waiting')], finish: 3600 };
    const readOrders = vi.spyOn(host, 'readOrders');
    await controller.cancel();
    expect(controller.state).toMatchObject({ status: 'waiting', isStuck: true, intent: { id: 'ord_1' } });
    expect(readOrders.mock.calls.slice(-1)).toEqual([['loc_1', true]]);
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

  it('is not sent while the host is buying it', async () => {
    const { host, page, status } = await wait();
    host.list = { orders: [hosted('buying')], finish: 3600 };
    page.comeBack();
    await tick();
    host.verified();
    await tick();
    expect([status(), host.sales]).toEqual(['waiting', ['key-1']]);
  });

  it('that was left for something else does not come back while the host is buying it', async () => {
    const { host, controller, status } = await wait();
    host.list = { orders: [hosted('buying')], finish: 3600 };
    controller.send({ type: 'back' });
    await controller.resume('loc_1');
    expect(status()).toBe('browsing');
  });

  it('whose time is over is not bought unasked', async () => {
    const { host, page, controller, status } = await wait();
    const finishBy = new Date(start + 60 * 60_000).toISOString();
    host.list = { orders: [hosted('waiting', { finishBy })], finish: 3600 };
    page.comeBack();
    await tick(2 * 60 * 60_000);
    host.verified();
    expect(status()).toBe('asking');
    controller.send({ type: 'back' });
    expect(host.cancelled).toEqual(['ord_1']);
  });

  it('that the host does not know any more is cancelled', async () => {
    const { host, controller, stored } = await wait();
    host.list = { orders: [], finish: 3600 };
    await controller.cancel();
    expect(controller.state).toMatchObject({ status: 'browsing', notice: { code: 'order_cancelled' } });
    expect(stored.get('key-1')!.outcome).toEqual({ type: 'ended' });
    host.list = { orders: [hosted('waiting')], finish: 3600 };
    const { host: later, controller: visit, status } = setUp([stored.get('key-1')!]);
    later.list = host.list;
    await visit.resume('loc_1');
    expect([status(), later.cancelled]).toEqual(['browsing', ['ord_1']]);
  });

  it('is not taken for cancelled by a list of which a part could not be read', async () => {
    const { host, controller } = await wait();
    host.list = { orders: [], finish: 3600, isPartial: true };
    await controller.cancel();
    expect(controller.state).toMatchObject({ status: 'waiting', isStuck: true });
  });

  it('says that it could not be cancelled when nobody answers, and each time anew', async () => {
    const { host, controller } = await wait();
    host.isSilent = true;
    void controller.cancel();
    await tick(20_000);
    expect(controller.state).toMatchObject({ isStuck: true });
    void controller.cancel();
    expect(controller.state).toMatchObject({ isStuck: false });
    await tick(20_000);
    expect(controller.state).toMatchObject({ isStuck: true });
  });

  it('is not called stuck for another one that could not be cancelled', async () => {
    const { host, controller } = await wait();
    host.isSilent = true;
    void controller.cancel();
    controller.reset();
    host.isSilent = false;
    host.list = { orders: [hosted('waiting', { id: 'ord_2' })], finish: 3600 };
    await controller.resume('loc_2');
    await tick(20_000);
    expect(controller.state).toMatchObject({ status: 'waiting', intent: { id: 'ord_2' }, isStuck: false });
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

  it.each(['cancelled', 'expired', 'failed', 'done'] as const)(
    'tells once that another device’s order is %s, also of a list that says so again',
    async (at) => {
      const { host, page, controller, states, status } = await resume([hosted('waiting')]);
      host.list = { orders: [hosted(at, at === 'done' ? { receipt: sold } : {})], finish: 3600 };
      page.comeBack();
      await tick();
      const before = states.length;
      controller.send({ type: 'back' });
      await controller.resume('loc_1');
      await controller.resume('loc_1', true);
      expect([status(), states.length - before]).toEqual(['browsing', at === 'done' || at === 'failed' ? 1 : 0]);
    },
  );

  it('tells once what has become of another device’s order that was left for something else', async () => {
    const { host, controller, status } = await resume([hosted('waiting')]);
    controller.send({ type: 'back' });
    host.list = { orders: [hosted('done', { receipt: sold })], finish: 3600 };
    await controller.resume('loc_1');
    expect(status()).toBe('purchased');
    controller.send({ type: 'back' });
    await controller.resume('loc_1');
    expect(status()).toBe('browsing');
  });

  it('does not take an order for waiting again that was cancelled, because a list is of before', async () => {
    const { host, controller, status } = await resume([hosted('waiting')]);
    host.cancels = hosted('cancelled');
    await controller.cancel();
    await controller.resume('loc_1');
    expect(status()).toBe('browsing');
  });

  const [past, soon] = [-1, 1].map((hours) => new Date(start + hours * 60 * 60_000).toISOString());
  it.each<[string, Partial<KeptIntent>, HostOrder[] | undefined, string]>([
    ['asks about one that the host does not list any more', {}, [], 'asking'],
    ['waits on for one that it cannot list yet', { touchedAt: start - 1000 }, [], 'waiting'],
    [
      'asks about one whose time is over, when the host does not answer',
      { held: { id: 'ord_1', finishBy: past! } },
      undefined,
      'asking',
    ],
    ['waits on for one whose time is not over', { held: { id: 'ord_1', finishBy: soon! } }, undefined, 'waiting'],
    [
      'believes the host about one whose time is over here',
      { held: { id: 'ord_1', finishBy: past! } },
      [hosted('waiting', { finishBy: past! })],
      'waiting',
    ],
  ])('%s', async (_, more, orders, expected) => {
    const { status, host } = await resume(orders, [keptAs(more)]);
    expect(status()).toBe(expected);
    await tick(10_000);
    expect(host.sales).toEqual([]);
  });

  it('follows to its end what was given up too late', async () => {
    const ended = keptAs({ outcome: { type: 'ended' } });
    const { host, page, states, status } = await resume([hosted('buying')], [ended]);
    host.verified();
    await tick();
    expect([states, host.sales]).toEqual([['waiting'], []]);
    host.list = { orders: [hosted('done', { receipt: sold })], finish: 3600 };
    page.comeBack();
    await tick();
    expect(status()).toBe('purchased');
  });

  it('finds out what was sent although the list does not come, and shows the list’s order when it is late', async () => {
    const { host, controller, status } = setUp([keptAs({ held: undefined, sent: true, touchedAt: start })]);
    host.isSilent = true;
    void controller.resume('loc_1');
    await tick(3_000);
    expect(status()).toBe('unconfirmed');
    const late = setUp();
    const answer = deferred<HostOrders>();
    late.host.readOrders = () => answer.promise;
    void late.controller.resume('loc_1');
    await tick(4_000);
    answer.resolve({ orders: [hosted('waiting')], finish: 3600 });
    await tick();
    expect(late.status()).toBe('waiting');
  });

  it('hears of another tab that it has ended, by its id', async () => {
    const { host, status, say, stored, told } = await resume([hosted('waiting')]);
    host.list = { orders: [hosted('cancelled')], finish: 3600 };
    say('ord_2');
    await tick();
    expect(status()).toBe('waiting');
    say('ord_1');
    await tick();
    expect(status()).toBe('browsing');
    // Without a key there is nothing to keep.
    expect([[...stored.keys()], told]).toEqual([[], ['ord_1']]);
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
