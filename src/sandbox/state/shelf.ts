/** By what a record is found besides its id; null is nothing to be found by. */
type Index<T> = (record: T) => readonly (string | null | undefined)[];

/** What a record has become: whole, or what is different; null when it is gone. Written and read as JSON. */
export type Change = Record<string, unknown> | null;

/**
 * Records of one kind by id, in the order they came. Whoever changes one puts another in its place: what stands here is
 * frozen, so that a change is seen by comparing the two.
 */
export class Shelf<T extends object, Name extends string = never> {
  /** One that was read from a journal stands here as it was written until somebody asks for it. */
  readonly #records = new Map<string, T | string>();
  readonly #indexes: Record<Name, Index<T>>;
  /** The ids under each value of an index, once somebody has asked for it. */
  readonly #found = new Map<Name, Map<string, Set<string>>>();
  /** What was put or removed since `changes` was asked, and what had stood there then. */
  readonly #changed = new Map<string, T | undefined>();

  constructor(indexes = {} as Record<Name, Index<T>>) {
    this.#indexes = indexes;
  }

  get size(): number {
    return this.#records.size;
  }

  get(id: string): T | undefined {
    const record = this.#records.get(id);
    if (typeof record !== 'string') return record;
    const read = parse(record) as T;
    this.#records.set(id, read);
    return read;
  }

  /** All of them, oldest first. */
  all(): T[] {
    return Array.from(this.#records.keys(), (id) => this.get(id)!);
  }

  newestFirst(): T[] {
    return this.all().reverse();
  }

  /** The records and their ids, oldest first, without a copy of the list. */
  *entries(): Iterable<[id: string, record: T]> {
    for (const id of this.#records.keys()) yield [id, this.get(id)!];
  }

  /** The records as JSON and their ids, oldest first, as they are to be written down. */
  *written(): Iterable<[id: string, record: string]> {
    for (const [id, record] of this.#records) yield [id, typeof record === 'string' ? record : JSON.stringify(record)];
  }

  /** Those with that value, oldest first. */
  by(index: Name, value: string): T[] {
    return Array.from(this.#under(index).get(value) ?? [], (id) => this.get(id)!);
  }

  /** Whether there is one with that value. */
  has(index: Name, value: string): boolean {
    return this.#under(index).has(value);
  }

  /** Keeps a record that is new, or in the place of the one with this id. */
  put(id: string, record: T): void {
    this.#replace(id, freeze(record));
  }

  remove(id: string): void {
    if (this.#records.has(id)) this.#replace(id, undefined);
  }

  /** What has changed since this was asked last. */
  changes(): [id: string, change: Change][] {
    const changes: [string, Change][] = [];
    for (const [id, before] of this.#changed) {
      const now = this.get(id);
      if (now === before) continue;
      changes.push([id, now ? difference(before ?? {}, now) : null]);
    }
    this.#changed.clear();
    return changes.filter(([, change]) => change === null || Object.keys(change).length > 0);
  }

  /** Lets go of what has changed, where nobody writes it down. */
  forgetChanges(): void {
    this.#changed.clear();
  }

  /** Makes a change again that was written down, as JSON; it need not be written once more. */
  redo(id: string, written: string): void {
    const before = written === 'null' ? undefined : this.get(id);
    if (written === 'null') this.#records.delete(id);
    else this.#records.set(id, before ? (changed(before, parse(written)) as T) : written);
    // Clearing an empty map makes a new table for it: with every line of a journal that is a third of the reading.
    if (this.#found.size > 0) this.#found.clear();
  }

  #replace(id: string, record: T | undefined): void {
    const before = this.get(id);
    if (!this.#changed.has(id)) this.#changed.set(id, before);
    if (record) this.#records.set(id, record);
    else this.#records.delete(id);
    for (const [name, found] of this.#found) {
      const [old, fresh] = [this.#values(name, before), this.#values(name, record)];
      // What stays under a value keeps its place there.
      for (const value of old) if (!fresh.includes(value)) take(found, value, id);
      for (const value of fresh) file(found, value, id);
    }
  }

  #values(index: Name, record: T | undefined): string[] {
    return record ? this.#indexes[index](record).filter((value) => typeof value === 'string') : [];
  }

  /** Made when it is asked for: a start with many records does not wait for what nobody looks up. */
  #under(index: Name): Map<string, Set<string>> {
    const known = this.#found.get(index);
    if (known) return known;
    const found = new Map<string, Set<string>>();
    for (const id of this.#records.keys())
      for (const value of this.#values(index, this.get(id))) file(found, value, id);
    this.#found.set(index, found);
    return found;
  }
}

function file(found: Map<string, Set<string>>, value: string, id: string): void {
  const ids = found.get(value);
  if (ids) ids.add(id);
  else found.set(value, new Set([id]));
}

function take(found: Map<string, Set<string>>, value: string, id: string): void {
  const ids = found.get(value);
  ids?.delete(id);
  if (ids?.size === 0) found.delete(value);
}

/** Freezes it and all that it contains; what is frozen already has been looked through. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(Object.freeze(value))) freeze(part);
  return value;
}

type Loose = Record<string, unknown>;

/**
 * The members that differ; `+` stands before a list that has only become longer, `~` before an object with members that
 * differ, `-` before a member that is gone.
 */
function difference(before: object, now: object): Loose {
  const [old, fresh] = [before as Loose, now as Loose];
  const change: Loose = {};
  for (const key of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
    const [was, is] = [old[key], fresh[key]];
    if (was === is) continue;
    if (is === undefined) change[`-${key}`] = true;
    else if (Array.isArray(was) && Array.isArray(is) && isLonger(was, is)) change[`+${key}`] = is.slice(was.length);
    else if (isPlain(was) && isPlain(is)) change[`~${key}`] = difference(was, is);
    else change[key] = is;
  }
  return change;
}

function parse(written: string): Loose {
  try {
    return JSON.parse(written);
  } catch (cause) {
    const record = written.slice(0, 60);
    throw new Error(`A record of the stand-in's state is damaged: ${record}. Move its folder away to start afresh.`, {
      cause,
    });
  }
}

/** Whether it is an object whose members' names mean nothing in a change. */
const isPlain = (value: unknown): value is Loose =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !Object.keys(value).some((key) => /^[+~-]/.test(key));

/** Whether a list begins with all that was in it before. */
const isLonger = (was: unknown[], is: unknown[]): boolean => was.every((item, nth) => item === is[nth]);

/** A record with what {@link difference} has put down. */
function changed(before: object, change: Loose): Loose {
  const record = before as Loose;
  for (const [key, value] of Object.entries(change)) {
    const name = key.slice(1);
    if (key.startsWith('-')) delete record[name];
    else if (key.startsWith('+')) record[name] = [...(record[name] as unknown[]), ...(value as unknown[])];
    else if (key.startsWith('~')) record[name] = changed({ ...(record[name] as Loose) }, value as Loose);
    else record[key] = value;
  }
  return record;
}
