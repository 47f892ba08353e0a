import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/**
 * Prints what a page downloads, in brotli kB, beside its budget, and fails when one is exceeded. Run after the drop-in
 * build.
 */
const folder = resolve(import.meta.dirname, '../dist/drop-in');
/** As in the figures the budgets are compared with. */
const kB = 1024;

interface Chunk {
  file: string;
  name?: string;
  imports?: string[];
  dynamicImports?: string[];
}

const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8')) as Record<string, Chunk>;

/** The chunks that loading these ones brings with it. */
function closure(names: string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    closure(manifest[name]?.imports ?? [], found);
  }
  return found;
}

/** The chunk of that name; it stands in the manifest under a hashed key. */
function named(name: string): string {
  const key = Object.keys(manifest).find((key) => manifest[key]!.name === name);
  if (!key) throw new Error(`The drop-in has no chunk "${name}". Did the file it is named after move?`);
  return key;
}

const brotli = (text: string | Uint8Array) => brotliCompressSync(text).length;

async function sizeOf(names: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const name of names) sum += brotli(await readFile(`${folder}/${manifest[name]!.file}`));
  return sum;
}

async function entryWithoutLit(): Promise<number> {
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, '../src/define.ts'),
        external: /^lit/,
        preserveEntrySignatures: 'allow-extension',
        output: { minify: true },
      },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = result.output.filter((part) => part.type === 'chunk');
  const names = new Set([chunks.find((chunk) => chunk.isEntry)!.fileName]);
  for (const name of names)
    for (const imported of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) names.add(imported);
  return chunks.filter((chunk) => names.has(chunk.fileName)).reduce((sum, chunk) => sum + brotli(chunk.code), 0);
}

const entry = closure(['src/drop-in.ts']);
const beforeActing = closure([...entry, named('gate-runtime')]);
/** As someone meets it who opens the gate and goes on: the dialog, its words in one language, and the SDK. */
const gate = closure([...beforeActing, named('gate-dialog'), 'src/locales/gate/en.ts', 'src/persona/flow.ts']);
/** What a shop besides loads by itself when the page is idle: an account's order may wait for it. */
const look = [...closure(['src/elements/shop/orders/look.ts'])].filter((name) => !beforeActing.has(name));
/** A shop that is seen: what shows its first numbers comes when the page is idle, with the words of one language. */
const arrival = [...closure([...look, named('shop-runtime'), 'src/locales/en.ts'])].filter(
  (name) => !beforeActing.has(name),
);
/** What another language than English is found in. */
const languages = 'src/elements/speak.ts';
const packs = manifest[languages]!.dynamicImports!.filter((name) => !/\/en\.ts$/.test(name));
/** English words come, the others stay away. */
const everything = Object.keys(manifest).filter((name) => name !== languages && !packs.includes(name));
const largest = Math.max(...(await Promise.all(packs.map((name) => sizeOf([name])))));

const rows: [moment: string, size: number, budget: number][] = [
  ['entry script, Lit included', await sizeOf(entry), 10],
  ['all that loads before the user acts', await sizeOf(beforeActing), 18],
  ['a shop’s look for an order that waits, when the page is idle', await sizeOf(look), 1],
  ['a shop that shows its first numbers, when the page is idle', await sizeOf(arrival), 39],
  ['entry on a page that has Lit already', await entryWithoutLit(), 5],
  ['a gate up to Persona’s page, one language, the SDK included', await sizeOf(gate), 35],
  ['shop and gate, everything in one language', await sizeOf(everything), 76],
  ['what finds the words of another language', await sizeOf([languages]), 2],
  [`the words of a language, of the gate or of the shop; the largest of ${packs.length}`, largest, 4],
];

for (const [moment, size, budget] of rows) {
  const isTooLarge = size > budget * kB;
  if (isTooLarge) process.exitCode = 1;
  const figures = `${(size / kB).toFixed(1).padStart(5)} kB of ${budget} kB`;
  console.log(`${isTooLarge ? 'TOO LARGE ' : ''}${moment.padEnd(60)} ${figures}`);
}
