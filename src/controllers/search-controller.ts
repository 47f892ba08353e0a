import { codeOf, type LcErrorCode } from '../core/errors.js';
import { areasNear } from '../core/shop/areas.js';
import { nearest } from '../core/shop/nearest.js';
import type { NumbersAnswer } from '../core/shop/number-contracts.js';
import { type NumbersQuery, nearQueries, sorted } from '../core/shop/numbers-query.js';
import type { OrderedNumber } from '../core/shop/purchase.js';

/** How many wider searches one search without results may make. */
const mostNearSearches = 5;

export interface Found {
  status: 'found';
  query: NumbersQuery;
  answer: NumbersAnswer;
  /** Nothing fits the query, and these are others. */
  isNear: boolean;
  /** Whether more are on their way, from a host that pages. */
  paging: 'idle' | 'loading' | 'failed';
}

export type SearchState =
  | { status: 'idle' }
  /** `before`: what the list held, so that it does not flicker while someone types. */
  | { status: 'searching'; query: NumbersQuery; before?: Found | undefined }
  | Found
  | { status: 'failed'; query: NumbersQuery; code: LcErrorCode };

type Search = (query: NumbersQuery, signal: AbortSignal) => Promise<NumbersAnswer>;

/** Searches for numbers; the latest query wins, whatever order the answers come in. */
export class SearchController {
  state: SearchState = { status: 'idle' };
  #running = new AbortController();
  readonly #search: Search;
  readonly #changed: () => void;

  constructor(search: Search, changed: () => void) {
    this.#search = search;
    this.#changed = changed;
  }

  /** Searches; without a result for wider queries too. `gone`: a number that somebody else has bought, to come near to. */
  async search(query: NumbersQuery, gone?: OrderedNumber): Promise<void> {
    const { state } = this;
    this.#running.abort();
    const { signal } = (this.#running = new AbortController());
    const before = state.status === 'found' ? state : state.status === 'searching' ? state.before : undefined;
    this.#become({ status: 'searching', query, before });
    try {
      const [answer, isNear] = await this.#nearby(query, signal);
      if (signal.aborted) return;
      const numbers = gone ? nearest(answer.numbers, gone) : answer.numbers;
      this.#become({
        status: 'found',
        query,
        answer: { ...answer, numbers: [...sorted(numbers, query)] },
        isNear,
        paging: 'idle',
      });
    } catch (error) {
      if (!signal.aborted) this.#become({ status: 'failed', query, code: codeOf(error, 'unreachable') });
    }
  }

  /** Gets the numbers after those that are shown, from a host that pages. */
  async more(): Promise<void> {
    const { state } = this;
    if (state.status !== 'found' || !state.answer.nextPage || state.paging === 'loading') return;
    const { signal } = this.#running;
    this.#become({ ...state, paging: 'loading' });
    try {
      const next = await this.#search({ ...state.query, page: state.answer.nextPage }, signal);
      if (signal.aborted) return;
      // They may have been sorted meanwhile.
      const now = this.state as Found;
      const known = new Set(now.answer.numbers.map(({ phoneNumber }) => phoneNumber));
      const numbers = [
        ...now.answer.numbers,
        ...sorted(
          next.numbers.filter(({ phoneNumber }) => !known.has(phoneNumber)),
          now.query,
        ),
      ];
      this.#become({ ...now, paging: 'idle', answer: { ...next, numbers } });
    } catch {
      if (!signal.aborted) this.#become({ ...(this.state as Found), paging: 'failed' });
    }
  }

  /** Sorts what is there anew, without a request. */
  sort(query: NumbersQuery): void {
    const { state } = this;
    if (state.status === 'found')
      this.#become({ ...state, query, answer: { ...state.answer, numbers: [...sorted(state.answer.numbers, query)] } });
  }

  /** Stops a search under way; its element has left the page. */
  stop(): void {
    this.#running.abort();
    this.#running = new AbortController();
    const { state } = this;
    if (state.status === 'searching') this.#become({ status: 'idle' });
    if (state.status === 'found' && state.paging === 'loading') this.#become({ ...state, paging: 'idle' });
  }

  async #nearby(query: NumbersQuery, signal: AbortSignal): Promise<[NumbersAnswer, boolean]> {
    const exact = await this.#search(query, signal);
    if (exact.numbers.length > 0) return [exact, false];
    for (const near of nearQueries(query, areasNear(query)).slice(0, mostNearSearches)) {
      const answer = await this.#search(near, signal).catch(() => exact);
      // The page after these would be one of another query.
      if (answer.numbers.length > 0) return [{ ...answer, nextPage: null }, true];
    }
    return [exact, false];
  }

  #become(state: SearchState): void {
    this.state = state;
    this.#changed();
  }
}
