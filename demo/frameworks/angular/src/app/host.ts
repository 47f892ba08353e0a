/** A request that says which app it comes from. */
export const fetchAsApp: typeof fetch = (url, init) => {
  const headers = new Headers(init?.headers);
  headers.set('x-app', 'angular');
  return fetch(url, { ...init, headers });
};

/** The account of the URL; the router gives the query as inputs. */
export const accountOf = (query: string | undefined) => query ?? 'loc_1';
