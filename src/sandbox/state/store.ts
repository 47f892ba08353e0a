import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind } from '../records/upload-limits.js';
import { Ids } from './ids.js';
import { Journal } from './journal.js';
import { firstState, type SandboxState } from './sandbox-state.js';
import { Shelf } from './shelf.js';
import { Shelves } from './shelves.js';
import { Texts } from './texts.js';

/** What a line of the journal says of each record: its shelf, its id, and what became of it, as JSON. */
type Entry = [shelf: string, id: string, written: string];

const tab = '\t';
/** In a change: somebody's data are gone. */
const redaction = /"redactedAt":\d/;
/** The journal is written anew at a start when it is larger than this, and has more changes than that for a record. */
const worthTidying = 32 * 1024 * 1024;
const mostChanges = 5;

/**
 * All that the stand-in remembers, in memory, and on disk when a directory is given: there every change is a line more
 * in a journal.
 */
export class Store extends Shelves {
  readonly state: SandboxState;
  /** Makes the ids and keys of everything in the state. */
  readonly ids: Ids;
  /** What events say, word for word. */
  readonly texts: Texts;
  readonly #directory: string | undefined;
  #journal: Journal | undefined;
  readonly #shelves: [name: string, shelf: Shelf<object>][];
  readonly #files = new Map<string, Uint8Array>();
  /** The state as it was written last. */
  #written = '';

  /**
   * Opens or begins the state in `directory`, where a `seed` counts only for a new one; throws when a file there is not
   * ours or damaged.
   */
  constructor(directory?: string, seed: string | null = null) {
    super();
    this.#directory = directory;
    this.#shelves = Object.entries(this).filter(([, part]) => part instanceof Shelf);
    if (directory) {
      mkdirSync(join(directory, 'files'), { recursive: true, mode: 0o700 });
      refuseOlder(directory);
      this.#journal = new Journal(this.#journalPath());
    }
    this.texts = new Texts(directory && join(directory, 'events.txt'));
    const { state, changes } = this.#read();
    this.state = state ?? firstState(seed);
    this.ids = new Ids(this.state.ids);
    this.#tidy(changes);
    this.save();
  }

  /**
   * Writes what has changed, as one line, and before the answer to the request that changed it leaves: a killed process
   * loses nothing it had confirmed, and keeps nothing half-done.
   */
  save(): void {
    if (!this.#journal) {
      for (const [, shelf] of this.#shelves) shelf.forgetChanges();
      return;
    }
    const entries = this.#shelves.flatMap(([name, shelf]) =>
      shelf.changes().map(([id, change]) => entry(name, id, JSON.stringify(change))),
    );
    const state = JSON.stringify(this.#kept());
    if (state !== this.#written) entries.push(entry('', '', state));
    this.#written = state;
    if (entries.length === 0) return;
    const line = entries.join(tab);
    // What is to be forgotten stands in the lines before as well.
    if (redaction.test(line)) this.#journal.replace(this.#lines());
    else this.#journal.append(line);
  }

  /** Ends the writing; nothing is saved afterwards. */
  close(): void {
    this.#journal?.close();
    this.#journal = undefined;
    this.texts.close();
  }

  /** Keeps a picture and answers its id. */
  addFile(bytes: Uint8Array, kind: FileKind): string {
    const id = `${this.ids.id('file')}.${kind}`;
    if (this.#directory) writeFileSync(join(this.#directory, 'files', id), bytes, { mode: 0o600 });
    else this.#files.set(id, bytes);
    return id;
  }

  /** The bytes of a picture; throws for an id that is not kept. */
  readFile(id: string): Uint8Array {
    const bytes =
      this.#directory && /^file_\w+\.\w+$/.test(id)
        ? readFileSync(join(this.#directory, 'files', id))
        : this.#files.get(id);
    if (!bytes) throw new Error(`There is no picture "${id}".`);
    return bytes;
  }

  /** Forgets a picture. */
  removeFile(id: string): void {
    if (this.#directory) rmSync(join(this.#directory, 'files', id), { force: true });
    else this.#files.delete(id);
  }

  /** The state as it is kept: which ids were drawn counts only where they follow from a seed. */
  #kept(): Record<string, unknown> {
    const { ids } = this.state;
    return { ...this.state, ids: ids.seed === null ? { ...ids, drawn: {} } : ids };
  }

  #journalPath(): string {
    return join(this.#directory ?? '', 'sandbox.journal');
  }

  /** What was written, with how many changes. */
  #read(): { state: SandboxState | undefined; changes: number } {
    let state: SandboxState | undefined;
    let changes = 0;
    const shelves = new Map(this.#shelves);
    try {
      this.#journal?.read((line) => {
        const parts = line.split(tab);
        if (parts.length % 3 !== 0) throw new Error('A line is not whole.');
        for (let at = 0; at < parts.length; at += 3) {
          const [name, id, written] = parts.slice(at, at + 3) as Entry;
          changes += 1;
          if (name) shelves.get(name)!.redo(id.startsWith('"') ? JSON.parse(id) : id, written);
          else state = JSON.parse(written);
        }
      });
    } catch {
      throw notOurs(this.#journalPath());
    }
    if (this.#journal?.size && state?.version !== 3) throw notOurs(this.#journalPath());
    return { state, changes };
  }

  /** Writes the journal anew when it has become long for what there is. */
  #tidy(changes: number): void {
    const journal = this.#journal;
    if (!journal || journal.size < worthTidying) return;
    const records = this.#shelves.reduce((sum, [, { size }]) => sum + size, 0);
    if (changes > mostChanges * records) journal.replace(this.#lines());
  }

  /** Everything as it is now. */
  *#lines(): Iterable<string> {
    yield entry('', '', JSON.stringify(this.#kept()));
    for (const [name, shelf] of this.#shelves)
      for (const [id, record] of shelf.written()) yield entry(name, id, record);
  }
}

/** One change of a line. Tabs and line ends do not occur in JSON; an id that a client has chosen may have them. */
function entry(shelf: string, id: string, written: string): string {
  return [shelf, /^"|[\t\r\n]/.test(id) ? JSON.stringify(id) : id, written].join(tab);
}

const notOurs = (path: string) =>
  new Error(`${path} is not a state file of this version of the stand-in. Move it away to start afresh.`);

/** Does not start beside the files that earlier versions kept everything in. */
function refuseOlder(directory: string): void {
  for (const name of ['sandbox.json', 'sandbox.jsonl']) {
    const path = join(directory, name);
    if (existsSync(path)) throw notOurs(path);
  }
}
