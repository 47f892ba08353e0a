import type { Labels } from '../../../locales/labels.js';
import { mergeLabels } from '../../../locales/merge-labels.js';
import type { Spoken } from '../../language.js';
import { voiceWith, whenSpoken, wordsFor } from '../../words.js';
import type { GateElement } from '../gate-element.js';
import type { GateView } from './gate-parts.js';

/** The words of a dialog, in the page's language as it is now. */
export class DialogWords {
  readonly #element: GateElement;
  #spoken: Spoken<Labels['gate']>;
  #shown: AbortController | undefined;

  /** The words of the page's language, loaded. */
  static async of(element: GateElement): Promise<DialogWords> {
    return new DialogWords(element, await wordsFor(element, 'gate'));
  }

  private constructor(element: GateElement, spoken: Spoken<Labels['gate']>) {
    this.#element = element;
    this.#spoken = spoken;
  }

  /** The language for Persona's page, which may have words where we have none. */
  get language(): string {
    return (this.#spoken.own ?? this.#spoken).language;
  }

  /** What the screens say, with the page's own words, and in which language that is. */
  get shown(): Pick<GateView, 'labels' | 'language' | 'words'> {
    const own = this.#element.labels?.gate;
    const words = voiceWith(this.#element, this.#spoken, own);
    return { labels: mergeLabels(this.#spoken.words, own), language: words.language, words };
  }

  /** Follows the page's language from now on. */
  follow(): void {
    this.rest();
    this.#shown = new AbortController();
    whenSpoken(this.#load, this.#shown.signal);
    void this.#load();
  }

  /** Follows it no longer. */
  rest(): void {
    this.#shown?.abort();
  }

  readonly #load = async (): Promise<void> => {
    // Words that do not arrive change nothing: those of before can be read.
    this.#spoken = await wordsFor(this.#element, 'gate').catch(() => this.#spoken);
    this.#element.requestUpdate();
  };
}
