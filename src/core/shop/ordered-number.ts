import type { AvailablePhoneNumber } from './number-contracts.js';
import type { OrderedNumber } from './order.js';

export type NumberType = OrderedNumber['numberType'];

const tollFree = /^\+18(00|33|44|55|66|77|88)/;

/** The number's type: as the carrier says, else told from the number. */
export function typeOf({ phoneNumber, numberType, price }: AvailablePhoneNumber): NumberType {
  const type = numberType ?? price?.number_type;
  if (type === 'tollFree' || type === 'mobile' || type === 'local') return type;
  return tollFree.test(phoneNumber) ? 'tollFree' : 'local';
}

/** The number as an order names it. Type and country are told from the number where the carrier does not say. */
export function toOrdered(number: AvailablePhoneNumber, countryCode: string): OrderedNumber {
  return {
    phoneNumber: number.phoneNumber,
    countryCode: number.isoCountry ?? countryCode,
    numberType: typeOf(number),
    locality: number.locality ?? null,
    region: number.region ?? null,
    fingerprintId: number.fingerprintId ?? null,
  };
}
