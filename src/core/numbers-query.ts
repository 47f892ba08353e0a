import type { AvailablePhoneNumber } from './number-contracts.js';
import type { OrderedNumber } from './purchase.js';

/** Search parameters of the public LC Phone API, as they stand in the URL. */
export interface NumbersQuery {
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  /** Digits the national number begins with. */
  firstPart?: string;
  /** Digits anywhere in the national number. */
  anywhere?: string;
}

/** The query for what a person typed: up to three digits are an area code, more are looked for anywhere. */
export function queryFor(countryCode: string, typed: string): NumbersQuery {
  const digits = typed.replace(/\D/g, '');
  if (!digits) return { countryCode };
  return digits.length <= 3 ? { countryCode, firstPart: digits } : { countryCode, anywhere: digits };
}

/** Whether a number of a given list answers the query, for hosts that pass all their numbers. */
export function matches(number: AvailablePhoneNumber, { countryCode, firstPart, anywhere }: NumbersQuery): boolean {
  if (number.isoCountry && number.isoCountry !== countryCode) return false;
  const national = number.phoneNumber.replace(/^\+1|^\+/, '');
  return (!firstPart || national.startsWith(firstPart)) && (!anywhere || national.includes(anywhere));
}

const tollFree = /^\+18(00|33|44|55|66|77|88)/;

/** The number as an order names it. Type and country are told from the number where the carrier does not say. */
export function toOrdered(number: AvailablePhoneNumber, countryCode: string, fingerprintId: string | null): OrderedNumber {
  const type = number.numberType ?? number.price?.number_type;
  return {
    phoneNumber: number.phoneNumber,
    countryCode: number.isoCountry ?? countryCode,
    numberType: type === 'tollFree' || type === 'mobile' || type === 'local' ? type : tollFree.test(number.phoneNumber) ? 'tollFree' : 'local',
    locality: number.locality ?? null,
    region: number.region ?? null,
    fingerprintId,
  };
}
