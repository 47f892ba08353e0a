import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An open port. */
export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** A further address to listen on, and who answers there. */
export interface OtherAddress {
  address: string;
  listener: RequestListener;
}

/**
 * Listens on both loopback addresses, because `localhost` means either, by computer and browser, and on another address
 * when one is given. Rejects when the port is taken. Port 0 takes a free one.
 */
export async function listen(listener: RequestListener, port: number, other?: OtherAddress): Promise<Listening> {
  const servers: Server[] = [];
  const open = async (answers: RequestListener, at: number, address: string) => {
    const server = createServer(answers);
    const bound = await bind(server, at, address);
    servers.push(server);
    return bound;
  };
  const close = async () => {
    await Promise.all(servers.map(end));
  };
  try {
    const bound = await open(listener, port, '127.0.0.1');
    // A computer without IPv6 has only the first address.
    await open(listener, bound, '::1').catch((error) => {
      if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    });
    if (other) await open(other.listener, bound, other.address);
    return { port: bound, close };
  } catch (error) {
    await close();
    throw error;
  }
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
