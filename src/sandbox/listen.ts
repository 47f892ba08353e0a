import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Servers on both loopback addresses, because `localhost` means either, by computer and browser. */
export interface Listening { port: number; close(): Promise<void> }

/** Listens on this computer only; rejects when the port is taken. Port 0 takes a free one. */
export async function listen(listener: RequestListener, port: number): Promise<Listening> {
  const first = createServer(listener);
  const bound = await bind(first, port, '127.0.0.1');
  const second = createServer(listener);
  try {
    await bind(second, bound, '::1');
  } catch (error) {
    // A computer without IPv6 has only the first address.
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      await end(first);
      throw error;
    }
  }
  return { port: bound, close: async () => { await Promise.all([end(first), end(second)]); } };
}

function bind(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
