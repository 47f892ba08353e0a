import { networkInterfaces } from 'node:os';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';

// Networks inside the computer, of containers, virtual machines and tunnels: no phone is in them.
const inside = /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|tun|utun|tap)/i;

/** The IPv4 address by which devices of the same network reach this computer; throws an Error when it is in none. */
export function lanAddress(): string {
  const outside = Object.entries(networkInterfaces()).filter(([name]) => !inside.test(name));
  const addresses = outside.flatMap(([, list = []]) => list);
  const found = addresses.find(
    ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
  );
  if (!found)
    throw new Error(
      'This computer is in no network that a phone could be in. ' +
        'Connect it to one, or name its address: --lan=192.168.1.20',
    );
  return found.address;
}

/**
 * What other devices may see of `app`: the pages a link opens, and their calls. API, console and frames stay with this
 * computer, which is led to `origin` when it opens a link itself, because only there a browser gives it the camera.
 */
export function lanApp(app: Hono, origin: string): Hono {
  const lan = new Hono();
  lan.get('/verify', async (context, next) => {
    const { remoteAddress, localAddress } = (context.env as HttpBindings).incoming.socket;
    if (remoteAddress !== localAddress) return next();
    const { pathname, search } = new URL(context.req.url);
    return context.redirect(origin + pathname + search);
  });
  for (const path of ['/verify', '/app/*', '/flow/*']) lan.all(path, (context) => app.fetch(context.req.raw));
  return lan;
}
