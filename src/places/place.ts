import type { Language } from './wording.js';

/** A place, or a kind of number, to search for numbers by. */
export interface Place {
  /** As it is shown, in the language asked for: `Chicago, IL`. */
  label: string;
  kind: 'city' | 'region' | 'areaCode' | 'postalCode' | 'numberType';
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  /** State or province in two letters, in the US, Canada and Puerto Rico. */
  region?: string;
  /** The usual one first, without what is dialled before it; left out where none are known. */
  areaCodes?: string[];
  /** Of the kind `numberType` only. */
  numberType?: 'local' | 'tollFree' | 'mobile';
  /** In degrees. */
  latitude?: number;
  longitude?: number;
}

/** What somebody has typed. */
export interface Typed {
  /** As it was typed. */
  raw: string;
  /** In plain letters. */
  text: string;
  /** The countries asked for, the first of them most. */
  countries: readonly string[];
}

/** How well something fits what was typed, best first. */
export const fit = { exact: 0, beginning: 1, misspelt: 2 } as const;

/** Something that fits what was typed. */
export interface Match {
  countryCode: string;
  fit: number;
  /** Which of two equally fitting ones is meant more often: people, in hundreds. */
  weight: number;
  /** Made for those only that are shown. */
  place: (language: Language) => Place;
}
