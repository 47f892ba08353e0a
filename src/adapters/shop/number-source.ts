import { LcError } from '../../core/errors.js';
import { type AvailablePhoneNumber, fitNumbers, type NumbersAnswer } from '../../core/shop/number-contracts.js';
import { matches, type NumbersQuery } from '../../core/shop/numbers-query.js';
import type { Place } from '../../core/shop/place.js';
import type { Finding } from '../../core/shop/search.js';
import { report } from '../console.js';
import type { Fetch } from '../host-fetch.js';
import { AnswerMemory } from './answer-memory.js';
import { leftOut } from './left-out.js';
import { searchNumbers } from './number-endpoints.js';
import { isWhole, numbersAt, searchPlace } from './place-search.js';

/** Where a shop's numbers may come from: a list, a function, or an endpoint; the first that is given counts. */
export interface NumberSourceOptions {
  numbers: AvailablePhoneNumber[] | null;
  search: ((query: NumbersQuery, options: { signal: AbortSignal }) => Promise<NumbersAnswer>) | null;
  url: string | undefined;
  fetch: Fetch;
  /** For whom an endpoint is asked. */
  account: string;
  /** What a query's place is. */
  placeOf(query: NumbersQuery): Promise<Place | undefined>;
}

/** Finds numbers where the page says they are; what was answered within a minute is not asked for again. */
export class NumberSource {
  #given: { numbers: AvailablePhoneNumber[]; checked: AvailablePhoneNumber[] } | undefined;
  readonly #memory = new AnswerMemory();

  /** @throws {LcError} or what the page's own function rejects with; the console has said why. */
  async find(source: NumberSourceOptions, query: NumbersQuery, signal: AbortSignal): Promise<Finding> {
    try {
      return await this.#found(source, query, signal);
    } catch (error) {
      if (!signal.aborted)
        report(`Numbers could not be searched: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  /** Asks anew from now on. */
  forget(): void {
    this.#memory.forget();
  }

  async #found(source: NumberSourceOptions, query: NumbersQuery, signal: AbortSignal): Promise<Finding> {
    const { numbers, search, url, fetch, account, placeOf } = source;
    if (search) {
      // It may know more of places than anybody else: what it answers is shown as it is.
      const answer = await this.#memory.get(JSON.stringify([account, query]), async () =>
        fitNumbers(await search(query, { signal }), 'The search property', leftOut),
      );
      return { answer, isWhole: isWhole(answer), closeness: 'exact' };
    }
    const place = await placeOf(query);
    if (numbers) {
      const fitting = this.#checked(numbers).filter((number) => matches(number, query));
      if (!query.place) return { answer: { numbers: fitting }, isWhole: true, closeness: 'exact' };
      const { closeness, ...answer } = numbersAt(fitting, query, place);
      return { answer, isWhole: true, closeness, place };
    }
    if (!url)
      throw new LcError(
        'not_configured',
        '<lc-number-purchase> has no numbers-url. Set api="…", numbers-url="…", or the search or numbers property.',
      );
    const found = await searchPlace(query, place, (part) =>
      this.#memory.get(JSON.stringify([url, account, part]), () => searchNumbers(fetch, url, part, signal, account)),
    );
    return { ...found, place };
  }

  /** The page's own numbers, checked once however often they are searched. */
  #checked(numbers: AvailablePhoneNumber[]): AvailablePhoneNumber[] {
    if (this.#given?.numbers !== numbers)
      this.#given = { numbers, checked: fitNumbers({ numbers }, 'The numbers property', leftOut).numbers };
    return this.#given.checked;
  }
}
