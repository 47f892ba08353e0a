import type { FrontLabels, PartialLabels } from '../locales/labels.js';
import { languages, type Parts } from '../locales/languages.js';
import { type LabelsLoader, registered } from '../locales/register.js';
import { canonical, type Mark, nearestLanguage, type Speaker, type Spoken, type Voice } from './language.js';

/** Our words, and those that the page has registered to be laid over them. */
export interface Layers<Words> extends Spoken<Words> {
  added: PartialLabels | undefined;
}

/**
 * The words of a part in the language of an element as it is now; in English where there are none. Rejects when a file
 * of ours does not arrive.
 */
export async function speak<Part extends keyof Parts>(element: Speaker, part: Part): Promise<Layers<Parts[Part]>> {
  const tag = languageOf(element);
  const names = namesOf(tag);
  const known = names.find((name) => name in languages);
  const name = names.find((each) => registered.has(each));
  const coming = name ? wordsAdded(name) : undefined;
  const file = await languages[known ?? 'en']![part]();
  const added = await coming;
  // While they were loaded, the page may have changed its mind.
  if (tag !== languageOf(element)) return speak(element, part);
  const words = ('gate' in file ? file.gate : file.labels) as Parts[Part];
  const own = voiceIn(added && name ? name : (known ?? tag), tag, element);
  return known || added ? { ...own, words, added } : { ...voiceIn('en', 'en-US', element), own, words, added };
}

/** The words of the search form. */
export async function firstWords(element: Speaker): Promise<Spoken<FrontLabels>> {
  const { words, added, own, ...voice } = await speak(element, 'shop');
  const { lang, purchase } = element.labels ?? {};
  // A page that has translated the button brings its own language.
  const isOwn = lang || purchase?.find;
  return {
    ...((isOwn && own) || voice),
    words: { ...words.purchase, ...(added?.purchase as FrontLabels | undefined) },
  };
}

/** The language that an element's words should be in: its page's, or the one that its own words name. */
const languageOf = (element: Speaker): string =>
  element.labels?.lang ? canonical(element.labels.lang) : nearestLanguage(element);

/**
 * The names that words for this tag may have, the closest first. Those of a whole language are in the script that it is
 * usually written in: `zh` has none for `zh-TW`.
 */
function namesOf(tag: string): string[] {
  const { baseName, language } = new Intl.Locale(tag);
  const script = scriptOf(tag);
  return [baseName, `${language}-${script}`, ...(script === scriptOf(language) ? [language] : [])];
}

const scriptOf = (tag: string): string | undefined => new Intl.Locale(tag).maximize().script;

/** Words of that name, asked for by that tag. A region that the tag names counts where `Intl` knows the language. */
function voiceIn(lang: string, tag: string, element: Speaker): Voice {
  const { formats = tag } = languages[new Intl.Locale(lang).language] ?? {};
  const wanted = new Intl.Locale(tag).region ? [tag, formats] : formats;
  return {
    language: Intl.NumberFormat.supportedLocalesOf(wanted)[0] ?? 'en-US',
    ...markOf(lang, nearestLanguage(element)),
  };
}

/** Not every browser has `getTextInfo()`. */
const rightToLeft = ['Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa'];

function markOf(lang: string, page: string): Mark {
  const dir = rightToLeft.includes(scriptOf(lang)!) ? 'rtl' : 'ltr';
  if (!`${page}-`.startsWith(`${lang}-`)) return { lang, dir };
  // A page may have forgotten to say so.
  return dir === 'rtl' ? { dir } : {};
}

const asked = new Map<LabelsLoader, Promise<PartialLabels | undefined>>();

/** What the page has registered under that name; undefined where it failed. Asked once. */
function wordsAdded(name: string): Promise<PartialLabels | undefined> {
  const load = registered.get(name)!;
  const words = asked.get(load) ?? wordsFrom(load, name);
  asked.set(load, words);
  return words;
}

async function wordsFrom(load: LabelsLoader, name: string): Promise<PartialLabels | undefined> {
  try {
    const given = await load();
    return 'default' in given ? given.default : given;
  } catch (cause) {
    console.error(`[lc-identity-gate] The words registered for "${name}" could not be loaded.`, cause);
    return undefined;
  }
}
