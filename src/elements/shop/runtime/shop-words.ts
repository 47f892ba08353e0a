import type { Labels } from '../../../locales/labels.js';
import { mergeLabels } from '../../../locales/merge-labels.js';
import type { Spoken, Voice } from '../../language.js';
import { voiceWith, wordsFor } from '../../words.js';
import type { ShopElement } from '../shop-element.js';

/** The words of one shop, in the language of its page, with the element's own laid over them. */
export class ShopWords {
  readonly #element: ShopElement;
  #spoken: Spoken<Labels>;

  private constructor(element: ShopElement, spoken: Spoken<Labels>) {
    this.#element = element;
    this.#spoken = spoken;
  }

  /** With the words loaded; rejects when they do not arrive. */
  static async of(element: ShopElement): Promise<ShopWords> {
    return new ShopWords(element, await wordsFor(element, 'shop'));
  }

  /** Loads those of the page's language as it is now. */
  async renew(): Promise<void> {
    // Words that do not arrive change nothing: those of before can be read.
    this.#spoken = await wordsFor(this.#element, 'shop').catch(() => this.#spoken);
    this.#element.requestUpdate();
  }

  /** The language on screen. */
  get voice(): Voice {
    const { purchase } = this.#spoken.words;
    return voiceWith(this.#element, { ...this.#spoken, words: purchase }, this.#element.labels?.purchase);
  }

  get labels(): Labels {
    return mergeLabels(this.#spoken.words, this.#element.labels ?? undefined);
  }
}
