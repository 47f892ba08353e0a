import type { Labels } from '../locales/labels.js';
import { type Locale, localeOf } from './language.js';

const locales: Record<Locale, () => Promise<{ labels: Labels }>> = {
  en: () => import('../locales/en.js'),
  es: () => import('../locales/es.js'),
  fr: () => import('../locales/fr.js'),
};

/** The words of that language. */
export const loadLabels = async (language: string): Promise<Labels> => (await locales[localeOf(language)]()).labels;
