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
    for (const name of ['focus', 'online', 'pageshow']) window.addEventListener(name, returned, { signal });
    document.addEventListener('visibilitychange', returned, { signal });
  },
};
