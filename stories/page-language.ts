import { labels as en } from '../src/locales/en.js';
import { labels as es } from '../src/locales/es.js';
import { labels as fr } from '../src/locales/fr.js';

type Words = { [key: string]: string | Words };

const languages: Record<string, Words> = { es: es as unknown as Words, fr: fr as unknown as Words };

/**
 * What the elements say for this English text in the language that the toolbar has given the page, so that a play
 * function finds its way in every language. Numbers and prices in the text stay as they are, and so do placeholders of
 * a label given as it is; what is no label comes back unchanged.
 */
export function said(english: string): string {
  const words = languages[document.documentElement.lang];
  return (words && translate(english, en as unknown as Words, words)) ?? english;
}

function translate(english: string, from: Words, to: Words): string | undefined {
  for (const [key, value] of Object.entries(from)) {
    const other = to[key];
    if (typeof value === 'object') {
      const found = typeof other === 'object' ? translate(english, value, other) : undefined;
      if (found !== undefined) return found;
    } else if (typeof other === 'string') {
      if (value === english) return other;
      // Every placeholder stands for something with a digit; without that "Buy number" would be "{count} number".
      const pattern = value.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.*\\d.*)');
      const match = new RegExp(`^${pattern}$`).exec(english);
      if (match) return other.replace(/\{(\w+)\}/g, (whole, name: string) => match.groups?.[name] ?? whole);
    }
  }
  return undefined;
}
