import { addressOf } from '../../../adapters/addresses.js';
import { hostFetch } from '../../../adapters/host-fetch.js';
import { NumberSource } from '../../../adapters/shop/number-source.js';
import { SearchController } from '../../../controllers/shop/search-controller.js';
import { textOf } from '../../../core/account-id.js';
import { type NumbersQuery, type Pattern, toQuery, typedOf, typedQuery } from '../../../core/shop/numbers-query.js';
import type { OrderedNumber } from '../../../core/shop/purchase.js';
import { type Found, foundIn, type SearchState } from '../../../core/shop/search.js';
import { LcFailedEvent } from '../../events/events.js';
import { LcQueryChangeEvent } from '../../events/shop/query-change-event.js';
import type { ShopElement } from '../shop-element.js';

/** How many numbers of a host's answer are shown at first and with every "show more". */
const pageSize = 20;
/** How long someone must have stopped typing. */
const typingPause = 350;

/** What narrows a search beside the fields of the form. */
export type Filters = Pick<NumbersQuery, 'numberTypes' | 'smsEnabled' | 'mmsEnabled' | 'voiceEnabled' | 'sort'> & {
  pattern?: Pattern | undefined;
};

/** The search of one shop: its form, its filters, its `query` property, and where the numbers come from. */
export class ShopSearch {
  filters: Filters = {};
  /** The chosen country; none until somebody chooses one. */
  country: string | undefined;
  readonly #element: ShopElement;
  readonly #controller: SearchController;
  #shown = pageSize;
  #query = '';
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Numbers that were sold since the host, or the page, told of them. */
  readonly #gone = new Set<string>();
  /**
   * Where the focus goes when the numbers that were asked for are there: the row, and the button that was pressed for
   * them.
   */
  #next: { index: number; pressed: Element | null } | undefined;

  constructor(element: ShopElement) {
    this.#element = element;
    const source = new NumberSource();
    this.#controller = new SearchController(
      async (query, signal) => {
        const { numbers, search } = element;
        const url = addressOf(element, 'numbersUrl');
        const account = textOf(element.account);
        const answer = await source.find({ numbers, search, url, fetch: hostFetch(element), account }, query, signal);
        return { ...answer, numbers: answer.numbers.filter(({ phoneNumber }) => !this.#gone.has(phoneNumber)) };
      },
      (state, previous) => {
        // Not every search that fails is worth an event; this one only the page can end.
        if (state.status === 'failed' && previous.status !== 'failed' && state.code === 'unauthorized')
          element.dispatchEvent(new LcFailedEvent({ code: state.code }));
        element.requestUpdate();
      },
    );
    const typed = () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.submit(), typingPause);
    };
    element.renderRoot.addEventListener('input', ({ target }) => target === this.#digits && typed());
    // Somebody was faster than this code.
    if (this.#digits?.value && this.#digits.matches(':focus')) typed();
  }

  get state(): SearchState {
    return this.#controller.state;
  }

  /** What the list shows, without what was sold meanwhile. */
  get found(): Found | undefined {
    const found = foundIn(this.state);
    if (!found || this.#gone.size === 0) return found;
    const numbers = found.answer.numbers.filter(({ phoneNumber }) => !this.#gone.has(phoneNumber));
    return { ...found, answer: { ...found.answer, numbers } };
  }

  /** How many of the found numbers are shown. A page's own list is shown as a whole. */
  get shown(): number {
    return this.#element.numbers ? Infinity : this.#shown;
  }

  /** Whether there is something after what is shown. */
  get hasMore(): boolean {
    const { state } = this;
    if (state.status !== 'found' && state.status !== 'paging') return false;
    return state.answer.numbers.length > this.shown || Boolean(state.answer.nextPage);
  }

  /** Searches for what stands in the form, and tells the page when that is something else than before. */
  submit(): void {
    clearTimeout(this.#pause);
    const { pattern, ...filters } = this.filters;
    const query = toQuery(
      { ...filters, ...typedQuery(this.#digits?.value ?? '', pattern) },
      this.#element.shownCountry,
    );
    const text = JSON.stringify(query);
    const { state } = this;
    const isSorted =
      Boolean(query.sort) &&
      (state.status === 'found' || state.status === 'paging') &&
      text === JSON.stringify(toQuery({ ...state.query, sort: query.sort }, query.countryCode));
    const isOther = text !== this.#query;
    this.#remember(query);
    if (isOther) {
      this.#element.query = query;
      this.#element.dispatchEvent(new LcQueryChangeEvent(query));
    }
    if (isOther && isSorted) this.#controller.sort(query);
    else this.#search(query);
  }

  /** Searches for what the page has set as `query`. */
  take(given: Readonly<Record<string, unknown>>): void {
    const query = toQuery(given, this.#element.shownCountry);
    if (!this.#element.offeredCountries.includes(query.countryCode)) query.countryCode = this.#element.shownCountry;
    if (JSON.stringify(query) === this.#query) return;
    const typed = typedOf(query);
    const pattern = (['firstPart', 'anywhere', 'lastPart'] as const).find((name) => query[name]);
    const { numberTypes, smsEnabled, mmsEnabled, voiceEnabled, sort } = query;
    this.filters = {
      numberTypes,
      smsEnabled,
      mmsEnabled,
      voiceEnabled,
      sort,
      pattern: pattern && !typedQuery(typed)[pattern] ? pattern : undefined,
    };
    this.country = query.countryCode;
    if (this.#digits) this.#digits.value = typed;
    this.#remember(query);
    this.#search(query);
  }

  /** Shows these no more, whatever an answer says. */
  hide(phoneNumbers: readonly string[]): void {
    for (const phoneNumber of phoneNumbers) this.#gone.add(phoneNumber);
  }

  /** Searches once more, if there was a search. `gone`: the number whose neighbours are wanted. */
  again(gone?: OrderedNumber): void {
    const { state } = this;
    if (state.status !== 'idle') this.#controller.search(state.query, gone);
    else if (gone) this.#controller.search({ countryCode: gone.countryCode }, gone);
  }

  choose(country: string): void {
    this.country = country;
    if (this.state.status === 'idle') this.#element.requestUpdate();
    else this.submit();
  }

  /** Searches again after a search that failed. */
  retry(): void {
    if (this.state.status === 'failed') this.again();
  }

  narrow(filters: Filters): void {
    this.filters = { ...this.filters, ...filters };
    this.submit();
  }

  /**
   * Shows the numbers after those that are shown. The focus goes on to the first of them, unless the person has gone on
   * elsewhere.
   */
  more(): void {
    const { state } = this;
    if (state.status !== 'found') return;
    const { length } = state.answer.numbers;
    this.#next = { index: Math.min(this.#shown, length), pressed: this.#element.shadowRoot!.activeElement };
    this.#shown += pageSize;
    this.#element.requestUpdate();
    if (length < this.#shown) this.#controller.more();
  }

  /** To be called after every update. */
  rendered(): void {
    const { state } = this;
    if (!this.#next || state.status !== 'found') return;
    const { index, pressed } = this.#next;
    this.#next = undefined;
    // What did not come counts as not shown.
    if (state.isCut) this.#shown = Math.max(pageSize, index);
    const isFree =
      document.activeElement === document.body || (pressed && this.#element.shadowRoot!.activeElement === pressed);
    if (isFree) this.#buttonAt(index)?.focus();
  }

  /** The button of that number in the list, if it is there. */
  buttonOf(wanted: string | undefined): HTMLElement | null {
    return this.#buttonAt(this.found?.answer.numbers.findIndex(({ phoneNumber }) => phoneNumber === wanted) ?? -1);
  }

  stop(): void {
    clearTimeout(this.#pause);
    this.#controller.stop();
  }

  #search(query: NumbersQuery): void {
    this.#shown = pageSize;
    this.#next = undefined;
    this.#controller.search(query);
  }

  #remember(query: NumbersQuery): void {
    this.#query = JSON.stringify(query);
  }

  #buttonAt(index: number): HTMLElement | null {
    return this.#element.renderRoot.querySelector(`[aria-posinset="${index + 1}"] button`);
  }

  get #digits(): HTMLInputElement | null {
    return this.#element.renderRoot.querySelector('[name=digits]');
  }
}
