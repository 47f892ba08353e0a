import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The options of the SDK by its own types, without its callbacks. */
export function sdkOptions(): string[] {
  const types = readFileSync(resolve(root, 'node_modules/persona/dist/lib/interfaces.d.ts'), 'utf8');
  const body = /export interface InquiryOptions \{([\s\S]*?)\n\}/.exec(types)?.[1] ?? '';
  return [...body.matchAll(/^ {4}(\w+)\?:/gm)].map(([, name = '']) => name).filter((name) => !/^on[A-Z]/.test(name));
}

/** What a run has seen of an option. */
export interface SeenOption {
  option: string;
  /** What was given and what came of it; empty for an option that is never honoured. */
  honoured: string;
  /** What was given, and what the page was told then; empty when there is nothing to refuse. */
  refused: string;
}

/** The document with the table of the options as they were seen; ids made up by the run are left out. */
export function withOptions(document: string, seen: SeenOption[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\b([a-z]+)_[A-Za-z0-9]{24,}/g, '$1_…');
  const lines = seen.map(({ option, honoured, refused }) => `| \`${option}\` | ${cell(honoured)} | ${cell(refused)} |`);
  const table = ['| Option | Honoured | Refused as an error |', '|---|---|---|', ...lines].join('\n');
  return document.replace(
    /(<!-- sdk-options -->\n)[\s\S]*?(\n<!-- \/sdk-options -->)/,
    (_, before, after) => before + table + after,
  );
}
