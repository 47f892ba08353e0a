/** A request that says which app it comes from. */
export const fetchAsApp: typeof fetch = (url, init) => {
  const headers = new Headers(init?.headers);
  headers.set('x-app', 'nuxt');
  return fetch(url, { ...init, headers });
};
