// Server-sent events would be one more connection for each tab. A browser has six for a site, and gates that wait for a
// reviewer hold one each.
const tabs = new BroadcastChannel('harbor');

/** Tells the other tabs that there is something new to read. */
export const tell = (): void => tabs.postMessage('changed');

/** Calls back at once, whenever another tab has news, and when the page is looked at again. */
export function follow(heard: () => void): void {
  tabs.addEventListener('message', heard);
  document.addEventListener('visibilitychange', () => document.hidden || heard());
  heard();
}

/** Runs the work one at a time; whoever asks meanwhile has it run once more afterwards. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isStale = false;
  const run = async () => {
    do {
      isStale = false;
      await work();
    } while (isStale);
    running = undefined;
  };
  return () => {
    isStale = true;
    running ??= run();
    return running;
  };
}
