import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A port of this computer that nobody uses, for a program that cannot take one and say which, or that gives it up and
 * wants it back. It lies below those that a system hands out by itself, so nobody is given it by chance meanwhile.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen(port, () => server.close(() => answer(true)));
  });
