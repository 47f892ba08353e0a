import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** Where a kept text stands. */
export interface Place {
  at: number;
  length: number;
}

/** Texts that are kept whole and seldom read, outside of memory when there is a file for them. */
export class Texts {
  #file: number | undefined;
  readonly #texts = new Map<number, string>();
  #end = 0;

  constructor(path?: string) {
    if (path === undefined) return;
    this.#file = openSync(path, 'a+', 0o600);
    this.#end = fstatSync(this.#file).size;
  }

  /** Keeps a text. */
  add(text: string): Place {
    const bytes = Buffer.from(text);
    const place = { at: this.#end, length: bytes.length };
    if (this.#file === undefined) this.#texts.set(place.at, text);
    else for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    this.#end += bytes.length;
    return place;
  }

  /** The text at a place. */
  read({ at, length }: Place): string {
    if (this.#file === undefined) return this.#texts.get(at) ?? '';
    const bytes = Buffer.alloc(length);
    readSync(this.#file, bytes, 0, length, at);
    return bytes.toString();
  }

  /** Forgets a text that is nowhere else; in a file its place stays taken. */
  forget({ at }: Place): void {
    this.#texts.delete(at);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
