import type { HostMessages } from './host-messages.js';

/** Tells people and the embedding page that another screen has come up. */
export class Announcer {
  readonly #messages: HostMessages;
  #shown = '';

  constructor(messages: HostMessages) {
    this.#messages = messages;
  }

  /**
   * Moves focus to the new heading and sends `page-change`; nothing happens while `place`, the screen and its picture,
   * stays.
   */
  announce(name: string, place: string, open: boolean): void {
    if (place === this.#shown) return;
    // Taking focus on arrival would take it from the embedding page.
    const arrival = this.#shown === '' || this.#shown === 'loading';
    this.#shown = place;
    window.scrollTo(0, 0);
    const heading = document.querySelector<HTMLElement>('h1');
    if (!arrival) heading?.focus();
    if (open)
      this.#messages.send('page-change', {
        name,
        nameDisplay: heading?.textContent?.trim(),
        path: `/${name}`,
        pathname: `/${name}`,
        pageHeight: naturalHeight(),
      });
  }
}

/** The height the content needs; the page itself is at least as tall as its frame. */
function naturalHeight(): number {
  const page = document.querySelector<HTMLElement>('.page');
  if (!page) return 0;
  page.style.minHeight = '0';
  const height = Math.ceil(page.getBoundingClientRect().height);
  page.style.minHeight = '';
  return height;
}
