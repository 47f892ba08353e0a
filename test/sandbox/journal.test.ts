import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../src/sandbox/state/journal.js';
import { Texts } from '../../src/sandbox/state/texts.js';
import { temporaryDirectory } from './running-sandbox.js';

const linesOf = (path: string): string[] => {
  const lines: string[] = [];
  const journal = new Journal(path);
  journal.read((line) => lines.push(line));
  journal.close();
  return lines;
};

describe('a journal', () => {
  it('gives back every line, in order, however long', () => {
    const path = join(temporaryDirectory(), 'journal');
    const journal = new Journal(path);
    const lines = ['{"a":"ü"}', '', 'x'.repeat(9 * 1024 * 1024), 'last'];
    for (const line of lines) journal.append(line);
    expect(journal.size).toBe(statSync(path).size);
    journal.close();
    expect(linesOf(path)).toEqual(lines);
  });

  it('takes away the line that a killed process did not end, and goes on behind the last whole one', () => {
    const path = join(temporaryDirectory(), 'journal');
    appendFileSync(path, 'one\ntwo\nthr');
    const journal = new Journal(path);
    journal.read(() => {});
    journal.append('four');
    journal.close();
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nfour\n');
  });

  it('puts new lines in the place of all others', () => {
    const path = join(temporaryDirectory(), 'journal');
    const journal = new Journal(path);
    journal.append('old');
    journal.replace(['new', 'newer']);
    journal.append('newest');
    expect(journal.size).toBe(statSync(path).size);
    journal.close();
    expect(linesOf(path)).toEqual(['new', 'newer', 'newest']);
  });
});

describe('texts', () => {
  it.each([
    ['in memory', () => new Texts()],
    ['in a file', () => new Texts(join(temporaryDirectory(), 'texts'))],
  ])('are found %s where they were kept', (_, make) => {
    const texts = make();
    const places = ['one', 'zwölf', ''].map((text) => texts.add(text));
    expect(places.map((place) => texts.read(place))).toEqual(['one', 'zwölf', '']);
    texts.close();
  });

  it('are found again in the file they were kept in', () => {
    const path = join(temporaryDirectory(), 'texts');
    const before = new Texts(path);
    const place = before.add('kept');
    before.close();
    const after = new Texts(path);
    const next = after.add('more');
    expect([after.read(place), after.read(next)]).toEqual(['kept', 'more']);
    after.close();
  });
});
