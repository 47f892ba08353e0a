import { vi } from 'vitest';
import { PurchaseController } from '../../src/controllers/shop/purchase-controller.js';
import { LcError } from '../../src/core/errors.js';
import type { HostOrder, HostOrders } from '../../src/core/shop/host-order.js';
import type { IntentPort } from '../../src/core/shop/intent-port.js';
import type { PurchaseAnswer } from '../../src/core/shop/number-contracts.js';
import { type Intent, type KeptIntent, keyOf, type PurchaseState } from '../../src/core/shop/purchase.js';
import type { PurchasePort } from '../../src/core/shop/purchase-port.js';
import { type Deferred, deferred } from './deferred.js';
import { FakePage } from './fake-page.js';

const account = 'loc_1';
const phoneNumber = '+14155550101';
const numbers = [
  { phoneNumber, countryCode: 'US', numberType: 'local', locality: null, region: null, fingerprintId: null } as const,
];
const draft = { order: { account, numbers: [...numbers] }, offers: [] };
const sold = (id: string): PurchaseAnswer => ({ numbers: [{ phoneNumber, status: 'purchased' }], order: { id } });

export type Step =
  | { do: 'confirm' | 'submit' | 'pass' | 'review' | 'dismiss' | 'back' | 'cancel' | 'look' | 'reload'; tab: number }
  | { do: 'answer' | 'lose'; which: number }
  | { do: 'approve' | 'finish' | 'wait' | 'other' };

/** A host that keeps orders until the account is approved, and finishes them by itself. */
class FinishingHost {
  isVerified = false;
  readonly orders = new Map<string, HostOrder>();
  #sold: string | undefined;

  handle(key: string): () => PurchaseAnswer {
    const known = this.orders.get(key) ?? { id: `ord of ${key}`, status: 'waiting', numbers: [...numbers] };
    if (known.status === 'waiting' && !this.isVerified) {
      this.orders.set(key, known);
      return () => {
        throw new LcError('verification_required', '403', { cause: { order: { id: known.id } } });
      };
    }
    if (known.status === 'waiting') this.buy(key, known);
    const { id, status } = this.orders.get(key)!;
    return () => {
      if (status === 'done') return sold(id);
      throw new LcError(status === 'cancelled' ? 'order_cancelled' : 'number_unavailable');
    };
  }

  buy(key: string, order: HostOrder): void {
    const isFree = this.#sold === undefined;
    this.#sold ??= key;
    const receipt = { numbers: sold(order.id).numbers };
    this.orders.set(
      key,
      isFree ? { ...order, status: 'done', receipt } : { ...order, status: 'failed', code: 'number_unavailable' },
    );
  }
}

interface Tab {
  controller: PurchaseController;
  gate: Deferred<unknown>;
  page: FakePage;
  isGone: boolean;
  submitted: () => void;
  verified: Set<() => void>;
}

/** Two tabs of one person, their storage and locks, and answers that come in any order or not at all. */
export class FinishingWorld {
  readonly host = new FinishingHost();
  readonly stored = new Map<string, KeptIntent>();
  readonly answers: { tab: Tab; give: () => void; lose: () => void }[] = [];
  readonly tabs: Tab[] = [];
  #keys = 0;
  #changes = 0;
  readonly #faults: string[] = [];
  readonly #attended: { tab: Tab; key: string }[] = [];
  readonly #listeners = new Map<Tab, (key: string) => void>();

  constructor() {
    for (const at of [0, 1]) this.#open(at);
  }

  #open(at: number): void {
    const tab = { isGone: false, page: new FakePage(), gate: deferred(), verified: new Set() } as unknown as Tab;
    const locks = new Map<string, Promise<void>>();
    const intents: IntentPort = {
      newId: () => `own-${this.#keys}`,
      newKey: () => {
        this.#keys += 1;
        return `key-${this.#keys}`;
      },
      list: () => [...this.stored.values()],
      read: (key) => this.stored.get(key),
      keep: (intent) => void (tab.isGone || this.stored.set(intent.idempotencyKey, intent)),
      tell: (key) => {
        for (const [other, heard] of this.#listeners) if (other !== tab) heard(key);
      },
      listen: (heard) => {
        this.#listeners.set(tab, heard);
        return () => this.#listeners.delete(tab);
      },
      // Within a tab; between two the host's own rule holds: one key is one order.
      alone: (key, work) => {
        const turn = (locks.get(key) ?? Promise.resolve()).then(work);
        locks.set(key, turn);
        return turn;
      },
      attend: (key, signal) => {
        const entry = { tab, key };
        this.#attended.push(entry);
        signal.addEventListener('abort', () => this.#attended.splice(this.#attended.indexOf(entry), 1));
      },
      isAttended: async (wanted) => this.#attended.some(({ tab: { isGone }, key }) => !isGone && key === wanted),
    };
    tab.controller = new PurchaseController(this.#port(tab), intents, tab.page, (state) => this.#check(tab, state));
    this.tabs[at] = tab;
    tab.gate.promise.catch(() => {});
    tab.submitted = () => {};
    tab.controller.connect();
    void tab.controller.resume(account);
  }

  #port(tab: Tab): PurchasePort {
    return {
      pass: () => {
        tab.gate = deferred();
        return tab.gate.promise;
      },
      whenVerified: (signal, verified) => {
        const once = () => signal.aborted || verified();
        tab.verified.add(once);
        signal.addEventListener('abort', () => tab.verified.delete(once));
        if (this.host.isVerified) queueMicrotask(once);
      },
      whenSubmitted: (signal, submitted) => {
        tab.submitted = () => signal.aborted || submitted();
      },
      readOrders: async (): Promise<HostOrders> =>
        structuredClone({ orders: [...this.host.orders.values()].reverse(), finish: 3600 }),
      cancelOrder: async (_, id) => {
        const [key, order] = [...this.host.orders].find(([, known]) => known.id === id) ?? [];
        if (!key || order?.status !== 'waiting') return undefined;
        this.host.orders.set(key, { ...order, status: 'cancelled' });
        return { ...order, status: 'cancelled' };
      },
      buy: (intent) => this.#request(tab, intent),
    };
  }

  #request(tab: Tab, { idempotencyKey, mayWait }: Intent): Promise<PurchaseAnswer> {
    if (tab.controller.state.status === 'gating' && !mayWait) this.#faults.push('an order was left that was not to be');
    const answer = deferred<PurchaseAnswer>();
    const answered = this.host.handle(idempotencyKey);
    const give = () => {
      try {
        answer.resolve(answered());
      } catch (error) {
        answer.reject(error);
      }
    };
    this.answers.push({ tab, give, lose: () => answer.reject(new LcError('unreachable')) });
    return answer.promise;
  }

  /** What must hold after every change. */
  #check(tab: Tab, state: PurchaseState): void {
    if (tab.isGone) return;
    this.#changes += 1;
    if (this.#changes > 40) {
      this.#faults.push(`"${state.status}" comes again and again`);
      this.#close(tab);
    }
    // As the shop does, back at its list.
    if (state.status === 'browsing') void tab.controller.resume(account);
    const key = keyOf(state);
    if (!key) return;
    const order = this.host.orders.get(key);
    if (state.status === 'failed' && order && order.status !== 'failed')
      this.#faults.push(`"failed" is said of an order that is ${order.status}`);
    if (state.status === 'purchased' && order?.status !== 'done') this.#faults.push('a receipt is shown for nothing');
  }

  async run(step: Step): Promise<void> {
    this.#changes = 0;
    const tab = this.tabs['tab' in step ? step.tab : 0]!;
    const { controller } = tab;
    switch (step.do) {
      case 'confirm':
        controller.send({ type: 'choose', draft });
        void controller.confirm(controller.state.status === 'reviewing');
        break;
      case 'submit':
        tab.submitted();
        break;
      case 'pass':
        if (this.host.isVerified) tab.gate.resolve(undefined);
        break;
      case 'review':
      case 'dismiss':
        tab.gate.reject(new LcError(step.do === 'review' ? 'in_review' : 'dismissed'));
        break;
      case 'back':
        controller.send({ type: 'back' });
        break;
      case 'cancel':
        void controller.cancel();
        break;
      case 'look':
        tab.page.comeBack();
        void controller.resume(account);
        break;
      case 'reload':
        this.#close(tab);
        this.#open(this.tabs.indexOf(tab));
        break;
      case 'answer':
      case 'lose': {
        const [answer] = this.answers.splice(step.which % Math.max(1, this.answers.length), 1);
        if (answer && !answer.tab.isGone) answer[step.do === 'answer' ? 'give' : 'lose']();
        break;
      }
      case 'approve':
        this.host.isVerified = true;
        for (const each of this.tabs) for (const verified of [...each.verified]) verified();
        for (const each of this.tabs) void each.controller.resume(account, true);
        break;
      case 'finish':
        if (this.host.isVerified)
          for (const [key, order] of this.host.orders)
            if (order.status === 'waiting' && key !== 'theirs') this.host.buy(key, order);
        break;
      case 'other': {
        // Another device's, which comes and goes.
        const { status } = this.host.orders.get('theirs') ?? {};
        if (!status || status === 'waiting')
          this.host.orders.set('theirs', { id: 'theirs', status: status ? 'expired' : 'waiting', numbers: [] });
        break;
      }
      case 'wait':
    }
    await vi.advanceTimersByTimeAsync(step.do === 'wait' ? 31_000 : 60);
    this.#throw();
  }

  #close(tab: Tab): void {
    tab.isGone = true;
    tab.controller.disconnect();
    this.#listeners.delete(tab);
  }

  /** With a network that works and a page that is looked at again, nothing is left over. */
  async end(): Promise<void> {
    while (this.answers.length > 0) await this.run({ do: 'answer', which: 0 });
    this.#close(this.tabs[1]!);
    // One order is shown at a time.
    this.host.orders.delete('theirs');
    for (let round = 0; round < 6; round += 1) {
      await this.run({ do: 'reload', tab: 0 });
      await this.run({ do: 'wait' });
      while (this.answers.length > 0) await this.run({ do: 'answer', which: 0 });
    }
    for (const [key, { status }] of this.host.orders) {
      const outcome = this.stored.get(key)?.outcome?.type;
      if (status === 'waiting' && outcome) this.#faults.push(`${key} waits at the host, and is "${outcome}" here`);
      if (status === 'done' && outcome !== 'answered') this.#faults.push(`${key} was bought, and is "${outcome}" here`);
    }
    this.#throw();
  }

  /** Here, because what happens in between would be nobody's error. */
  #throw(): void {
    const [fault] = this.#faults;
    if (fault) throw new Error(fault);
  }
}
