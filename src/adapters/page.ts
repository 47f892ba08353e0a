import type { PagePort } from '../core/page-port.js';

/** The browser's page. */
export const page: PagePort = {
  get isOnline() {
    return navigator.onLine;
  },
  get isHidden() {
    return document.hidden;
  },
  now: () => Date.now(),
  random: () => Math.random(),
  onOnline(signal, back) {
    window.addEventListener('online', back, { signal });
  },
  onReturn(signal, returned) {
    for (const name of ['focus', 'online']) window.addEventListener(name, returned, { signal });
    // A page tells of its first showing too, from which nobody returns.
    window.addEventListener('pageshow', ({ persisted }) => persisted && returned(), { signal });
    document.addEventListener('visibilitychange', returned, { signal });
  },
};
