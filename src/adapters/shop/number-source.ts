import { LcError } from '../../core/errors.js';
import { numbersAt } from '../../core/shop/areas.js';
import { type AvailablePhoneNumber, fitNumbers, type NumbersAnswer } from '../../core/shop/number-contracts.js';
import { matches, type NumbersQuery } from '../../core/shop/numbers-query.js';
import { report } from '../console.js';
import type { Fetch } from '../host-fetch.js';
import { leftOut } from './left-out.js';
import { searchNumbers } from './number-endpoints.js';

/** Where a shop's numbers may come from: a list, a function, or an endpoint; the first that is given counts. */
export interface NumberSourceOptions {
  numbers: AvailablePhoneNumber[] | null;
  search: ((query: NumbersQuery, options: { signal: AbortSignal }) => Promise<NumbersAnswer>) | null;
  url: string | undefined;
  fetch: Fetch;
  /** For whom an endpoint is asked. */
  account: string;
}

/** Finds numbers where the page says they are. */
export class NumberSource {
  #given: { numbers: AvailablePhoneNumber[]; checked: AvailablePhoneNumber[] } | undefined;

  /** @throws {LcError} or what the page's own function rejects with; the console has said why. */
  async find(source: NumberSourceOptions, query: NumbersQuery, signal: AbortSignal): Promise<NumbersAnswer> {
    try {
      return await this.#found(source, query, signal);
    } catch (error) {
      if (!signal.aborted)
        report(`Numbers could not be searched: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  async #found(source: NumberSourceOptions, query: NumbersQuery, signal: AbortSignal): Promise<NumbersAnswer> {
    const { numbers, search, url, fetch, account } = source;
    if (numbers) {
      const fitting = this.#checked(numbers).filter((number) => matches(number, query));
      return { numbers: numbersAt(fitting, query) };
    }
    if (search) return fitNumbers(await search(query, { signal }), 'The search property', leftOut);
    if (url) return searchNumbers(fetch, url, query, signal, account);
    throw new LcError(
      'not_configured',
      '<lc-number-purchase> has no numbers-url. Set api="…", numbers-url="…", or the search or numbers property.',
    );
  }

  /** The page's own numbers, checked once however often they are searched. */
  #checked(numbers: AvailablePhoneNumber[]): AvailablePhoneNumber[] {
    if (this.#given?.numbers !== numbers)
      this.#given = { numbers, checked: fitNumbers({ numbers }, 'The numbers property', leftOut).numbers };
    return this.#given.checked;
  }
}
