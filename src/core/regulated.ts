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
 * Area codes of the +1 countries that are not regulated, as "country area area …".
 * Source: the North American Numbering Plan Administrator's list of non-US, non-Canadian members.
 */
const unregulatedAreas =
  'AG268 AI264 AS684 BB246 BM441 BS242 DM767 DO809 DO829 DO849 GD473 GU671 JM658 JM876 KN869 KY345 LC758 MP670 MS664 SX721 TC649 TT868 VC784 VG284 VI340';

/**
 * Whether a number may only be sold to a verified account: US, Canadian, Puerto Rican and +1 toll-free numbers. The country
 * decides where it is given, else the area code. What cannot be told apart counts as regulated.
 */
export function isRegulated({ country, number }: NumberOrigin): boolean {
  if (country && /^[a-z]{2}$/i.test(country)) return regulatedCountries.includes(country.toUpperCase());
  const digits = number?.replace(/[\s().-]/g, '') ?? '';
  if (!/^\+[1-9]\d{3,14}$/.test(digits)) return true;
  return digits.startsWith('+1') && !unregulatedAreas.includes(digits.slice(2, 5));
}
