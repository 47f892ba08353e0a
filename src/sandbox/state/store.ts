import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind } from '../records/upload-limits.js';
import { firstCarriers } from './carriers-state.js';
import { Ids } from './ids.js';
import { firstState, type SandboxState } from './sandbox-state.js';

/** The state, in memory, and on disk when a directory is given. */
export class Store {
  readonly state: SandboxState;
  /** Makes the ids and keys of everything in the state. */
  readonly ids: Ids;
  readonly #directory: string | undefined;
  readonly #files = new Map<string, Uint8Array>();

  /**
   * Opens or begins the state in `directory`, where a `seed` counts only for a new one; throws when a file there is not
   * ours or damaged.
   */
  constructor(directory?: string, seed: string | null = null) {
    this.#directory = directory;
    if (directory) mkdirSync(join(directory, 'files'), { recursive: true, mode: 0o700 });
    this.state = this.#read() ?? firstState(seed);
    this.ids = new Ids(this.state.ids);
    // A folder from before the stand-in had carriers goes on with new ones.
    this.state.carriers ??= firstCarriers(this.ids);
    this.save();
  }

  /**
   * Writes the state. It is written whole to a second file that then takes the first one's place, and before the
   * answer to the request that changed it leaves: a killed process loses nothing it had confirmed.
   */
  save(): void {
    if (!this.#directory) return;
    const path = this.#statePath();
    writeFileSync(`${path}.new`, JSON.stringify(this.state), { mode: 0o600 });
    renameSync(`${path}.new`, path);
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

  #statePath(): string {
    return join(this.#directory ?? '', 'sandbox.json');
  }

  #read(): SandboxState | undefined {
    if (!this.#directory) return undefined;
    let text: string;
    try {
      text = readFileSync(this.#statePath(), 'utf8');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw cause;
    }
    try {
      const state = JSON.parse(text) as SandboxState;
      if (state.version === 2) return state;
    } catch {
      /* said below */
    }
    throw new Error(
      `${this.#statePath()} is not a state file of this version of the stand-in. Move it away to start afresh.`,
    );
  }
}
