/** The longest that a timer can wait; one that is asked for more would fire at once. */
const longest = 2 ** 31 - 1;

/** Calls back after some milliseconds, unless the signal aborts first. */
export function after(milliseconds: number, signal: AbortSignal, callback: () => void): void {
  if (signal.aborted) return;
  const timer = setTimeout(callback, Math.min(milliseconds, longest));
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
