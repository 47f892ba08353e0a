import { report } from '../../adapters/console.js';
import { searchNumbers } from '../../adapters/number-endpoints.js';
import { type Found, SearchController, type SearchState } from '../../controllers/search-controller.js';
import { LcError } from '../../core/errors.js';
import { numbersAt } from '../../core/shop/areas.js';
import { type AvailablePhoneNumber, fitNumbers, type NumbersAnswer } from '../../core/shop/number-contracts.js';
import {
  matches,
  type NumbersQuery,
  type Pattern,
  toQuery,
  typedOf,
  typedQuery,
} from '../../core/shop/numbers-query.js';
import type { OrderedNumber } from '../../core/shop/purchase.js';
import { LcQueryChangeEvent } from '../events/query-change-event.js';
import type { LcNumberPurchase } from './number-purchase.js';

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
  readonly #element: LcNumberPurchase;
  readonly #controller: SearchController;
  #shown = pageSize;
  #query = '';
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Numbers that were sold since the host, or the page, told of them. */
  readonly #gone = new Set<string>();
  #given: { numbers: AvailablePhoneNumber[]; checked: AvailablePhoneNumber[] } | undefined;

  constructor(element: LcNumberPurchase) {
    this.#element = element;
    this.#controller = new SearchController(
      async (query, signal) => {
        const answer = await this.#find(query, signal);
        return { ...answer, numbers: answer.numbers.filter(({ phoneNumber }) => !this.#gone.has(phoneNumber)) };
      },
      () => element.requestUpdate(),
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

  /** What the list shows: what was found, or what was before while the next answer is on its way. */
  get found(): Found | undefined {
    const { state } = this;
    const found = state.status === 'searching' ? state.before : state.status === 'found' ? state : undefined;
    if (!found || this.#gone.size === 0) return found;
    return {
      ...found,
      answer: {
        ...found.answer,
        numbers: found.answer.numbers.filter(({ phoneNumber }) => !this.#gone.has(phoneNumber)),
      },
    };
  }

  /** How many of the found numbers are shown. A page's own list is shown as a whole. */
  get shown(): number {
    return this.#element.numbers ? Infinity : this.#shown;
  }

  /** Whether there is something after what is shown. */
  get hasMore(): boolean {
    const { state } = this;
    return state.status === 'found' && (state.answer.numbers.length > this.shown || Boolean(state.answer.nextPage));
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
    const isSorted =
      Boolean(query.sort) &&
      this.state.status === 'found' &&
      text === JSON.stringify(toQuery({ ...this.state.query, sort: query.sort }, query.countryCode));
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
    if (state.status !== 'idle') void this.#controller.search(state.query, gone);
    else if (gone) void this.#controller.search({ countryCode: gone.countryCode }, gone);
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

  /** Shows the numbers after those that are shown. The focus goes on to the first of them, unless the person has gone on elsewhere. */
  async more(): Promise<void> {
    const { state } = this;
    if (state.status !== 'found' || state.paging === 'loading') return;
    const next = Math.min(this.#shown, state.answer.numbers.length);
    const root = this.#element.shadowRoot!;
    const pressed = root.activeElement;
    this.#shown += pageSize;
    this.#element.requestUpdate();
    if (state.answer.numbers.length < this.#shown) await this.#controller.more();
    await this.#element.updateComplete;
    if (document.activeElement === document.body || (pressed && root.activeElement === pressed))
      this.#buttonAt(next)?.focus();
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
    void this.#controller.search(query);
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

  async #find(query: NumbersQuery, signal: AbortSignal): Promise<NumbersAnswer> {
    const { api, numbersUrl, fetch, search, numbers } = this.#element;
    try {
      if (numbers)
        return {
          numbers: numbersAt(
            this.#checked(numbers).filter((number) => matches(number, query)),
            query,
          ),
        };
      if (search) return fitNumbers(await search(query, { signal }), 'The search property');
      const url = numbersUrl || (api && `${api}/numbers`);
      if (!url)
        throw new LcError(
          'not_configured',
          '<lc-number-purchase> has no numbers-url. Set api="…", numbers-url="…", or the search or numbers property.',
        );
      return await searchNumbers(fetch ?? globalThis.fetch, url, query, signal);
    } catch (error) {
      if (!signal.aborted)
        report(`Numbers could not be searched: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  /** The page's own numbers, checked once however often they are searched. */
  #checked(numbers: AvailablePhoneNumber[]): AvailablePhoneNumber[] {
    if (this.#given?.numbers !== numbers)
      this.#given = { numbers, checked: fitNumbers({ numbers }, 'The numbers property').numbers };
    return this.#given.checked;
  }
}
