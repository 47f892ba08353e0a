import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findSite } from '../../src/init/find-site.js';
import { runInit } from '../../src/init/init.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files. */
function siteOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'init-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const manifest = (...names: string[]) =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1'])) });
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

let said: string[] = [];
beforeEach(() => {
  said = [];
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line: string) => void said.push(line));
});

describe('init', () => {
  it.each([
    [
      ['next', 'react', 'typescript'],
      ['lib/identity.ts', 'app/api/identity/[...path]/route.ts', 'components/numbers.tsx'],
    ],
    [
      ['next', 'react'],
      ['lib/identity.js', 'app/api/identity/[...path]/route.js', 'components/numbers.jsx'],
    ],
    [['nuxt'], ['server/utils/identity.js', 'server/api/identity/[...path].js', 'app/components/NumberShop.vue']],
    [
      ['@sveltejs/kit', 'svelte', 'typescript'],
      ['src/lib/server/identity.ts', 'src/routes/api/identity/[...path]/+server.ts', 'src/lib/Numbers.svelte'],
    ],
    [['astro'], ['src/lib/identity.js', 'src/pages/api/identity/[...path].js', 'src/components/Numbers.astro']],
    [
      ['@angular/core', 'typescript', 'express'],
      ['identity.ts', 'src/app/numbers.ts'],
    ],
    [
      ['react', 'hono'],
      ['identity.js', 'Numbers.jsx'],
    ],
    [
      ['vue', 'fastify'],
      ['identity.js', 'NumberShop.vue'],
    ],
    [
      ['solid-js', 'typescript'],
      ['server/identity.ts', 'Numbers.tsx'],
    ],
    [
      ['preact', 'react'],
      ['server/identity.js', 'Numbers.jsx'],
    ],
    [['svelte'], ['server/identity.js', 'Numbers.svelte']],
    [[], ['server/identity.js', 'numbers.html']],
  ])('writes for a site of %j what fits it, and it can be read', async (dependencies, files) => {
    const folder = siteOf({ 'package.json': manifest(...dependencies) });
    expect(await runInit([folder])).toBe(0);
    expect(filesIn(folder)).toEqual(['package.json', ...files].sort());
    for (const file of files.filter((path) => /\.[jt]sx?$/.test(path))) {
      const { diagnostics = [] } = ts.transpileModule(readFileSync(join(folder, file), 'utf8'), {
        fileName: file,
        reportDiagnostics: true,
        compilerOptions: { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ES2022, experimentalDecorators: true },
      });
      expect(
        diagnostics.map(({ messageText }) => messageText),
        file,
      ).toEqual([]);
    }
    expect(said.join('\n')).toContain('npm install lc-identity-gate');
  });

  it('lets nobody act for an account before that is filled in', async () => {
    const folder = siteOf({});
    await runInit([folder]);
    expect(readFileSync(join(folder, 'server/identity.js'), 'utf8')).toMatch(
      /authorize: async \(_request, _account\) => false/,
    );
  });

  it('asks for the types of Node where its own part needs them', async () => {
    await runInit([siteOf({ 'package.json': manifest('astro', 'typescript') })]);
    expect(said.join('\n')).toContain('npm install -D @types/node');
    said = [];
    await runInit([
      siteOf({
        'package.json': manifest('astro', 'typescript', '@types/node', 'lc-identity-gate', '@electric-sql/pglite'),
      }),
    ]);
    expect(said.join('\n')).not.toContain('npm install');
  });

  it('overwrites nothing, and says so', async () => {
    const folder = siteOf({ 'package.json': manifest('react'), 'Numbers.jsx': 'mine' });
    expect(await runInit([folder])).toBe(0);
    expect(readFileSync(join(folder, 'Numbers.jsx'), 'utf8')).toBe('mine');
    expect(said.join('\n')).toMatch(/is there +Numbers\.jsx/);
    expect(said.join('\n')).toMatch(/writes +server\/identity\.js/);
  });

  it('writes nothing on a dry run', async () => {
    const folder = siteOf({ 'package.json': manifest('vue') });
    writeFileSync(join(folder, 'NumberShop.vue'), 'mine');
    await runInit([folder, '--dry-run']);
    expect(filesIn(folder)).toEqual(['NumberShop.vue', 'package.json']);
    expect(said.join('\n')).toMatch(/is there +NumberShop\.vue/);
    expect(said.join('\n')).toMatch(/writes +server\/identity\.js/);
  });

  it.each([
    ['pnpm-lock.yaml', 'pnpm add'],
    ['yarn.lock', 'yarn add'],
    ['bun.lock', 'bun add'],
    ['package-lock.json', 'npm install'],
  ])('knows the package manager by %s', async (lock, command) => {
    await runInit([siteOf({ 'package.json': manifest('react'), [lock]: '' })]);
    expect(said.join('\n')).toContain(`${command} lc-identity-gate`);
  });

  it('believes packageManager more than a lock file', () => {
    expect(findSite(['yarn.lock'], '{"packageManager":"pnpm@10.0.0"}').packageManager).toBe('pnpm');
  });

  it.each([
    [{ 'package.json': '{' }, [], 'package.json is no JSON'],
    [{}, ['--all'], "Unknown option '--all'"],
  ])('says in a line what is wrong: %j %j', async (files, words, message) => {
    expect(await runInit([siteOf(files), ...words])).toBe(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(message);
  });
});
