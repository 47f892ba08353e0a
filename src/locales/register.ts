import type { PartialLabels } from './labels.js';

/** Gives the words of a language: at once, later, or as a module whose default export they are. */
export type LabelsLoader = () => PartialLabels | Promise<PartialLabels | { default: PartialLabels }>;

/** The words that the page has registered, by language. */
export const registered = new Map<string, LabelsLoader>();

/** Called whenever words were registered. */
export const registrations = new Set<() => void>();

/**
 * Gives all gates and shops of the page words of its own: in a language that has none here, or laid over those of one
 * that has. They are loaded when an element is in that language, and elements that are on the page take them at once.
 * Words that are left out stay as they are, in English in a language that has none here. Later words for the same
 * language take the place of these.
 *
 * @param language BCP 47 tag: `de` for all German pages, `de-AT` for those of Austria alone.
 * @param load gives the words, which a module may do by its default export. Should it fail, the console says so once, and the
 *   elements stay in our words.
 * @throws {RangeError} where `language` is no BCP 47 tag.
 */
export function registerLabels(language: string, load: LabelsLoader): void {
  registered.set(Intl.getCanonicalLocales(language)[0]!, load);
  for (const tell of registrations) tell();
}
