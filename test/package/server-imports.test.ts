import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import * as real from '../../src/index.js';
import * as onServer from '../../src/server/index.js';

const root = resolve(import.meta.dirname, '../..');
// Inside the package, which finds itself by its own name there.
const cache = join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'server-imports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What plain Node says of this code in the package's own folder, under these conditions. */
function run(code: string, conditions: string[] = [], env: Record<string, string> = {}): string {
  const words = [...conditions.flatMap((name) => ['-C', name]), '--input-type=module', '-e', code];
  return execFileSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

const entries = ['lc-identity-gate', 'lc-identity-gate/define', 'lc-identity-gate/react', 'lc-identity-gate/vue'];

describe('on a server', () => {
  it.each([
    [[]],
    [['workerd', 'worker']],
    [['edge-light']],
    [['deno']],
    [['bun']],
    [['react-server']],
    [['react-server', 'edge-light']],
  ])('every entry can be imported under %j, and registers nothing', (conditions) => {
    // A file for browsers that a server component names is never run there.
    const imported = entries.filter((entry) => !(entry.endsWith('/react') && conditions.includes('react-server')));
    const code = `for (const entry of ${JSON.stringify(imported)}) await import(entry);
      const tags = ['lc-identity-gate', 'lc-number-purchase'];
      console.log(JSON.stringify(tags.filter((tag) => globalThis.customElements?.get(tag))));`;
    expect(run(code, conditions, { NODE_ENV: 'production' })).toBe('[]');
  });

  it('gives the same names as in a browser, and says so when an element is made', () => {
    expect(Object.keys(onServer).sort()).toEqual(Object.keys(real).sort());
    expect(() => new onServer.LcIdentityGate()).toThrow('in a browser');
  });

  it('says in a server component of React what to do, while the site is being made', () => {
    const code = `console.warn = console.log; await import('lc-identity-gate/define');`;
    expect(run(code, ['react-server'])).toContain("a file that begins with 'use client'");
    expect(run(code, ['react-server'], { NODE_ENV: 'production' })).toBe('');
  });

  it.each(['workerd', 'worker', 'edge-light'])('goes into one file for %s, without a DOM', async (condition) => {
    const entry = join(folder, `${condition}.js`);
    writeFileSync(
      entry,
      `import 'lc-identity-gate/define'; export { isRegulated, LcIdentityGate } from 'lc-identity-gate';`,
    );
    const outDir = join(folder, condition);
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: { ssr: entry, outDir, emptyOutDir: false },
      ssr: { target: 'webworker', noExternal: true, resolve: { conditions: [condition] } },
    });
    const code = `const { isRegulated } = await import(${JSON.stringify(join(outDir, `${condition}.js`))});
      console.log(isRegulated({ country: 'US' }), typeof HTMLElement);`;
    expect(run(code)).toBe('true undefined');
  });
});
