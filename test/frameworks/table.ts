import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, apps, type Column, columns, root } from './apps.js';

const file = join(root, 'docs/frameworks.md');
const begin = '<!-- frameworks:begin -->';
const end = '<!-- frameworks:end -->';

/** What was found of an app: "yes", "–", or a note. */
export type Results = Map<App, Partial<Record<Column, string>>>;

/** The table of what works where. */
export function tableOf(results: Results): string {
  const words = Object.entries(columns) as [Column, string][];
  const head = ['', ...words.map(([, title]) => title)];
  const rows = apps.map((app) => [app.title, ...words.map(([column]) => results.get(app)?.[column] ?? 'no')]);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`.replace('|  |', '| |');
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** The table as the page has it. */
export function writtenTable(): string {
  return page().split(begin)[1]?.split(end)[0]?.trim() ?? '';
}

/** Puts the table into the page, between its marks. */
export function writeTable(table: string): void {
  const [before, rest = ''] = page().split(begin);
  writeFileSync(file, `${before}${begin}\n${table}\n${end}${rest.split(end)[1] ?? '\n'}`);
}

const page = () => (existsSync(file) ? readFileSync(file, 'utf8') : `${begin}\n${end}\n`);
