import type { Planted } from './check-world.js';

type Body = Record<string, unknown>;

/** Changes the good answers of one endpoint. */
export const inAnswers = (endpoint: string, change: (body: Body, request: Request) => unknown): Planted => ({
  around: async (request, next, path) => {
    const response = await next(request);
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    if (path !== endpoint || !response.ok || !isJson) return response;
    const body = await change((await response.json()) as Body, request);
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), response);
  },
});

/** Sets a header of every answer of an endpoint. */
export const withHeader = (endpoint: string, name: string, value: string): Planted => ({
  around: async (request, next, path) => {
    const response = await next(request);
    if (path !== endpoint) return response;
    const headers = new Headers(response.headers);
    headers.set(name, value);
    return new Response(response.body, { status: response.status, headers });
  },
});

/** Answers in place of the host. */
export const instead = (
  when: (request: Request, path: string) => boolean,
  answer: (request: Request) => Response | Promise<Response>,
): Planted => ({
  around: (request, next, path) => (when(request, path) ? answer(request) : next(request)),
});

/** The request with other headers, as one that the host takes for another. */
export const resent = (request: Request, headers: Record<string, string>, body?: string | null): Request =>
  new Request(request, { headers: { ...Object.fromEntries(request.headers), ...headers }, ...(body && { body }) });

/** The request with another body. */
export const changed = async (request: Request, change: (body: Body) => unknown): Promise<Request> =>
  new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: JSON.stringify(change((await request.json()) as Body)),
  });

/** Remembers what it made for each name. */
export const remembering = <T>() => {
  const kept = new Map<string, T>();
  return async (name: string, make: () => Promise<T>): Promise<T> => {
    const value = kept.get(name) ?? (await make());
    kept.set(name, value);
    return value;
  };
};

export const isPost = (endpoint: string) => (request: Request, path: string) =>
  path === endpoint && request.method === 'POST';

/** An answer by which all of these are bought. */
export const sold = (numbers: readonly { phoneNumber: string }[]): Response =>
  Response.json({ numbers: numbers.map(({ phoneNumber }) => ({ phoneNumber, status: 'purchased' })) }, { status: 201 });
