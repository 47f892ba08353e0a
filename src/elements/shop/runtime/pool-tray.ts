import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { toOrdered } from '../../../core/shop/ordered-number.js';
import type { Draft, OrderedNumber } from '../../../core/shop/purchase.js';
import { format } from '../../../locales/format.js';
import type { Labels } from '../../../locales/labels.js';

/** What a pool is called. The name is ours: what a person types does not belong into the browser's storage. */
export const poolName = ({ pool }: Labels['purchase'], language: string): string =>
  format(pool.name, { date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date()) });

/** The numbers of a pool that is being put together. */
export class PoolTray {
  readonly #chosen = new Map<string, { ordered: OrderedNumber; offer: AvailablePhoneNumber }>();

  get offers(): AvailablePhoneNumber[] {
    return [...this.#chosen.values()].map(({ offer }) => offer);
  }

  /**
   * Takes the number in, or out again. `countryCode` is the one that was searched, for numbers that do not tell theirs.
   */
  toggle(offer: AvailablePhoneNumber, countryCode: string): void {
    const { phoneNumber } = offer;
    if (!this.#chosen.delete(phoneNumber))
      this.#chosen.set(phoneNumber, { ordered: toOrdered(offer, countryCode), offer });
  }

  /** These are gone. */
  drop(phoneNumbers: readonly string[]): void {
    for (const phoneNumber of phoneNumbers) this.#chosen.delete(phoneNumber);
  }

  clear(): void {
    this.#chosen.clear();
  }

  /** The pool as it would be ordered; undefined while it is empty. */
  draft(account: string, pool: { name: string }): Draft | undefined {
    const chosen = [...this.#chosen.values()];
    if (chosen.length === 0) return undefined;
    return {
      order: { account, numbers: chosen.map(({ ordered }) => ordered), pool },
      offers: chosen.map(({ offer }) => offer),
    };
  }
}
