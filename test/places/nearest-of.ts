/** Where something is, in degrees. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** The square of a distance in degrees of latitude, for comparing: those of longitude are shorter in the north. */
export function apart(one: Coordinates, other: Coordinates): number {
  const east = (one.longitude - other.longitude) * Math.cos((one.latitude * Math.PI) / 180);
  return east ** 2 + (one.latitude - other.latitude) ** 2;
}

/** The nearest of some places; undefined when there is none. */
export function nearestOf<Place extends Coordinates>(places: readonly Place[], to: Coordinates): Place | undefined {
  let [nearest, least]: [Place | undefined, number] = [undefined, Infinity];
  for (const place of places) {
    const distance = apart(place, to);
    if (distance < least) [nearest, least] = [place, distance];
  }
  return nearest;
}
