import { languages } from '../../src/locales/languages.js';

/**
 * Every language that there are words in, with them and the tag of its dates and amounts: one that is added is in here
 * by itself.
 */
export const everyLanguage = new Map(
  await Promise.all(
    Object.entries(languages).map(
      async ([language, { shop, formats = language }]) => [language, { ...(await shop()).labels, formats }] as const,
    ),
  ),
);
