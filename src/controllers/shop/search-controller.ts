import { codeOf } from '../../core/errors.js';
import { areasNear } from '../../core/shop/areas.js';
import type { NumbersAnswer } from '../../core/shop/number-contracts.js';
import { type NumbersQuery, nearQueries } from '../../core/shop/numbers-query.js';
import type { OrderedNumber } from '../../core/shop/purchase.js';
import { initialSearch, type SearchEvent, type SearchState, search } from '../../core/shop/search.js';
import { after } from '../deadline.js';
import { type Effects, Machine, rest } from '../machine.js';

/** How many wider searches one search without results may make. */
const mostNearSearches = 5;

/** How long the numbers may take, wider searches and all. */
const searchDeadline = 15_000;

/** Finds numbers; rejects with an `LcError`, or with anything else when nobody answered. */
export type FindNumbers = (query: NumbersQuery, signal: AbortSignal) => Promise<NumbersAnswer>;

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
   */
  search(query: NumbersQuery, gone?: OrderedNumber): void {
    const isOvertaken = this.state.status === 'searching';
    this.#machine.send({ type: 'asked', query, gone });
    if (isOvertaken) this.#machine.enter();
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
        ([answer, isNear]) => send({ type: 'answered', answer, isNear }),
        (error: unknown) => send({ type: 'failed', code: codeOf(error, 'unreachable') }),
      );
    },
    found: rest,
    paging: ({ query, answer: { nextPage } }, signal, send) => {
      after(searchDeadline, signal, () => send({ type: 'failed', code: 'unreachable' }));
      this.#find({ ...query, page: nextPage ?? '' }, signal).then(
        (answer) => send({ type: 'answered', answer, isNear: false }),
        (error: unknown) => send({ type: 'failed', code: codeOf(error, 'unreachable') }),
      );
    },
    failed: rest,
  };

  async #nearby(query: NumbersQuery, signal: AbortSignal): Promise<[NumbersAnswer, boolean]> {
    const exact = await this.#find(query, signal);
    if (exact.numbers.length > 0) return [exact, false];
    for (const near of nearQueries(query, areasNear(query)).slice(0, mostNearSearches)) {
      const answer = await this.#find(near, signal).catch(() => exact);
      // The page after these would be one of another query.
      if (answer.numbers.length > 0) return [{ ...answer, nextPage: null }, true];
      if (signal.aborted) break;
    }
    return [exact, false];
  }
}
