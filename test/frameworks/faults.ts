import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type App, cacheOf } from './apps.js';

/** One wrong line: the one below the words "fault: …". */
export interface Fault {
  file: string;
  line: number;
  words: string;
}

const folderOf = ({ name, sources = name }: App) => join(import.meta.dirname, 'faults', sources);

/** The faults that are written for an app. */
export async function faultsOf(app: App): Promise<Fault[]> {
  const folder = folderOf(app);
  if (!existsSync(folder)) return [];
  const faults: Fault[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const lines = (await readFile(join(entry.parentPath, entry.name), 'utf8')).split('\n');
    for (const [index, text] of lines.entries()) {
      const [, words] = /fault: (.*?)\s*(?:\*\/|-->|$)/.exec(text) ?? [];
      if (words) faults.push({ file: entry.name, line: index + 2, words });
    }
  }
  return faults;
}

/** Lays the faulty files into the app as it is in the cache. */
export const addFaults = (app: App) => cp(folderOf(app), cacheOf(app.name), { recursive: true });

/** The lines that a checker has named, as `file:line`, however it writes them. */
export function namedLines(said: string): Set<string> {
  const found = said.matchAll(/([\w./\\[\]-]+\.(?:[jt]sx?|vue|svelte|astro|html))(?:[:(]|:?\s+)(\d+)[:,]\d+/g);
  return new Set([...found].map(([, file = '', line]) => `${basename(file)}:${line}`));
}
