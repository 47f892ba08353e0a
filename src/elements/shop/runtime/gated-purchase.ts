import { addressOf } from '../../../adapters/addresses.js';
import { report } from '../../../adapters/console.js';
import { hostFetch } from '../../../adapters/host-fetch.js';
import { buyNumbers } from '../../../adapters/shop/number-endpoints.js';
import { isRegulated } from '../../../core/regulated.js';
import { fitPurchase, type PurchaseAnswer } from '../../../core/shop/number-contracts.js';
import type { Intent, Order } from '../../../core/shop/purchase.js';
import type { PurchasePort } from '../../../core/shop/purchase-port.js';
import { LcFailedEvent } from '../../events/events.js';
import type { LcIdentityGate } from '../../gate/identity-gate.js';
import type { ShopElement } from '../shop-element.js';

/**
 * What a shop's purchase goes through: the gate inside its element, then the page's own function or the purchase
 * endpoint.
 */
export class GatedPurchase implements PurchasePort {
  readonly #element: ShopElement;
  readonly #failed: (event: LcFailedEvent) => void;

  /** `hidden` hears that the gate's dialog cannot be seen: then nothing becomes of the purchase until it can. */
  constructor(element: ShopElement, hidden: (event: LcFailedEvent) => void) {
    this.#element = element;
    this.#failed = ({ detail }) => detail.code === 'not_rendered' && hidden(new LcFailedEvent(detail));
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
    const regulated = numbers.find(({ countryCode, phoneNumber }) =>
      isRegulated({ country: countryCode, number: phoneNumber }),
    );
    const { countryCode, phoneNumber } = regulated ?? numbers[0]!;
    return gate.ensureVerified({ action, country: countryCode, number: phoneNumber });
  }

  whenVerified(signal: AbortSignal, verified: () => void): void {
    const gate = this.#gate;
    gate.addEventListener('verified', verified, { signal });
    if (gate.status === 'verified') queueMicrotask(() => signal.aborted || verified());
  }

  async buy(intent: Intent): Promise<PurchaseAnswer> {
    try {
      return await this.#sold(intent);
    } catch (error) {
      report(`The purchase was not answered: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
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
