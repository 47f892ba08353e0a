import { LcError } from '../core/errors.js';

/**
 * A part of the script that is loaded once, when it is first wanted; rejects with an `LcError`. One that could not be
 * loaded, as after a new release has taken its file away, is tried again the next time.
 */
export function lazyPart<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loading: Promise<Part> | undefined;
  const forget = (cause: unknown): never => {
    loading = undefined;
    const message = 'A script file is missing. Keep those of the last release.';
    console.error(`[lc-identity-gate] ${message}`, cause);
    throw new LcError(navigator.onLine ? 'unreachable' : 'offline', message, { cause });
  };
  return () => {
    loading ??= load().catch(forget);
    return loading;
  };
}
