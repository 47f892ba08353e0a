import { covers } from '../locales/covers.js';
import type { PartialLabels } from '../locales/labels.js';
import type { Parts } from '../locales/languages.js';
import { mergeLabels } from '../locales/merge-labels.js';
import { registrations } from '../locales/register.js';
import { isEnglish, nearestLanguage, type Speaker, type Spoken, type Voice } from './language.js';

const english: { [Part in keyof Parts]: () => Promise<Parts[Part]> } = {
  gate: async () => (await import('../locales/gate/en.js')).gate,
  shop: async () => (await import('../locales/en.js')).labels,
};

/** The words of a part, in the language of an element as it is now. Rejects when they do not arrive. */
export async function wordsFor<Part extends keyof Parts>(element: Speaker, part: Part): Promise<Spoken<Parts[Part]>> {
  if (isEnglish(element)) return { words: await english[part](), language: nearestLanguage(element) };
  const { speak } = await import('./speak.js');
  const { added, ...spoken } = await speak(element, part);
  const own = (part === 'gate' ? added?.gate : added) as PartialLabels<Parts[Part]> | undefined;
  return { ...spoken, words: mergeLabels(spoken.words, own) };
}

/** Calls back when an element's words may be others, until the signal aborts. */
export function whenSpoken(changed: () => void, signal: AbortSignal): void {
  const watch = new MutationObserver(changed);
  watch.observe(document, { subtree: true, attributeFilter: ['lang'] });
  registrations.add(changed);
  signal.addEventListener('abort', () => {
    watch.disconnect();
    registrations.delete(changed);
  });
}

/** The language on screen, where the page lays its own words over ours. */
export const voiceWith = (element: Speaker, spoken: Spoken<object>, own: object | undefined): Voice =>
  ((element.labels?.lang || covers(own, spoken.words)) && spoken.own) || spoken;
