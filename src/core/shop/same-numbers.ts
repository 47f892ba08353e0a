import type { AvailablePhoneNumber } from './number-contracts.js';

/** Whether two lists of a page hold the same numbers: frameworks make one anew at every render. */
export function areSame(one: AvailablePhoneNumber[] | null | undefined, other: AvailablePhoneNumber[] | null): boolean {
  // There was no list yet, and no search either.
  if (one === undefined) return true;
  if (!one || !other) return one === other;
  const isSame = (number: AvailablePhoneNumber, at: number) =>
    number === other[at] || JSON.stringify(number) === JSON.stringify(other[at]);
  return one.length === other.length && one.every(isSame);
}
