import type { SearchController } from '../../../controllers/shop/search-controller.js';
import type { ShopElement } from '../shop-element.js';

/** How many numbers of a host's answer are shown at first and with every "show more". */
const pageSize = 20;

/** How much of what was found is shown, and where the focus goes with more. */
export class ShownPages {
  readonly #element: ShopElement;
  readonly #controller: SearchController;
  #shown = pageSize;
  /**
   * Where the focus goes when the numbers that were asked for are there: the row, and the button that was pressed for
   * them.
   */
  #next: { index: number; pressed: Element | null } | undefined;

  constructor(element: ShopElement, controller: SearchController) {
    this.#element = element;
    this.#controller = controller;
  }

  /** How many of the found numbers are shown. A page's own list is shown as a whole. */
  get shown(): number {
    return this.#element.numbers ? Infinity : this.#shown;
  }

  /** Whether there is something after what is shown. */
  get hasMore(): boolean {
    const { state } = this.#controller;
    if (state.status !== 'found' && state.status !== 'paging') return false;
    return state.answer.numbers.length > this.shown || Boolean(state.answer.nextPage);
  }

  /** Begins at the first page again. */
  reset(): void {
    this.#shown = pageSize;
    this.#next = undefined;
  }

  /**
   * Shows the numbers after those that are shown. The focus goes on to the first of them, unless the person has gone on
   * elsewhere.
   */
  more(): void {
    const { state } = this.#controller;
    if (state.status !== 'found') return;
    const { length } = state.answer.numbers;
    this.#next = { index: Math.min(this.#shown, length), pressed: this.#element.shadowRoot!.activeElement };
    this.#shown += pageSize;
    this.#element.requestUpdate();
    if (length < this.#shown) this.#controller.more();
  }

  /** To be called after every update. */
  rendered(): void {
    const { state } = this.#controller;
    if (!this.#next || state.status !== 'found') return;
    const { index, pressed } = this.#next;
    this.#next = undefined;
    // What did not come counts as not shown.
    if (state.isCut) this.#shown = Math.max(pageSize, index);
    const isFree =
      document.activeElement === document.body || (pressed && this.#element.shadowRoot!.activeElement === pressed);
    if (isFree) this.buttonAt(index)?.focus();
  }

  /** The button of the number at that place of the list, if it is there. */
  buttonAt(index: number): HTMLElement | null {
    return this.#element.renderRoot.querySelector(`[aria-posinset="${index + 1}"] button`);
  }
}
