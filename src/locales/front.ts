import type { FrontLabels } from './labels.js';

/** The shop's first words in English, which come with the first script; those of another language with its pack. */
export const front: FrontLabels = {
  missing: 'This did not load. Try again.',
  heading: 'Find a phone number',
  country: 'Country',
  digits: 'Area code, city or digits',
  find: 'Find numbers',
};
