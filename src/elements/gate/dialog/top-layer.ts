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

/** Opens or closes the dialog of this shadow root as a modal one; focus goes back to where it was. */
export function showDialog(root: ShadowRoot, open: boolean): void {
  const dialog = root.querySelector('dialog');
  if (!dialog) return;
  if (open && !dialog.matches(':modal')) {
    // One that was moved with its element is open, but no longer above the page.
    dialog.removeAttribute('open');
    dialog.showModal();
    lock.hold(dialog);
  } else if (!open && dialog.open) {
    dialog.close();
    lock.release(dialog);
  }
}

/** Whether an element is shown dark, whoever decided that: its own theme, the page, or the system. */
export function isDark(element: Element): boolean {
  const schemes = getComputedStyle(element).colorScheme.split(' ');
  return schemes.includes('dark') && (!schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
}
