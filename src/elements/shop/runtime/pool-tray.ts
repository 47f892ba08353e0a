import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { toOrdered } from '../../../core/shop/ordered-number.js';
import type { Draft, OrderedNumber } from '../../../core/shop/purchase.js';
import { format } from '../../../locales/format.js';
import type { Labels } from '../../../locales/labels.js';

/** What a pool is called. The name is ours: what a person types does not belong into the browser's storage. */
export const poolName = ({ pool }: Labels['purchase'], language: string): string =>
  format(pool.name, { date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date()) });

/** Chosen numbers, by themselves, in the order they were chosen in. */
type Chosen = Map<string, { ordered: OrderedNumber; offer: AvailablePhoneNumber }>;

/** The numbers of a pool that is being put together. */
export class PoolTray {
  readonly #changed: () => void;
  #chosen: Chosen = new Map();
  /** As it was before the person took something out in the tray, until they choose again. */
  #before: Chosen | undefined;
  /** The person looks at what is in it. */
  isOpen = false;

  /** `changed` hears what the person does in the tray. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get offers(): AvailablePhoneNumber[] {
    return [...this.#chosen.values()].map(({ offer }) => offer);
  }

  /** How many were just taken out, and can be put back. */
  get removed(): number {
    return this.#before ? this.#before.size - this.#chosen.size : 0;
  }

  has(phoneNumber: string): boolean {
    return this.#chosen.has(phoneNumber);
  }

  /**
   * Takes the number in, or out again. `countryCode` is the one that was searched, for numbers that do not tell theirs.
   */
  toggle(offer: AvailablePhoneNumber, countryCode: string): void {
    this.#before = undefined;
    const { phoneNumber } = offer;
    if (!this.#chosen.delete(phoneNumber))
      this.#chosen.set(phoneNumber, { ordered: toOrdered(offer, countryCode), offer });
    this.#changed();
  }

  /** The person takes these out, and may think again. */
  remove(phoneNumbers: readonly string[]): void {
    this.#before ??= new Map(this.#chosen);
    for (const phoneNumber of phoneNumbers) this.#chosen.delete(phoneNumber);
    if (this.#chosen.size === 0) this.isOpen = false;
    this.#changed();
  }

  /** Puts back what was taken out. */
  undo(): void {
    this.#chosen = this.#before ?? this.#chosen;
    this.#before = undefined;
    this.#changed();
  }

  /** Shows what is in it, or no longer. */
  open(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.#changed();
  }

  /** These are gone. */
  drop(phoneNumbers: readonly string[]): void {
    this.#before = undefined;
    for (const phoneNumber of phoneNumbers) this.#chosen.delete(phoneNumber);
  }

  clear(): void {
    this.#before = undefined;
    this.isOpen = false;
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
