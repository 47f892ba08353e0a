import { isUnregulated } from './regulated-areas.js';

/** What is known of the number someone wants. */
export interface NumberOrigin {
  /** ISO 3166-1 alpha-2 country of the number. */
  country?: string | null | undefined;
  /** The number in E.164, used when the country is not known. */
  number?: string | null | undefined;
}

/** Countries whose numbers may only be sold to verified accounts. */
const regulatedCountries = ['US', 'CA', 'PR'];

/**
 * Whether a number may only be sold to a verified account: US, Canadian, Puerto Rican and +1 toll-free numbers. The
 * country decides where it is given, else the area code. What cannot be told apart counts as regulated.
 */
export function isRegulated({ country, number }: NumberOrigin): boolean {
  if (country && /^[a-z]{2}$/i.test(country)) return regulatedCountries.includes(country.toUpperCase());
  const digits = number?.replace(/[\s().-]/g, '') ?? '';
  if (!/^\+[1-9]\d{3,14}$/.test(digits)) return true;
  return digits.startsWith('+1') && !isUnregulated(digits.slice(2, 5));
}
