import { en, type Words } from './words/en.js';
import { es } from './words/es.js';
import { fr } from './words/fr.js';

const languages: Record<'en' | 'es' | 'fr', Words> = { en, es, fr };

export type Language = keyof typeof languages;

/** The language of that tag, such as `es-MX`; English for one we do not have. */
export function languageOf(tag: string | null): Language {
  const name = tag?.split('-')[0] ?? '';
  return Object.hasOwn(languages, name) ? (name as Language) : 'en';
}

/** The text in the page's language; a name without a text is shown as it is. */
export function word(name: string): string {
  const words: Record<string, string> = languages[languageOf(document.documentElement.lang)];
  return words[name] ?? name;
}

/** Writes the page's texts in its language wherever an element names one. */
export function writeWords(title = 'title'): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]'))
    element.textContent = word(element.dataset.words ?? '');
  for (const element of document.querySelectorAll<HTMLElement>('[data-words-label]'))
    element.ariaLabel = word(element.dataset.wordsLabel ?? '');
  document.title = `${word(title)} · Harbor`;
}
