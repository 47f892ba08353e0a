import type { LcErrorCode } from '../../src/core/errors.js';
import { written } from '../../src/core/shop/kept-intent.js';
import {
  type Intent,
  initialPurchase,
  isUnderWay,
  type KeptIntent,
  keyOf,
  type OrderedNumber,
  type PurchaseEvent,
  type PurchaseOutcome,
  type PurchaseState,
  patience,
  purchase,
} from '../../src/core/shop/purchase.js';
import { isSame } from '../../src/core/shop/same-order.js';

/**
 * Several tabs, one storage, one server, and a network that loses requests and answers. What `PurchaseController` does
 * with promises happens here step by step, in any order.
 */

type Fault = 'none' | 'request lost' | 'answer lost' | 'server error' | 'hangs' | 'rate limited' | 'signed out';

interface Simple {
  do: 'confirm' | 'back' | 'reload' | 'close' | 'pass' | 'dismiss' | 'park' | 'decline' | 'wait30' | 'again';
  tab: number;
}

export type Step =
  /** Something that means something in the tab's state. */
  | { do: 'act'; tab: number; choice: number }
  | { do: 'choose'; tab: number; number: number }
  | Simple
  | { do: 'verify' | 'unverify' | 'sleep' }
  | { do: 'network'; tab: number; fault: Fault }
  | { do: 'late' };

interface Tab {
  state: PurchaseState;
  postponed: Set<string>;
}

const numbers: OrderedNumber[] = ['+14155550101', '+14155550102'].map((phoneNumber) => ({
  phoneNumber,
  countryCode: 'US',
  numberType: 'local',
  locality: null,
  region: 'CA',
  fingerprintId: 'fp',
}));

/** What a person, the gate or the network may do in each status; what is named twice is twice as likely. */
function acts(status: PurchaseState['status'], tab: number): Step[] {
  const simple = (...names: Simple['do'][]): Step[] => names.map((name) => ({ do: name, tab }));
  const faults: Fault[] = [
    'none',
    'none',
    'request lost',
    'answer lost',
    'server error',
    'hangs',
    'rate limited',
    'signed out',
  ];
  switch (status) {
    case 'browsing':
      return [
        { do: 'choose', tab, number: 0 },
        { do: 'choose', tab, number: 0 },
        { do: 'choose', tab, number: 1 },
        ...simple('again'),
      ];
    case 'reviewing':
      return simple('confirm', 'confirm', 'confirm', 'back');
    case 'gating':
      return simple('pass', 'pass', 'pass', 'pass', 'park', 'dismiss', 'decline', 'back');
    case 'asking':
      return simple('confirm', 'confirm', 'back');
    case 'purchasing':
    case 'unconfirmed':
      return faults.map((fault) => ({ do: 'network', tab, fault }));
    default:
      return simple('back', 'confirm');
  }
}

/** A host that keeps its word: one key is answered once, a number is sold once. */
class Server {
  verified = false;
  readonly sold = new Map<string, string>();
  readonly answers = new Map<string, PurchaseOutcome>();
  readonly purchases = new Map<string, number>();

  handle(key: string, phoneNumber: string): PurchaseOutcome {
    const known = this.answers.get(key);
    if (known) return known;
    if (!this.verified) return { type: 'refused', code: 'verification_required' };
    const isFree = !this.sold.has(phoneNumber);
    const answer: PurchaseOutcome = isFree
      ? { type: 'answered', answer: { numbers: [{ phoneNumber, status: 'purchased' }] } }
      : { type: 'refused', code: 'number_unavailable' };
    if (isFree) {
      this.sold.set(phoneNumber, key);
      this.purchases.set(key, (this.purchases.get(key) ?? 0) + 1);
    }
    this.answers.set(key, answer);
    return answer;
  }
}

export class World {
  now = 1_800_000_000_000;
  readonly server = new Server();
  readonly storage = new Map<string, KeptIntent>();
  readonly tabs: Tab[] = Array.from({ length: 3 }, () => ({ state: initialPurchase, postponed: new Set<string>() }));
  /** Answers that a hanging request will still bring, to the tab that made it. */
  readonly hanging: { tab: Tab; key: string; event: PurchaseEvent }[] = [];
  #keys = 0;

  send(tab: Tab, event: PurchaseEvent, resetting = false): void {
    const previous = tab.state;
    const state = purchase(previous, event);
    if (state === previous) return;
    tab.state = state;
    if (previous.status === 'asking' && previous.sent && state.status === 'browsing')
      tab.postponed.add(previous.intent.idempotencyKey);
    const kept = resetting ? undefined : written(state, previous, (key) => this.storage.get(key));
    if (kept) this.storage.set(kept.idempotencyKey, kept);
    if (kept?.outcome) this.tell(kept.idempotencyKey, kept.outcome);
    this.check(tab, previous);
  }

  settle(intent: Intent, outcome: PurchaseOutcome): void {
    const { idempotencyKey } = intent;
    if (this.storage.get(idempotencyKey)?.outcome) return;
    this.storage.set(idempotencyKey, { ...intent, parked: false, sent: true, outcome });
    this.tell(idempotencyKey, outcome);
  }

  tell(key: string, outcome: PurchaseOutcome): void {
    for (const tab of this.tabs) if (keyOf(tab.state) === key) this.send(tab, outcome);
  }

  #nextKey(): string {
    this.#keys += 1;
    return `key-${this.#keys}`;
  }

  confirm(tab: Tab): void {
    const { state } = tab;
    const draft = state.status === 'reviewing' ? state.draft : undefined;
    const known = draft && [...this.storage.values()].find((kept) => isSame(kept, draft));
    this.send(tab, {
      type: 'confirm',
      id: known?.id ?? 'order',
      idempotencyKey: known?.idempotencyKey ?? this.#nextKey(),
      now: this.now,
      sent: known?.sent ?? false,
    });
  }

  /**
   * One request of a tab whose state makes one. The lock is held for the whole of it, so that nothing comes between.
   */
  request(tab: Tab, fault: Fault): void {
    const { state } = tab;
    if (state.status !== 'purchasing' && state.status !== 'unconfirmed') return;
    const { intent } = state;
    const { idempotencyKey: key } = intent;
    const stored = this.storage.get(key);
    if (stored?.outcome) {
      this.arrive(tab, key, stored.outcome);
      return;
    }
    this.storage.set(key, { ...intent, parked: false, sent: true });
    const answer = this.#answerTo(intent, fault, stored?.sent);
    if (fault === 'hangs') {
      this.hanging.push({ tab, key, event: answer });
      this.send(tab, { type: 'lost' });
    } else this.arrive(tab, key, fault === 'answer lost' || fault === 'server error' ? { type: 'lost' } : answer);
  }

  /** What comes of a request on its way to the server and there; whether it comes back is another matter. */
  #answerTo(intent: Intent, fault: Fault, sent: boolean | undefined): PurchaseEvent {
    const refuse = (code: LcErrorCode): PurchaseEvent => ({ type: 'refused', code, sent });
    if (fault === 'request lost') return { type: 'lost' };
    if (fault === 'rate limited') return refuse('rate_limited');
    if (fault === 'signed out') return refuse('unauthorized');
    const outcome = this.server.handle(intent.idempotencyKey, intent.order.numbers[0]!.phoneNumber);
    return outcome.type === 'refused' ? { ...outcome, sent } : outcome;
  }

  arrive(tab: Tab, key: string, event: PurchaseEvent): void {
    if (keyOf(tab.state) !== key || !('intent' in tab.state)) return;
    const { intent } = tab.state;
    this.send(tab, event);
    if (!(isUnderWay(tab.state) && keyOf(tab.state) === key)) this.settle(intent, event as PurchaseOutcome);
  }

  /** A page that is loaded anew: it goes on with what no other tab is at. */
  load(tab: Tab): void {
    for (const kept of this.storage.values()) {
      if (tab.state.status !== 'browsing') return;
      const isAttended = this.tabs.some(
        (other) => other !== tab && keyOf(other.state) === kept.idempotencyKey && isUnderWay(other.state),
      );
      if (!kept.outcome && !tab.postponed.has(kept.idempotencyKey) && !isAttended)
        this.send(tab, { type: 'resumed', kept, now: this.now });
    }
  }

  run(step: Step): void {
    const tab = 'tab' in step ? this.tabs[step.tab]! : this.tabs[0]!;
    const left = (code: LcErrorCode) => this.send(tab, { type: 'left', code, now: this.now });
    switch (step.do) {
      case 'act': {
        const possible = acts(tab.state.status, step.tab);
        this.run(possible[step.choice % possible.length]!);
        break;
      }
      case 'choose': {
        const number = numbers[step.number]!;
        this.send(tab, {
          type: 'choose',
          draft: { order: { account: 'loc_1', numbers: [number] }, offers: [{ phoneNumber: number.phoneNumber }] },
        });
        break;
      }
      case 'confirm':
        this.confirm(tab);
        break;
      case 'back':
        this.send(tab, { type: 'back' });
        break;
      case 'reload':
      case 'close':
        // A page that goes away takes its state and the answers it waits for with it, nothing else.
        this.hanging.splice(0, Infinity, ...this.hanging.filter((answer) => answer.tab !== tab));
        tab.state = initialPurchase;
        tab.postponed = new Set();
        if (step.do === 'reload') this.load(tab);
        break;
      case 'pass':
        if (this.server.verified) this.send(tab, { type: 'passed', now: this.now });
        break;
      case 'dismiss':
        left('dismissed');
        break;
      case 'park':
        left('in_review');
        break;
      case 'decline':
        left('declined');
        break;
      case 'wait30':
      case 'sleep':
        this.now += step.do === 'sleep' ? 60_000 : patience + 1;
        break;
      case 'again':
        this.load(tab);
        break;
      case 'verify':
      case 'unverify':
        this.server.verified = step.do === 'verify';
        break;
      case 'network':
        this.request(tab, step.fault);
        break;
      case 'late': {
        const answer = this.hanging.shift();
        if (answer) this.arrive(answer.tab, answer.key, answer.event);
        break;
      }
    }
  }

  /** What must hold after every change. */
  check({ state }: Tab, previous: PurchaseState): void {
    const key = keyOf(state);
    if (state.status === 'failed' || (state.status === 'browsing' && state.notice)) {
      const about = key ?? keyOf(previous)!;
      if ((this.server.purchases.get(about) ?? 0) > 0)
        throw new Error(`"${state.status}" is said of ${about}, which was bought`);
      if (this.hanging.some((answer) => answer.key === about && answer.event.type === 'answered'))
        throw new Error(`"${state.status}" is said of ${about} while an answer is out`);
    }
    if (state.status === 'purchased' && !this.server.purchases.has(key!))
      throw new Error(`a receipt is shown for ${key}, which was not bought`);
  }

  /** What must hold of the whole. */
  checkAll(): void {
    for (const [key, count] of this.server.purchases)
      if (count > 1) throw new Error(`${key} was bought ${count} times`);
    for (const key of this.server.purchases.keys()) {
      const kept = this.storage.get(key);
      // The sale is known to somebody, or somebody will find out.
      if (!kept) throw new Error(`${key} was bought and nothing remembers it`);
      if (kept.outcome && kept.outcome.type !== 'answered')
        throw new Error(`${key} was bought and is remembered as "${kept.outcome.type}"`);
    }
    for (const { state } of this.tabs)
      if (isUnderWay(state) && !this.storage.has(keyOf(state)!))
        throw new Error(`${keyOf(state)} is under way and not kept`);
  }

  /** With a network that works and a verified account, every intent that nobody has given up comes to its end. */
  finish(): void {
    this.server.verified = true;
    for (const tab of this.tabs) {
      this.run({ do: 'reload', tab: this.tabs.indexOf(tab) });
      for (let round = 0; round < 12 && isUnderWay(tab.state); round += 1) {
        if (tab.state.status === 'asking') this.confirm(tab);
        this.send(tab, { type: 'passed', now: this.now });
        this.request(tab, 'none');
        this.load(tab);
      }
      if (isUnderWay(tab.state)) throw new Error(`"${tab.state.status}" cannot be left`);
      while (tab.state.status !== 'browsing') this.send(tab, { type: 'back' });
      for (let round = 0; round < 12; round += 1) {
        this.load(tab);
        if (tab.state.status === 'browsing') break;
        this.confirm(tab);
        this.send(tab, { type: 'passed', now: this.now });
        this.request(tab, 'none');
        this.send(tab, { type: 'back' });
      }
    }
    for (const kept of this.storage.values())
      if (!kept.outcome) throw new Error(`${kept.idempotencyKey} was forgotten`);
  }
}
