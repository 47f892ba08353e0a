import type { Carrier, FoundNumber, FoundNumbers, NumberSearch } from '../carriers/carrier.js';
import { unlessAborted } from '../carriers/deadline.js';
import { countryOf } from './number-country.js';
import { sideBySide } from './side-by-side.js';

/** How many numbers are remembered, and for how many ms. */
const most = 5000;
const memory = 10 * 60_000;
/** How long a carrier may take to say what numbers are, in ms: a sale does not depend on it. */
const patience = 4000;
/** How many of these questions are asked side by side. */
const atATime = 4;

/** What the carrier has said of the numbers it sells, so that nobody else has to be believed. */
export class Listings {
  readonly #carrier: Carrier;
  readonly #now: () => number;
  readonly #known = new Map<string, { listing: FoundNumber; until: number }>();

  constructor(carrier: Carrier, now: () => number) {
    this.#carrier = carrier;
    this.#now = now;
  }

  /** Searches at the carrier, and remembers what it says. */
  async search(query: NumberSearch, account: string | null, signal: AbortSignal): Promise<FoundNumbers> {
    const found = await unlessAborted(signal, this.#carrier.search(query, { account, signal }));
    const until = this.#now() + memory;
    for (const listing of found.numbers) {
      this.#known.delete(listing.phoneNumber);
      this.#known.set(listing.phoneNumber, { listing, until });
    }
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= most) break;
      this.#known.delete(oldest);
    }
    return found;
  }

  /**
   * The carrier's word on numbers, in their order; undefined where it has none or cannot be asked. `country` is where
   * it is looked for when the digits do not tell: a hint, and nothing more.
   */
  async of(
    wanted: readonly { phoneNumber: string; country?: string | undefined }[],
    account: string,
  ): Promise<(FoundNumber | undefined)[]> {
    const signal = AbortSignal.timeout(patience);
    const missing = wanted.filter(({ phoneNumber }) => !this.#remembered(phoneNumber));
    const look = (one: (typeof missing)[number]) => this.#look(one, account, signal).catch(() => {});
    await sideBySide(missing, atATime, look, () => !signal.aborted);
    return wanted.map(({ phoneNumber }) => this.#remembered(phoneNumber));
  }

  /** Whether the carrier has the number on sale now; false when it cannot be asked. */
  async isOnSale(
    { phoneNumber, countryCode: country }: { phoneNumber: string; countryCode?: string | undefined },
    account: string,
  ): Promise<boolean> {
    this.#known.delete(phoneNumber);
    await this.#look({ phoneNumber, country }, account, AbortSignal.timeout(patience)).catch(() => {});
    return this.#remembered(phoneNumber) !== undefined;
  }

  #remembered(phoneNumber: string): FoundNumber | undefined {
    const known = this.#known.get(phoneNumber);
    return known && known.until > this.#now() ? known.listing : undefined;
  }

  async #look(
    { phoneNumber, country }: { phoneNumber: string; country?: string | undefined },
    account: string,
    signal: AbortSignal,
  ): Promise<void> {
    const isAmerican = phoneNumber.startsWith('+1');
    const countryCode = countryOf(phoneNumber) ?? country ?? (isAmerican ? 'US' : undefined);
    if (!countryCode) return;
    // Of other countries the length of the code is not known here; no carrier needs all digits to find one number.
    const digits = isAmerican ? { firstPart: phoneNumber.slice(2) } : { lastPart: phoneNumber.slice(-7) };
    await this.search({ countryCode, ...digits }, account, signal);
  }
}
