import type { AvailablePhoneNumber } from './number-contracts.js';
import type { OrderedNumber } from './order.js';

/** Area code of a +1 number; the beginning of any other. */
export const areaOf = (phoneNumber: string): string =>
  phoneNumber.startsWith('+1') ? phoneNumber.slice(2, 5) : phoneNumber.slice(0, 5);

/**
 * The numbers with those first that come nearest to one that is gone: same area code, then same place, then same
 * region.
 */
export function nearest(numbers: readonly AvailablePhoneNumber[], gone: OrderedNumber): AvailablePhoneNumber[] {
  const score = (number: AvailablePhoneNumber): number =>
    (areaOf(number.phoneNumber) === areaOf(gone.phoneNumber) ? 4 : 0) +
    (gone.locality && number.locality === gone.locality ? 2 : 0) +
    (gone.region && number.region === gone.region ? 1 : 0);
  return numbers
    .filter(({ phoneNumber }) => phoneNumber !== gone.phoneNumber)
    .sort((one, other) => score(other) - score(one));
}
