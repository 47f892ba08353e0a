import { codeOf } from '../../core/errors.js';
import { nearestFirst } from '../../core/shop/nearest-first.js';
import type { NumbersQuery } from '../../core/shop/numbers-query.js';
import type { OrderedNumber } from '../../core/shop/purchase.js';
import { type Finding, initialSearch, type SearchEvent, type SearchState, search } from '../../core/shop/search.js';
import { widerQueries } from '../../core/shop/wider-queries.js';
import { after } from '../deadline.js';
import { type Effects, Machine, rest } from '../machine.js';

/** How many wider searches one search without results may make. */
const mostNearSearches = 5;

/** How long the numbers may take, wider searches and all. */
const searchDeadline = 15_000;

/** Finds numbers; rejects with an `LcError`, or with anything else when nobody answered. */
export type FindNumbers = (query: NumbersQuery, signal: AbortSignal) => Promise<Finding>;

/** Runs the search machine; the latest query wins, whatever order the answers come in. */
export class SearchController {
  readonly #machine: Machine<SearchState, SearchEvent>;
  readonly #find: FindNumbers;

  constructor(find: FindNumbers, changed: (state: SearchState, previous: SearchState) => void) {
    this.#find = find;
    this.#machine = new Machine<SearchState, SearchEvent>(initialSearch, search, this.#effects, changed);
  }

  get state(): SearchState {
    return this.#machine.state;
  }

  /**
   * Searches; without a result for wider queries too. `gone`: a number that somebody else has bought, to come near to.
   * `isUnasked`: nobody has asked for it, and nobody hears of it when it fails.
   */
  search(
    query: NumbersQuery,
    { gone, isUnasked }: { gone?: OrderedNumber | undefined; isUnasked?: boolean } = {},
  ): void {
    const isOvertaken = this.state.status === 'searching';
    this.#machine.send({ type: 'asked', query, gone, isUnasked });
    if (isOvertaken) this.#machine.enter();
  }

  /** Says that what was typed is only in another country. */
  lead(query: NumbersQuery, to: { label: string; countryCode: string }): void {
    this.#machine.send({ type: 'led', query, ...to });
  }

  /** Gets the numbers after those that are shown, from a host that pages. */
  more(): void {
    this.#machine.send({ type: 'more' });
  }

  /** Sorts what is there anew, without a request. */
  sort(query: NumbersQuery): void {
    this.#machine.send({ type: 'sorted', query });
  }

  /** Stops a search under way; its element has left the page. */
  stop(): void {
    this.#machine.send({ type: 'stopped' });
    this.#machine.leave();
  }

  readonly #effects: Effects<SearchState, SearchEvent> = {
    idle: rest,
    searching: ({ query }, signal, send) => {
      after(searchDeadline, signal, () => send({ type: 'failed', code: 'unreachable' }));
      this.#nearby(query, signal).then(
        (finding) => send({ type: 'answered', ...finding }),
        (error: unknown) => send({ type: 'failed', code: codeOf(error, 'unreachable') }),
      );
    },
    found: rest,
    paging: ({ query, answer: { nextPage } }, signal, send) => {
      after(searchDeadline, signal, () => send({ type: 'failed', code: 'unreachable' }));
      this.#find({ ...query, page: nextPage ?? '' }, signal).then(
        (finding) => send({ type: 'answered', ...finding }),
        (error: unknown) => send({ type: 'failed', code: codeOf(error, 'unreachable') }),
      );
    },
    abroad: rest,
    failed: rest,
  };

  async #nearby(query: NumbersQuery, signal: AbortSignal): Promise<Finding> {
    const exact = await this.#find(query, signal);
    const { place } = exact;
    if (exact.answer.numbers.length > 0) {
      // An area code of the place that is far from it.
      const { numbers, closeness } = nearestFirst(exact.answer.numbers, exact.closeness, place);
      return { ...exact, answer: { ...exact.answer, numbers }, closeness };
    }
    for (const wider of widerQueries(query, place).slice(0, mostNearSearches)) {
      const finding = await this.#find(wider.query, signal).catch(() => exact);
      if (finding.answer.numbers.length > 0) {
        const { numbers, closeness } = nearestFirst(finding.answer.numbers, wider.closeness, place);
        // The page after these would be one of another query.
        return { ...finding, answer: { ...finding.answer, numbers, nextPage: null }, closeness, place };
      }
      if (signal.aborted) break;
    }
    return exact;
  }
}
