import { html, type PropertyValues, type TemplateResult } from 'lit';
import { report } from '../../../adapters/console.js';
import { page } from '../../../adapters/page.js';
import { intentStorage } from '../../../adapters/shop/intent-storage.js';
import { PurchaseController } from '../../../controllers/shop/purchase-controller.js';
import { textOf } from '../../../core/account-id.js';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { toOrdered } from '../../../core/shop/ordered-number.js';
import { isUnderWay, keyOf, type PurchaseState } from '../../../core/shop/purchase.js';
import { failureOf } from '../../../core/shop/purchase-failure.js';
import { areSame } from '../../../core/shop/same-numbers.js';
import { adopt } from '../../adopt.js';
import { afterRender } from '../../after-render.js';
import { LcFailedEvent, LcStateChangeEvent } from '../../events/events.js';
import { Outbox } from '../../events/outbox.js';
import { whenSpoken } from '../../words.js';
import { orders } from '../orders.js';
import type { ShopElement } from '../shop-element.js';
import { type Choices, Comboboxes } from './comboboxes.js';
import { GatedPurchase } from './gated-purchase.js';
import { LongList } from './long-list.js';
import { PoolTray, poolName } from './pool-tray.js';
import { ScreenFocus } from './screen-focus.js';
import type { ShopView } from './shop-parts.js';
import { shopView, styleSheets } from './shop-screens.js';
import { ShopSearch } from './shop-search.js';
import { ShopVoice } from './shop-voice.js';
import { ShopWords } from './shop-words.js';
import { present, tellPurchase } from './told-purchases.js';

/** What the shop does once someone is about to use it. */
export class ShopRuntime {
  readonly #element: ShopElement;
  readonly #controller: PurchaseController;
  readonly #purchase: GatedPurchase;
  readonly #outbox: Outbox;
  readonly #search: ShopSearch;
  readonly #list: LongList;
  readonly #comboboxes: Comboboxes;
  readonly #tray: PoolTray;
  readonly #words: ShopWords;
  #page: AbortController | undefined;
  readonly #focus = new ScreenFocus();
  readonly #aloud = new ShopVoice();
  /** What was rendered last. */
  #shown: ShopView | undefined;
  /** Of the review that was just left. */
  #reviewed: string | undefined;

  /** The runtime, with its words loaded. */
  static async of(element: ShopElement): Promise<ShopRuntime> {
    return new ShopRuntime(element, await ShopWords.of(element));
  }

  private constructor(element: ShopElement, words: ShopWords) {
    this.#element = element;
    this.#words = words;
    this.#outbox = new Outbox(element);
    this.#purchase = new GatedPurchase(element, this.#tell);
    this.#controller = new PurchaseController(this.#purchase, intentStorage(), page, this.#changed);
    this.#search = new ShopSearch(element, () => words.labels.purchase.filters.types);
    const changed = () => element.requestUpdate();
    this.#tray = new PoolTray(changed);
    this.#list = new LongList(changed);
    this.#comboboxes = new Comboboxes(changed);
    adopt(element.shadowRoot!, styleSheets);
    if (element.query) this.#search.take({ ...element.query });
  }

  get state(): PurchaseState {
    return this.#controller.state;
  }

  /** The country that was chosen here, or came with the `query`. */
  get country(): string | undefined {
    return this.#search.country;
  }

  /** What may be typed, below the field for it. */
  get hint(): TemplateResult {
    const { hints } = this.#words.labels.purchase;
    const hint = hints[this.#element.shownCountry as keyof typeof hints] ?? hints.other;
    return html`<small id="digits-hint">${hint}</small>`;
  }

  /** The country's field with its list. */
  countryField(choices: Omit<Choices, 'choose'>): TemplateResult {
    return this.#comboboxes.field({ ...choices, choose: (country) => void this.#search.choose(country) });
  }

  connect(): void {
    if (!customElements.get('lc-identity-gate'))
      report('<lc-number-purchase> needs <lc-identity-gate>. Import "lc-identity-gate/define".');
    this.#page?.abort();
    this.#page = new AbortController();
    const { signal } = this.#page;
    const looked = () => (document.hidden ? this.#controller.touch() : this.#resume());
    document.addEventListener('visibilitychange', looked, { signal });
    window.addEventListener('online', () => this.#search.retry(), { signal });
    this.#purchase.whenChanged(signal, (status) => status === 'verified' && this.#resume(true));
    this.#purchase.whenTold(signal, () => this.#element.requestUpdate());
    const renew = () => void this.#words.renew();
    whenSpoken(renew, signal);
    renew();
    present.add(this.#element);
    this.#controller.connect();
    this.#resume();
  }

  disconnect(): void {
    present.delete(this.#element);
    this.#page?.abort();
    this.#controller.disconnect();
    this.#search.stop();
    this.#list.disconnect();
    this.#comboboxes.disconnect();
  }

  find(): void {
    void this.#search.submit();
  }

  /** Makes the first search by itself, if there is nothing else to show. */
  arrive(): void {
    if (this.state.status === 'browsing') this.#search.arrive();
  }

  view(): unknown {
    const { voice, labels } = this.#words;
    const prospect = this.#purchase.prospect(this.state);
    this.#shown = {
      words: voice,
      state: this.state,
      search: this.#search,
      list: this.#list,
      comboboxes: this.#comboboxes,
      labels: labels.purchase,
      gate: labels.gate,
      language: voice.language,
      mode: this.#element.mode,
      tray: this.#tray,
      choose: (number) => this.#choose(number),
      review: () => this.#review(),
      confirm: () => this.#controller.confirm(prospect.mayWait),
      ...prospect,
      again: () => this.#controller.again(),
      cancel: () => void this.#controller.cancel(),
      replace: () => this.#controller.send({ type: 'replace' }),
      back: () => this.#controller.send({ type: 'back' }),
    };
    return shopView(this.#shown);
  }

  willUpdate(changed: PropertyValues<ShopElement>): void {
    if (changed.has('labels') && changed.get('labels')?.lang !== this.#element.labels?.lang) void this.#words.renew();
    if (changed.get('account')) this.#controller.reset();
    if (changed.has('account') || changed.has('api') || changed.has('ordersUrl')) this.#resume();
    if (changed.has('country')) this.#search.country = undefined;
    if (changed.has('query') && this.#element.query) this.#search.take({ ...this.#element.query });
    if (changed.has('numbers') && !areSame(changed.get('numbers'), this.#element.numbers)) this.#search.again();
    if (changed.get('mode')) this.#tray.clear();
    // The list that the page wants now comes first, unless an order is under way.
    if (changed.get('mode') && !isUnderWay(this.state)) this.#controller.send({ type: 'back' });
  }

  updated(internals: ElementInternals | undefined): void {
    const { status } = this.state;
    const root = this.#element.renderRoot as ShadowRoot;
    afterRender(root);
    // Who looked at a number is back at it.
    const row = status === 'browsing' ? this.#search.buttonOf(this.#reviewed) : undefined;
    const isTitleHeard = this.#focus.follow(root, status, row ?? undefined);
    if (this.#shown) this.#aloud.tell(this.#shown, root, isTitleHeard);
    this.#search.rendered();
    this.#list.observe(root.querySelector('.list'));
    this.#comboboxes.rendered(root);
    this.#outbox.deliver(status, internals);
  }

  readonly #tell = (event: Event): void => this.#outbox.push(event);

  readonly #changed = (state: PurchaseState, previous: PurchaseState): void => {
    const { status } = state;
    this.#focus.remember(this.#element);
    if (status !== previous.status) {
      this.#reviewed = previous.status === 'reviewing' ? previous.draft.order.numbers[0]?.phoneNumber : undefined;
      this.#outbox.push(new LcStateChangeEvent({ status, previous: previous.status }));
      if (status === 'purchased') this.#bought(state, previous);
      if (keyOf(state) !== keyOf(previous) || 'intent' in state) orders.dispatchEvent(new Event('change'));
      const code = failureOf(state);
      if (code) this.#outbox.push(new LcFailedEvent({ code }));
      if (status === 'browsing') this.#browse(state, previous);
    }
    this.#element.requestUpdate();
  };

  #bought({ intent, receipt }: Extract<PurchaseState, { status: 'purchased' }>, previous: PurchaseState): void {
    // A receipt from before was told when it came.
    if (previous.status !== 'browsing') tellPurchase(this.#element, intent, receipt, this.#tell);
    this.#search.hide(receipt.numbers.map(({ phoneNumber }) => phoneNumber));
    this.#tray.clear();
  }

  /** Back at the list: without what is gone, near to what somebody else has bought. */
  #browse({ notice }: Extract<PurchaseState, { status: 'browsing' }>, previous: PurchaseState): void {
    const gone = notice?.code === 'number_unavailable' ? notice.draft.order.numbers : undefined;
    if (gone) {
      const phoneNumbers = gone.map(({ phoneNumber }) => phoneNumber);
      this.#search.hide(phoneNumbers);
      this.#tray.drop(phoneNumbers);
    }
    if (gone || previous.status === 'purchased')
      this.#search.again(gone?.[0] ?? ('intent' in previous ? previous.intent.order.numbers[0] : undefined));
    this.#resume();
  }

  #choose(offer: AvailablePhoneNumber): void {
    const countryCode = this.#search.found?.query.countryCode;
    if (!countryCode) return;
    if (this.#element.mode === 'pool') this.#tray.toggle(offer, countryCode);
    else {
      const order = { account: textOf(this.#element.account), numbers: [toOrdered(offer, countryCode)] };
      this.#controller.send({ type: 'choose', draft: { order, offers: [offer] } });
    }
  }

  #review(): void {
    const { state } = this;
    const pool = (state.status === 'browsing' && state.replacing?.pool) || {
      name: poolName(this.#words.labels.purchase, this.#words.voice.language),
    };
    const draft = this.#tray.draft(textOf(this.#element.account), pool);
    if (draft) this.#controller.send({ type: 'choose', draft });
  }

  #resume(approved = false): void {
    void this.#controller.resume(textOf(this.#element.account), approved);
  }
}
