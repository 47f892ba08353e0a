/** Calls back after some milliseconds, unless the signal aborts first. */
export function after(milliseconds: number, signal: AbortSignal, callback: () => void): void {
  if (signal.aborted) return;
  const timer = setTimeout(callback, milliseconds);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
