import { keepBeside } from './beside.js';

/** A list while it is open: above everything else, beside its field, with what the keys have reached in view. */
export class OpenList {
  #list: HTMLElement | null = null;
  #reached: Element | null = null;
  #unplace: (() => void) | undefined;

  /** To be called after every render with the list, if it is open, and its field. */
  rendered(list: HTMLElement | null, field: Element | null | undefined): void {
    if (list !== this.#list) {
      this.#unplace?.();
      this.#list = list;
      list?.showPopover();
      this.#unplace = list && field ? keepBeside(field, list) : undefined;
    }
    const active = list?.querySelector('.active') ?? null;
    if (active !== this.#reached) active?.scrollIntoView({ block: 'nearest' });
    this.#reached = active;
  }

  disconnect(): void {
    this.#unplace?.();
    this.#unplace = undefined;
    this.#list = null;
  }
}
