import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** What stands for Node's modules where the stand-in runs in a page. */
const instead: Record<string, string> = {
  'node:crypto': beside('node-crypto.ts'),
  './barcode.js': beside('barcode.ts'),
  ...Object.fromEntries(['fs', 'module', 'path', 'url'].map((name) => [`node:${name}`, beside('no-files.ts')])),
};

/** Lets the sources of the stand-in run in a page. */
export const inAPage: Plugin = {
  name: 'stand-in-in-a-page',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!importer || !/\/src\/sandbox\/[^?]+\.ts(\?|$)/.test(importer)) return undefined;
    return id === 'pngjs' ? this.resolve('pngjs/browser', importer) : instead[id];
  },
};
