import type { PagePort } from '../../core/page-port.js';
import type { HostOrder } from '../../core/shop/host-order.js';
import type { IntentPort } from '../../core/shop/intent-port.js';
import { heldFrom, joinedTo, outcomeOf } from '../../core/shop/joined-order.js';
import {
  type Intent,
  keyOf,
  type PurchaseEvent,
  type PurchaseOutcome,
  type PurchaseState,
} from '../../core/shop/purchase.js';
import type { PurchasePort } from '../../core/shop/purchase-port.js';
import { isKeptAs } from '../../core/shop/same-order.js';

/** What only the purchase's controller can do. */
interface Doing {
  /** Writes down how an intent has ended, and tells the other tabs. */
  settle(intent: Intent, outcome: PurchaseOutcome): void;
  /** Sends the order. */
  buy(intent: Intent): Promise<void>;
}

/** The orders that the account's host keeps until the approval, as far as the purchase's machine follows one. */
export class HeldOrders {
  readonly #machine: { readonly state: PurchaseState; send(event: PurchaseEvent): void };
  readonly #port: PurchasePort;
  readonly #intents: IntentPort;
  readonly #page: PagePort;
  readonly #doing: Doing;

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
    if (this.#machine.state.status !== 'browsing') return;
    const kept = this.#intents.list(account).find((intent) => isKeptAs(intent, order));
    const now = this.#page.now();
    const joined = joinedTo(order, kept, { account, now, isPutOff: isPutOff(kept?.idempotencyKey ?? order.id) });
    if (joined === 'given up') void this.#port.cancelOrder(account, order.id);
    else if (joined) {
      this.#machine.send({ type: 'resumed', kept: joined, now });
      this.hear(order);
    }
  }

  /** Takes in what the host says of the order that it keeps; whether it is buying it. */
  hear(order: HostOrder): boolean {
    const { state } = this.#machine;
    if (state.status !== 'waiting' || state.intent.id !== order.id) return false;
    const isBuying = order.status === 'buying';
    const outcome = outcomeOf(order);
    // Kept before it is told, so that the other tabs find it; one without a key is told by its id, and looked up.
    if (outcome && keyOf(state)) this.#doing.settle(state.intent, outcome);
    else if (outcome) this.#intents.tell(order.id);
    this.#machine.send(outcome ?? { type: 'standing', held: heldFrom(order), isBuying });
    return isBuying;
  }

  /** Cancels the order. When it is too late, or there is no answer, the host's list tells where it stands. */
  async cancel(): Promise<void> {
    const { state } = this.#machine;
    if (state.status !== 'waiting') return;
    const { id, order } = state.intent;
    const told =
      (await this.#port.cancelOrder(order.account, id)) ??
      (await this.#port.readOrders(order.account, true))?.orders.find((known) => known.id === id);
    if (!(told && this.hear(told))) this.#machine.send({ type: 'stuck' });
  }

  /** Leaves the order with a host that buys it after the approval, for the time nobody looks. */
  async leave({ order, idempotencyKey }: Intent, signal: AbortSignal): Promise<void> {
    if (!(await this.#port.readOrders(order.account))?.finish || signal.aborted) return;
    const { state } = this.#machine;
    if (state.status === 'gating' && keyOf(state) === idempotencyKey && !state.held)
      await this.#doing.buy(state.intent);
  }
}
