import type { Place } from './place.js';
import type { Language } from './wording.js';

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
