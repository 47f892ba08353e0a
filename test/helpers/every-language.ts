import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Labels } from '../../src/locales/labels.js';

const folder = resolve(import.meta.dirname, '../../src/locales');

/** Every language that there are words in, English first, with its words: one that is added is in here by itself. */
export const everyLanguage: ReadonlyMap<string, Labels> = new Map(
  await Promise.all(
    readdirSync(folder)
      .flatMap((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.slice(1) ?? [])
      .sort((one, other) => Number(other === 'en') - Number(one === 'en') || one.localeCompare(other))
      .map(async (name) => [name, ((await import(`${folder}/${name}.ts`)) as { labels: Labels }).labels] as const),
  ),
);
