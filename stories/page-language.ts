import { labels as english } from '../src/locales/en.js';
import { languages } from '../src/locales/languages.js';

type Words = { [key: string]: string | Words };

const en = english as unknown as Words;
let language = 'en';
let words = en;

/** Makes it the page's language: its name, its direction, and the words that play functions look for. */
export async function setPageLanguage(tag: string): Promise<void> {
  const { labels } = await languages[tag]!.shop();
  language = tag;
  words = labels as unknown as Words;
  const page = document.documentElement;
  page.lang = tag;
  page.dir = directionOf(tag);
}

/**
 * What the elements say for this English text in the language that the toolbar has given the page, so that a play
 * function finds its way in every language. Numbers and prices in the text stay as they are, and so do placeholders of
 * a label given as it is; what is no label comes back unchanged.
 */
export const said = (text: string): string => allSaid(text)[0] ?? text;

/** As `said`, where several labels have the same words in English, and others elsewhere: any of them. */
export function saidAsAny(text: string): RegExp {
  const found = allSaid(text);
  const patterns = (found.length > 0 ? found : [text]).map((one) => patternOf(one, () => '.*'));
  return new RegExp(`^(${patterns.join('|')})$`);
}

/** As `said`, for a label whose placeholders are filled with anything. */
export const saidWith = (label: string): RegExp => new RegExp(patternOf(said(label), () => '.*'));

const allSaid = (text: string): string[] => (words === en ? [text] : [...translations(text, en, words)]);

function* translations(text: string, from: Words, to: Words): Generator<string> {
  for (const [key, value] of Object.entries(from)) {
    // Not every language has each form of a count.
    const other = to[key] ?? to.other;
    if (typeof value === 'object') {
      if (typeof other === 'object') yield* translations(text, value, other);
    } else if (typeof other === 'string') {
      // Every placeholder stands for something with a digit; without that "Buy number" would be "{count} number".
      const pattern = patternOf(value, (name) => `(?<${name}>.*\\d.*)`);
      const found = new RegExp(`^${pattern}$`).exec(text);
      if (value === text) yield other;
      else if (found) yield filled(pluralOf(to, found.groups?.count) ?? other, found.groups ?? {});
    }
  }
}

const patternOf = (label: string, placeholder: (name: string) => string): string =>
  label
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/\{(\w+)\}/g, (_, name: string) => placeholder(name));

const filled = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The form that the language has for so many, where there are several. */
function pluralOf(forms: Words, count: string | undefined): string | undefined {
  const form = count && forms[new Intl.PluralRules(language).select(Number.parseInt(count, 10))];
  return typeof form === 'string' ? form : undefined;
}

type Directed = Intl.Locale & { textInfo?: { direction: string }; getTextInfo?(): { direction: string } };

/** Which way a language is written. */
function directionOf(tag: string): string {
  const locale: Directed = new Intl.Locale(tag);
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? 'ltr';
}
