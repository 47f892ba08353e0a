import type { OwnLabels } from '../locales/labels.js';
import { registered } from '../locales/register.js';

/** An element with words, of which the page may bring its own. */
export interface Speaker extends Element {
  readonly labels: OwnLabels | null;
}

/** What words on screen say of themselves, where their page does not say it. */
export interface Mark {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** The language that words are in. */
export interface Voice extends Mark {
  /** BCP 47 tag for `Intl`. */
  language: string;
}

/** Words, and the language that they are in. */
export interface Spoken<Words> extends Voice {
  words: Words;
  /** The language that was asked for, where we have no words in it: a page may bring them. */
  own?: Voice;
}

/**
 * The `lang` an element lives under, also across shadow roots; English where there is none, or one that `Intl` would
 * throw on.
 */
export function nearestLanguage(element: Element): string {
  // Only shadow roots have a host in place of a parent.
  type Place = Node & { host?: Node; getAttribute?(name: string): string | null };
  for (let place: Place | undefined = element; place; place = place.parentNode ?? place.host) {
    const language = place.getAttribute?.('lang');
    if (language) return canonical(language);
  }
  return 'en';
}

/** As `Intl` writes it; English for what it would throw on. */
export function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0]!;
  } catch {
    return 'en';
  }
}

/** Whether our English is all that is asked for: then no other language needs to be looked for. */
export const isEnglish = (element: Speaker): boolean =>
  !registered.size && !element.labels?.lang && /^en\b/.test(nearestLanguage(element));
