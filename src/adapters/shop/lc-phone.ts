import { hostCode } from '../../core/contract/host-code.js';
import { codeOf } from '../../core/errors.js';
import { placesNamed } from '../../core/shop/known-places.js';
import { fitNumbers, type NumbersAnswer, type PurchaseAnswer } from '../../core/shop/number-contracts.js';
import { endpointQuery, type NumbersQuery } from '../../core/shop/numbers-query.js';
import type { Order, OrderedNumber } from '../../core/shop/purchase.js';
import { call, withQuery } from '../host-endpoints.js';
import type { Fetch } from '../host-fetch.js';
import { postJson } from '../writes/post-json.js';
import { leftOut } from './left-out.js';
import { searchPlace } from './place-search.js';

/** Where a server speaks the public LC Phone API. */
export interface LcPhoneOptions {
  /**
   * URL of one location's numbers: `https://…/phone-system/numbers/location/{locationId}`, or a proxy of it on the
   * page's own server.
   */
  url: string;
  /** Adds what the server wants of a request, for example a token; default `window.fetch`. */
  fetch?: Fetch;
  /** Value of the `Version` header that API asks for; default `2021-07-28`. */
  version?: string;
}

/**
 * The `search` and `purchase` of a shop whose server speaks the public LC Phone API unchanged: `Object.assign(shop,
 * lcPhone({ url }))`.
 *
 * That API sells one number a request, so a pool is bought number by number. When the answer to one is lost, or says
 * that the number is gone, the account's own numbers tell whether it was bought: a number can only be for sale while
 * nobody owns it.
 */
export function lcPhone({
  url,
  fetch = (...request) => globalThis.fetch(...request),
  version = '2021-07-28',
}: LcPhoneOptions): {
  search(query: NumbersQuery, options: { signal: AbortSignal }): Promise<NumbersAnswer>;
  purchase(order: Order): Promise<PurchaseAnswer>;
} {
  const headers = { Version: version };
  const source = 'The LC Phone API';

  /** That API says by a sentence, not by a code, that a number is gone. */
  const asked: Fetch = async (...request) => {
    const response = await fetch(...request);
    if (response.status !== 400) return response;
    const { message } = ((await response
      .clone()
      .json()
      .catch(() => null)) ?? {}) as { message?: unknown };
    return Response.json(
      {
        code: /no longer available|unavailable/i.test(String(message)) ? 'number_unavailable' : 'purchase_failed',
        detail: message,
      },
      { status: 400 },
    );
  };

  const owns = async (phoneNumber: string): Promise<boolean> => {
    const { body } = await call(
      asked,
      withQuery(url, { searchFilter: phoneNumber, skipNumberPool: 'false' }),
      { headers },
      source,
    );
    // All of them: a row that was left out might be the one.
    return fitNumbers(body, source).numbers.some((number) => number.phoneNumber === phoneNumber);
  };

  const buy = async ({
    phoneNumber,
    countryCode,
    numberType,
    locality,
    region,
    fingerprintId,
  }: OrderedNumber): Promise<void> => {
    try {
      await call(
        asked,
        `${url}/purchase`,
        postJson({ phoneNumber, countryCode, numberType, locality, region, fingerprintId }, headers),
        source,
      );
    } catch (error) {
      // Gone, and perhaps to us, by a request whose answer was lost.
      if (codeOf(error, 'unknown_outcome') !== 'number_unavailable' || !(await owns(phoneNumber))) throw error;
    }
  };

  return {
    async search(query, { signal }) {
      const [place] = query.place ? placesNamed(query.place, query.countryCode) : [];
      const { answer } = await searchPlace(query, place, async (part) => {
        const { body } = await call(
          asked,
          withQuery(`${url}/available`, endpointQuery(part)),
          { signal, headers },
          source,
        );
        return fitNumbers(body, source, leftOut);
      });
      return answer;
    },
    async purchase({ numbers }) {
      const outcomes: PurchaseAnswer['numbers'] = [];
      let refusal: unknown;
      for (const number of numbers) {
        const { phoneNumber } = number;
        try {
          await buy(number);
          outcomes.push({ phoneNumber, status: 'purchased' });
        } catch (error) {
          const code = hostCode(codeOf(error, 'unknown_outcome'));
          // Whether this one was bought is not known: the whole order is asked for again, and finds what was.
          if (!code || code === 'unknown_outcome') throw error;
          refusal ??= error;
          outcomes.push({ phoneNumber, status: 'failed', code });
        }
      }
      if (outcomes.every(({ status }) => status === 'failed')) throw refusal;
      return { numbers: outcomes };
    },
  };
}
