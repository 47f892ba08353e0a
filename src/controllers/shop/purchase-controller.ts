import { codeOf } from '../../core/errors.js';
import type { PagePort } from '../../core/page-port.js';
import type { IntentPort } from '../../core/shop/intent-port.js';
import { isSame, keptFrom, written } from '../../core/shop/kept-intent.js';
import {
  type Intent,
  initialPurchase,
  isUnderWay,
  keyOf,
  type PurchaseEvent,
  type PurchaseOutcome,
  type PurchaseState,
  purchase,
} from '../../core/shop/purchase.js';
import { refusalOf } from '../../core/shop/purchase-failure.js';
import type { PurchasePort } from '../../core/shop/purchase-port.js';
import { after } from '../deadline.js';
import { type Effects, Machine, rest } from '../machine.js';
import { repeatedly } from './repeatedly.js';

/** How long the host may take to answer a purchase before we say that we are checking. */
const answerDeadline = 30_000;
/** When "checking your purchase" admits that it takes longer than usual. */
const unconfirmedWait = 60_000;
/** How long one tab waits for its turn to confirm, and how long another tab may take to see what was written. */
const turnDeadline = 500;
const settling = 50;

/**
 * Runs the purchase machine: gate, purchase, the repeats after a lost answer, and the intents of earlier visits and
 * other tabs.
 */
export class PurchaseController {
  readonly #machine: Machine<PurchaseState, PurchaseEvent>;
  readonly #port: PurchasePort;
  readonly #intents: IntentPort;
  readonly #page: PagePort;
  readonly #told: (state: PurchaseState, previous: PurchaseState) => void;
  /** Intents that the person has put off until the next visit. */
  readonly #postponed = new Set<string>();
  #unlisten: (() => void) | undefined;
  #resetting = false;
  #again: (() => void) | undefined;

  /** `told` hears every change of the state. */
  constructor(
    port: PurchasePort,
    intents: IntentPort,
    page: PagePort,
    told: (state: PurchaseState, previous: PurchaseState) => void,
  ) {
    this.#port = port;
    this.#intents = intents;
    this.#page = page;
    this.#told = told;
    this.#machine = new Machine<PurchaseState, PurchaseEvent>(
      initialPurchase,
      purchase,
      this.#effects,
      (state, previous) => this.#changed(state, previous),
    );
  }

  get state(): PurchaseState {
    return this.#machine.state;
  }

  get send(): (event: PurchaseEvent) => void {
    return this.#machine.send;
  }

  /** The element is back on the page: what was under way goes on, with the same key. */
  connect(): void {
    this.#unlisten ??= this.#intents.listen((key) => this.#hear(key));
    this.#machine.enter();
    this.#see(keyOf(this.state) ?? '');
  }

  disconnect(): void {
    this.#unlisten?.();
    this.#unlisten = undefined;
    this.#machine.leave();
  }

  /**
   * Confirms what is reviewed. When another tab is at the very same numbers it is that tab's intent, with its key: one
   * tab confirms at a time, and lets go only when the others can have seen what it wrote. Where nobody grants that
   * turn, it goes without.
   */
  async confirm(): Promise<void> {
    const turn = new AbortController();
    const { signal } = turn;
    const decide = () => {
      if (signal.aborted) return;
      turn.abort();
      this.#intend();
    };
    after(turnDeadline, signal, decide);
    await this.#intents.alone('confirming', () => {
      decide();
      return new Promise((resolve) => after(settling, new AbortController().signal, resolve));
    });
  }

  #intend(): void {
    const { state } = this;
    const draft = state.status === 'reviewing' ? state.draft : undefined;
    const known = draft && this.#intents.list(draft.order.account).find((kept) => isSame(kept, draft));
    this.send({
      type: 'confirm',
      id: known?.id ?? this.#intents.newId(),
      idempotencyKey: known?.idempotencyKey ?? this.#intents.newKey(),
      now: this.#page.now(),
      sent: known?.sent ?? false,
    });
  }

  /** Another account: what waits for the gate stays kept for the time the old one comes back. */
  reset(): void {
    this.#resetting = true;
    this.send({ type: 'reset' });
    this.#resetting = false;
  }

  /** Goes on with what was under way before a reload, or in a tab that is gone. */
  async resume(account: string): Promise<void> {
    for (const { idempotencyKey } of this.#intents.list(account)) {
      if (this.state.status !== 'browsing') return;
      if (this.#postponed.has(idempotencyKey) || (await this.#intents.isAttended(idempotencyKey))) continue;
      const kept = this.#intents.read(idempotencyKey);
      if (!kept || (kept.outcome && kept.seen !== false)) continue;
      this.#see(idempotencyKey);
      // What an earlier version of this script has kept has no id yet.
      this.send({ type: 'resumed', kept: { ...kept, id: kept.id ?? this.#intents.newId() }, now: this.#page.now() });
    }
  }

  /** The page may go away now: from here on counts how long the person was gone. */
  touch(): void {
    const stored = this.#intents.read(keyOf(this.state) ?? '');
    if (stored && !stored.outcome && keptFrom(this.state))
      this.#intents.keep({ ...stored, touchedAt: this.#page.now() });
  }

  /** Asks at once what became of a purchase whose answer was lost, or where a review stands. */
  again(): void {
    const { state } = this;
    if (state.status === 'gating') this.#pass(state.intent, false, this.send);
    else this.#again?.();
  }

  #changed(state: PurchaseState, previous: PurchaseState): void {
    if (previous.status === 'asking' && previous.sent && state.status === 'browsing')
      this.#postponed.add(previous.intent.idempotencyKey);
    const kept = this.#resetting ? undefined : written(state, previous, (key) => this.#intents.read(key));
    if (kept) this.#intents.keep(kept);
    if (kept?.outcome) this.#intents.tell(kept.idempotencyKey);
    this.#told(state, previous);
  }

  readonly #effects: Effects<PurchaseState, PurchaseEvent> = {
    browsing: rest,
    reviewing: rest,
    gating: ({ intent, refused, parked }, signal, send) => {
      this.#attend(intent, signal);
      this.#port.whenVerified(signal, () => send({ type: 'passed', now: this.#page.now() }));
      if (!parked) this.#pass(intent, refused, send);
    },
    asking: ({ intent }, signal) => this.#attend(intent, signal),
    purchasing: ({ intent }, signal, send) => {
      this.#attend(intent, signal);
      void this.#buy(intent);
      after(answerDeadline, signal, () => send({ type: 'lost' }));
    },
    unconfirmed: ({ intent }, signal, send) => {
      this.#attend(intent, signal);
      after(unconfirmedWait, signal, () => send({ type: 'waited' }));
      this.#again = repeatedly(() => this.#buy(intent), this.#page, signal);
    },
    purchased: rest,
    failed: rest,
  };

  /** Lets the other tabs know that this one is at it. */
  #attend({ idempotencyKey }: Intent, signal: AbortSignal): void {
    this.#intents.attend(idempotencyKey, signal);
  }

  #pass({ order }: Intent, refused: boolean, send: (event: PurchaseEvent) => void): void {
    this.#port.pass(order, refused).then(
      () => send({ type: 'passed', now: this.#page.now() }),
      (error: unknown) => send({ type: 'left', code: codeOf(error, 'dismissed'), now: this.#page.now() }),
    );
  }

  /**
   * One request, while no other tab makes one for the same intent. A request that hangs keeps the others off for as
   * long as we wait for it; its answer counts however late it comes, so it does not depend on the status that asked.
   */
  #buy(intent: Intent): Promise<void> {
    const { idempotencyKey } = intent;
    return this.#intents.alone(idempotencyKey, async () => {
      const stored = this.#intents.read(idempotencyKey);
      if (stored?.outcome) return this.#arrive(intent, stored.outcome);
      this.#intents.keep({ ...intent, parked: false, sent: true });
      const answered = this.#port.buy(intent).then(
        (answer): PurchaseEvent => ({ type: 'answered', answer }),
        (error: unknown) => refusalOf(error, stored?.sent),
      );
      const waiting = new AbortController();
      const late = new Promise<void>((resolve) => after(answerDeadline, waiting.signal, resolve));
      await Promise.race([answered.then((event) => this.#arrive(intent, event)), late]);
      waiting.abort();
    });
  }

  /** Takes an answer in, if it is about the intent at hand, and remembers it when it is the end. */
  #arrive(intent: Intent, event: PurchaseEvent): void {
    if (keyOf(this.state) !== intent.idempotencyKey) return;
    this.send(event);
    const { state } = this;
    if (!(isUnderWay(state) && keyOf(state) === intent.idempotencyKey)) this.#settle(intent, event as PurchaseOutcome);
    this.#see(intent.idempotencyKey);
  }

  #settle(intent: Intent, outcome: PurchaseOutcome): void {
    const { idempotencyKey } = intent;
    if (this.#intents.read(idempotencyKey)?.outcome) return;
    const seen = Boolean(this.#unlisten);
    this.#intents.keep({ ...intent, touchedAt: this.#page.now(), parked: false, sent: true, seen, outcome });
    this.#intents.tell(idempotencyKey);
  }

  /** Another tab has brought an intent to its end. */
  #hear(key: string): void {
    const outcome = keyOf(this.state) === key && this.#intents.read(key)?.outcome;
    if (!outcome) return;
    this.send(outcome);
    this.#see(key);
  }

  /** How it ended is in view now, and need not be shown again. */
  #see(key: string): void {
    const kept = this.#intents.read(key);
    if (this.#unlisten && kept?.seen === false) this.#intents.keep({ ...kept, seen: true });
  }
}
