import { NumberSource } from '../../../adapters/shop/number-source.js';
import type { PlaceBook } from '../../../adapters/shop/place-book.js';
import { SearchController } from '../../../controllers/shop/search-controller.js';
import { bestOf, type Meaning, twinOf } from '../../../core/shop/meanings.js';
import { type NumbersQuery, type Pattern, toQuery, typedOf } from '../../../core/shop/numbers-query.js';
import type { OrderedNumber } from '../../../core/shop/purchase.js';
import { type Found, foundIn, type SearchState } from '../../../core/shop/search.js';
import { type Filters, formOf, isSorted } from '../../../core/shop/search-form.js';
import type { TypeNames } from '../../../core/shop/type-words.js';
import { LcFailedEvent } from '../../events/events.js';
import { LcQueryChangeEvent } from '../../events/shop/query-change-event.js';
import type { ShopElement } from '../shop-element.js';
import { SearchBox } from './search-box.js';
import { finderOf, hasSource, placesOf } from './shop-sources.js';
import { ShownPages } from './shown-pages.js';

/** The search of one shop: its form, its filters, its `query` property, and where the numbers come from. */
export class ShopSearch {
  /** The chosen country; none until somebody chooses one. */
  country: string | undefined;
  readonly box: SearchBox;
  readonly pages: ShownPages;
  /** The same name in another country. */
  twin: Meaning | undefined;
  readonly #element: ShopElement;
  readonly #controller: SearchController;
  readonly #source = new NumberSource();
  readonly #places: PlaceBook;
  #filters: Filters = {};
  #query = '';
  /** Numbers that were sold since the host, or the page, told of them. */
  readonly #gone = new Set<string>();

  constructor(element: ShopElement, typeNames: () => TypeNames) {
    this.#element = element;
    this.#places = placesOf(element);
    this.#controller = new SearchController(finderOf(element, this.#source, this.#places), (state, previous) => {
      // Not every search that fails is worth an event; this one only the page can end.
      if (state.status === 'failed' && previous.status !== 'failed' && state.code === 'unauthorized')
        element.dispatchEvent(new LcFailedEvent({ code: state.code }));
      element.requestUpdate();
    });
    this.pages = new ShownPages(element, this.#controller);
    this.box = new SearchBox({
      root: element.renderRoot as ShadowRoot,
      places: this.#places,
      around: () => ({
        countryCode: element.shownCountry,
        offered: element.offeredCountries,
        pattern: this.#filters.pattern,
        typeNames: typeNames(),
      }),
      changed: () => element.requestUpdate(),
      settled: () => void this.#submit(),
      chosen: (meaning) => this.#choose(meaning),
    });
  }

  get state(): SearchState {
    return this.#controller.state;
  }

  /** Whether a person, or the page, has searched: what comes by itself at first is told to nobody. */
  get isAsked(): boolean {
    return this.#query !== '';
  }

  /** What the list shows, without what was sold meanwhile. */
  get found(): Found | undefined {
    const found = foundIn(this.state);
    if (!found || this.#gone.size === 0) return found;
    const numbers = found.answer.numbers.filter(({ phoneNumber }) => !this.#gone.has(phoneNumber));
    return { ...found, answer: { ...found.answer, numbers } };
  }

  /** What narrows the search: what was ticked and chosen, and the type that was typed. */
  get filters(): Filters {
    const numberType = this.box.type?.numberType;
    return numberType ? { ...this.#filters, numberTypes: numberType } : this.#filters;
  }

  /** How many filters there are that leave something out. */
  get filterCount(): number {
    const { sort: _sort, ...narrowing } = this.filters;
    return Object.values(narrowing).filter(Boolean).length;
  }

  /** Searches for what stands in the form, as somebody wants it who presses the button or Enter. */
  async submit(): Promise<void> {
    this.box.stop();
    // Who presses again where there was nothing wants to know whether there is something now.
    if (this.found?.answer.numbers.length === 0) this.#source.forget();
    await this.#submit();
  }

  /** Makes the first search by itself, where nothing was typed and nothing is there. */
  arrive(): void {
    const element = this.#element;
    if (this.state.status !== 'idle' || this.box.text || !hasSource(element)) return;
    this.#controller.search({ countryCode: element.shownCountry }, { isUnasked: true });
  }

  /** Goes on in the other country that what was typed is in. */
  async goThere(country: string): Promise<void> {
    this.country = country;
    await this.submit();
  }

  /** Searches for what the page has set as `query`. */
  take(given: Readonly<Record<string, unknown>>): void {
    const query = toQuery(given, this.#element.shownCountry);
    if (!this.#element.offeredCountries.includes(query.countryCode)) query.countryCode = this.#element.shownCountry;
    if (JSON.stringify(query) === this.#query) return;
    const { typed, filters } = formOf(query);
    this.#filters = filters;
    this.country = query.countryCode;
    this.twin = undefined;
    this.box.text = typed;
    this.#query = JSON.stringify(query);
    this.#search(query);
  }

  /** Shows these no more, whatever an answer says. */
  hide(phoneNumbers: readonly string[]): void {
    for (const phoneNumber of phoneNumbers) this.#gone.add(phoneNumber);
  }

  /** Searches once more, if there was a search. `gone`: the number whose neighbours are wanted. */
  again(gone?: OrderedNumber): void {
    const { state } = this;
    this.#source.forget();
    if (state.status === 'abroad') return;
    if (state.status !== 'idle') this.#controller.search(state.query, { gone });
    else if (gone) this.#controller.search({ countryCode: gone.countryCode }, { gone });
  }

  /** Another country: the name of a place of the one before goes. */
  async choose(country: string): Promise<void> {
    const before = this.#element.shownCountry;
    const meanings = await this.box.understood();
    const isPlace = ({ kind }: Meaning) => kind !== 'text' && kind !== 'word' && kind !== 'numberType';
    const isOf = (where: string) => meanings.some((meaning) => isPlace(meaning) && meaning.countryCode === where);
    const named = bestOf(meanings, before);
    if (named && named.kind !== 'digits' && isOf(before) && !isOf(country)) this.box.text = '';
    this.country = country;
    if (this.state.status === 'idle') this.#element.requestUpdate();
    else await this.submit();
  }

  /** Searches again after a search that failed. */
  retry(): void {
    if (this.state.status === 'failed') this.again();
  }

  /** Takes away what narrows the search, but not the order. */
  widen(): void {
    this.box.text = this.box.type?.rest ?? this.box.text;
    this.#filters = { sort: this.#filters.sort };
    void this.submit();
  }

  /** The country that is searched. */
  get shownCountry(): string {
    return this.#element.shownCountry;
  }

  sells(country: string): boolean {
    return this.#element.offeredCountries.includes(country);
  }

  narrow(filters: Filters): void {
    const typed = this.box.type; // It is one that was chosen, from now on.
    if (typed) this.box.text = typed.rest;
    this.#filters = { ...this.#filters, ...(typed && { numberTypes: typed.numberType }), ...filters };
    void this.submit();
  }

  /** To be called after every update. */
  rendered(): void {
    this.box.rendered();
    this.pages.rendered();
  }

  /** The button of that number in the list, if it is there. */
  buttonOf(wanted: string | undefined): HTMLElement | null {
    const numbers = this.found?.answer.numbers ?? [];
    return this.pages.buttonAt(numbers.findIndex(({ phoneNumber }) => phoneNumber === wanted));
  }

  stop(): void {
    this.box.disconnect();
    this.#controller.stop();
  }

  /** Searches for the best understanding of the text, and tells the page when that is something else than before. */
  async #submit(): Promise<void> {
    const { text } = this.box;
    const { pattern: _pattern, ...filters } = this.filters;
    const meanings = await this.box.understood();
    // Somebody has typed on, and will say so.
    if (text !== this.box.text) return;
    const countryCode = this.#element.shownCountry;
    const best = bestOf(meanings, countryCode);
    const isHere = !best || best.countryCode === countryCode;
    const query = toQuery({ ...filters, ...best?.query }, countryCode);
    if (isHere && best?.place && query.place) this.#places.remember(query, best.place);
    const offered = this.#element.offeredCountries;
    this.twin = isHere ? twinOf(meanings, { countryCode, offered }) : undefined;
    this.#tell(query, isHere ? undefined : best);
  }

  #choose(meaning: Meaning): void {
    const { kind, query, place, label, countryCode } = meaning;
    const { numberTypes, place: name, ...digits } = query;
    const isNamed = kind === 'city' || kind === 'region';
    if (numberTypes) this.#filters = { ...this.#filters, numberTypes };
    if (isNamed) this.box.text = label;
    else if (kind !== 'word' && kind !== 'text') this.box.text = name ?? typedOf({ countryCode, ...digits });
    const pattern = kind === 'digits' ? (Object.keys(digits)[0] as Pattern) : undefined;
    const isOffered = this.#element.offeredCountries.includes(countryCode);
    if (isOffered) this.country = countryCode;
    this.twin = undefined;
    const { pattern: _pattern, ...filters } = this.#filters;
    this.#filters = { ...filters, pattern };
    const chosen = toQuery({ ...filters, ...query, ...(isNamed && { place: label }) }, this.#element.shownCountry);
    if (place && chosen.place) this.#places.remember(chosen, place);
    this.#tell(chosen, isOffered ? undefined : meaning);
  }

  /** Searches, or only sorts what is there; `abroad`: what was meant is in another country. */
  #tell(query: NumbersQuery, abroad?: Meaning): void {
    const text = JSON.stringify(query);
    const { state } = this;
    const hasFound = state.status === 'found' || state.status === 'paging';
    const isOther = text !== this.#query;
    this.#query = text;
    if (isOther) {
      this.#element.query = query;
      this.#element.dispatchEvent(new LcQueryChangeEvent(query));
    }
    if (abroad) this.#controller.lead(query, abroad);
    else if (isOther && hasFound && isSorted(query, state.query)) this.#controller.sort(query);
    else this.#search(query);
  }

  #search(query: NumbersQuery): void {
    this.pages.reset();
    this.#controller.search(query);
  }
}
