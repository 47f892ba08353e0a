import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const entry = resolve(import.meta.dirname, '../../src/host/index.ts');

describe('lc-identity-gate/host', () => {
  it('reaches nothing that only Node has, so that Bun, Deno and edge runtimes can load it', () => {
    const reached = new Set([entry]);
    const outside = new Set<string>();
    for (const file of reached) {
      const text = readFileSync(file, 'utf8');
      expect(text, file).not.toMatch(/\bBuffer\.|\bprocess\.\w|\brequire\(/);
      for (const [, to = ''] of text.matchAll(/^(?:import|export)(?! type)[^;]*?from '([^']+)'/gm)) {
        if (to.startsWith('.')) reached.add(join(dirname(file), to.replace(/\.js$/, '.ts')));
        else outside.add(to);
      }
    }
    expect([...outside]).toEqual(['zod/mini']);
    expect(reached.size).toBeGreaterThan(15);
  });
});
