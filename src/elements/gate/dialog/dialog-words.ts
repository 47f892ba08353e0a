import { covers } from '../../../locales/covers.js';
import type { Labels } from '../../../locales/labels.js';
import { mergeLabels } from '../../../locales/merge-labels.js';
import { fallbackOf, nearestLanguage } from '../../language.js';
import type { GateElement } from '../gate-element.js';
import type { GateView } from './gate-parts.js';
import { loadWords } from './load-words.js';

/** The words of a dialog, in the page's language as it is now. */
export class DialogWords {
  readonly #element: GateElement;
  #labels: Labels['gate'];
  #language: string;
  readonly #watch = new MutationObserver(() => void this.#load());

  /** The words of the page's language, loaded. */
  static async of(element: GateElement): Promise<DialogWords> {
    const language = nearestLanguage(element);
    return new DialogWords(element, language, await loadWords(language));
  }

  private constructor(element: GateElement, language: string, labels: Labels['gate']) {
    this.#element = element;
    this.#language = language;
    this.#labels = labels;
  }

  /** The page's language. */
  get language(): string {
    return this.#language;
  }

  /** What the screens say, with the page's own words, and in which language that is. */
  get shown(): Pick<GateView, 'labels' | 'language' | 'words'> {
    const own = this.#element.labels ?? undefined;
    const words = fallbackOf(this.#language, covers(own?.gate, this.#labels));
    return { labels: mergeLabels(this.#labels, own?.gate), language: words?.lang ?? this.#language, words };
  }

  /** Follows the page's language from now on. */
  follow(): void {
    void this.#load();
    this.#watch.observe(document, { subtree: true, attributeFilter: ['lang'] });
  }

  /** Follows it no longer. */
  rest(): void {
    this.#watch.disconnect();
  }

  async #load(): Promise<void> {
    const language = nearestLanguage(this.#element);
    // Words that do not arrive change nothing: those of before can be read.
    const labels = language === this.#language ? undefined : await loadWords(language).catch(() => undefined);
    if (!labels) return;
    this.#language = language;
    this.#labels = labels;
    this.#element.requestUpdate();
  }
}
