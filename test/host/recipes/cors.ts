/** Lets pages of these origins call what `handle` serves; everybody else sees what they saw before. */
export function withCors(handle: (request: Request) => Promise<Response>, origins: readonly string[]) {
  return async (request: Request): Promise<Response> => {
    const origin = request.headers.get('origin') ?? '';
    if (!origins.includes(origin)) return handle(request);
    const isPreflight = request.method === 'OPTIONS';
    const { status, headers: said, body } = isPreflight ? new Response(null, { status: 204 }) : await handle(request);
    const headers = new Headers(said);
    headers.append('vary', 'Origin');
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-credentials', 'true');
    if (isPreflight) {
      headers.set('access-control-allow-methods', 'GET, POST');
      headers.set('access-control-allow-headers', 'authorization, content-type, idempotency-key');
      headers.set('access-control-max-age', '7200');
    } else headers.set('access-control-expose-headers', 'link, retry-after');
    return new Response(body, { status, headers });
  };
}
