import type { NumberType } from '../records/stock-number.js';
import { pricesIn } from './prices.js';

const types: Record<NumberType, string> = { local: 'local', tollFree: 'toll free', mobile: 'mobile' };
const names = new Intl.DisplayNames('en', { type: 'region' });

/** What the numbers of a country cost, as Twilio's pricing API tells it; undefined for one that has none. */
export function priceRecord(country: string, url: string) {
  const prices = pricesIn(country);
  if (!prices) return undefined;
  return {
    country: names.of(country),
    iso_country: country,
    phone_number_prices: prices.map(({ type, price }) => ({
      number_type: types[type],
      base_price: price.toFixed(2),
      current_price: price.toFixed(2),
    })),
    price_unit: 'USD',
    url,
  };
}
