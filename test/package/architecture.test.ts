import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/** What each folder may import besides itself. The entries at the top may name everything but the sandbox. */
const allowed: Record<string, string[]> = {
  core: [],
  controllers: ['core'],
  adapters: ['core'],
  persona: ['core'],
  locales: ['core'],
  elements: ['core', 'controllers', 'adapters', 'persona', 'locales'],
  host: ['core'],
  sandbox: [],
};

interface Import {
  from: string;
  to: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
);
const specifiers = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
const imports: Import[] = files.flatMap((file) =>
  specifiers(readFileSync(join(src, file), 'utf8')).map((to) => ({ from: file, to })),
);
const inside: Import[] = imports
  .filter(({ to }) => to.startsWith('.'))
  .map(({ from, to }) => ({ from, to: relative(src, resolve(src, dirname(from), to)).replace(/\.js$/, '.ts') }));
const folder = (file: string) => (file.includes('/') ? file.split('/')[0]! : '');

describe('src', () => {
  it('imports in one direction only', () => {
    const wrong = inside.filter(
      ({ from, to }) => folder(from) && folder(from) !== folder(to) && !allowed[folder(from)]?.includes(folder(to)),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the stand-in and the server half out of what pages load', () => {
    const reached = new Set(['define.ts', 'index.ts']);
    for (const file of reached) for (const { from, to } of inside) if (from === file) reached.add(to);
    expect([...reached].filter((file) => /^(host|sandbox)\//.test(file))).toEqual([]);
    expect(reached.size).toBeGreaterThan(20);
  });

  it('names the vendor’s package in src/persona only', () => {
    expect(imports.filter(({ to }) => to === 'persona').map(({ from }) => folder(from))).toEqual(['persona']);
  });

  it('keeps the core free of Lit and of everything but zod', () => {
    expect(
      new Set(imports.filter(({ from, to }) => folder(from) === 'core' && !to.startsWith('.')).map(({ to }) => to)),
    ).toEqual(new Set(['zod/mini']));
  });

  it('has no cycle of imports that run', () => {
    const text = new Map(
      files.map((file) => [
        file,
        readFileSync(join(src, file), 'utf8')
          .replace(/^(import|export) type [^;]*;/gm, '')
          .replace(/import\('[^']+'\)/g, ''),
      ]),
    );
    const targets = (file: string) =>
      specifiers(text.get(file) ?? '')
        .filter((to) => to.startsWith('.'))
        .map((to) => relative(src, resolve(src, dirname(file), to)).replace(/\.js$/, '.ts'));
    const done = new Set<string>();
    const visit = (file: string, path: string[]): string[] | undefined => {
      if (path.includes(file)) return [...path, file];
      if (done.has(file)) return undefined;
      for (const next of targets(file)) {
        const cycle = visit(next, [...path, file]);
        if (cycle) return cycle;
      }
      done.add(file);
      return undefined;
    };
    expect(files.map((file) => visit(file, [])).find(Boolean)).toBeUndefined();
  });
});
