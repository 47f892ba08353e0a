import type { Carrier, CarrierContext, FoundNumbers, NumberSearch, NumberToBuy, SaleContext } from './carrier.js';
import { CarrierUnknownError } from './carrier-failures.js';
import { type CarrierCall, CarrierHttp, type CarrierReply } from './carrier-http.js';
import { addressFrom, answerOf, assertSecret, assertTransport, type PerAccount, valueFor } from './carrier-options.js';
import { copyOf, fitting, fittingRows } from './found-numbers.js';
import { accountAfterSale, activeNumbers, availableNumbers, foundNumber } from './lc-answers.js';
import { lcRefusal } from './lc-refusals.js';
import { SearchCache } from './search-cache.js';

/** How to reach LC Phone. Keep the token on the server. */
export interface LcPhoneCarrierOptions {
  /**
   * A token of the account's location with the scopes `phonenumbers.read` and `phonenumbers.write`: text, or a function
   * that has it for your account, and renews it.
   */
  token: PerAccount<string>;
  /** The id of the account's location: text, or a function that has it for your account. */
  location: PerAccount<string>;
  /** Default `https://services.leadconnectorhq.com`. */
  url?: string | undefined;
  /** Default the global `fetch`. */
  fetch?: typeof fetch;
  /** Milliseconds to wait for an answer, default 10000. A sale waits 8000 at most. */
  timeout?: number;
  /**
   * Sent as `skipLocationKYC` where it is true: only for accounts that your agency has verified itself. Default
   * `false`: LC Phone asks for the location's own verification.
   */
  skipLocationKYC?: PerAccount<boolean>;
}

/** What stands in every request to a location. */
interface Access {
  base: string;
  location: string;
  headers: Record<string, string>;
  hidden: string[];
}

const apiVersion = '2021-07-28';
/** The most that a page of a location's own numbers has. */
const pageSize = 1000;
const mostPages = 50;
const isSecret = /^[\x21-\x7e]+$/;
const isLocation = /^[\w-]{1,100}$/;

/**
 * Numbers of LC Phone, by its public API (marketplace.gohighlevel.com/docs, "Phone System"). A sale sends the order's
 * key as `fingerprintId`, by which LC Phone knows a repeat. It knows neither places nor pages: `locality`, `region` and
 * `postalCode` are left out, and no answer has a `nextPage`. Searches are kept for half a minute and shared.
 * @throws {TypeError} when an option is missing or cannot be one.
 */
export function lcPhoneCarrier(options: LcPhoneCarrierOptions): Carrier {
  const { token, location, skipLocationKYC = false, url = 'https://services.leadconnectorhq.com' } = options;
  if (typeof token !== 'function') assertSecret(token, 'lcPhoneCarrier.token');
  if (typeof location !== 'function' && !isLocation.test(location ?? ''))
    throw new TypeError('lcPhoneCarrier.location is no id of a location.');
  if (!['boolean', 'function'].includes(typeof skipLocationKYC))
    throw new TypeError('lcPhoneCarrier.skipLocationKYC is neither true, false nor a function.');
  assertTransport(options, 'lcPhoneCarrier');
  const base = addressFrom(url, 'lcPhoneCarrier.url');
  const http = new CarrierHttp({ carrier: 'LC Phone', fetch: options.fetch, timeout: options.timeout });
  const searches = new SearchCache<FoundNumbers>();

  async function accessFor({ account, signal }: CarrierContext): Promise<Access> {
    const [bearer, id] = await Promise.all([
      valueFor(token, { name: 'lcPhoneCarrier.token', pattern: isSecret, account, signal }),
      valueFor(location, { name: 'lcPhoneCarrier.location', pattern: isLocation, account, signal }),
    ]);
    const headers = { accept: 'application/json', authorization: `Bearer ${bearer}`, version: apiVersion };
    return { base, location: id, headers, hidden: [bearer, id] };
  }

  async function read(call: CarrierCall, signal: AbortSignal): Promise<CarrierReply> {
    const reply = await http.read(call, signal);
    if (reply.status < 400) return reply;
    throw lcRefusal(reply, call);
  }

  return {
    async search(query, context) {
      if (query.page) return { numbers: [], nextPage: null };
      const call = callOf(await accessFor(context), 'GET', '/available', searchParameters(query));
      const found = await searches.get(call.url, context.signal, async (signal) => {
        const { body } = await read(call, signal);
        const { fingerprintId, numbers } = fitting(body, availableNumbers, call.what);
        return { fingerprintId, nextPage: null, numbers: fittingRows(numbers, foundNumber, call.what) };
      });
      const [asked, ...others] = query.numberTypes ?? [];
      const numberType = others.length === 0 ? asked : undefined;
      return { ...found, numbers: copyOf(found.numbers).map((number) => ({ numberType, ...number })) };
    },

    async buy(number, context) {
      const { account, signal } = context;
      const [access, skips] = await Promise.all([
        accessFor(context),
        answerOf(skipLocationKYC, { name: 'lcPhoneCarrier.skipLocationKYC', account, signal }),
      ]);
      const call = callOf(access, 'POST', '/purchase');
      call.headers['content-type'] = 'application/json';
      call.body = JSON.stringify(purchase(number, context, skips === true));
      try {
        const reply = await http.sell(call, context);
        if (reply.status >= 400) throw lcRefusal(reply, call);
        const { numbers } = fitting(reply.body, accountAfterSale, call.what);
        if (!Object.hasOwn(numbers, number.phoneNumber))
          throw new CarrierUnknownError(`The answer of ${call.what} does not list the number.`);
        return { phoneNumber: number.phoneNumber };
      } finally {
        searches.clear();
      }
    },

    async owns(phoneNumbers, context) {
      const access = await accessFor(context);
      const wanted = new Set(phoneNumbers);
      const owned = new Set<string>();
      const seen = new Set<string>();
      for (let page = 0; owned.size < wanted.size; page += 1) {
        const call = callOf(access, 'GET', '', activeParameters(page, phoneNumbers));
        if (page === mostPages) throw new CarrierUnknownError(`LC Phone comes to no end of ${call.what}.`);
        const answer = fitting((await read(call, context.signal)).body, activeNumbers, call.what);
        const before = seen.size;
        for (const { phoneNumber } of answer.numbers) {
          seen.add(phoneNumber);
          if (wanted.has(phoneNumber)) owned.add(phoneNumber);
        }
        // A page may be shorter than was asked for and not be the last. One request too many is cheaper than a number.
        if (seen.size === before) break;
      }
      return owned;
    },
  };
}

function callOf(
  { base, location, headers, hidden }: Access,
  method: CarrierCall['method'],
  path: string,
  query?: URLSearchParams,
): CarrierCall {
  return {
    method,
    url: `${base}/phone-system/numbers/location/${location}${path}${query ? `?${query}` : ''}`,
    what: `${method} /phone-system/numbers/location/…${path}`,
    countedFor: location,
    headers: { ...headers },
    hidden,
  };
}

function searchParameters(query: NumberSearch): URLSearchParams {
  const { countryCode, numberTypes, firstPart, lastPart, anywhere, smsEnabled, mmsEnabled, voiceEnabled } = query;
  const wanted = { numberTypes: numberTypes?.join(','), firstPart, lastPart, anywhere };
  const parameters = new URLSearchParams({ countryCode });
  for (const [name, value] of Object.entries(wanted)) if (value) parameters.set(name, value);
  for (const [name, value] of Object.entries({ smsEnabled, mmsEnabled, voiceEnabled }))
    if (value !== undefined) parameters.set(name, String(value));
  return parameters;
}

/** Numbers in pools are left out unless one asks for them, and would look as if nobody had bought them. */
function activeParameters(page: number, phoneNumbers: readonly string[]): URLSearchParams {
  const parameters = new URLSearchParams({ pageSize: `${pageSize}`, page: `${page}`, skipNumberPool: 'false' });
  // It finds parts as well, so what comes is compared all the same.
  if (phoneNumbers.length === 1) parameters.set('searchFilter', phoneNumbers[0] ?? '');
  return parameters;
}

/** `PurchasePhoneNumberBodyDto`; what is undefined is not sent. */
function purchase(number: NumberToBuy, { idempotencyKey }: SaleContext, skips: boolean) {
  const { phoneNumber, countryCode, numberType, addressSid, bundleSid, locality, region } = number;
  return {
    phoneNumber,
    countryCode,
    numberType,
    addressSid,
    bundleSid,
    locality: locality ?? undefined,
    region: region ?? undefined,
    // The request's, by which it is known again; a search's own would be another at each try.
    fingerprintId: idempotencyKey,
    skipLocationKYC: skips || undefined,
  };
}
