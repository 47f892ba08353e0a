import type { AvailablePhoneNumber } from './number-contracts.js';

/** What a choice costs, by currency. */
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
    const unit = price?.price_unit?.toUpperCase() || 'USD';
    if (typeof price?.price === 'number') monthly.set(unit, (monthly.get(unit) ?? 0) + price.price);
    else unpriced += 1;
    if (price?.setup_price) setup.set(unit, (setup.get(unit) ?? 0) + price.setup_price);
  }
  return { monthly, setup, unpriced };
}

/**
 * The amounts as the language writes them, joined by its "and"; undefined when there are none, or one is in no currency
 * we know.
 */
export function amountsIn(amounts: ReadonlyMap<string, number>, language: string): string | undefined {
  if (amounts.size === 0) return undefined;
  try {
    const texts = [...amounts].map(([currency, amount]) =>
      new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount),
    );
    return new Intl.ListFormat(language).format(texts);
  } catch {
    return undefined; // not a currency: better no price than a wrong one
  }
}
