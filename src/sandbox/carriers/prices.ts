import type { NumberType } from '../records/stock-number.js';
import { isServed, typesIn } from './stock.js';

type Prices = Record<NumberType, number>;

const american: Prices = { local: 1.15, tollFree: 2.15, mobile: 1.6 };

const byCountry: Record<string, Prices> = {
  PR: { ...american, local: 3.25 },
  JM: { ...american, local: 6.5 },
  GB: { local: 1.3, tollFree: 2.6, mobile: 1.8 },
  AU: { local: 3, tollFree: 16, mobile: 6.5 },
  DE: { local: 1.8, tollFree: 25, mobile: 7.5 },
};

/** What a number costs a month, in US dollars. */
export const priceOf = (country: string, type: NumberType): number => (byCountry[country] ?? american)[type];

/** What the numbers of a country cost a month; undefined for one that has none. */
export const pricesIn = (country: string): { type: NumberType; price: number }[] | undefined =>
  isServed(country) ? typesIn(country).map((type) => ({ type, price: priceOf(country, type) })) : undefined;
