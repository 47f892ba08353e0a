import type { Labels } from '../../../locales/labels.js';
import { type Locale, localeOf } from '../../language.js';

// Without the shop's, which a page with a gate alone never needs.
const locales: Record<Locale, () => Promise<{ gate: Labels['gate'] }>> = {
  en: () => import('../../../locales/gate/en.js'),
  es: () => import('../../../locales/gate/es.js'),
  fr: () => import('../../../locales/gate/fr.js'),
};

/** The gate's words in that language. */
export const loadWords = async (language: string): Promise<Labels['gate']> =>
  (await locales[localeOf(language)]()).gate;
