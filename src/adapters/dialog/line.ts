/** The browser's network and whether the page is seen. */
export const line = {
  get isOnline(): boolean {
    return navigator.onLine;
  },
  get isHidden(): boolean {
    return document.hidden;
  },
  onChange(signal: AbortSignal, changed: () => void): void {
    for (const name of ['online', 'offline']) window.addEventListener(name, changed, { signal });
    document.addEventListener('visibilitychange', changed, { signal });
  },
};
