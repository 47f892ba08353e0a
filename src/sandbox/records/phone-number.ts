import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** A country whose numbers may be given, and what they begin with, such as `44`. */
export interface PhoneCountry {
  /** ISO 3166-1 code. */
  country: string;
  callingCode: string;
}

/** Every country that has phone numbers of its own. */
export const phoneCountries: PhoneCountry[] = getCountries().map((country) => ({
  country,
  callingCode: getCountryCallingCode(country),
}));

/**
 * A number as a person wrote it, in E.164: with `+` and its country's code, or as it is dialled in the chosen country.
 * Undefined for what is no number, and for one of a country that is not accepted; all are accepted without a list.
 */
export function phoneNumberOf(text: string, country = 'US', accepted?: readonly string[] | null): string | undefined {
  const number = parsePhoneNumberFromString(text, country as CountryCode);
  if (!number) return undefined;
  // Numbers kept for films, such as +44 7700 900123, are possible and never valid. North America keeps 555-01xx in
  // every area code, so that there a number that is not valid is mistyped.
  if (!(number.countryCallingCode === '1' ? number.isValid() : number.isPossible())) return undefined;
  const from = number.country ? [number.country] : number.getPossibleCountries();
  if (accepted && !from.some((one) => accepted.includes(one))) return undefined;
  return number.number;
}

/** The country a number belongs to, where it says so. */
export function countryOf(text: string): string | undefined {
  return parsePhoneNumberFromString(text)?.country;
}
