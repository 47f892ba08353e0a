export { findPlaces, type PlacesQuestion } from './find-places.js';
export type { Place } from './place.js';
