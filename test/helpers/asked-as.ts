import { type IncomingHttpHeaders, request } from 'node:http';

/** The answer to a request that names `host`, as a page sends it whose name leads to this computer. */
export function askedAs(
  host: string,
  address: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, headers: { ...headers, host } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    });
    asked.on('error', reject).end(body);
  });
}
