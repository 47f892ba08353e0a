import type { FlowProblem } from '../../records/flow-view.js';
import { en, type Words } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

export type { Words };

const languages: Record<string, Words> = { en, es, fr };

/** The words for a language tag such as `es-MX`, and the tag for the page; English for languages we do not have. */
export function wordsFor(tag: string | null): { words: Words; locale: string } {
  const locale = tag ?? navigator.language;
  const words = languages[locale.toLowerCase().split(/[-_]/)[0]!];
  return words ? { words, locale } : { words: en, locale: 'en' };
}

/** Fills `{name}` places. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** How long so many steps take, a minute each, as the gate around says it too. */
export const minutes = (steps: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(steps);

/** Countries with their names in a language, sorted by them. */
export function byName(codes: string[], locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** What to say about a refusal that the person can do something about; undefined for any other. */
export function refusalWords(words: Words, problem: FlowProblem | 'offline'): string | undefined {
  if (problem === 'offline') return words.offline;
  return (words.uploadProblems as Record<string, string>)[problem.code] ?? words.phoneProblems[problem.code];
}
