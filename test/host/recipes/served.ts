import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Host } from '../../../src/host/index.js';
import { mount as mountExpress } from './express.js';
import { mount as mountFastify } from './fastify.js';
import { mount as mountHono } from './hono.js';
import { mount as mountNext } from './next.js';
import { mount as mountWorker } from './workers.js';

/** A recipe that is served, and its end. */
export interface Served {
  url: string;
  close(): Promise<unknown>;
}

async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Each recipe of docs/host.md, served as it would be. */
export const recipes: [name: string, start: (host: Host) => Promise<Served>][] = [
  ['hono', (host) => serve(getRequestListener(mountHono(host).fetch))],
  ['express', (host) => serve(mountExpress(host))],
  [
    'fastify',
    async (host) => {
      const app = mountFastify(host);
      return { url: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() };
    },
  ],
  // As Next and the others would do it; test/package/runtimes.test.ts runs them.
  [
    'next',
    (host) => {
      const handlers = mountNext(() => host);
      return serve(getRequestListener((request) => handlers[request.method as 'GET' | 'POST'](request)));
    },
  ],
  ['workers', (host) => serve(getRequestListener(mountWorker(host).fetch))],
];
