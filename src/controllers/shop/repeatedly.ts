import type { PagePort } from '../../core/page-port.js';
import { after } from '../deadline.js';

const firstPause = 2_000;
const lastPause = 30_000;

/**
 * Does the work again and again until the signal aborts: soon at first and when it resolves with true, and at once
 * when the network is back. The result does it now, unless it is at it.
 */
export function repeatedly(work: () => Promise<unknown>, page: PagePort, signal: AbortSignal): () => void {
  let now = () => {};
  const wait = (pause: number) => {
    const pausing = new AbortController();
    const until = pausing.signal;
    signal.addEventListener('abort', () => pausing.abort(), { once: true, signal: until });
    const again = async () => {
      pausing.abort();
      const isSoon = (await work()) === true;
      if (!signal.aborted) wait(isSoon ? firstPause : Math.min(pause * 2, lastPause));
    };
    after(pause, until, again);
    page.onOnline(until, again);
    now = () => void (until.aborted || again());
  };
  wait(firstPause);
  return () => now();
}
