import { LcError } from '../core/errors.js';
import type { StatusPort, Subject } from '../core/gate/ports.js';
import { report } from './console.js';
import { type Fetch, readStatus, statusKey, withQuery } from './host-endpoints.js';

/**
 * Tells the page's engineers why an endpoint did not answer, and passes the error on. Without a network it is nobody's
 * fault.
 */
export function reported(error: unknown): never {
  if (error instanceof LcError && error.code !== 'offline') report(error.message);
  throw error;
}

/** The host's word on one account and action, read from its status endpoint. */
export const statusPort = (fetch: Fetch, url: string | undefined, subject: Subject): StatusPort => ({
  account: subject.account,
  key: statusKey(fetch, url, subject),
  readStatus: (signal) => readStatus(fetch, url, subject, signal).catch(reported),
  async openStream(heard, ended) {
    const { openStatusStream } = await import('./stream/status-stream.js');
    return openStatusStream(withQuery(url ?? '', { ...subject }), heard, ended);
  },
});
