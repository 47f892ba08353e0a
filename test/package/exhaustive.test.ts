import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const config = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  root,
);

/** The files among these that do not compile when one file reads otherwise than it does. */
function broken(files: string[], changed: string, change: (text: string) => string): string[] {
  const path = join(root, changed);
  const text = change(readFileSync(path, 'utf8'));
  const host = ts.createCompilerHost(config.options);
  const readFile = host.readFile.bind(host);
  host.readFile = (name) => (resolve(name) === path ? text : readFile(name));
  const program = ts.createProgram(
    files.map((file) => join(root, file)),
    config.options,
    host,
  );
  const sources = files.map((file) => program.getSourceFile(join(root, file))!);
  return sources
    .filter((source) => program.getSemanticDiagnostics(source).length > 0)
    .map(({ fileName }) => relative(root, fileName));
}

/** Where each machine's states stand, and what has to know them all. */
const machines = [
  {
    name: 'gate',
    states: 'src/core/gate/gate-state.ts',
    known: [
      'src/core/gate/gate-state.ts',
      'src/core/gate/gate.ts',
      'src/controllers/gate-controller.ts',
      'src/elements/gate/dialog/gate-says.ts',
      'src/elements/gate/dialog/gate-screens.ts',
    ],
  },
  {
    name: 'purchase',
    states: 'src/core/shop/purchase-state.ts',
    known: [
      'src/core/shop/purchase.ts',
      'src/controllers/shop/purchase-controller.ts',
      'src/elements/shop/runtime/shop-says.ts',
      'src/elements/shop/runtime/shop-screens.ts',
    ],
  },
  {
    name: 'search',
    states: 'src/core/shop/search.ts',
    known: [
      'src/core/shop/search.ts',
      'src/controllers/shop/search-controller.ts',
      'src/elements/shop/runtime/search-says.ts',
    ],
  },
];

describe.each(machines)('the $name', ({ states, known }) => {
  it('compiles as it is', () => {
    expect(broken(known, states, (text) => text)).toEqual([]);
  });

  it('does not compile with one state more, in any place that has to know it', () => {
    const first = /(export type \w+State =\n)/;
    const more = (text: string) => text.replace(first, "$1  | { status: 'paused'; since: number }\n");
    expect(broken(known, states, more)).toEqual(known);
  });
});
