import type { ReactiveElement } from 'lit';

/** Takes the focus along when the shop's screen changes under it. */
export class ScreenFocus {
  #screen = 'browsing';
  #isOurs = false;
  #on: Element | null = null;

  /** Before a change: whether the focus is in the shop, and on what. */
  remember(shop: ReactiveElement): void {
    // A press beside the buttons drops the focus; it is still ours while nobody else has it.
    this.#isOurs = shop.matches(':focus-within') || (this.#isOurs && document.activeElement === document.body);
    this.#on = (shop.renderRoot as ShadowRoot).activeElement;
  }

  /**
   * After it: to the heading of another screen, or when what had the focus is gone; to `row` instead, if there is one.
   * A screen that comes by itself takes nobody's focus elsewhere on the page. Whether a screen's title was heard by
   * that.
   */
  follow(root: ShadowRoot, screen: string, row: HTMLElement | undefined): boolean {
    const before = root.activeElement;
    const isLost = this.#on?.isConnected === false;
    this.#on = null;
    if (screen === this.#screen && !isLost) return false;
    this.#screen = screen;
    if (this.#isOurs)
      (row ?? root.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: screen === 'browsing' && !row });
    // The heading of the list says nothing of why somebody is back at it.
    return screen !== 'browsing' && root.activeElement !== before;
  }
}
