import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

// What `npm run build:types` leaves in the package: the declarations that its entries lead to, and no others.
const root = resolve(import.meta.dirname, '..');
const types = join(root, 'dist/types');
const listed = readdirSync(types, { recursive: true, encoding: 'utf8' }).map((file) => join(types, file));
const files = new Set(listed.filter((file) => file.endsWith('.d.ts')));

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types?: string }>;
};
const entries = Object.values(exports).flatMap((entry) => (typeof entry === 'object' && entry.types) || []);
const pattern = (entry: string) => new RegExp(`^${join(root, entry).replace('*', '[^/]+')}$`);

const reached = new Set<string>();
const reach = (file: string): void => {
  if (reached.has(file) || !files.has(file)) return;
  reached.add(file);
  const named = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g);
  for (const [, path = ''] of named) reach(resolve(dirname(file), path.replace(/\.js$/, '.d.ts')));
};
for (const entry of entries) for (const file of files) if (pattern(entry).test(file)) reach(file);

for (const file of files) if (!reached.has(file)) rmSync(file);
// The deepest first; one that still holds something stays.
for (const folder of listed.filter((each) => !files.has(each)).sort((one, other) => other.length - one.length)) {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
console.log(`${reached.size} of ${files.size} type declarations belong to the package.`);
