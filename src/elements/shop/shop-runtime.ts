import type { PropertyValues, TemplateResult } from 'lit';
import { report } from '../../adapters/console.js';
import { intentStorage } from '../../adapters/intent-storage.js';
import { buyNumbers } from '../../adapters/number-endpoints.js';
import { PurchaseController, type PurchaseHost } from '../../controllers/purchase-controller.js';
import { format } from '../../core/format.js';
import { isRegulated } from '../../core/gate/regulated.js';
import { type Labels, mergeLabels } from '../../core/labels.js';
import { type AvailablePhoneNumber, fitPurchase, type PurchaseAnswer } from '../../core/shop/number-contracts.js';
import { toOrdered } from '../../core/shop/numbers-query.js';
import type { Draft, Intent, Order, OrderedNumber, PurchaseState } from '../../core/shop/purchase.js';
import { LcFailedEvent, LcPurchasedEvent, LcStateChangeEvent } from '../events/events.js';
import type { LcIdentityGate } from '../gate/identity-gate.js';
import { nearestLanguage } from '../language.js';
import { loadLabels } from '../load-labels.js';
import type { comboboxField } from './combobox-field.js';
import { type Choices, Comboboxes } from './comboboxes.js';
import { LongList } from './long-list.js';
import type { LcNumberPurchase } from './number-purchase.js';
import { shopView, styleSheets } from './shop-screens.js';
import { ShopSearch } from './shop-search.js';

/** A number of a pool that is being put together. */
interface Choice {
  ordered: OrderedNumber;
  offer: AvailablePhoneNumber;
}

/** What the shop does once someone is about to use it. */
export class ShopRuntime implements PurchaseHost {
  readonly #element: LcNumberPurchase;
  readonly #controller = new PurchaseController(this, intentStorage());
  readonly #search: ShopSearch;
  readonly #list: LongList;
  readonly #comboboxes: Comboboxes;
  readonly #chosen = new Map<string, Choice>();
  #labels: Labels;
  #language: string;
  #page: AbortController | undefined;
  #events: Event[] = [];
  #focused: string = 'browsing';
  #hadFocus = false;
  /** The number of the review that was just left. */
  #reviewed: string | undefined;

  /** The runtime, with its words loaded. */
  static async of(element: LcNumberPurchase, field: typeof comboboxField): Promise<ShopRuntime> {
    const language = nearestLanguage(element);
    return new ShopRuntime(element, language, await loadLabels(language), field);
  }

  private constructor(element: LcNumberPurchase, language: string, labels: Labels, field: typeof comboboxField) {
    this.#element = element;
    this.#language = language;
    this.#labels = labels;
    this.#search = new ShopSearch(element);
    this.#list = new LongList(() => element.requestUpdate());
    this.#comboboxes = new Comboboxes(() => element.requestUpdate(), field);
    const root = element.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styleSheets];
    if (element.query) this.#search.take({ ...element.query });
  }

  get state(): PurchaseState {
    return this.#controller.state;
  }

  /** The country that was chosen here, or came with the `query`. */
  get country(): string | undefined {
    return this.#search.country;
  }

  /** The country's field with its list. */
  countryField(choices: Omit<Choices, 'choose'>): TemplateResult {
    return this.#comboboxes.field({ ...choices, choose: (country) => this.#search.choose(country) });
  }

  connect(): void {
    this.#page?.abort();
    const { signal } = (this.#page = new AbortController());
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#controller.touch() : this.#resume()), {
      signal,
    });
    window.addEventListener('online', () => this.#search.retry(), { signal });
    this.#controller.connect();
    this.#resume();
  }

  disconnect(): void {
    this.#page?.abort();
    this.#controller.disconnect();
    this.#search.stop();
    this.#list.disconnect();
    this.#comboboxes.disconnect();
  }

  /** Loads the words of the page's language as it is now. */
  async relabel(): Promise<void> {
    const language = nearestLanguage(this.#element);
    const labels = await loadLabels(language).catch(() => this.#labels);
    if (language !== nearestLanguage(this.#element)) return;
    this.#labels = labels;
    this.#language = language;
    this.#element.requestUpdate();
  }

  find(): void {
    this.#search.submit();
  }

  view(): unknown {
    return shopView({
      state: this.state,
      search: this.#search,
      list: this.#list,
      comboboxes: this.#comboboxes,
      labels: this.#words,
      language: this.#language,
      mode: this.#element.mode,
      chosen: [...this.#chosen.values()].map(({ offer }) => offer),
      choose: (number) => this.#choose(number),
      clear: () => {
        this.#chosen.clear();
        this.#element.requestUpdate();
      },
      review: () => this.#review(),
      confirm: () => this.#controller.confirm(),
      again: () => this.#controller.again(),
      replace: () => this.#controller.send({ type: 'replace' }),
      back: () => this.#controller.send({ type: 'back' }),
    });
  }

  willUpdate(changed: PropertyValues<LcNumberPurchase>): void {
    if (changed.has('account')) {
      if (changed.get('account')) this.#controller.reset();
      this.#resume();
    }
    if (changed.has('country')) this.#search.country = undefined;
    if (changed.has('query') && this.#element.query) this.#search.take({ ...this.#element.query });
    if (changed.has('numbers') && changed.get('numbers') !== undefined) this.#search.again();
    if (changed.has('mode') && changed.get('mode')) this.#chosen.clear();
  }

  updated({ states }: ElementInternals): void {
    const { status } = this.state;
    if (!states?.has(status)) {
      states?.clear();
      states?.add(status);
    }
    const { renderRoot } = this.#element;
    if (status !== this.#focused) {
      this.#focused = status;
      // A screen that comes by itself takes the focus of nobody who is elsewhere on the page.
      // Who only looked at a number goes on where it stands.
      const row = status === 'browsing' && this.#search.buttonOf(this.#reviewed);
      if (this.#hadFocus)
        (row || renderRoot.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: status === 'browsing' && !row });
    }
    this.#list.observe(renderRoot.querySelector('.list'));
    this.#comboboxes.rendered(renderRoot);
    const events = this.#events;
    this.#events = [];
    for (const event of events) this.#element.dispatchEvent(event);
  }

  /** @see PurchaseHost */
  stateChanged(state: PurchaseState, previous: PurchaseState): void {
    // A press beside the buttons, such as the second one of a double click, drops the focus; it is still ours while nobody else has it.
    this.#hadFocus =
      this.#element.matches(':focus-within') || (this.#hadFocus && document.activeElement === document.body);
    if (state.status !== previous.status) {
      this.#reviewed = previous.status === 'reviewing' ? previous.draft.order.numbers[0]?.phoneNumber : undefined;
      this.#events.push(new LcStateChangeEvent({ status: state.status, previous: previous.status }));
      if (state.status === 'purchased') this.#bought(state);
      if (state.status === 'failed') this.#events.push(new LcFailedEvent({ code: state.code }));
      if (state.status === 'browsing') this.#browse(state, previous);
    }
    this.#element.requestUpdate();
  }

  /** @see PurchaseHost */
  async pass(order: Order, refused: boolean): Promise<unknown> {
    const gate = this.#gate();
    if (refused) await gate.refused();
    const regulated = order.numbers.find(({ countryCode, phoneNumber }) =>
      isRegulated({ country: countryCode, number: phoneNumber }),
    );
    const { countryCode, phoneNumber } = regulated ?? order.numbers[0]!;
    return gate.ensureVerified({
      action: order.pool ? 'number-pool-purchase' : 'number-purchase',
      country: countryCode,
      number: phoneNumber,
    });
  }

  /** @see PurchaseHost */
  whenVerified(signal: AbortSignal, verified: () => void): void {
    const gate = this.#gate();
    gate.addEventListener('verified', verified, { signal });
    if (gate.status === 'verified') queueMicrotask(() => signal.aborted || verified());
  }

  /** @see PurchaseHost */
  async buy({ order, idempotencyKey }: Intent): Promise<PurchaseAnswer> {
    const { api, purchaseUrl, fetch, purchase } = this.#element;
    try {
      if (!purchase)
        return await buyNumbers(fetch ?? globalThis.fetch, purchaseUrl || (api && `${api}/purchases`) || undefined, {
          order,
          idempotencyKey,
        });
      // A purchase is never aborted; the signal is there for the host's own clients.
      const answer = await purchase(order, { idempotencyKey, signal: new AbortController().signal });
      return fitPurchase(answer, 'The purchase property', order.numbers);
    } catch (error) {
      report(`The purchase was not answered: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  #bought({ intent, receipt }: Extract<PurchaseState, { status: 'purchased' }>): void {
    this.#events.push(new LcPurchasedEvent({ order: intent.order, receipt }));
    this.#search.hide(receipt.numbers.map(({ phoneNumber }) => phoneNumber));
    this.#chosen.clear();
  }

  /** Back at the list: without what is gone, near to what somebody else has bought. */
  #browse({ notice }: Extract<PurchaseState, { status: 'browsing' }>, previous: PurchaseState): void {
    const gone = notice?.draft.order.numbers;
    if (gone) {
      this.#search.hide(gone.map(({ phoneNumber }) => phoneNumber));
      for (const { phoneNumber } of gone) this.#chosen.delete(phoneNumber);
    }
    if (gone || previous.status === 'purchased')
      this.#search.again(gone?.[0] ?? ('intent' in previous ? previous.intent.order.numbers[0] : undefined));
    this.#resume();
  }

  #choose(offer: AvailablePhoneNumber): void {
    const { found } = this.#search;
    if (!found) return;
    const ordered = toOrdered(offer, found.query.countryCode);
    const { phoneNumber } = offer;
    if (this.#element.mode !== 'pool')
      return this.#send({ order: { account: this.#element.account, numbers: [ordered] }, offers: [offer] });
    if (!this.#chosen.delete(phoneNumber)) this.#chosen.set(phoneNumber, { ordered, offer });
    this.#element.requestUpdate();
  }

  #review(): void {
    const { state } = this;
    if (this.#chosen.size === 0) return;
    const choices = [...this.#chosen.values()];
    // The name is ours: what a person types does not belong into the browser's storage.
    const date = new Intl.DateTimeFormat(this.#language, { dateStyle: 'long' }).format(new Date());
    const name = format(this.#words.pool.name, { date });
    const pool = (state.status === 'browsing' && state.replacing?.pool) || { name };
    this.#send({
      order: { account: this.#element.account, numbers: choices.map(({ ordered }) => ordered), pool },
      offers: choices.map(({ offer }) => offer),
    });
  }

  #send(draft: Draft): void {
    this.#controller.send({ type: 'choose', draft });
  }

  #resume(): void {
    const { account } = this.#element;
    if (account) void this.#controller.resume(account);
  }

  get #words(): Labels['purchase'] {
    return mergeLabels(this.#labels, this.#element.labels ?? undefined).purchase;
  }

  #gate(): LcIdentityGate {
    return this.#element.renderRoot.querySelector('lc-identity-gate')!;
  }
}
