import type { Carrier, CarrierContext, FoundNumber, NumberSearch, NumberType } from './carrier.js';
import { CarrierUnknownError } from './carrier-failures.js';
import { type CarrierCall, CarrierHttp, type CarrierReply } from './carrier-http.js';
import { addressFrom, assertSecret, assertTransport, type PerAccount, valueFor } from './carrier-options.js';
import { copyOf, fitting, fittingRows } from './found-numbers.js';
import { SearchCache } from './search-cache.js';
import { availablePage, boughtNumber, foundNumber, ownedPage } from './twilio-answers.js';
import { TwilioPrices } from './twilio-prices.js';
import { isNothingFound, twilioRefusal } from './twilio-refusals.js';
import {
  type Cursor,
  type Cursors,
  cursorOf,
  cursorsFrom,
  fits,
  resources,
  searchParameters,
  textOf,
  typesOf,
} from './twilio-search.js';

/** How to reach Twilio. Keep the token on the server. */
export interface TwilioCarrierOptions {
  /** Your account, `AC…`. */
  accountSid: string;
  /** Its token. */
  authToken: string;
  /**
   * The subaccount of yours in which this account's numbers are searched and bought, `AC…`: text, or a function that
   * has it for your account. Default, and where it gives undefined: `accountSid` itself.
   */
  subaccount?: PerAccount<string | undefined>;
  /** Default `https://api.twilio.com`. */
  url?: string;
  /** Default `https://pricing.twilio.com`. */
  pricingUrl?: string;
  /** Default the global `fetch`. */
  fetch?: typeof fetch;
  /** Milliseconds to wait for an answer, default 10000. A sale waits 8000 at most. */
  timeout?: number;
}

/** The numbers of one type, and where they go on. */
interface FoundPage {
  numbers: FoundNumber[];
  next?: Cursor;
}

const isAccountSid = /^AC[0-9a-fA-F]{32}$/;
const form = 'application/x-www-form-urlencoded';
/** Questions at once: Twilio counts those under way. */
const atOnce = 5;

/**
 * Twilio's numbers, by its REST API (twilio.com/docs/phone-numbers/api), with your account's prices per country and
 * type. Twilio knows no key of a repeat, so a sale without an answer is looked for by `owns`. Searches are kept for
 * half a minute and shared.
 *
 * Without `numberTypes` it searches local and toll-free numbers in the US, Canada and Puerto Rico, elsewhere mobile
 * ones as well, and near a place none that are toll-free. A `page` that it did not give has no numbers.
 * @throws {TypeError} when an option is missing or cannot be one.
 */
export function twilioCarrier(options: TwilioCarrierOptions): Carrier {
  const { accountSid, authToken, subaccount, url = 'https://api.twilio.com' } = options;
  if (!isAccountSid.test(accountSid ?? ''))
    throw new TypeError('twilioCarrier.accountSid is not AC and 32 hex digits.');
  assertSecret(authToken, 'twilioCarrier.authToken');
  if (subaccount !== undefined && typeof subaccount !== 'function' && !isAccountSid.test(subaccount))
    throw new TypeError('twilioCarrier.subaccount is not AC and 32 hex digits.');
  assertTransport(options, 'twilioCarrier');
  const base = addressFrom(url, 'twilioCarrier.url');
  const pricing = addressFrom(options.pricingUrl ?? 'https://pricing.twilio.com', 'twilioCarrier.pricingUrl');
  const http = new CarrierHttp({ carrier: 'Twilio', fetch: options.fetch, timeout: options.timeout });
  const headers = { accept: 'application/json', authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` };
  const searches = new SearchCache<FoundPage>();
  const prices = new TwilioPrices(async (country, signal) => {
    const path = `/v1/PhoneNumbers/Countries/${country}`;
    const what = `GET ${path}`;
    const hidden = [accountSid, authToken];
    const call: CarrierCall = { method: 'GET', url: pricing + path, what, countedFor: 'prices', headers, hidden };
    return { call, reply: await read(call, signal) };
  });

  const accountFor = async ({ account, signal }: CarrierContext): Promise<string> =>
    (await valueFor(subaccount, {
      name: 'twilioCarrier.subaccount',
      pattern: isAccountSid,
      isOptional: true,
      account,
      signal,
    })) ?? accountSid;

  function callOf(sid: string, method: CarrierCall['method'], path: string, query?: URLSearchParams): CarrierCall {
    return {
      method,
      url: `${base}/2010-04-01/Accounts/${sid}${path}${query ? `?${query}` : ''}`,
      what: `${method} /2010-04-01/Accounts/…${path}`,
      countedFor: sid,
      headers: { ...headers },
      hidden: [sid, accountSid, authToken],
    };
  }

  async function read(call: CarrierCall, signal: AbortSignal): Promise<CarrierReply> {
    const reply = await http.read(call, signal);
    if (reply.status < 400) return reply;
    throw twilioRefusal(reply, call);
  }

  function searchOne(sid: string, type: NumberType, query: NumberSearch, page: Cursor, signal: AbortSignal) {
    const parameters = new URLSearchParams([...searchParameters(query), ...Object.entries(page)]);
    const path = `/AvailablePhoneNumbers/${query.countryCode}/${resources[type]}.json`;
    const call = callOf(sid, 'GET', path, parameters);
    return searches.get(call.url, signal, async (shared): Promise<FoundPage> => {
      const reply = await http.read(call, shared);
      if (reply.status >= 400 && isNothingFound(reply)) return { numbers: [] };
      if (reply.status >= 400) throw twilioRefusal(reply, call);
      const { available_phone_numbers: rows, next_page_uri: next } = fitting(reply.body, availablePage, call.what);
      return { numbers: fittingRows(rows, foundNumber(type), call.what), next: cursorOf(next) };
    });
  }

  async function owns(phoneNumber: string, sid: string, signal: AbortSignal): Promise<boolean> {
    const parameters = new URLSearchParams({ PhoneNumber: phoneNumber, PageSize: '50' });
    const call = callOf(sid, 'GET', '/IncomingPhoneNumbers.json', parameters);
    const answer = fitting((await read(call, signal)).body, ownedPage, call.what);
    // The filter takes parts of numbers as well.
    if (answer.incoming_phone_numbers.some(({ phone_number: owned }) => owned === phoneNumber)) return true;
    if (answer.next_page_uri)
      throw new CarrierUnknownError(`The answer of ${call.what} has more numbers than the one.`);
    return false;
  }

  return {
    async search(given, context) {
      const query = { ...given, countryCode: given.countryCode.toUpperCase() };
      const from = given.page ? cursorsFrom(given.page) : {};
      // What is no country would be another path.
      if (!from || !/^[A-Z]{2}$/.test(query.countryCode)) return { numbers: [], nextPage: null };
      const types = typesOf(query).filter((type) => !given.page || from[type]);
      const sid = await accountFor(context);
      const [price, ...pages] = await Promise.all([
        prices.of(query.countryCode, context.signal),
        ...types.map((type) => searchOne(sid, type, query, from[type] ?? {}, context.signal)),
      ]);
      const next: Cursors = Object.fromEntries(types.map((type, index) => [type, pages[index]?.next]));
      const numbers = copyOf(pages.flatMap((page) => page.numbers)).filter((number) => fits(number, query));
      return {
        nextPage: textOf(next),
        numbers: numbers.map((number) => ({ ...number, price: number.numberType && price.get(number.numberType) })),
      };
    },

    async buy({ phoneNumber, addressSid, bundleSid }, context) {
      const call = callOf(await accountFor(context), 'POST', '/IncomingPhoneNumbers.json');
      const sent = new URLSearchParams({ PhoneNumber: phoneNumber });
      if (addressSid) sent.set('AddressSid', addressSid);
      if (bundleSid) sent.set('BundleSid', bundleSid);
      call.headers['content-type'] = form;
      call.body = String(sent);
      try {
        const reply = await http.sell(call, context);
        if (reply.status >= 400) throw twilioRefusal(reply, call);
        const bought = fitting(reply.body, boughtNumber, call.what);
        if (bought.phone_number !== phoneNumber)
          throw new CarrierUnknownError(`The answer of ${call.what} is about another number.`);
        return { phoneNumber, sid: bought.sid };
      } finally {
        searches.clear();
      }
    },

    async owns(phoneNumbers, context) {
      const sid = await accountFor(context);
      const owned: string[] = [];
      for (let from = 0; from < phoneNumbers.length; from += atOnce) {
        const some = phoneNumbers.slice(from, from + atOnce);
        const answers = await Promise.all(some.map((one) => owns(one, sid, context.signal)));
        owned.push(...some.filter((_, index) => answers[index]));
      }
      return owned;
    },
  };
}
