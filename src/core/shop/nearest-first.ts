import { distanceBetween, nearRadius, type Point, pointOf } from './distance.js';
import type { AvailablePhoneNumber } from './number-contracts.js';
import type { Place } from './place.js';
import type { Closeness } from './wider-queries.js';

/** How far a number is from a point, in kilometres; undefined where that is not known. */
export function distanceTo(number: AvailablePhoneNumber, from: Point | undefined): number | undefined {
  const at = from && pointOf(number);
  return at && distanceBetween(from, at);
}

/**
 * Numbers of a wider search by their distance from the place that was asked for, those of unknown distance last. Where
 * some are near, only these.
 */
export function nearestFirst(
  numbers: readonly AvailablePhoneNumber[],
  closeness: Closeness,
  place: Place | undefined,
): { numbers: AvailablePhoneNumber[]; closeness: Closeness } {
  const from = pointOf(place);
  const isOfPlace = closeness === 'areaCode' || closeness === 'region' || closeness === 'elsewhere';
  if (!from || !isOfPlace) return { numbers: [...numbers], closeness };
  const measured = numbers
    .map((number) => ({ number, distance: distanceTo(number, from) ?? Number.POSITIVE_INFINITY }))
    .sort((one, other) => one.distance - other.distance || 0);
  const near = measured.filter(({ distance }) => distance <= nearRadius);
  const shown = near.length > 0 ? near : measured;
  return { numbers: shown.map(({ number }) => number), closeness: near.length > 0 ? 'near' : closeness };
}
