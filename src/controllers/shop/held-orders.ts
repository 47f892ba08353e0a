import type { PagePort } from '../../core/page-port.js';
import type { HostOrder } from '../../core/shop/host-order.js';
import type { IntentPort } from '../../core/shop/intent-port.js';
import { heldFrom, joinedTo, outcomeOf } from '../../core/shop/joined-order.js';
import { keptAfterwards } from '../../core/shop/kept-intent.js';
import {
  type Intent,
  type KeptIntent,
  keyOf,
  type PurchaseEvent,
  type PurchaseOutcome,
  type PurchaseState,
} from '../../core/shop/purchase.js';
import { heardAtTheGate } from '../../core/shop/purchase-failure.js';
import type { PurchasePort } from '../../core/shop/purchase-port.js';
import { isKeptAs } from '../../core/shop/same-order.js';
import { buyOnce } from './buy-once.js';
import { answerPatience } from './watch-order.js';
import { within } from './within.js';

/** What only the purchase's controller can do. */
interface Doing {
  /** Writes down how an intent has ended, and tells the other tabs. */
  settle(intent: Intent, outcome: PurchaseOutcome): void;
  /** Takes in what an answer means for the intent at hand; undefined: nothing. */
  arrive(intent: Intent, event: PurchaseEvent | undefined): void;
  /** Looks for what is to be shown. */
  look(): void;
}

/** The orders that the account's host keeps until the approval, as far as the purchase's machine follows one. */
export class HeldOrders {
  readonly #machine: { readonly state: PurchaseState; send(event: PurchaseEvent): void };
  readonly #port: PurchasePort;
  readonly #intents: IntentPort;
  readonly #page: PagePort;
  readonly #doing: Doing;
  /** Orders whose end was heard here, by their ids: a list that is older, or keeps them, is no news of them. */
  readonly #over = new Set<string>();
  /** What is on its way to the host, by its key; once the person has given it up, with what ends when it has come. */
  readonly #leaving = new Map<string, AbortController | undefined>();

  constructor(
    machine: { readonly state: PurchaseState; send(event: PurchaseEvent): void },
    port: PurchasePort,
    intents: IntentPort,
    page: PagePort,
    doing: Doing,
  ) {
    this.#machine = machine;
    this.#port = port;
    this.#intents = intents;
    this.#page = page;
    this.#doing = doing;
  }

  /**
   * Shows an order of the host's list, if it is one that this browser is to follow. `isPutOff`: the person has left it
   * for something else, by its key or its id.
   */
  join(order: HostOrder, account: string, isPutOff: (key: string) => boolean): void {
    if (this.#machine.state.status !== 'browsing' || this.#over.has(order.id)) return;
    const kept = this.#intents.list(account).find((intent) => isKeptAs(intent, order));
    const now = this.#page.now();
    const joined = joinedTo(order, kept, { account, now, isPutOff: isPutOff(kept?.idempotencyKey ?? order.id) });
    if (joined === 'given up') void this.#port.cancelOrder(account, order.id);
    else if (joined) {
      this.#machine.send({ type: 'resumed', kept: joined, now, listed: order.status });
      this.hear(order);
    }
  }

  /** Takes in what the host says of the order that it keeps; whether it is buying it. */
  hear(order: HostOrder): boolean {
    const { state } = this.#machine;
    if (state.status !== 'waiting' || state.intent.id !== order.id) return false;
    const isBuying = order.status === 'buying';
    const outcome = outcomeOf(order);
    if (outcome) this.#end(state.intent, outcome);
    this.#machine.send(outcome ?? { type: 'standing', held: heldFrom(order), isBuying });
    return isBuying;
  }

  /** Kept before it is told, so that the other tabs find it; one without a key is told by its id, and looked up. */
  #end(intent: Intent, outcome: PurchaseOutcome): void {
    this.#over.add(intent.id);
    if (intent.idempotencyKey) this.#doing.settle(intent, outcome);
    else this.#intents.tell(intent.id);
  }

  /** Cancels the order. When it is too late, or there is no answer, the host's list tells where it stands. */
  async cancel(): Promise<void> {
    const { state } = this.#machine;
    if (state.status !== 'waiting') return;
    const { intent } = state;
    const {
      id,
      order: { account },
    } = intent;
    this.#machine.send({ type: 'cancelling', isStuck: false });
    const done = await within(answerPatience, this.#port.cancelOrder(account, id));
    const known = done ? undefined : await within(answerPatience, this.#port.readOrders(account, true));
    const now = this.#machine.state;
    if (now.status !== 'waiting' || now.intent.id !== id) return;
    const told = done ?? known?.orders.find((order) => order.id === id);
    if (told && this.hear(told)) return;
    if (!told && known && !known.isPartial) {
      // The host knows nothing of it. Should it turn up again, it is cancelled again.
      this.#end(intent, { type: 'ended' });
      this.#machine.send({ type: 'refused', code: 'order_cancelled' });
    } else this.#machine.send({ type: 'cancelling', isStuck: true });
  }

  /**
   * Leaves the order with a host that buys it after the approval, for the time nobody looks: if the person has read
   * that it may, and once at a time.
   */
  async leave(): Promise<void> {
    const { state } = this.#machine;
    if (state.status !== 'gating' || state.held || !state.intent.mayWait) return;
    const { intent, parked, sent } = state;
    const { idempotencyKey } = intent;
    if (this.#leaving.has(idempotencyKey)) return;
    this.#leaving.set(idempotencyKey, undefined);
    const heard = (event: PurchaseEvent | undefined) => {
      const givenUp = this.#leaving.get(idempotencyKey);
      this.#leaving.delete(idempotencyKey);
      if (keyOf(this.#machine.state) === idempotencyKey) this.#doing.arrive(intent, event);
      else this.#keepAfterwards({ ...intent, parked, sent }, event, Boolean(givenUp));
      givenUp?.abort();
    };
    await buyOnce(
      this.#port,
      this.#intents,
      { ...intent, parked },
      { ended: heard, answered: (event) => heard(heardAtTheGate(event)) },
    );
  }

  /** The person wants an intent no more: if it is on its way to the host, it is taken back there as soon as it came. */
  giveUp(key: string): void {
    if (!this.#leaving.has(key) || this.#leaving.get(key)) return;
    const arriving = new AbortController();
    this.#leaving.set(key, arriving);
    this.#intents.attend(key, arriving.signal);
  }

  #keepAfterwards(intent: KeptIntent, heard: PurchaseEvent | undefined, isGivenUp: boolean): void {
    const stored = this.#intents.read(intent.idempotencyKey)?.outcome;
    const kept = keptAfterwards(intent, heard, isGivenUp || stored?.type === 'ended');
    if (!kept || (stored && stored.type !== 'ended')) return;
    this.#intents.keep(kept);
    if (!kept.outcome) return;
    this.#intents.tell(intent.idempotencyKey);
    if (kept.held) void this.#port.cancelOrder(intent.order.account, kept.held.id);
    this.#doing.look();
  }
}
