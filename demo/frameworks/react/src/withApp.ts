/** `fetch` with the header by which the host knows this app. */
export function withApp(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  headers.set('x-app', 'react');
  return fetch(input, { ...init, headers });
}
