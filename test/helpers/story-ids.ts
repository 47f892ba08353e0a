import { readdirSync, readFileSync } from 'node:fs';
import { storyNameFromExport, toId } from 'storybook/internal/csf';

const stories = new URL('../../stories/', import.meta.url);

/** The ids of all stories, in the order of their files. */
export function storyIds(): string[] {
  const files = readdirSync(stories).filter((file) => file.endsWith('.stories.ts'));
  return files.flatMap((file) => {
    const source = readFileSync(new URL(file, stories), 'utf8');
    const title = /title: '(.+?)'/.exec(source)?.[1];
    if (!title) throw new Error(`${file} has no title.`);
    return [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => toId(title, storyNameFromExport(name!)));
  });
}
