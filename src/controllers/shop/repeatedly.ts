import type { PagePort } from '../../core/page-port.js';
import { after } from '../deadline.js';

const firstPause = 2_000;
const lastPause = 30_000;

/**
 * Does the work again and again until the signal aborts: soon at first, and at once when the network is back. The
 * result does it now, unless it is at it.
 */
export function repeatedly(work: () => Promise<void>, page: PagePort, signal: AbortSignal): () => void {
  let now = () => {};
  const wait = (pause: number) => {
    const pausing = new AbortController();
    const until = pausing.signal;
    signal.addEventListener('abort', () => pausing.abort(), { once: true, signal: until });
    const again = async () => {
      pausing.abort();
      await work();
      if (!signal.aborted) wait(Math.min(pause * 2, lastPause));
    };
    after(pause, until, again);
    page.onOnline(until, again);
    now = () => void (until.aborted || again());
  };
  wait(firstPause);
  return () => now();
}
