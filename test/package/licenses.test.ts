import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const dependenciesOf = (path: string) =>
  Object.keys((JSON.parse(read(path)) as { dependencies?: object }).dependencies ?? {});

/** What the drop-in is made of besides our own code: our dependencies, and what Lit is made of. */
const bundled = [...dependenciesOf('package.json'), ...dependenciesOf('node_modules/lit/package.json')];

describe('dist/drop-in/licenses.md', () => {
  const sections = read('dist/drop-in/licenses.md')
    .split(/^## /m)
    .slice(1)
    .map((text) => ({ name: text.split(' - ')[0]!, text }));

  it.each(bundled)('names %s', (name) => {
    expect(sections.map((section) => section.name)).toContain(name);
  });

  it.each(sections)('has the notice of $name', ({ text }) => {
    expect(text).toMatch(/Copyright/);
    expect(text).toMatch(/without limitation|Redistribution and use/);
  });
});
