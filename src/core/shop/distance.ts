/** Where something is, in degrees. */
export interface Point {
  latitude: number;
  longitude: number;
}

const earthRadius = 6371;
/** How far what is near may be, in kilometres: a hundred miles. */
export const nearRadius = 161;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The way between two points along the ground, in kilometres. */
export function distanceBetween(one: Point, other: Point): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const across = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const along = Math.sin((b - a) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.sqrt(along + Math.cos(a) * Math.cos(b) * across));
}

/** The point that is told in numbers or in text, as carriers do; undefined where there is none. */
export function pointOf(place: { latitude?: unknown; longitude?: unknown } | undefined): Point | undefined {
  const [latitude, longitude] = [place?.latitude, place?.longitude].map((degrees) =>
    degrees === null || degrees === '' || degrees === undefined ? Number.NaN : Number(degrees),
  ) as [number, number];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
