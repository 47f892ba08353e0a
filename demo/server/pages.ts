import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const root = join(import.meta.dirname, '../..');

/** Where the built files are. */
export interface PageDirs {
  dropIn: string;
  page: string;
}

export const builtPages: PageDirs = { dropIn: join(root, 'dist/drop-in'), page: join(root, 'demo/dist') };

/**
 * The built page and, from the same origin, the drop-in script with its chunks. Throws when one of them is not built.
 */
export function pages({ dropIn, page }: PageDirs): Hono {
  for (const [file, mode] of [
    [join(dropIn, 'lc-identity-gate.js'), 'drop-in'],
    [join(page, 'index.html'), 'demo'],
  ] as const) {
    if (existsSync(file)) continue;
    throw new Error(
      `${file} is not there. Build it with "npx vite build --mode ${mode}", ` +
        'or start with "npm start", which builds everything.',
    );
  }
  const routes = new Hono();
  const forever = (path: string, context: { header: (name: string, value: string) => void }) =>
    context.header('cache-control', /-[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  routes.get('/lc-*', serveStatic({ root: dropIn, onFound: forever }));
  routes.get('/*', serveStatic({ root: page, onFound: forever }));
  return routes;
}
