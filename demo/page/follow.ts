/**
 * Calls back whenever the server has something new, and when the page is looked at again. A page that nobody sees holds
 * no connection: a browser has six for a site, all tabs together.
 */
export function follow(heard: () => void): void {
  let source: EventSource | undefined;
  const look = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource('/api/changes');
    source.addEventListener('open', heard);
    source.addEventListener('message', heard);
  };
  document.addEventListener('visibilitychange', look);
  look();
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
