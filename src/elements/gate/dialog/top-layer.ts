/** Keeps the page behind a modal dialog where it is, without a jump where its scroll bar was. */
const lock = {
  holders: new Set<HTMLDialogElement>(),
  restore: () => {},
  hold(dialog: HTMLDialogElement): void {
    if (this.holders.size === 0) {
      const { style, clientWidth } = document.documentElement;
      const before = [style.overflow, style.paddingInlineEnd] as const;
      const scrollBar = window.innerWidth - clientWidth;
      style.overflow = 'hidden';
      if (scrollBar > 0) style.paddingInlineEnd = `${scrollBar}px`;
      this.restore = () => ([style.overflow, style.paddingInlineEnd] = before);
    }
    this.holders.add(dialog);
  },
  release(dialog: HTMLDialogElement): void {
    if (this.holders.delete(dialog) && this.holders.size === 0) this.restore();
  },
};

/** Whether this browser has modal dialogs: Firefox since 98, Safari since 15.4. */
export const hasDialogs = (): boolean => 'showModal' in (globalThis.HTMLDialogElement?.prototype ?? {});

/**
 * How often it is looked whether a dialog can be seen, in milliseconds. Nothing tells of every way to hide something.
 */
const pace = 250;

/**
 * The modal dialog in a shadow root. It is open only while it is rendered: one in something hidden would block the page
 * behind it, with nothing to see.
 */
export class Modal {
  readonly #root: ShadowRoot;
  readonly #changed: () => void;
  #watch: ReturnType<typeof setInterval> | undefined;
  #isAway = false;

  /** `changed` is called when the dialog that is wanted has been hidden by something around it, or shown again. */
  constructor(root: ShadowRoot, changed: () => void) {
    this.#root = root;
    this.#changed = changed;
  }

  /** Whether it is wanted and not open, because nobody could see it. */
  get isAway(): boolean {
    return this.#isAway;
  }

  /** Opens it, as soon as it can be seen, or closes it; then the focus goes back to where it was. */
  show(wanted: boolean): void {
    const dialog = this.#root.querySelector('dialog');
    if (!dialog) return;
    const seen = wanted && isRendered(this.#root);
    this.#isAway = wanted && !seen;
    if (!wanted) clearInterval(this.#watch);
    this.#watch = wanted ? (this.#watch ?? setInterval(() => this.#look(), pace)) : undefined;
    if (seen && !dialog.matches(':modal')) {
      // One that was moved with its element is open, but no longer above the page.
      dialog.removeAttribute('open');
      // Else the focus is at "Close" for a moment, which readers say.
      dialog.querySelector('h2')?.toggleAttribute('autofocus', true);
      dialog.showModal();
      lock.hold(dialog);
    } else if (!seen && dialog.open) {
      dialog.close();
      lock.release(dialog);
    }
  }

  #look(): void {
    if (isRendered(this.#root) === this.#isAway) this.#changed();
  }
}

/** Whether what stands in this shadow root is rendered: nothing around it is hidden, closed or skipped. */
function isRendered(root: ShadowRoot): boolean {
  const probe = document.createElement('span');
  root.append(probe);
  const rendered = probe.checkVisibility?.() ?? probe.getClientRects().length > 0;
  probe.remove();
  return rendered;
}

/** Whether an element is shown dark, whoever decided that: its own theme, the page, or the system. */
export function isDark(element: Element): boolean {
  const schemes = getComputedStyle(element).colorScheme.split(' ');
  return schemes.includes('dark') && (!schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
}
