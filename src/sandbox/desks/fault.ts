import type { DeskParts } from './desk-parts.js';

/** What whoever called is told of a mistake of the stand-in itself; the log says which it was. */
export const faultText = 'The stand-in has made a mistake, which its log names. Nothing is wrong with the request.';

/** Says in the log what went wrong, where it was thrown, and in answering what. */
export function reportFault(
  { clock, log }: Pick<DeskParts, 'clock' | 'log'>,
  error: unknown,
  { method, path }: { method: string; path: string },
): void {
  const [what = '', where = ''] = String((error instanceof Error && error.stack) || error).split('\n');
  log({ kind: 'fault', at: clock.now(), about: `${method} ${path}`, message: `${what} ${where.trim()}`.trim() });
}
