import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const statement = read('docs/accessibility.md');

/** The success criteria of WCAG 2.2, as https://www.w3.org/TR/WCAG22/ numbers them; 4.1.1 is gone from it. */
const levels = {
  A: `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
    2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`,
  AA: `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2
    3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`,
};
const wanted = Object.entries(levels).flatMap(([level, numbers]) =>
  numbers.split(/\s+/).map((number) => `${number} ${level}`),
);

const rows = [...statement.matchAll(/^\| ([\d.]+) [^|]+ \| (A+) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, number, level, result, why]) => ({ number: number!, level: level!, result: result!, why: why! }),
);

/** Every test that the statement names: each name belongs to the file before it. */
const named = [...statement.matchAll(/`(test\/[\w./-]+\.test\.ts)`((?:(?!`test\/)[^|\n])*)/g)].flatMap(
  ([, file, after]) => [...after!.matchAll(/“([^”]+)”/g)].map(([, name]) => ({ file: file!, name: name! })),
);

/** Whether a test or a group of tests in that file has this name, and is run. */
const isThere = ({ file, name }: (typeof named)[number]) => {
  const text = existsSync(join(root, file)) ? read(file) : '';
  const exactly = name.replace(/[^\p{L}\p{N}\s]/gu, '\\$&');
  return new RegExp(`(?<!\\.(?:skip|todo))\\(\\s*['"\`]${exactly}['"\`],`).test(text);
};

describe('the statement on accessibility', () => {
  it('has each criterion of WCAG 2.2 A and AA once', () => {
    expect(wanted).toHaveLength(55);
    expect(rows.map(({ number, level }) => `${number} ${level}`).toSorted()).toEqual(wanted.toSorted());
  });

  it('knows no failure, and says why of each', () => {
    expect(rows.filter(({ result }) => !['Supports', 'Not applicable'].includes(result))).toEqual([]);
    const bare = rows.filter(
      ({ result, why }) => result === 'Supports' && !/`test\/|(Seen|Read in the code) \d{4}-\d\d-\d\d/.test(why),
    );
    expect(bare.map(({ number }) => number)).toEqual([]);
    expect(rows.filter(({ why }) => why.length < 15)).toEqual([]);
  });

  it('names tests that there are', () => {
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((one) => !isThere(one))).toEqual([]);
    const files = [...statement.matchAll(/`(test\/[\w./-]+)`/g)].map(([, file]) => file);
    expect(files.filter((file) => !named.some((one) => one.file === file))).toEqual([]);
  });
});
