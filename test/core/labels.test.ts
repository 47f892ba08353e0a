import { describe, expect, it } from 'vitest';
import { labels as en } from '../../src/locales/en.js';
import { labels as es } from '../../src/locales/es.js';
import { format, formatCount } from '../../src/locales/format.js';
import { labels as fr } from '../../src/locales/fr.js';
import { mergeLabels } from '../../src/locales/merge-labels.js';

/** Every text of a tree of labels by its path. */
function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('locales', () => {
  it.each([
    ['Spanish', es],
    ['French', fr],
  ])('says everything in %s, with the same placeholders', (_, labels) => {
    expect(texts(labels).map(([path, text]) => [path, placeholders(text)])).toEqual(
      texts(en).map(([path, text]) => [path, placeholders(text)]),
    );
  });

  it('shouts nowhere and knows no jargon', () => {
    for (const labels of [en, es, fr])
      for (const [path, text] of texts(labels)) expect(text, path).not.toMatch(/!|¡|inquiry|KYC|API|iframe/);
  });
});

describe('format', () => {
  it('fills placeholders and leaves unknown ones', () => {
    expect(format('{a} of {b} {c}', { a: 1, b: 'two' })).toBe('1 of two {c}');
  });
});

describe('formatCount', () => {
  it('chooses the form of the language', () => {
    const forms = { one: '{count} number', other: '{count} numbers' };
    expect(formatCount(forms, 1, 'en')).toBe('1 number');
    expect(formatCount(forms, 1234, 'en')).toBe('1,234 numbers');
    expect(formatCount({ one: '{count} essai', other: '{count} essais' }, 0, 'fr')).toBe('0 essai');
  });
});

describe('mergeLabels', () => {
  it('lays a page’s own words over the language and leaves the language as it is', () => {
    const merged = mergeLabels(en, { gate: { intro: { title: 'Who are you?' } } });
    expect(merged.gate.intro.title).toBe('Who are you?');
    expect(merged.gate.intro.begin).toBe(en.gate.intro.begin);
    expect(en.gate.intro.title).not.toBe('Who are you?');
  });
});

describe('mergeLabels, in detail', () => {
  const base = { title: 'A', more: { text: 'B', note: 'C' }, count: { other: 'D' } };

  it('is the very same without words of the page', () => {
    expect(mergeLabels(base, undefined)).toBe(base);
  });

  it('lays words over ours at any depth, and leaves ours as they were', () => {
    expect(mergeLabels(base, { more: { note: 'own' } })).toEqual({ ...base, more: { text: 'B', note: 'own' } });
    expect(base.more.note).toBe('C');
  });

  it('takes undefined for nothing said', () => {
    expect(mergeLabels(base, { title: undefined, more: { text: undefined } })).toEqual(base);
  });

  it('takes a text where ours has several, and several where ours is a text', () => {
    expect(mergeLabels<object>(base, { count: 'own' } as object)).toMatchObject({ count: 'own' });
    expect(mergeLabels<object>(base, { title: { other: 'own' } } as object)).toMatchObject({ title: { other: 'own' } });
    expect(mergeLabels<object>({ nothing: null }, { nothing: { a: 1 } } as object)).toEqual({ nothing: { a: 1 } });
  });
});
