import type { AvailablePhoneNumber } from './number-contracts.js';

/** What a choice costs, by currency, or by a unit of the carrier's own, such as "credits". */
export interface Total {
  monthly: ReadonlyMap<string, number>;
  /** Charged once. */
  setup: ReadonlyMap<string, number>;
  /** How many numbers carry no price of their own. */
  unpriced: number;
}

/** The sum of the prices; a number without one is counted, not guessed. */
export function totalOf(offers: readonly AvailablePhoneNumber[]): Total {
  const monthly = new Map<string, number>();
  const setup = new Map<string, number>();
  let unpriced = 0;
  for (const { price } of offers) {
    const unit = unitOf(price?.price_unit);
    if (typeof price?.price === 'number') monthly.set(unit, (monthly.get(unit) ?? 0) + price.price);
    else unpriced += 1;
    if (price?.setup_price) setup.set(unit, (setup.get(unit) ?? 0) + price.setup_price);
  }
  return { monthly, setup, unpriced };
}

/** Currencies are the same in either case; the words of another unit stay as they are. */
const unitOf = (unit: string | null | undefined): string =>
  isCurrency(unit?.trim() ?? '') ? unit!.trim().toUpperCase() : unit?.trim() || 'USD';

/** As ISO 4217 writes them; one that it does not know is still shown with its code. */
const isCurrency = (unit: string): boolean => /^[a-z]{3}$/i.test(unit);

/**
 * The amounts as the language writes them, joined by its "and"; undefined when there are none. What is in no currency
 * is a number and the unit's own words.
 */
export function amountsIn(amounts: ReadonlyMap<string, number>, language: string): string | undefined {
  if (amounts.size === 0) return undefined;
  const texts = [...amounts].map(([unit, amount]) =>
    isCurrency(unit)
      ? inOrder(new Intl.NumberFormat(language, { style: 'currency', currency: unit }).format(amount))
      : `${new Intl.NumberFormat(language).format(amount)} ${unit}`,
  );
  return new Intl.ListFormat(language).format(texts);
}

/**
 * In languages that are written from right to left, `Intl` puts direction marks into an amount, which turn "US$" into
 * "$US". It stands from left to right instead, as the numbers beside it do.
 */
const inOrder = (amount: string): string =>
  /[\u061c\u200e\u200f]/.test(amount) ? `\u2066${amount.replace(/[\u061c\u200e\u200f]/g, '')}\u2069` : amount;
