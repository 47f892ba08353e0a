/** What a screen says: its heading, what happens now, and what else the person should know. */
export interface Said {
  title: string;
  text?: string | undefined;
  note?: string | undefined;
}

/** How long a region stands before readers notice what is written in it, in milliseconds. */
const settling = 100;

const endsSentence = /\p{P}$/u;

/** As one text for the ear: a heading has no full stop, which is the pause after it. */
export const spoken = (parts: readonly (string | undefined)[]): string =>
  parts.flatMap((part) => (part ? [endsSentence.test(part) ? part : `${part}.`] : [])).join(' ');

/**
 * Tells those who do not see the screen what has come up on it by itself: once, politely, in order. The focus alone
 * tells them nothing where it stands on a heading whose text changes.
 */
export class Announcer {
  #told = '';
  #pause: ReturnType<typeof setTimeout> | undefined;

  /**
   * To be called after every update, with the status region that can be heard now. `isTitleHeard`: the focus has just
   * moved to the heading. `after`: in how many milliseconds it is said, if it is still so by then.
   */
  tell(said: Said | undefined, region: Element | null, isTitleHeard = false, after = settling): void {
    const { title, text, note } = said ?? {};
    const told = spoken([title, text, note]);
    if (told === this.#told) return;
    this.#told = told;
    const heard = isTitleHeard ? spoken([text, note]) : told;
    // The same words may come again, which nobody would notice in a region that has them still.
    region?.replaceChildren();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => region?.replaceChildren(heard), after);
  }
}
