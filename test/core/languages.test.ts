import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fr as demo } from '../../demo/page/words/fr.js';
import { languageOf } from '../../demo/page/words.js';
import { labels as fr } from '../../src/locales/fr.js';
import { languages } from '../../src/locales/languages.js';
import { personaLanguage } from '../../src/persona/language-names.js';
import { fr as pages } from '../../src/sandbox/app/words/fr.js';
import { wordsFor } from '../../src/sandbox/app/words/index.js';

const root = resolve(import.meta.dirname, '../..');
const table = 'src/locales/languages.ts';
const packs = readdirSync(`${root}/src/locales/gate`).map((file) => basename(file, '.ts'));

/** Every text of a tree of words. */
const texts = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(texts);

describe('languages', () => {
  it('has a row for each pack, under the name that browsers give it', () => {
    expect(Object.keys(languages).sort()).toEqual(packs.map((name) => Intl.getCanonicalLocales(name)[0]).sort());
  });

  it.each(Object.entries(languages))('loads in %s the words of the gate, which are the shop’s too', async (_, row) => {
    const [{ gate }, { labels }] = await Promise.all([row.gate(), row.shop()]);
    expect(labels.gate).toBe(gate);
    expect(labels.purchase.missing).toBe(gate.missing);
  });

  it('is the one place of what the browser gets, and of its build, that names them', () => {
    const rooms = ['core', 'adapters', 'controllers', 'elements', 'frameworks', 'locales'];
    const files = rooms
      .flatMap((room) =>
        readdirSync(`${root}/src/${room}`, { recursive: true, encoding: 'utf8' }).map((file) => `src/${room}/${file}`),
      )
      .filter((file) => file.endsWith('.ts') && !packs.includes(basename(file, '.ts')));
    const codes = packs.filter((name) => name !== 'en').join('|');
    // Imports of the words, and code that asks for a language by its name.
    const named = new RegExp(String.raw`/(${codes})\.[jt]s\b|=== '(${codes})'`);
    const found = [...files, 'vite.config.ts', 'test/size.ts'].filter((file) =>
      named.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(found).toEqual([table]);
  });
});

describe('personaLanguage', () => {
  it.each([
    ['en', 'en-US'],
    ['en-GB', 'en-US'],
    ['es-PR', 'es-MX'],
    ['fr-CA', 'fr'],
    ['zh', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['pt-PT', 'pt-BR'],
    ['ko', 'ko-KR'],
    ['ar-u-nu-latn', 'ar-EG'],
    ['el', 'el-GR'],
    ['nl-BE', 'nl-NL'],
    ['tr', 'tr-TR'],
    ['uk', 'uk-UA'],
    ['id', 'id-ID'],
    ['fil-PH', 'tl'],
    ['nb-NO', 'no'],
    ['de-AT', 'de'],
    ['pl', 'pl'],
  ])('knows %s as %s', (tag, name) => {
    expect(personaLanguage(tag)).toBe(name);
  });
});

describe('the French words', () => {
  it.each([
    ['of the elements', fr],
    ['of the stand-in', pages],
    ['of the demo', demo],
  ])('%s stand as in Canada: no space before ? ! ;, one that does not break before : and in « »', (_, words) => {
    for (const text of texts(words)) {
      expect(text).not.toMatch(/\s[?!;]|\u202f/u);
      expect(text).not.toMatch(/(?<!\u00a0):(?!\/\/|\d)|«(?!\u00a0)|(?<!\u00a0)»/u);
      expect(text).not.toMatch(/ \u00a0|\u00a0 |\d (ko|Mo)\b/u);
    }
  });
});

describe('the language of a tag', () => {
  it('is that of the whole first subtag, in the stand-in and in the demo', () => {
    expect(['es-MX', 'ES', 'fil', 'fi', 'fra', 'fr_CA', 'zz'].map((tag) => wordsFor(tag).words.close)).toEqual([
      'Cerrar',
      'Cerrar',
      'Close',
      'Close',
      'Close',
      'Fermer',
      'Close',
    ]);
    expect(['es-MX', 'fr', 'fil', 'toString', '', null].map(languageOf)).toEqual(['es', 'fr', 'en', 'en', 'en', 'en']);
  });
});
