import { front } from '../locales/front.js';
import type { FrontLabels } from '../locales/labels.js';
import type { Speaker, Spoken } from './language.js';

/** The first words, there at once. */
export const firstEnglish: Spoken<FrontLabels> = { words: front, language: 'en' };

/** What stands in for words that are late, or do not come. */
export const standIn: Spoken<FrontLabels> = { ...firstEnglish, lang: 'en', dir: 'ltr' };

/** The words that show before anything else is loaded; those of `before` where they do not come. */
export const firstWords = async (element: Speaker, before = standIn): Promise<Spoken<FrontLabels>> =>
  import('./speak.js').then(({ firstWords }) => firstWords(element)).catch(() => before);
