import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeIn } from '../../src/core/shop/type-words.js';
import { labels as en } from '../../src/locales/en.js';
import type { Labels } from '../../src/locales/labels.js';

const folder = resolve(import.meta.dirname, '../../src/locales');
/** Whoever has words for the gate has words for all. */
const codes = readdirSync(`${folder}/gate`).map((file) => file.replace('.ts', ''));
const isCategory = /\.(zero|one|two|few|many|other)$/;
/** Whole numbers for which a word may stand in place of the digits. */
const isWord = /\.(zero|one|two)$/;

function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');

/** What is counted, as opposed to groups of texts one of which is for all others. */
const isCounted = new Map(
  texts(en)
    .filter(([path, text]) => path.endsWith('.other') && text.includes('{count}'))
    .map(([path]) => [path.replace(isCategory, ''), true]),
);
const baseOf = (path: string) =>
  isCounted.get(path.replace(isCategory, '')) ? path.replace(isCategory, '') : undefined;

describe.each(codes)('the words in %s', async (code) => {
  const { labels } = (await import(`../../src/locales/${code}.ts`)) as { labels: Labels };
  const words = texts(labels);
  const plain = ([path]: [string, string]) => !baseOf(path);

  it('say all that the English ones say, with the same placeholders', () => {
    const shape = (all: [string, string][]) =>
      all.filter(plain).map(([path, text]) => `${path} ${placeholders(text)}${text ? '' : ' empty'}`);
    expect(shape(words)).toEqual(shape(texts(en)));
  });

  it('have a form for each count, with the count unless it is a word', () => {
    const rules = new Intl.PluralRules(code);
    const wanted = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)));
    for (const base of isCounted.keys()) {
      const forms = words.filter(([path]) => baseOf(path) === base);
      for (const category of wanted) expect(forms.map(([path]) => path)).toContain(`${base}.${category}`);
      for (const [path, text] of forms) if (!isWord.test(path)) expect(placeholders(text), path).toBe('{count}');
    }
  });

  it('are understood where they name a type of number, as the hints do', () => {
    const { filters, hints } = labels.purchase;
    for (const numberType of ['local', 'tollFree', 'mobile'] as const) {
      const name = filters.types[numberType];
      expect(typeIn(name, filters.types)).toEqual({ numberType, rest: '' });
      expect(typeIn(`Boston ${name.toUpperCase()}`, filters.types)).toEqual({ numberType, rest: 'boston' });
    }
    for (const [country, hint] of Object.entries(hints))
      expect(typeIn(hint, filters.types)?.numberType, hint).toBe(country === 'GB' ? 'mobile' : 'tollFree');
  });

  it('shout nowhere, know no jargon, and end as sentences or as names', () => {
    const isSentence = (text: string) => /[.。।?？؟:：]\u2069?$/.test(text);
    const english = new Map(texts(en));
    for (const [path, text] of words) {
      expect(text, path).not.toMatch(/[!¡！]|inquiry|KYC|API|iframe|^\s|\s$| {2}/);
      expect(isSentence(text), path).toBe(isSentence(english.get(path.replace(isCategory, '.other')) ?? ''));
    }
  });
});
