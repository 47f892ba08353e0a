import type { Labels } from './labels.js';

/** The words that a part of the page needs: a gate its own, a shop those of both. */
export interface Parts {
  gate: Labels['gate'];
  shop: Labels;
}

/** A language that there are words in. */
export interface Language {
  /** Loads the gate's words. */
  gate(): Promise<{ gate: Labels['gate'] }>;
  /** Loads the shop's words, with the gate's. */
  shop(): Promise<{ labels: Labels }>;
  /**
   * BCP 47 tag of the dates, amounts and names of countries that go with the words, where the page's own names no
   * region or `Intl` does not know the language; default the page's own. Persona's pages are in this language too.
   */
  formats?: string;
}

/**
 * Every language that there are words in, by the subtag that browsers make of its name. This is the one place that a
 * further one is added to: scripts, writing directions and plural rules are the browser's to know.
 */
export const languages: Readonly<Record<string, Language>> = {
  en: { gate: () => import('./gate/en.js'), shop: () => import('./en.js') },
  es: { gate: () => import('./gate/es.js'), shop: () => import('./es.js'), formats: 'es-US' },
  fr: { gate: () => import('./gate/fr.js'), shop: () => import('./fr.js'), formats: 'fr-CA' },
  zh: { gate: () => import('./gate/zh.js'), shop: () => import('./zh.js') },
  vi: { gate: () => import('./gate/vi.js'), shop: () => import('./vi.js') },
  fil: { gate: () => import('./gate/tl.js'), shop: () => import('./tl.js') },
  ko: { gate: () => import('./gate/ko.js'), shop: () => import('./ko.js') },
  // With the digits of the phone numbers beside them.
  ar: { gate: () => import('./gate/ar.js'), shop: () => import('./ar.js'), formats: 'ar-u-nu-latn' },
  pt: { gate: () => import('./gate/pt.js'), shop: () => import('./pt.js') },
  ru: { gate: () => import('./gate/ru.js'), shop: () => import('./ru.js') },
  // The language of Haiti that browsers, and Persona, do know.
  ht: { gate: () => import('./gate/ht.js'), shop: () => import('./ht.js'), formats: 'fr-CA' },
  de: { gate: () => import('./gate/de.js'), shop: () => import('./de.js') },
  hi: { gate: () => import('./gate/hi.js'), shop: () => import('./hi.js') },
};
