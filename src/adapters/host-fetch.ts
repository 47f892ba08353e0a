import { LcError } from '../core/errors.js';

/** What reaches the host's endpoints. */
export type Fetch = typeof fetch;

/** What a page may give an element for its requests. */
export interface HostAccess {
  readonly fetch: Fetch | null;
  readonly getToken: (() => string | Promise<string>) | null;
}

/** Whether the page has a way of its own to reach its host. */
export const isOwn = ({ fetch, getToken }: HostAccess): boolean => Boolean(fetch || getToken);

/**
 * How an element reaches its host: by the page's own `fetch` if there is one, with the page's token if it has one. The
 * token is asked for at every request; keeping it for a while is the page's business.
 */
export function hostFetch({ fetch, getToken }: HostAccess): Fetch {
  const send: Fetch = (url, init) => (fetch ?? globalThis.fetch)(url, init);
  if (!getToken) return send;
  return async (url, init) => {
    let token: string;
    try {
      token = await getToken();
    } catch (cause) {
      throw new LcError('unauthorized', 'getToken gave no token.', { cause });
    }
    return send(url, { ...init, headers: { ...init?.headers, ...(token && { authorization: `Bearer ${token}` }) } });
  };
}
