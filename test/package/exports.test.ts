import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  exports: Record<string, string | { types: string; default: string }>;
  unpkg: string;
  jsdelivr: string;
};

const run = (code: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' }).trim();

describe('the built package', () => {
  it('has every file its entries name', () => {
    const named = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : [entry.types, entry.default],
    );
    const files = [
      ...named.flatMap((file) =>
        file.includes('*') ? ['en', 'es', 'fr'].map((name) => file.replace('*', name)) : [file],
      ),
      manifest.unpkg,
      manifest.jsdelivr,
    ];
    expect(files.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
  });

  it('imports in plain Node without registering anything', () => {
    expect(
      run(`
        const { LcIdentityGate, LcNumberPurchase, isRegulated } = await import('lc-identity-gate');
        const registered = customElements?.get('lc-identity-gate');
        console.log(typeof LcIdentityGate, typeof LcNumberPurchase, isRegulated({ country: 'GB' }), registered);
      `),
    ).toBe('function function false undefined');
  });

  it('registers both elements by the define entry where there is a document, as in the DOM of a test', () => {
    const registered = (before: string) =>
      run(`
        await import('lit');
        ${before}
        await import('lc-identity-gate/define');
        const isDefined = (name) => Boolean(globalThis.customElements?.get(name));
        console.log(['lc-identity-gate', 'lc-number-purchase'].map(isDefined));
      `);
    expect(registered('globalThis.document = {};')).toBe('[ true, true ]');
    expect(registered('')).toBe('[ false, false ]');
  });

  it('gives the server half, the places and the languages their own entries', () => {
    expect(
      run(`
        const { createIdentityHost } = await import('lc-identity-gate/host');
        const { findPlaces } = await import('lc-identity-gate/places');
        const { labels } = await import('lc-identity-gate/locales/es');
        console.log(typeof createIdentityHost, findPlaces({ q: 'chicago' })[0].label, labels.gate.close);
      `),
    ).toBe('function Chicago, IL Cerrar');
  });

  it('describes both elements in its manifest', () => {
    const elements = (
      JSON.parse(readFileSync(`${root}/custom-elements.json`, 'utf8')) as {
        modules: {
          declarations?: {
            tagName?: string;
            description?: string;
            attributes?: { name: string; description?: string }[];
          }[];
        }[];
      }
    ).modules
      .flatMap((module) => module.declarations ?? [])
      .filter((declaration) => declaration.tagName);
    expect(elements.map(({ tagName }) => tagName).sort()).toEqual(['lc-identity-gate', 'lc-number-purchase']);
    for (const { tagName, attributes } of elements)
      for (const attribute of attributes ?? [])
        expect(attribute.description, `${tagName} ${attribute.name}`).toBeTruthy();
  });
});
