import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built pages: in the package beside this file or beside the `esm` directory, in the sources under `dist`. */
export function builtApp(): string {
  const places = ['./app/', '../../sandbox/app/', '../../dist/sandbox/app/'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  // The sources of the pages have an index.html too; only the built ones have assets.
  return places.find((place) => existsSync(`${place}assets`)) ?? places.at(-1)!;
}
