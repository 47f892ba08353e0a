import { closeSync, fstatSync, ftruncateSync, openSync, readSync, renameSync, writeSync } from 'node:fs';

const newline = 10;
const chunk = 8 * 1024 * 1024;
/** How much is written at a time where everything is written anew. */
const portion = 1024 * 1024;

/**
 * A file that is only ever appended to, one line for each thing that happened. A line counts when its end is there, so
 * a process that is killed in the middle of one has not written it at all.
 */
export class Journal {
  readonly #path: string;
  #file: number;
  #size: number;

  /** Opens or begins the file at that path. */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'a+', 0o600);
    this.#size = fstatSync(this.#file).size;
  }

  /** Bytes in the file. */
  get size(): number {
    return this.#size;
  }

  /** Reads every line from the first to the last whole one; the beginning of a line after it is taken away. */
  read(each: (line: string) => void): void {
    let buffer = Buffer.allocUnsafe(chunk);
    /** How much of a line whose end has not been read yet stands at the beginning of the buffer. */
    let begun = 0;
    let whole = 0;
    for (let at = 0; at < this.#size; ) {
      if (begun === buffer.length) buffer = Buffer.concat([buffer], 2 * begun);
      const length = readSync(this.#file, buffer, begun, buffer.length - begun, at);
      at += length;
      const bytes = buffer.subarray(0, begun + length);
      let from = 0;
      for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
        each(bytes.toString('utf8', from, end));
        from = end + 1;
      }
      whole += from;
      begun = bytes.copy(buffer, 0, from);
    }
    if (whole === this.#size) return;
    ftruncateSync(this.#file, whole);
    this.#size = whole;
  }

  /** Adds a line; when this returns, a killed process has it, though not a computer without power. */
  append(line: string): void {
    this.#size += write(this.#file, `${line}\n`);
  }

  /** Puts these lines in the place of all others, at once. */
  replace(lines: Iterable<string>): void {
    const path = `${this.#path}.new`;
    const file = openSync(path, 'w', 0o600);
    let text = '';
    for (const line of lines) {
      text += `${line}\n`;
      if (text.length < portion) continue;
      write(file, text);
      text = '';
    }
    write(file, text);
    closeSync(file);
    renameSync(path, this.#path);
    closeSync(this.#file);
    this.#file = openSync(this.#path, 'a+', 0o600);
    this.#size = fstatSync(this.#file).size;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function write(file: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  return bytes.length;
}
