/** An RFC 9457 problem of the demo's own routes, in the same shape as the identity host's. */
export function problem(status: number, code: string, detail: string): Response {
  const title = code.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return Response.json(
    { type: 'about:blank', title, status, detail, code },
    { status, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } },
  );
}
