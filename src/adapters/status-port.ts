import { LcError } from '../core/errors.js';
import type { StatusPort, Subject } from '../core/gate/ports.js';
import { report } from './console.js';
import { readStatus, withQuery } from './host-endpoints.js';
import { type HostAccess, hostFetch, isOwn } from './host-fetch.js';

/**
 * Tells the page's engineers why an endpoint did not answer, and passes the error on. Without a network it is nobody's
 * fault.
 */
export function reported(error: unknown): never {
  if (error instanceof LcError && error.code !== 'offline') report(error.message);
  throw error;
}

/** The host's word on one account and action, read from its status endpoint. */
export function statusPort({ fetch, getToken }: HostAccess, url: string | undefined, subject: Subject): StatusPort {
  const { account, action } = subject;
  const send = hostFetch({ fetch, getToken });
  return {
    account,
    // What the page's functions are is no part of it: frameworks make them anew at every render.
    key: [url, account, action].join(' '),
    isOwn: isOwn({ fetch, getToken }),
    readStatus: (signal) => readStatus(send, url, subject, signal).catch(reported),
    async openStream(heard, ended) {
      const { openStatusStream } = await import('./stream/status-stream.js');
      return openStatusStream(send, withQuery(url ?? '', { account, action }), { heard, ended });
    },
  };
}
