import type { FoundNumber, NumberType } from './carrier.js';
import type { CarrierCall, CarrierReply } from './carrier-http.js';
import { unlessAborted, within } from './deadline.js';
import { fitting, typeOf } from './found-numbers.js';
import { countryPrices } from './twilio-answers.js';

/** Prices by type. */
export type Prices = ReadonlyMap<NumberType, NonNullable<FoundNumber['price']>>;

const freshMs = 6 * 3600 * 1000;
/** After a failure it is not asked at every search. */
const retryMs = 60_000;
/** A search waits for prices no longer; numbers without them are better than none. */
const longestMs = 3000;

/**
 * What Twilio charges per month, by country and type, for your account: kept for six hours. Without an answer there are
 * no prices, and never an error.
 */
export class TwilioPrices {
  readonly #read: (country: string, signal: AbortSignal) => Promise<{ call: CarrierCall; reply: CarrierReply }>;
  readonly #kept = new Map<string, { until: number; prices: Promise<Prices> }>();

  constructor(read: (country: string, signal: AbortSignal) => Promise<{ call: CarrierCall; reply: CarrierReply }>) {
    this.#read = read;
  }

  /** The country's prices. Rejects only when the signal aborts. */
  of(country: string, signal: AbortSignal): Promise<Prices> {
    const kept = this.#kept.get(country);
    if (kept && kept.until > Date.now()) return unlessAborted(signal, kept.prices);
    // What is under way is shared, and belongs to none of those who wait.
    const entry = { until: Number.POSITIVE_INFINITY, prices: Promise.resolve<Prices>(new Map()) };
    entry.prices = this.#load(country).then(
      (prices) => {
        entry.until = Date.now() + freshMs;
        return prices;
      },
      () => {
        entry.until = Date.now() + retryMs;
        return new Map();
      },
    );
    this.#kept.set(country, entry);
    return unlessAborted(signal, entry.prices);
  }

  async #load(country: string): Promise<Prices> {
    const { call, reply } = await within(longestMs, undefined, (signal) => this.#read(country, signal));
    const { phone_number_prices: rows, price_unit: unit } = fitting(reply.body, countryPrices, call.what);
    const prices = new Map<NumberType, NonNullable<FoundNumber['price']>>();
    for (const { number_type: word, current_price: amount } of rows ?? []) {
      const numberType = typeOf(word);
      const price = Number.parseFloat(String(amount));
      if (numberType && unit && Number.isFinite(price) && price >= 0)
        prices.set(numberType, { number_type: word ?? numberType, price, price_unit: unit.toUpperCase() });
    }
    return prices;
  }
}
