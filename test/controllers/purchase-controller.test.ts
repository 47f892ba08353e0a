import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PurchaseController } from '../../src/controllers/shop/purchase-controller.js';
import { LcError, type LcErrorCode } from '../../src/core/errors.js';
import type { HostOrder, HostOrders } from '../../src/core/shop/host-order.js';
import type { IntentPort } from '../../src/core/shop/intent-port.js';
import type { PurchaseAnswer } from '../../src/core/shop/number-contracts.js';
import { type Draft, type Intent, type KeptIntent, type Order, patience } from '../../src/core/shop/purchase.js';
import type { PurchasePort } from '../../src/core/shop/purchase-port.js';
import { type Deferred, deferred } from './deferred.js';
import { FakePage } from './fake-page.js';

const start = 1_800_000_000_000;
const tick = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

const orderOf = (phoneNumber: string, account = 'loc_1'): Order => ({
  account,
  numbers: [{ phoneNumber, countryCode: 'US', numberType: 'local', locality: null, region: 'CA', fingerprintId: 'fp' }],
});
const draftOf = (phoneNumber: string, account?: string): Draft => ({
  order: orderOf(phoneNumber, account),
  offers: [{ phoneNumber }],
});
const number = '+14155550101';
const draft = draftOf(number);
const sold: PurchaseAnswer = { numbers: [{ phoneNumber: number, status: 'purchased' }] };
const keptAs = (idempotencyKey: string, more: Partial<KeptIntent> = {}): KeptIntent => ({
  ...draft,
  id: `order of ${idempotencyKey}`,
  idempotencyKey,
  touchedAt: start,
  parked: false,
  sent: false,
  ...more,
});

/** The gate and the host, whose every answer the test gives. */
class Host implements PurchasePort {
  readonly passes: (Deferred<unknown> & { order: Order; refused: boolean })[] = [];
  readonly purchases: (Deferred<PurchaseAnswer> & { intent: Intent })[] = [];
  verified: (() => void) | undefined;
  watching: AbortSignal | undefined;
  submitted: (() => void) | undefined;
  /** The orders as the host lists them; none where it has no list. */
  list: HostOrders | undefined;
  reads = 0;
  readonly cancelled: string[] = [];
  /** What the host answers when an order is to be cancelled; nothing when it is too late. */
  cancels: (id: string) => HostOrder | undefined = () => undefined;

  pass(order: Order, refused: boolean): Promise<unknown> {
    const pass = { ...deferred<unknown>(), order, refused };
    this.passes.push(pass);
    return pass.promise;
  }

  whenVerified(signal: AbortSignal, verified: () => void): void {
    this.watching = signal;
    this.verified = verified;
  }

  whenSubmitted(signal: AbortSignal, submitted: () => void): void {
    this.submitted = () => signal.aborted || submitted();
  }

  async readOrders(): Promise<HostOrders | undefined> {
    this.reads += 1;
    return this.list && structuredClone(this.list);
  }

  async cancelOrder(_account: string, id: string): Promise<HostOrder | undefined> {
    this.cancelled.push(id);
    return this.cancels(id);
  }

  buy(intent: Intent): Promise<PurchaseAnswer> {
    const purchase = { ...deferred<PurchaseAnswer>(), intent };
    this.purchases.push(purchase);
    return purchase.promise;
  }
}

/** The storage and the locks that the tabs of one site share. */
class Site {
  readonly kept = new Map<string, KeptIntent>();
  readonly told: string[] = [];
  /** What this tab is at. */
  readonly attended = new Map<string, AbortSignal>();
  /** What some other tab is at. */
  readonly elsewhere = new Set<string>();
  readonly #listeners = new Set<(key: string) => void>();
  readonly #locks = new Map<string, Promise<unknown>>();

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Another tab says that this intent has ended. */
  say(key: string): void {
    for (const heard of [...this.#listeners]) heard(key);
  }

  port(): IntentPort {
    let keys = 0;
    return {
      newId: () => `order of key-${keys + 1}`,
      newKey: () => {
        keys += 1;
        return `key-${keys}`;
      },
      list: (account) => [...this.kept.values()].filter(({ order }) => order.account === account),
      read: (key) => this.kept.get(key),
      keep: (intent) => void this.kept.set(intent.idempotencyKey, intent),
      tell: (key) => void this.told.push(key),
      listen: (heard) => {
        this.#listeners.add(heard);
        return () => this.#listeners.delete(heard);
      },
      alone: (key, work) => {
        const before = this.#locks.get(key) ?? Promise.resolve();
        const now = before.then(work);
        this.#locks.set(
          key,
          now.catch(() => {}),
        );
        return now;
      },
      attend: (key, signal) => void this.attended.set(key, signal),
      isAttended: async (key) => this.elsewhere.has(key),
    };
  }
}

function setUp() {
  const [host, site, page] = [new Host(), new Site(), new FakePage()];
  const told = vi.fn();
  const controller = new PurchaseController(host, site.port(), page, told);
  controller.connect();
  const status = () => controller.state.status;
  /** A number is chosen, the order is confirmed, and the gate is asked. */
  const confirm = async () => {
    controller.send({ type: 'choose', draft });
    void controller.confirm();
    await tick();
  };
  /** The gate has let the person pass, and the host is asked to sell. */
  const buy = async () => {
    await confirm();
    host.passes[0]!.resolve(undefined);
    await tick();
  };
  return { host, site, page, told, controller, status, confirm, buy };
}

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

describe('PurchaseController', () => {
  it('buys once when the gate has let the person pass, and remembers how it ended', async () => {
    const { host, site, told, status, confirm } = setUp();
    await confirm();
    expect(host.passes.map(({ order, refused }) => [order, refused])).toEqual([[draft.order, false]]);
    expect(site.kept.get('key-1')).toEqual(keptAs('key-1'));
    host.passes[0]!.resolve(undefined);
    await tick();
    expect(status()).toBe('purchasing');
    expect(host.purchases.map(({ intent }) => intent.idempotencyKey)).toEqual(['key-1']);
    expect(site.kept.get('key-1')).toMatchObject({ sent: true, parked: false });
    host.purchases[0]!.resolve(sold);
    await tick();
    expect(status()).toBe('purchased');
    expect(site.kept.get('key-1')).toMatchObject({ outcome: { type: 'answered', answer: sold }, sent: true });
    expect(site.told).toEqual(['key-1']);
    expect(told.mock.calls.map(([state]) => state.status)).toEqual(['reviewing', 'gating', 'purchasing', 'purchased']);
  });

  it('says that it is at it for as long as it is', async () => {
    const { host, site, buy } = setUp();
    await buy();
    expect(site.attended.get('key-1')!.aborted).toBe(false);
    host.purchases[0]!.resolve(sold);
    await tick();
    expect(site.attended.get('key-1')!.aborted).toBe(true);
  });

  it('goes back to the review when the person leaves the gate, and gives the intent up', async () => {
    const { host, site, controller, confirm } = setUp();
    await confirm();
    host.passes[0]!.reject(new LcError('dismissed'));
    await tick();
    expect(controller.state).toEqual({ status: 'reviewing', draft });
    expect(site.kept.get('key-1')).toMatchObject({ outcome: { type: 'ended' } });
    expect(site.told).toEqual(['key-1']);
    expect(site.attended.get('key-1')!.aborted).toBe(true);
    void controller.confirm();
    await tick(50);
    expect(site.kept.has('key-2')).toBe(true);
  });

  it('takes a gate that fails without a code for one that was closed', async () => {
    const { host, controller, confirm } = setUp();
    await confirm();
    host.passes[0]!.reject(new Error('broken'));
    await tick();
    expect(controller.state).toEqual({ status: 'reviewing', draft });
  });

  it('says why the gate did not let the person pass', async () => {
    const { host, controller, confirm } = setUp();
    await confirm();
    host.passes[0]!.reject(new LcError('declined'));
    await tick();
    expect(controller.state).toMatchObject({ status: 'reviewing', notice: 'declined' });
  });

  describe('with a review', () => {
    const park = async () => {
      const all = setUp();
      await all.confirm();
      await tick(1000);
      all.host.passes[0]!.reject(new LcError('in_review'));
      await tick();
      return all;
    };

    it('waits parked, and goes on by itself when the account is verified', async () => {
      const { host, site, controller, status } = await park();
      expect(controller.state).toMatchObject({ status: 'gating', parked: true });
      expect(site.kept.get('key-1')).toMatchObject({ parked: true, touchedAt: start + 1000 });
      host.verified!();
      await tick();
      expect(status()).toBe('purchasing');
      expect(host.watching!.aborted).toBe(true);
    });

    it('asks first when that takes longer than a person can be expected to remember', async () => {
      const { host, status, controller } = await park();
      await tick(patience + 1);
      host.verified!();
      expect(status()).toBe('asking');
      void controller.confirm();
      await tick(50);
      expect(status()).toBe('gating');
      expect(host.passes).toHaveLength(2);
    });

    it('opens nothing by itself when the element is moved to another place of the page', async () => {
      const { host, controller } = await park();
      controller.disconnect();
      controller.connect();
      await tick();
      expect(controller.state).toMatchObject({ status: 'gating', parked: true });
      expect(host.passes).toHaveLength(1);
    });

    it('asks the gate again when the person wants to know', async () => {
      const { host, controller, status } = await park();
      controller.again();
      expect(host.passes).toHaveLength(2);
      expect(host.passes[1]!.refused).toBe(false);
      host.passes[1]!.resolve(undefined);
      await tick();
      expect(status()).toBe('purchasing');
    });
  });

  describe('when the answer is lost', () => {
    it.each(['unreachable', 'offline', 'server_error', 'invalid_answer'] as const)(
      'by "%s" it says that it is checking, and repeats with the same key',
      async (code) => {
        const { host, status, buy } = setUp();
        await buy();
        host.purchases[0]!.reject(new LcError(code));
        await tick();
        expect(status()).toBe('unconfirmed');
        await tick(1999);
        expect(host.purchases).toHaveLength(1);
        await tick(1);
        expect(host.purchases.map(({ intent }) => intent.idempotencyKey)).toEqual(['key-1', 'key-1']);
        host.purchases[1]!.resolve(sold);
        await tick();
        expect(status()).toBe('purchased');
      },
    );

    it('repeats at growing pauses, half a minute at the most, and never by itself after the end', async () => {
      const { host, buy } = setUp();
      await buy();
      host.purchases[0]!.reject(new LcError('unreachable'));
      await tick();
      for (const [index, pause] of [2000, 4000, 8000, 16_000, 30_000, 30_000].entries()) {
        await tick(pause - 1);
        expect(host.purchases).toHaveLength(index + 1);
        await tick(1);
        expect(host.purchases).toHaveLength(index + 2);
        host.purchases.at(-1)!.reject(new LcError('unreachable'));
        await tick();
      }
      await tick(30_000);
      host.purchases.at(-1)!.resolve(sold);
      await tick(120_000);
      expect(host.purchases).toHaveLength(8);
    });

    it('repeats at once when the network is back, and once', async () => {
      const { host, page, buy } = setUp();
      await buy();
      host.purchases[0]!.reject(new LcError('offline'));
      await tick();
      page.reconnect();
      await tick();
      expect(host.purchases).toHaveLength(2);
      page.reconnect();
      await tick(2000);
      expect(host.purchases).toHaveLength(2);
    });

    it('repeats at once when the person asks, and not while a request is out', async () => {
      const { host, controller, buy } = setUp();
      controller.again();
      await buy();
      controller.again();
      expect(host.purchases).toHaveLength(1);
      host.purchases[0]!.reject(new LcError('unreachable'));
      await tick();
      controller.again();
      controller.again();
      await tick();
      expect(host.purchases).toHaveLength(2);
    });

    it('asks anew for what was sent when the server says that it does not know', async () => {
      const { host, controller, buy } = setUp();
      await buy();
      host.purchases[0]!.reject(new Error('broken'));
      await tick();
      expect(controller.state).toMatchObject({ status: 'unconfirmed', code: 'unknown_outcome' });
    });

    it('takes the code of a host’s own function', async () => {
      const { host, controller, buy } = setUp();
      await buy();
      host.purchases[0]!.reject(Object.assign(new Error('no money'), { code: 'payment_required' }));
      await tick();
      expect(controller.state).toMatchObject({ status: 'failed', code: 'payment_required' });
    });

    it('takes a function that rejects with nothing for one that does not know', async () => {
      const { host, status, buy } = setUp();
      await buy();
      host.purchases[0]!.reject(undefined);
      await tick();
      expect(status()).toBe('unconfirmed');
    });

    it('says after 30 s that it is checking; a late answer counts all the same', async () => {
      const { host, status, buy } = setUp();
      await buy();
      await tick(29_999);
      expect(status()).toBe('purchasing');
      await tick(1);
      expect(status()).toBe('unconfirmed');
      host.purchases[0]!.resolve(sold);
      await tick();
      expect(status()).toBe('purchased');
    });

    it('says after a further minute that it takes longer than usual, and never that it failed', async () => {
      const { controller, status, buy } = setUp();
      await buy();
      await tick(30_000 + 59_999);
      expect(controller.state).not.toHaveProperty('slow');
      await tick(1);
      expect(controller.state).toMatchObject({ status: 'unconfirmed', slow: true });
      await tick(60 * 60_000);
      expect(status()).toBe('unconfirmed');
    });

    it('makes the next request only after the one that hangs has had its time', async () => {
      const { host, buy } = setUp();
      await buy();
      await tick(30_000);
      expect(host.purchases).toHaveLength(1);
      await tick(2000);
      expect(host.purchases).toHaveLength(2);
    });

    it('drops a late answer about an intent that was left', async () => {
      const { host, site, controller, status, confirm } = setUp();
      await confirm();
      host.passes[0]!.resolve(undefined);
      await tick();
      host.purchases[0]!.reject(new LcError('payment_required'));
      await tick();
      expect(status()).toBe('failed');
      void controller.confirm();
      await tick(50);
      expect(site.kept.has('key-2')).toBe(true);
      host.passes[1]!.resolve(undefined);
      await tick();
      expect(host.purchases.at(-1)!.intent.idempotencyKey).toBe('key-2');
      expect(site.kept.get('key-1')).toMatchObject({ outcome: { type: 'refused', code: 'payment_required' } });
    });
  });

  it('takes a late answer for the purchase that it is of, and not for the next one', async () => {
    const { host, controller, buy } = setUp();
    await buy();
    await tick(32_000);
    host.purchases[1]!.reject(new LcError('payment_required'));
    await tick();
    void controller.confirm();
    await tick(50);
    host.passes[1]!.resolve(undefined);
    await tick();
    expect(host.purchases.map(({ intent }) => intent.idempotencyKey)).toEqual(['key-1', 'key-1', 'key-2']);
    host.purchases[0]!.resolve(sold);
    await tick();
    expect(controller.state).toMatchObject({ status: 'purchasing', intent: { idempotencyKey: 'key-2' } });
  });

  describe('when the server refuses', () => {
    const refuse = async (code: LcErrorCode) => {
      const all = setUp();
      await all.buy();
      all.host.purchases[0]!.reject(new LcError(code));
      await tick();
      return all;
    };

    it('for want of a verification, the gate is asked with that word, and the same key goes on', async () => {
      const { host, status } = await refuse('verification_required');
      expect(status()).toBe('gating');
      expect(host.passes[1]!.refused).toBe(true);
      host.passes[1]!.resolve(undefined);
      await tick();
      expect(host.purchases.map(({ intent }) => intent.idempotencyKey)).toEqual(['key-1', 'key-1']);
    });

    it('a number that is gone leads back to the list, and the intent has ended', async () => {
      const { controller, site } = await refuse('number_unavailable');
      expect(controller.state).toMatchObject({ status: 'browsing', notice: { code: 'number_unavailable' } });
      expect(site.kept.get('key-1')).toMatchObject({ outcome: { code: 'number_unavailable' } });
      expect(site.told).toEqual(['key-1']);
    });

    it('too many requests say nothing of what an earlier one with the key did', async () => {
      const { host, status, controller } = await refuse('unreachable').catch(() => setUp());
      await tick(2000);
      host.purchases[1]!.reject(new LcError('rate_limited'));
      await tick();
      expect(status()).toBe('unconfirmed');
      expect(controller.state).toMatchObject({ code: 'rate_limited' });
    });
  });

  describe('with other tabs', () => {
    it('confirms the intent that another tab has for the same numbers, with its key', async () => {
      const { site, host, controller, confirm } = setUp();
      site.kept.set('theirs', keptAs('theirs', { sent: true }));
      await confirm();
      expect(controller.state).toMatchObject({ status: 'gating', intent: { idempotencyKey: 'theirs' }, sent: true });
      expect(host.passes).toHaveLength(1);
    });

    it('that confirm the same numbers in the same instant share one key', async () => {
      const { site, host, page, controller } = setUp();
      const other = new PurchaseController(host, site.port(), page, () => {});
      other.connect();
      for (const tab of [controller, other]) tab.send({ type: 'choose', draft });
      for (const tab of [controller, other]) void tab.confirm();
      await tick(100);
      const keys = [controller, other].map(({ state }) =>
        'intent' in state ? state.intent.idempotencyKey : undefined,
      );
      expect(keys[0]).toBeDefined();
      expect(keys[1]).toBe(keys[0]);
      expect(site.kept.size).toBe(1);
    });

    it('confirms without its turn when nobody grants it', async () => {
      const { site, status, controller } = setUp();
      const stuck = { ...site.port(), alone: () => new Promise<void>(() => {}) };
      const waiting = new PurchaseController(new Host(), stuck, new FakePage(), () => {});
      waiting.send({ type: 'choose', draft });
      void waiting.confirm();
      await tick(499);
      expect(waiting.state.status).toBe('reviewing');
      await tick(1);
      expect(waiting.state.status).toBe('gating');
      expect([status(), controller.state.status]).toEqual(['browsing', 'browsing']);
    });

    it('makes an intent of its own for other numbers, another account, or one that has ended', async () => {
      const { site, controller, confirm } = setUp();
      const other = { order: orderOf('+14155550199'), offers: [] };
      site.kept.set('other', keptAs('other', other));
      site.kept.set('stranger', keptAs('stranger', { order: orderOf(number, 'loc_2') }));
      site.kept.set('ended', keptAs('ended', { outcome: { type: 'ended' } }));
      await confirm();
      expect(controller.state).toMatchObject({ intent: { idempotencyKey: 'key-1' }, sent: false });
    });

    it('takes the outcome that another tab has come to, instead of asking the host', async () => {
      const { site, host, status, confirm } = setUp();
      await confirm();
      site.kept.set('key-1', keptAs('key-1', { sent: true, outcome: { type: 'answered', answer: sold } }));
      host.passes[0]!.resolve(undefined);
      await tick();
      expect(host.purchases).toHaveLength(0);
      expect(status()).toBe('purchased');
    });

    it('hears that another tab has ended its intent, and of no other', async () => {
      const { site, status, confirm } = setUp();
      await confirm();
      site.kept.set('key-9', keptAs('key-9', { outcome: { type: 'ended' } }));
      site.say('key-9');
      expect(status()).toBe('gating');
      site.say('key-1');
      expect(status()).toBe('gating');
      site.kept.set('key-1', keptAs('key-1', { outcome: { type: 'ended' } }));
      site.say('key-1');
      expect(status()).toBe('browsing');
    });

    it('does not write over how another tab has ended it', async () => {
      const { site, host, buy } = setUp();
      await buy();
      const theirs = keptAs('key-1', { sent: true, outcome: { type: 'refused', code: 'payment_required' } });
      site.kept.set('key-1', theirs);
      host.purchases[0]!.resolve(sold);
      await tick();
      expect(site.kept.get('key-1')).toBe(theirs);
      expect(site.told).toEqual([]);
    });
  });

  describe('resume', () => {
    it('goes on with what was under way, at the gate or with what was sent', async () => {
      const { site, host, controller } = setUp();
      site.kept.set('kept', keptAs('kept'));
      await controller.resume('loc_1');
      expect(controller.state).toMatchObject({ status: 'gating', intent: { id: 'order of kept' } });
      expect(host.passes).toHaveLength(1);
      const other = setUp();
      other.site.kept.set('sent', keptAs('sent', { sent: true }));
      await other.controller.resume('loc_1');
      expect(other.status()).toBe('unconfirmed');
      await tick(2000);
      expect(other.host.purchases.map(({ intent }) => intent.idempotencyKey)).toEqual(['sent']);
    });

    it('shows how one has ended that nobody saw, once', async () => {
      const { site, controller } = setUp();
      site.kept.set('a', keptAs('a', { sent: true, seen: false, outcome: { type: 'answered', answer: sold } }));
      void controller.resume('loc_1');
      await tick();
      expect(controller.state).toMatchObject({ status: 'purchased', receipt: sold });
      expect(site.kept.get('a')).toMatchObject({ seen: true, outcome: { type: 'answered' } });
      controller.send({ type: 'back' });
      void controller.resume('loc_1');
      await tick();
      expect(controller.state.status).toBe('browsing');
    });

    it('shows one end after the other: what is not in view is not taken for seen', async () => {
      const { site, controller } = setUp();
      const outcome = { type: 'answered', answer: sold } as const;
      for (const key of ['a', 'b']) site.kept.set(key, keptAs(key, { sent: true, seen: false, outcome }));
      const seen = () => ['a', 'b'].map((key) => site.kept.get(key)!.seen);
      await controller.resume('loc_1');
      expect([controller.state.status, seen()]).toEqual(['purchased', [true, false]]);
      controller.send({ type: 'back' });
      await controller.resume('loc_1');
      expect([controller.state.status, seen()]).toEqual(['purchased', [true, true]]);
    });

    it('asks first about one from the future: a clock was set back', async () => {
      const { site, status, controller } = setUp();
      site.kept.set('later', keptAs('later', { touchedAt: start + 10 * 24 * 60 * 60_000 }));
      await controller.resume('loc_1');
      expect(status()).toBe('asking');
      const near = setUp();
      near.site.kept.set('near', keptAs('near', { touchedAt: start + 60_000 }));
      await near.controller.resume('loc_1');
      expect(near.status()).toBe('gating');
    });

    it('asks first after a long time', async () => {
      const { site, status, controller } = setUp();
      site.kept.set('old', keptAs('old', { touchedAt: start - patience - 1 }));
      await controller.resume('loc_1');
      expect(status()).toBe('asking');
      expect(site.attended.get('old')!.aborted).toBe(false);
    });

    it('leaves alone what has ended, what another tab is at, and what belongs to others', async () => {
      const { site, status, controller } = setUp();
      site.kept.set('ended', keptAs('ended', { outcome: { type: 'ended' } }));
      site.kept.set('theirs', keptAs('theirs'));
      site.elsewhere.add('theirs');
      site.kept.set('stranger', keptAs('stranger', { order: orderOf(number, 'loc_2') }));
      await controller.resume('loc_1');
      expect(status()).toBe('browsing');
    });

    it('leaves the person alone who is at something else', async () => {
      const { site, status, controller } = setUp();
      site.kept.set('kept', keptAs('kept'));
      controller.send({ type: 'choose', draft: draftOf('+14155550199') });
      await controller.resume('loc_1');
      expect(status()).toBe('reviewing');
    });

    it('does not ask again in this visit what the person has put off', async () => {
      const { site, status, controller } = setUp();
      site.kept.set('old', keptAs('old', { sent: true, touchedAt: start - patience - 1 }));
      await controller.resume('loc_1');
      expect(status()).toBe('asking');
      controller.send({ type: 'back' });
      expect(site.kept.get('old')!.outcome).toBeUndefined();
      await controller.resume('loc_1');
      expect(status()).toBe('browsing');
    });

    it('ends for good what the person does not want any more and nobody has sent', async () => {
      const { site, status, controller } = setUp();
      site.kept.set('old', keptAs('old', { touchedAt: start - patience - 1 }));
      await controller.resume('loc_1');
      controller.send({ type: 'back' });
      expect(site.kept.get('old')).toMatchObject({ outcome: { type: 'ended' } });
      await controller.resume('loc_1');
      expect(status()).toBe('browsing');
    });
  });

  describe('reset', () => {
    it('keeps what waits for the gate for the time the account comes back', async () => {
      const { site, status, controller, confirm } = setUp();
      await confirm();
      controller.reset();
      expect(status()).toBe('browsing');
      expect(site.kept.get('key-1')!.outcome).toBeUndefined();
      expect(site.told).toEqual([]);
      await tick(50);
      await confirm();
      controller.send({ type: 'back' });
      expect(site.told).toHaveLength(1);
    });

    it('does not leave a purchase whose outcome is not known', async () => {
      const { status, controller, buy } = setUp();
      await buy();
      controller.reset();
      expect(status()).toBe('purchasing');
    });
  });

  describe('touch', () => {
    it('writes down when the person was last at an intent', async () => {
      const { site, controller, confirm } = setUp();
      controller.touch();
      expect(site.kept.size).toBe(0);
      await confirm();
      await tick(5000);
      controller.touch();
      expect(site.kept.get('key-1')!.touchedAt).toBe(start + 5000);
    });

    it('keeps nothing of what was taken out of the storage', async () => {
      const { site, controller, confirm } = setUp();
      await confirm();
      site.kept.clear();
      controller.touch();
      expect(site.kept.size).toBe(0);
    });

    it('leaves alone what has ended, and what the person is asked about', async () => {
      const { site, host, controller, buy } = setUp();
      await buy();
      host.purchases[0]!.resolve(sold);
      await tick(5000);
      const ended = site.kept.get('key-1');
      controller.touch();
      expect(site.kept.get('key-1')).toBe(ended);
      const other = setUp();
      const old = keptAs('old', { touchedAt: start - patience - 1 });
      other.site.kept.set('old', old);
      await other.controller.resume('loc_1');
      other.controller.touch();
      expect(other.site.kept.get('old')).toBe(old);
    });
  });

  describe('disconnect', () => {
    it('leaves an outcome to be seen when the element is back', async () => {
      const { host, site, controller, status, buy } = setUp();
      await buy();
      controller.disconnect();
      host.purchases[0]!.resolve(sold);
      await tick();
      expect(site.kept.get('key-1')).toMatchObject({ outcome: { type: 'answered' }, seen: false });
      controller.connect();
      await tick();
      expect([status(), site.kept.get('key-1')?.seen]).toEqual(['purchased', true]);
    });

    it('stops repeating and hearing, and goes on with the same key when it is back', async () => {
      const { host, site, controller, status, buy } = setUp();
      await buy();
      host.purchases[0]!.reject(new LcError('unreachable'));
      await tick();
      controller.disconnect();
      await tick(60_000);
      expect([host.purchases.length, site.listeners, status()]).toEqual([1, 0, 'unconfirmed']);
      controller.connect();
      controller.connect();
      expect(site.listeners).toBe(1);
      await tick(2000);
      expect(host.purchases).toHaveLength(2);
    });
  });
});
