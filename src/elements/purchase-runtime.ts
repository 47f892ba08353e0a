import type { PropertyValues } from 'lit';
import { report } from '../adapters/console.js';
import { buyNumbers, searchNumbers } from '../adapters/number-endpoints.js';
import { PurchaseController, type PurchaseHost } from '../controllers/purchase-controller.js';
import { SearchController } from '../controllers/search-controller.js';
import { LcError } from '../core/errors.js';
import { mergeLabels, type Labels } from '../core/labels.js';
import { fitNumbers, fitPurchase, type AvailablePhoneNumber, type NumbersAnswer, type PurchaseAnswer } from '../core/number-contracts.js';
import { matches, queryFor, toOrdered, type NumbersQuery } from '../core/numbers-query.js';
import type { Intent, Order, PurchaseState } from '../core/purchase.js';
import { isRegulated } from '../core/regulated.js';
import { LcFailedEvent, LcPurchasedEvent, LcStateChangeEvent } from './events.js';
import type { LcIdentityGate } from './identity-gate.js';
import { nearestLanguage } from './language.js';
import { loadLabels } from './load-labels.js';
import type { LcNumberPurchase } from './number-purchase.js';
import { purchaseView, styleSheets } from './purchase-screens.js';

/** How many numbers are shown at first and with every "show more". */
const pageSize = 20;

/** What the shop does once someone is about to use it. */
export class PurchaseRuntime implements PurchaseHost {
  readonly #element: LcNumberPurchase;
  readonly #controller = new PurchaseController(this);
  readonly #search: SearchController;
  #labels: Labels;
  #language: string;
  #shown = pageSize;
  #events: Event[] = [];
  #focused: string = 'browsing';

  /** The runtime, with its words loaded. */
  static async of(element: LcNumberPurchase): Promise<PurchaseRuntime> {
    const language = nearestLanguage(element);
    return new PurchaseRuntime(element, language, await loadLabels(language));
  }

  private constructor(element: LcNumberPurchase, language: string, labels: Labels) {
    this.#element = element;
    this.#language = language;
    this.#labels = labels;
    this.#search = new SearchController(
      (query, signal) => this.#find(query, signal),
      () => element.requestUpdate(),
    );
    const root = element.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styleSheets];
  }

  get state(): PurchaseState {
    return this.#controller.state;
  }

  connect(): void {
    this.#controller.connect();
  }

  disconnect(): void {
    this.#controller.disconnect();
    this.#search.stop();
  }

  find(country: string, typed: string): void {
    this.#shown = pageSize;
    void this.#relabel();
    void this.#search.search(queryFor(country, typed));
  }

  view(): unknown {
    return purchaseView({
      state: this.state,
      search: this.#search.state,
      labels: mergeLabels(this.#labels, this.#element.labels ?? undefined).purchase,
      language: this.#language,
      shown: this.#shown,
      choose: (number) => this.#choose(number),
      confirm: () => this.#controller.send({ type: 'confirm', idempotencyKey: crypto.randomUUID() }),
      back: () => this.#back(),
      more: () => {
        this.#shown += pageSize;
        this.#element.requestUpdate();
      },
      again: () => this.#searchAgain(),
    });
  }

  updated(changed: PropertyValues<LcNumberPurchase>, { states }: ElementInternals): void {
    if (changed.has('account') && changed.get('account')) this.#controller.send({ type: 'reset' });
    const { status } = this.state;
    if (!states?.has(status)) {
      states?.clear();
      states?.add(status);
    }
    if (status !== this.#focused) {
      this.#focused = status;
      this.#element.renderRoot.querySelector<HTMLElement>('h2')?.focus({ preventScroll: status === 'browsing' });
    }
    const events = this.#events;
    this.#events = [];
    for (const event of events) this.#element.dispatchEvent(event);
  }

  /** @see PurchaseHost */
  stateChanged(state: PurchaseState, previous: PurchaseState): void {
    if (state.status !== previous.status) {
      this.#events.push(new LcStateChangeEvent({ status: state.status, previous: previous.status }));
      if (state.status === 'purchased') this.#events.push(new LcPurchasedEvent({ order: state.intent.order, receipt: state.receipt }));
      if (state.status === 'failed') this.#events.push(new LcFailedEvent({ code: state.code }));
      // The list still holds the number that somebody else has taken.
      if (state.status === 'browsing' && state.notice) this.#searchAgain();
    }
    this.#element.requestUpdate();
  }

  /** @see PurchaseHost */
  async pass(order: Order, refused: boolean): Promise<unknown> {
    const gate = this.#gate();
    if (refused) await gate.refused();
    const regulated = order.numbers.find(({ countryCode, phoneNumber }) => isRegulated({ country: countryCode, number: phoneNumber }));
    const { countryCode, phoneNumber } = regulated ?? order.numbers[0]!;
    return gate.ensureVerified({ action: order.pool ? 'number-pool-purchase' : 'number-purchase', country: countryCode, number: phoneNumber });
  }

  /** @see PurchaseHost */
  whenVerified(signal: AbortSignal, verified: () => void): void {
    this.#gate().addEventListener('verified', verified, { signal });
  }

  /** @see PurchaseHost */
  async buy(intent: Intent): Promise<PurchaseAnswer> {
    const { api, purchaseUrl, fetch, purchase } = this.#element;
    try {
      if (!purchase) return await buyNumbers(fetch ?? globalThis.fetch, purchaseUrl || (api && `${api}/purchases`) || undefined, intent);
      // A purchase is never aborted; the signal is there for the host's own clients.
      const answer = await purchase(intent.order, { idempotencyKey: intent.idempotencyKey, signal: new AbortController().signal });
      return fitPurchase(answer, 'The purchase property');
    } catch (error) {
      report(`The purchase was not answered: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  async #find(query: NumbersQuery, signal: AbortSignal): Promise<NumbersAnswer> {
    const { api, numbersUrl, fetch, search, numbers } = this.#element;
    try {
      if (numbers) return { numbers: fitNumbers({ numbers }, 'The numbers property').numbers.filter((number) => matches(number, query)) };
      if (search) return fitNumbers(await search(query, { signal }), 'The search property');
      const url = numbersUrl || (api && `${api}/numbers`);
      if (!url) throw new LcError('not_configured', '<lc-number-purchase> has no numbers-url. Set api="…", numbers-url="…", or the search or numbers property.');
      return await searchNumbers(fetch ?? globalThis.fetch, url, query, signal);
    } catch (error) {
      if (!signal.aborted) report(`Numbers could not be searched: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  #choose(number: AvailablePhoneNumber): void {
    const { state } = this.#search;
    if (state.status !== 'found') return;
    const ordered = toOrdered(number, state.query.countryCode, state.answer.fingerprintId ?? null);
    this.#controller.send({ type: 'choose', order: { account: this.#element.account, numbers: [ordered] } });
  }

  #back(): void {
    const sold = this.state.status === 'purchased';
    this.#controller.send({ type: 'back' });
    if (sold) this.#searchAgain();
  }

  #searchAgain(): void {
    const { state } = this.#search;
    if (state.status !== 'idle') void this.#search.search(state.query);
  }

  /** The page's language may have changed since the words were loaded. */
  async #relabel(): Promise<void> {
    const language = nearestLanguage(this.#element);
    if (language === this.#language) return;
    this.#labels = await loadLabels(language);
    this.#language = language;
    this.#element.requestUpdate();
  }

  #gate(): LcIdentityGate {
    return this.#element.renderRoot.querySelector('lc-identity-gate')!;
  }
}
