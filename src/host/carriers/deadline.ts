/**
 * Settles as the work does, or rejects with the signal's reason as soon as it aborts, whether the work heeds it or not.
 */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
  });
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Does the work with a signal that aborts after so many milliseconds, and with the other signal if there is one. */
export async function within<T>(
  milliseconds: number,
  other: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  other?.throwIfAborted();
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new DOMException('No answer in time.', 'TimeoutError')), milliseconds);
  const signal = other ? AbortSignal.any([other, over.signal]) : over.signal;
  try {
    return await unlessAborted(signal, work(signal));
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves after so many milliseconds; rejects with the signal's reason when it aborts before. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await unlessAborted(
      signal,
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      }),
    );
  } finally {
    clearTimeout(timer);
  }
}
