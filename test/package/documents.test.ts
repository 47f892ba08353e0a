import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contractBlocks, withContract } from '../helpers/contract-tables.js';
import { withReference } from '../helpers/reference-tables.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The anchors that a heading has on the sites that show these files. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('%s', (document) => {
  it('leads to files and headings that are there', () => {
    const text = read(document).replace(/```[\s\S]*?```/g, '');
    const lost = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]*))?\)/g)]
      .filter(([, path = '', anchor]) => {
        const file = path ? join(dirname(document), path) : document;
        if (!existsSync(join(root, file))) return true;
        return anchor && file.endsWith('.md') && !anchorsOf(read(file)).includes(anchor);
      })
      .map(([link]) => link);
    expect(lost).toEqual([]);
  });

  it('shows what stands in files as it stands there', () => {
    const unindented = (text: string) => text.replaceAll(/^ +/gm, '').trim();
    for (const [, path = '', shown = ''] of read(document).matchAll(/<!-- out of (\S+) -->\n```\w+\n([\s\S]*?)\n```/g))
      expect(unindented(read(path)), path).toContain(unindented(shown));
  });

  it('shows files as they are', () => {
    for (const [, path = '', shown] of read(document).matchAll(/<!-- from (\S+) -->\n```\w+\n([\s\S]*?)\n```/g))
      expect(shown, path).toBe(read(path).trimEnd());
  });
});

describe('CONTRIBUTING.md', () => {
  const text = read('CONTRIBUTING.md');

  it('names files and folders that are there', () => {
    const named = [...text.matchAll(/`((?:src|test|stories|demo|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(20);
    // `xx` stands for a language, and a test goes without its ending where only its name is meant.
    const isThere = (path: string) =>
      /\bxx\.ts$/.test(path) || ['', '.ts', '.test.ts'].some((end) => existsSync(join(root, path + end)));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  it('names what stands in a file where it says so', () => {
    const claims = [...text.matchAll(/`(\w+)` in `([\w./-]+)`/g)];
    expect(claims.length).toBeGreaterThan(5);
    for (const [claim, name = '', path = ''] of claims)
      expect(new RegExp(`\\b(const|function|type|interface) ${name}\\b`).test(read(path)), claim).toBe(true);
  });
});

describe('README.md', () => {
  it('is short enough to be read', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(251);
    expect(read('README.md').match(/<!-- (from|out of) demo\/frameworks/g)).toHaveLength(6);
  });
});

describe('docs/elements.md', () => {
  it('has the tables of the manifest; "npm run docs:reference" writes them', () => {
    expect(read('docs/elements.md')).toBe(withReference(read('docs/elements.md')));
  });
});

describe('what docs say of the contract', () => {
  it('has the tables of the schemas, each once; "npm run docs:contract" writes them', () => {
    const texts = ['docs/contract.md', 'docs/host-contract.md'].map(read);
    for (const text of texts) expect(text).toBe(withContract(text));
    const shown = texts.flatMap((text) => [...text.matchAll(/<!-- contract:([\w-]+) -->/g)].map(([, name]) => name));
    expect(shown.toSorted()).toEqual(contractBlocks.toSorted());
  });
});
