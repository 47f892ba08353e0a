import { codeOf, type LcErrorCode } from '../core/errors.js';
import type { NumbersAnswer } from '../core/number-contracts.js';
import type { NumbersQuery } from '../core/numbers-query.js';

export type SearchState =
  | { status: 'idle' }
  | { status: 'searching'; query: NumbersQuery }
  | { status: 'found'; query: NumbersQuery; answer: NumbersAnswer }
  | { status: 'failed'; query: NumbersQuery; code: LcErrorCode };

/** Searches for numbers; the latest query wins, whatever order the answers come in. */
export class SearchController {
  state: SearchState = { status: 'idle' };
  #running = new AbortController();
  readonly #search: (query: NumbersQuery, signal: AbortSignal) => Promise<NumbersAnswer>;
  readonly #changed: () => void;

  constructor(search: (query: NumbersQuery, signal: AbortSignal) => Promise<NumbersAnswer>, changed: () => void) {
    this.#search = search;
    this.#changed = changed;
  }

  async search(query: NumbersQuery): Promise<void> {
    this.#running.abort();
    const { signal } = (this.#running = new AbortController());
    this.#become({ status: 'searching', query });
    try {
      const answer = await this.#search(query, signal);
      if (!signal.aborted) this.#become({ status: 'found', query, answer });
    } catch (error) {
      if (!signal.aborted) this.#become({ status: 'failed', query, code: codeOf(error, 'unreachable') });
    }
  }

  /** Stops a search under way; its element has left the page. */
  stop(): void {
    this.#running.abort();
    if (this.state.status === 'searching') this.#become({ status: 'idle' });
  }

  #become(state: SearchState): void {
    this.state = state;
    this.#changed();
  }
}
