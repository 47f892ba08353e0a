import type { PlaceBook } from '../../../adapters/shop/place-book.js';
import { isClear, type Meaning, meaningsOf, placeQuestion, type Typed } from '../../../core/shop/meanings.js';
import { typeIn } from '../../../core/shop/type-words.js';
import { OpenList } from './open-list.js';

/** How long someone must have stopped typing before places are asked for, and before numbers are, in milliseconds. */
const askingPause = 150;
const typingPause = 650;
/** The most that is suggested. */
const mostShown = 8;

/** What the box needs of the shop around it. */
export interface SearchBoxPort {
  root: ShadowRoot;
  places: PlaceBook;
  /** What counts beside the text. */
  around(): Omit<Typed, 'text' | 'places'>;
  changed(): void;
  /** Somebody has stopped typing, and there is little doubt about what they mean. */
  settled(): void;
  chosen(meaning: Meaning): void;
}

/**
 * The one box of the search: a combobox to type into, whose list says what may be meant. Nothing in it is chosen before
 * somebody does: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export class SearchBox {
  readonly #port: SearchBoxPort;
  readonly #list = new OpenList();
  #meanings: readonly Meaning[] = [];
  #isOpen = false;
  /** The option that the keys have reached; -1 in the text. */
  #active = -1;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(port: SearchBoxPort) {
    this.#port = port;
    const { root } = port;
    const mine = (listener: (event: Event) => void) => (event: Event) =>
      event.target === this.#input && listener(event);
    root.addEventListener('input', mine(this.#typed));
    root.addEventListener('keydown', mine(this.#key as (event: Event) => void));
    root.addEventListener('focusout', mine(this.close));
    // Somebody was faster than this code.
    if (this.text && this.#input?.matches(':focus')) this.#typed();
  }

  get text(): string {
    return this.#input?.value ?? '';
  }

  set text(text: string) {
    if (this.#input) this.#input.value = text;
  }

  /** The type of number that was typed, and what was typed beside it. */
  get type(): ReturnType<typeof typeIn> {
    return typeIn(this.text, this.#port.around().typeNames);
  }

  /** What the open list shows; nothing while it is closed. */
  get shown(): readonly Meaning[] {
    return this.#isOpen ? this.#meanings.slice(0, mostShown) : [];
  }

  get active(): number {
    return this.#active;
  }

  /** Everything that the text may mean, with what the host knows of places. */
  async understood(): Promise<Meaning[]> {
    const { text } = this;
    const around = this.#port.around();
    const question = placeQuestion(text, around.typeNames);
    const places = question === undefined ? undefined : await this.#port.places.find(question);
    return meaningsOf({ ...this.#port.around(), text, places });
  }

  /** Ends what typing has begun: the person has said what they want. */
  stop(): void {
    clearTimeout(this.#asking);
    clearTimeout(this.#pause);
    this.close();
  }

  readonly close = (): void => {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#active = -1;
    this.#port.changed();
  };

  choose(meaning: Meaning): void {
    this.stop();
    this.#port.chosen(meaning);
  }

  /** To be called after every render. */
  rendered(): void {
    const input = this.#input;
    if (!input) return;
    const list = this.#port.root.querySelector<HTMLElement>('.suggestions');
    this.#list.rendered(list, input);
    const set = (name: string, value: string | undefined) =>
      value === undefined ? input.removeAttribute(name) : input.setAttribute(name, value);
    set('role', 'combobox');
    set('aria-autocomplete', 'list');
    set('aria-expanded', String(list !== null));
    set('aria-controls', list?.id);
    set('aria-activedescendant', list && this.#active >= 0 ? `digits-${this.#active}` : undefined);
    set('aria-describedby', 'digits-hint');
  }

  disconnect(): void {
    this.stop();
    this.#list.disconnect();
  }

  readonly #typed = (): void => {
    this.#active = -1;
    this.#isOpen = true;
    clearTimeout(this.#asking);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#settle(), typingPause);
    const around = this.#port.around();
    const isAsked = placeQuestion(this.text, around.typeNames) !== undefined && this.#port.places.hasHost;
    // What was suggested stays until the host has answered: nothing jumps under a finger.
    if (!isAsked) this.#meanings = meaningsOf({ ...around, text: this.text });
    else this.#asking = setTimeout(() => void this.#suggest(), askingPause);
    this.#port.changed();
  };

  async #suggest(): Promise<readonly Meaning[] | undefined> {
    const { text } = this;
    const meanings = await this.understood();
    // Somebody has typed on.
    if (text !== this.text) return undefined;
    this.#meanings = meanings;
    this.#port.changed();
    return meanings;
  }

  async #settle(): Promise<void> {
    const meanings = await this.#suggest();
    if (!meanings || (this.text.trim() && !isClear(meanings, this.#port.around().countryCode))) return;
    this.close();
    this.#port.settled();
  }

  readonly #key = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, isComposing } = event;
    if (ctrlKey || metaKey || isComposing) return;
    const { length } = this.shown;
    if (key === 'Escape' && this.#isOpen) this.close();
    else if (key === 'Enter' && this.#active >= 0) this.choose(this.shown[this.#active]!);
    else if (key === 'ArrowDown' && (length === 0 || altKey)) this.#open();
    else if (key === 'ArrowDown') this.#reach(((this.#active + 2) % (length + 1)) - 1);
    else if (key === 'ArrowUp' && length > 0) this.#reach(((this.#active + length + 1) % (length + 1)) - 1);
    else return;
    event.preventDefault();
    if (key === 'Escape') event.stopPropagation();
  };

  /** Up and down go through the list and the text itself. */
  #reach(active: number): void {
    this.#active = active;
    this.#port.changed();
  }

  #open(): void {
    if (!this.text.trim()) return;
    this.#isOpen = true;
    void this.#suggest();
  }

  get #input(): HTMLInputElement | null {
    return this.#port.root.querySelector('[name=digits]');
  }
}
