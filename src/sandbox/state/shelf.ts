/** By what a record is found besides its id; null is nothing to be found by. */
type Index<T> = (record: T) => readonly (string | null | undefined)[];

type Found<Name extends string> = Record<Name, Map<string, Set<string>>>;

/** What a record has become: whole, or what is different; null when it is gone. Written and read as JSON. */
export type Change = Record<string, unknown> | null;

/**
 * Records of one kind by id, in the order they came. A record may be changed in place if it is put again; what it
 * contains may not: that is frozen, so that a change is seen by comparing what it contains.
 */
export class Shelf<T extends object, Name extends string = never> {
  readonly #records = new Map<string, T>();
  readonly #indexes: [Name, Index<T>][];
  /** The ids under each value of each index. */
  readonly #found: Found<Name>;
  /** Under which values an id stands now, one list for each index. */
  readonly #values = new Map<string, string[][]>();
  /** The ids that were put or removed since `changes` was asked, and the records as they were then. */
  readonly #changed = new Set<string>();
  readonly #before = new Map<string, T>();

  constructor(indexes = {} as Record<Name, Index<T>>) {
    this.#indexes = Object.entries(indexes) as [Name, Index<T>][];
    this.#found = Object.fromEntries(this.#indexes.map(([name]) => [name, new Map()])) as Found<Name>;
  }

  get size(): number {
    return this.#records.size;
  }

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  /** All of them, oldest first. */
  all(): T[] {
    return [...this.#records.values()];
  }

  newestFirst(): T[] {
    return this.all().reverse();
  }

  /** The records and their ids, oldest first, without a copy of the list. */
  entries(): IterableIterator<[string, T]> {
    return this.#records.entries();
  }

  /** Those with that value, oldest first. */
  by(index: Name, value: string): T[] {
    return Array.from(this.#found[index].get(value) ?? [], (id) => this.#records.get(id)!);
  }

  /** Whether there is one with that value. */
  has(index: Name, value: string): boolean {
    return this.#found[index].has(value);
  }

  /** Keeps a record that is new, or that has changed. */
  put(id: string, record: T): void {
    for (const part of Object.values(record)) freeze(part);
    this.#records.set(id, record);
    this.#changed.add(id);
    this.#file(
      id,
      this.#indexes.map(([, valuesOf]) => valuesOf(record).filter((value) => typeof value === 'string')),
    );
  }

  remove(id: string): void {
    if (!this.#records.delete(id)) return;
    this.#changed.add(id);
    this.#file(
      id,
      this.#indexes.map(() => []),
    );
  }

  /** What has changed since this was asked last. */
  changes(): [id: string, change: Change][] {
    const changes: [string, Change][] = [];
    for (const id of this.#changed) {
      const now = this.#records.get(id);
      const before = this.#before.get(id);
      if (now) this.#before.set(id, { ...now });
      else this.#before.delete(id);
      if (now) changes.push([id, difference(before ?? {}, now)]);
      else if (before) changes.push([id, null]);
    }
    this.#changed.clear();
    return changes.filter(([, change]) => change === null || Object.keys(change).length > 0);
  }

  /** Makes a change again that was written down. */
  redo(id: string, change: Change): void {
    if (change) this.put(id, changed(this.#records.get(id) ?? {}, change) as T);
    else this.remove(id);
  }

  #file(id: string, values: string[][]): void {
    const old = this.#values.get(id);
    this.#indexes.forEach(([name], nth) => {
      const found = this.#found[name];
      for (const value of old?.[nth] ?? []) {
        // What stays under a value keeps its place there.
        if (values[nth]?.includes(value)) continue;
        found.get(value)?.delete(id);
        if (found.get(value)?.size === 0) found.delete(value);
      }
      for (const value of values[nth] ?? []) found.set(value, (found.get(value) ?? new Set()).add(id));
    });
    if (values.some((list) => list.length > 0)) this.#values.set(id, values);
    else this.#values.delete(id);
  }
}

/** Freezes it and all that it contains; what is frozen already has been looked through. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

type Loose = Record<string, unknown>;

/** The members that differ; `+` stands before a list that has only become longer, `-` before a member that is gone. */
function difference(before: object, now: object): Loose {
  const [old, fresh] = [before as Loose, now as Loose];
  const change: Loose = {};
  for (const key of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
    const [was, is] = [old[key], fresh[key]];
    if (was === is) continue;
    if (is === undefined) change[`-${key}`] = true;
    else if (Array.isArray(was) && Array.isArray(is) && isLonger(was, is)) change[`+${key}`] = is.slice(was.length);
    else change[key] = is;
  }
  return change;
}

/** Whether a list begins with all that was in it before. */
const isLonger = (was: unknown[], is: unknown[]): boolean => was.every((item, nth) => item === is[nth]);

function changed(before: object, change: Loose): Loose {
  const record: Loose = { ...before };
  for (const [key, value] of Object.entries(change)) {
    const name = key.slice(1);
    if (key.startsWith('-')) delete record[name];
    else if (key.startsWith('+')) record[name] = [...(record[name] as unknown[]), ...(value as unknown[])];
    else record[key] = value;
  }
  return record;
}
