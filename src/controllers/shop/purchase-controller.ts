import { codeOf } from '../../core/errors.js';
import type { PagePort } from '../../core/page-port.js';
import type { IntentPort } from '../../core/shop/intent-port.js';
import { isOutcome, keptFrom, written } from '../../core/shop/kept-intent.js';
import {
  type Intent,
  initialPurchase,
  isUnderWay,
  isUnsettled,
  keyOf,
  type PurchaseEvent,
  type PurchaseOutcome,
  type PurchaseState,
  purchase,
} from '../../core/shop/purchase.js';
import { heardAtTheGate } from '../../core/shop/purchase-failure.js';
import type { PurchasePort } from '../../core/shop/purchase-port.js';
import { after } from '../deadline.js';
import { type Effects, Machine, rest } from '../machine.js';
import { answerDeadline, buyOnce } from './buy-once.js';
import { HeldOrders } from './held-orders.js';
import { confirmed, inTurn } from './in-turn.js';
import { repeatedly } from './repeatedly.js';
import { Resuming } from './resuming.js';
import { watchOrder } from './watch-order.js';

/** When "checking your purchase" admits that it takes longer than usual. */
const unconfirmedWait = 60_000;

/**
 * Runs the purchase machine: gate, purchase, the repeats after a lost answer, and the intents of earlier visits and
 * other tabs.
 */
export class PurchaseController {
  readonly #machine: Machine<PurchaseState, PurchaseEvent>;
  readonly #port: PurchasePort;
  readonly #intents: IntentPort;
  readonly #page: PagePort;
  readonly #held: HeldOrders;
  readonly #told: (state: PurchaseState, previous: PurchaseState) => void;
  readonly #resuming: Resuming;
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
    this.#held = new HeldOrders(this.#machine, port, intents, page, {
      settle: (intent, outcome) => this.#settle(intent, outcome),
      arrive: (intent, event) => this.#arrive(intent, event),
      look: () => this.#resuming.again(),
    });
    this.#resuming = new Resuming(this.#machine, port, intents, page, this.#held, (key) => this.#see(key));
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
    this.#resuming.isHere = true;
    this.#machine.enter();
    this.#see(keyOf(this.state) ?? '');
  }

  disconnect(): void {
    this.#unlisten?.();
    this.#unlisten = undefined;
    this.#resuming.isHere = false;
    this.#machine.leave();
  }

  /**
   * Confirms what is reviewed. When another tab is at the very same numbers it is that tab's intent, with its key: one
   * tab confirms at a time, and lets go only when the others can have seen what it wrote. Where nobody grants that
   * turn, it goes without. `mayWait`: the screen said that the host may keep the order until the approval.
   */
  confirm(mayWait = false): Promise<void> {
    return inTurn(this.#intents, () => this.send(confirmed(this.state, this.#intents, this.#page.now(), mayWait)));
  }

  /** Another account: what waits for the gate stays kept for the time the old one comes back. */
  reset(): void {
    this.#resuming.stop();
    this.#resetting = true;
    this.send({ type: 'reset' });
    this.#resetting = false;
  }

  /**
   * Goes on with what was under way before a reload, in a tab that is gone, or on another device. `approved`: the
   * account just was, so that what was put off until then is shown again.
   */
  resume(account: string, approved = false): Promise<void> {
    return this.#resuming.resume(account, approved);
  }

  /** Cancels the order that the host keeps. */
  cancel(): Promise<void> {
    return this.#held.cancel();
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
    if (state.status === 'gating' || state.status === 'waiting') this.#pass(state.intent, false, this.send);
    if (state.status !== 'gating') this.#again?.();
  }

  #changed(state: PurchaseState, previous: PurchaseState): void {
    const isLeft = (previous.status === 'asking' && previous.sent) || previous.status === 'waiting';
    // With a notice it has ended, and nobody has left it.
    if (isLeft && state.status === 'browsing' && !state.notice && !this.#resetting)
      this.#resuming.putOff(keyOf(previous) ?? previous.intent.id);
    if (previous.status === 'gating' && keyOf(state) !== keyOf(previous) && !this.#resetting)
      this.#held.giveUp(previous.intent.idempotencyKey);
    const kept = this.#resetting ? undefined : written(state, previous, (key) => this.#intents.read(key));
    if (kept) this.#intents.keep(kept);
    if (kept?.outcome) this.#intents.tell(kept.idempotencyKey);
    // Where that does not arrive, the next visit says it again.
    if (kept?.outcome && kept.held) void this.#port.cancelOrder(kept.order.account, kept.held.id);
    this.#told(state, previous);
  }

  readonly #effects: Effects<PurchaseState, PurchaseEvent> = {
    browsing: rest,
    // What the host does with it meanwhile is said before it is confirmed.
    reviewing: ({ draft }) => void this.#port.readOrders(draft.order.account),
    gating: ({ intent, refused, parked }, signal, send) => {
      this.#intents.attend(intent.idempotencyKey, signal);
      this.#port.whenVerified(signal, () => send({ type: 'passed', now: this.#page.now() }));
      this.#port.whenSubmitted(signal, () => void this.#held.leave());
      if (!parked) this.#pass(intent, refused, send);
    },
    waiting: ({ intent }, signal, send) => {
      this.#again = watchOrder(this.#port, intent, this.#page, signal, (order) => this.#held.hear(order));
      this.#port.whenVerified(signal, () => {
        send({ type: 'passed', now: this.#page.now() });
        this.#again?.();
      });
    },
    asking: ({ intent }, signal) => this.#intents.attend(intent.idempotencyKey, signal),
    purchasing: ({ intent }, signal, send) => {
      this.#intents.attend(intent.idempotencyKey, signal);
      void this.#buy(intent);
      after(answerDeadline, signal, () => send({ type: 'lost' }));
    },
    unconfirmed: ({ intent }, signal, send) => {
      this.#intents.attend(intent.idempotencyKey, signal);
      after(unconfirmedWait, signal, () => send({ type: 'waited' }));
      this.#again = repeatedly(() => this.#buy(intent), this.#page, signal);
    },
    purchased: rest,
    failed: rest,
  };

  #pass({ order }: Intent, refused: boolean, send: (event: PurchaseEvent) => void): void {
    this.#port.pass(order, refused).then(
      () => send({ type: 'passed', now: this.#page.now() }),
      (error: unknown) => send({ type: 'left', code: codeOf(error, 'dismissed'), now: this.#page.now() }),
    );
  }

  #buy(intent: Intent): Promise<void> {
    return buyOnce(
      this.#port,
      this.#intents,
      { ...intent, parked: false },
      {
        ended: (outcome) => this.#arrive(intent, outcome),
        // An answer may be so late that nobody is buying any more.
        answered: (event) => this.#arrive(intent, isUnsettled(this.state) ? event : heardAtTheGate(event)),
      },
    );
  }

  /** Takes an answer in, if it is about the intent at hand, and remembers it when it is the end. */
  #arrive(intent: Intent, event: PurchaseEvent | undefined): void {
    if (keyOf(this.state) !== intent.idempotencyKey) return;
    if (!event) {
      // Only the host would not keep it for later: it goes on as if it had not been asked.
      const kept = this.state.status === 'gating' && keptFrom(this.state);
      if (kept) this.#intents.keep(kept);
      return;
    }
    this.send(event);
    const { state } = this;
    const isGoingOn = isUnderWay(state) && keyOf(state) === intent.idempotencyKey;
    if (!isGoingOn && isOutcome(event)) this.#settle(intent, event);
    this.#see(intent.idempotencyKey);
  }

  #settle(intent: Intent, outcome: PurchaseOutcome): void {
    const { idempotencyKey } = intent;
    const { outcome: before, held } = this.#intents.read(idempotencyKey) ?? {};
    if (before && !(before.type === 'ended' && outcome.type === 'answered')) return;
    const seen = Boolean(this.#unlisten);
    const kept = { ...intent, touchedAt: this.#page.now(), parked: false, sent: true, seen, outcome };
    this.#intents.keep({ ...kept, ...(held && { held }) });
    this.#intents.tell(idempotencyKey);
  }

  /** Another tab has brought an intent to its end. */
  #hear(key: string): void {
    // An order without a key here is told by its id, and looked up.
    if (this.state.status === 'waiting' && this.state.intent.id === key) this.#again?.();
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
