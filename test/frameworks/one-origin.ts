import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MockHost } from '../helpers/mock-host.js';

/** The site as a browser meets it: an app's server and the host's endpoints on one origin. */
export interface OneOrigin {
  origin: string;
  /** How long every script takes longer, in milliseconds. */
  slowness: number;
  /** Paths that were answered with an error, favicons left out. */
  readonly missing: string[];
  close(): Promise<void>;
}

export async function oneOrigin(app: string, host: MockHost): Promise<OneOrigin> {
  const missing: string[] = [];
  const site: OneOrigin = { origin: '', slowness: 0, missing, close: async () => {} };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', app);
    if (url.pathname.startsWith('/api/identity/')) {
      const { status, body } = await host.answer(request, url);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return;
    }
    if (request.headers['sec-fetch-dest'] === 'script' && site.slowness > 0)
      await new Promise((later) => setTimeout(later, site.slowness));
    // With the name that the browser knows: what a server renders of it has to be what the browser hydrates.
    const forwarded = ask(url, { method: request.method, headers: request.headers }, (answer) => {
      if ((answer.statusCode ?? 500) >= 400) missing.push(url.pathname);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    request.pipe(forwarded);
  }

  const server = createServer(
    (request, response) =>
      void serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error))),
  );
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  site.origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  site.close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return site;
}
