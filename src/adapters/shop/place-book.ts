import { codeOf } from '../../core/errors.js';
import { isCalled, placesNamed } from '../../core/shop/known-places.js';
import { type NumbersQuery, plain } from '../../core/shop/numbers-query.js';
import { fitPlaces, type Place } from '../../core/shop/place.js';
import { call, withQuery } from '../host-endpoints.js';
import type { Fetch } from '../host-fetch.js';

/** Where places are asked for, and how. */
export interface PlaceBookOptions {
  url: string | undefined;
  fetch: Fetch;
  /** The countries on offer. */
  countries: readonly string[];
  language: string;
}

/** How long an answer is waited for, in milliseconds: what a page knows by itself is better than none. */
const deadline = 3_000;

/** What the hosts of this page have answered, by address, and those that have no such endpoint. */
const answers = new Map<string, Promise<Place[] | undefined>>();
const without = new Set<string>();

/** What a host knows of places; where it knows none, it is asked once a page, and nobody is told. */
export class PlaceBook {
  readonly #options: () => PlaceBookOptions;
  /** Those that were chosen, by country and name. */
  readonly #chosen = new Map<string, Place>();

  constructor(options: () => PlaceBookOptions) {
    this.#options = options;
  }

  /** Whether there may be an endpoint that knows more than we do. */
  get hasHost(): boolean {
    const { url } = this.#options();
    return Boolean(url && !without.has(url));
  }

  /** Places by what was typed, best first; undefined where no host knows any. */
  find(typed: string): Promise<Place[] | undefined> {
    const { url, fetch, countries, language } = this.#options();
    if (!url || without.has(url)) return Promise.resolve(undefined);
    const address = withQuery(url, { q: typed.slice(0, 100), countries: countries.join(), language });
    const known = answers.get(address);
    if (known) return known;
    const answer = call(fetch, address, { signal: AbortSignal.timeout(deadline) }, 'The places endpoint')
      .then(({ body }) => fitPlaces(body, 'The places endpoint'))
      .catch((error: unknown) => {
        // One that is slow or ill for a moment is asked again; one that answers with a page is none.
        if (/^(not_configured|invalid_answer)$/.test(codeOf(error, 'aborted'))) without.add(url);
        answers.delete(address);
        return undefined;
      });
    answers.set(address, answer);
    return answer;
  }

  /** Keeps what was chosen, so that it need not be asked for again. */
  remember(query: NumbersQuery, place: Place): void {
    this.#chosen.set(nameIn(query), place);
  }

  /** What a query's place is, if anybody knows it. */
  async placeOf(query: NumbersQuery): Promise<Place | undefined> {
    const { place: name = '', countryCode } = query;
    const chosen = this.#chosen.get(nameIn(query));
    if (!name || chosen) return chosen;
    const places = (await this.find(name)) ?? placesNamed(name, countryCode);
    const here = places.filter(
      (place) => place.countryCode === countryCode && !/^(areaCode|numberType)$/.test(place.kind),
    );
    return here.find((place) => isCalled(place, name)) ?? here[0];
  }
}

const nameIn = ({ countryCode, place }: NumbersQuery): string => `${countryCode} ${plain(place)}`;
