import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { BuiltPages } from './pages/pages.js';

/** The built pages: in the package beside this file or beside the `esm` directory, in the sources under `dist`. */
export function builtApp(): string {
  const places = ['./app/', '../../sandbox/app/', '../../dist/sandbox/app/'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  // The sources of the pages have an index.html too; only the built ones have assets.
  return places.find((place) => existsSync(`${place}assets`)) ?? places.at(-1)!;
}

/** Reads the built pages; throws an Error that says how to build them when they are not there. */
export function readPages(appDir: string): BuiltPages {
  try {
    return {
      html: readFileSync(join(appDir, 'index.html'), 'utf8'),
      assets: serveStatic({ root: appDir, rewriteRequestPath: (path) => path.slice('/app'.length) }),
    };
  } catch {
    throw new Error(
      `The inquiry pages are not built: there is no index.html in ${appDir}. ` +
        'Run "npx vite build --mode sandbox" and start again.',
    );
  }
}
