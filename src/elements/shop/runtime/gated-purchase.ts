import { addressOf } from '../../../adapters/addresses.js';
import { report } from '../../../adapters/console.js';
import { hostFetch } from '../../../adapters/host-fetch.js';
import { buyNumbers } from '../../../adapters/shop/number-endpoints.js';
import { cancelAt } from '../../../adapters/shop/order-endpoints.js';
import { LcError, type LcErrorCode } from '../../../core/errors.js';
import { type Progress, progressOf } from '../../../core/gate/dialog/progress.js';
import type { GateStatus } from '../../../core/gate/gate.js';
import type { StatusAnswer } from '../../../core/gate/status-contract.js';
import { isRegulated } from '../../../core/regulated.js';
import { fitOrders, type HostOrder, type HostOrders } from '../../../core/shop/host-order.js';
import { fitPurchase, type PurchaseAnswer } from '../../../core/shop/number-contracts.js';
import {
  type Intent,
  leadsBack,
  type Order,
  type OrderedNumber,
  type PurchaseState,
} from '../../../core/shop/purchase.js';
import type { PurchasePort } from '../../../core/shop/purchase-port.js';
import { promisesToFinish, type Saying, type Standing, sayingsOf, standingOf } from '../../../core/shop/standing.js';
import { LcFailedEvent } from '../../events/events.js';
import type { LcIdentityGate } from '../../gate/identity-gate.js';
import { lazyPart } from '../../lazy-part.js';
import type { ShopElement } from '../shop-element.js';

/** Asks the host for its orders: what a page loads before somebody is about to use the shop. */
const asking = lazyPart(() => import('../orders/look.js'));

const leftOut = ({ message }: LcError): void => report(`${message} That order is left out.`);

/** What stands between an order and its purchase. */
export interface Prospect {
  /** Where the buyer stands with their identity, as far as this order asks for it. */
  standing: Standing;
  /** What is asked, and how much of it is done. */
  progress: Progress;
  /** From when on it may be tried again, an ISO 8601 time. */
  retryAt: string | null | undefined;
  /** For how many seconds the host keeps the order until the approval; 0 when it does not. */
  finish: number;
  /** What is said of it before the order is confirmed. */
  said: readonly Saying[];
  /** The screen says that the host may keep the order. */
  mayWait: boolean;
  /** Asks the host where the account stands now. */
  check(): void;
}

/** Before the host has said anything. */
const unheard: StatusAnswer = { verified: false, required: true, status: 'none' };

const orderOf = (state: PurchaseState): Order | undefined => {
  if ('draft' in state) return state.draft.order;
  return 'intent' in state ? state.intent.order : undefined;
};

const isRegulatedNumber = ({ countryCode, phoneNumber }: OrderedNumber): boolean =>
  isRegulated({ country: countryCode, number: phoneNumber });

/**
 * What a shop's purchase goes through: the gate inside its element, then the page's own function or the purchase
 * endpoint.
 */
export class GatedPurchase implements PurchasePort {
  readonly #element: ShopElement;
  /** As the host has said last. */
  #finish = 0;
  readonly #failed: (event: LcFailedEvent) => void;

  /** `hidden` hears that the gate's dialog cannot be seen: then nothing becomes of the purchase until it can. */
  constructor(element: ShopElement, hidden: (event: LcFailedEvent) => void) {
    this.#element = element;
    this.#failed = ({ detail }) => detail.code === 'not_rendered' && hidden(new LcFailedEvent(detail));
  }

  /** Calls back with every status of the gate. */
  whenChanged(signal: AbortSignal, changed: (status: GateStatus) => void): void {
    const gate = this.#gate;
    gate.addEventListener('statechange', () => changed(gate.status), { signal });
  }

  /** Calls back when the host has said something else of the account, whether the gate shows it or not. */
  whenTold(signal: AbortSignal, told: () => void): void {
    const gate = this.#gate;
    let { answer } = gate;
    const watch = {
      hostUpdated() {
        if (gate.answer === answer) return;
        ({ answer } = gate);
        told();
      },
    };
    gate.addController(watch);
    signal.addEventListener('abort', () => gate.removeController(watch));
  }

  /** What lies ahead of an order. */
  prospect(state: PurchaseState): Prospect {
    const { status, answer = unheard } = this.#gate;
    const progress = progressOf({ status: 'required', answer });
    const { numbers } = orderOf(state) ?? { numbers: [] };
    // What was refused, or waits for the approval, is asked for whatever its country.
    const isAsked =
      state.status === 'waiting' || ('refused' in state && state.refused) || numbers.some(isRegulatedNumber);
    const standing = isAsked ? standingOf(status, this.#gate.answer, progress.done > 0, Date.now()) : 'free';
    const isUnconfirmed = state.status === 'reviewing' || (state.status === 'asking' && !state.sent);
    const said = isUnconfirmed ? sayingsOf(standing, this.#finish > 0) : [];
    return {
      standing,
      progress,
      retryAt: answer.retryAt,
      finish: this.#finish,
      said,
      mayWait: promisesToFinish(said),
      check: () => void this.#gate.check(),
    };
  }

  async pass({ numbers, pool }: Order, refused: boolean): Promise<unknown> {
    const gate = this.#gate;
    gate.addEventListener('failed', this.#failed);
    const action = pool ? 'number-pool-purchase' : 'number-purchase';
    if (refused) {
      // The server knows better than the country does.
      await gate.refused();
      return gate.ensureVerified({ action });
    }
    const { countryCode, phoneNumber } = numbers.find(isRegulatedNumber) ?? numbers[0]!;
    return gate.ensureVerified({ action, country: countryCode, number: phoneNumber });
  }

  whenVerified(signal: AbortSignal, verified: () => void): void {
    const gate = this.#gate;
    gate.addEventListener('verified', verified, { signal });
    // Who is asked no more need not wait any longer either.
    this.whenChanged(signal, (status) => status === 'exempt' && verified());
    if (gate.status === 'verified') queueMicrotask(() => signal.aborted || verified());
  }

  whenSubmitted(signal: AbortSignal, submitted: () => void): void {
    const look = (status: GateStatus) => (status === 'confirming' || status === 'review') && submitted();
    this.whenChanged(signal, look);
    look(this.#gate.status);
  }

  async readOrders(account: string, anew?: boolean): Promise<HostOrders | undefined> {
    try {
      const { askOrders } = await asking();
      const answer = await askOrders(this.#element, account, anew);
      const known = answer ? fitOrders(answer, leftOut) : undefined;
      if (known) this.#finish = known.finish;
      this.#element.requestUpdate();
      return known;
    } catch (error) {
      report((error as Error).message);
      return undefined;
    }
  }

  async cancelOrder(account: string, id: string): Promise<HostOrder | undefined> {
    try {
      const url = await this.#ordersUrl();
      return url ? await cancelAt(hostFetch(this.#element), url, account, id) : undefined;
    } catch {
      return undefined;
    }
  }

  async buy(intent: Intent): Promise<PurchaseAnswer> {
    try {
      return await this.#sold(intent);
    } catch (error) {
      // What the gate is for is no fault; but an order that nobody could follow or cancel here is none that waits.
      const { code } = (error ?? {}) as { code?: LcErrorCode };
      if (code === 'verification_required')
        throw (await this.#ordersUrl().catch(() => undefined)) ? error : new LcError('verification_required');
      // A number that is gone is an answer like another.
      if (!code || !leadsBack.includes(code))
        report(`The purchase was not answered: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  async #ordersUrl(): Promise<string | undefined> {
    return (await asking()).ordersUrlOf(this.#element);
  }

  async #sold({ order, idempotencyKey }: Intent): Promise<PurchaseAnswer> {
    const { purchase } = this.#element;
    const url = addressOf(this.#element, 'purchaseUrl');
    if (!purchase) return buyNumbers(hostFetch(this.#element), url, { order, idempotencyKey });
    // A purchase is never aborted; the signal is there for the host's own clients.
    const answer = await purchase(order, { idempotencyKey, signal: new AbortController().signal });
    return fitPurchase(answer, 'The purchase property', order.numbers);
  }

  get #gate(): LcIdentityGate {
    return this.#element.renderRoot.querySelector('lc-identity-gate')!;
  }
}
