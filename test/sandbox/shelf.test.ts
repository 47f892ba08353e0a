import { describe, expect, it } from 'vitest';
import { type Change, Shelf } from '../../src/sandbox/state/shelf.js';

interface Thing {
  name: string;
  tags: string[];
  owner: string | null;
  note?: string;
  fields?: Record<string, { value: string | null }>;
}

const makeShelf = () => new Shelf<Thing, 'owner' | 'tag'>({ owner: ({ owner }) => [owner], tag: ({ tags }) => tags });

const thing = (name: string, more: Partial<Thing> = {}): Thing => ({ name, tags: [], owner: null, ...more });

/** As a journal keeps it. */
const written = (changes: [string, Change][]) => changes.map(([id, change]) => [id, JSON.stringify(change)] as const);

describe('a shelf', () => {
  it('has records by id and in the order they came, also after they have changed', () => {
    const shelf = makeShelf();
    for (const name of ['a', 'b', 'c']) shelf.put(name, thing(name));
    shelf.put('a', thing('a', { note: 'changed' }));
    expect(shelf.get('a')?.note).toBe('changed');
    expect(shelf.all().map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(shelf.newestFirst().map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    expect(shelf.size).toBe(3);
    shelf.remove('b');
    shelf.remove('b');
    expect([...shelf.entries()].map(([id]) => id)).toEqual(['a', 'c']);
    expect(shelf.get('b')).toBeUndefined();
  });

  it('finds records by what they are indexed by now, by several values too', () => {
    const shelf = makeShelf();
    shelf.put('a', thing('a', { owner: 'ann', tags: ['x', 'y'] }));
    shelf.put('b', thing('b', { owner: 'ann', tags: ['y'] }));
    shelf.put('a', thing('a', { owner: 'ann', tags: ['y', 'z'] }));
    expect(shelf.by('owner', 'ann').map(({ name }) => name)).toEqual(['a', 'b']);
    expect(shelf.by('tag', 'y').map(({ name }) => name)).toEqual(['a', 'b']);
    expect(shelf.by('tag', 'x')).toEqual([]);
    expect([shelf.has('tag', 'z'), shelf.has('tag', 'x')]).toEqual([true, false]);
    shelf.put('a', thing('a', { owner: 'bob' }));
    shelf.remove('b');
    expect(shelf.by('owner', 'ann')).toEqual([]);
    expect(shelf.has('owner', 'ann')).toBe(false);
    expect(shelf.by('owner', 'bob').map(({ name }) => name)).toEqual(['a']);
  });

  it('lets nobody change a record, or what it contains', () => {
    const shelf = makeShelf();
    const one = thing('a', { tags: ['x'] });
    shelf.put('a', one);
    expect(() => one.tags.push('y')).toThrow(TypeError);
    expect(() => Object.assign(one, { owner: 'bob' })).toThrow(TypeError);
  });

  it('tells what has changed since it was asked last, and no more of it than that', () => {
    const shelf = makeShelf();
    shelf.put('a', thing('a', { tags: ['x'], note: 'old' }));
    shelf.put('gone', thing('gone'));
    shelf.remove('gone');
    expect(shelf.changes()).toEqual([['a', { name: 'a', tags: ['x'], owner: null, note: 'old' }]]);
    expect(shelf.changes()).toEqual([]);
    const [first] = shelf.all();
    shelf.put('a', { ...first!, tags: [...first!.tags, 'y'], owner: 'ann', note: undefined });
    expect(shelf.changes()).toEqual([['a', { '+tags': ['y'], owner: 'ann', '-note': true }]]);
    shelf.put('a', { ...shelf.get('a')! });
    expect(shelf.changes()).toEqual([]);
    shelf.put('a', { ...shelf.get('a')!, tags: ['y'] });
    expect(shelf.changes()).toEqual([['a', { tags: ['y'] }]]);
    const fields = { first: { value: null }, last: { value: 'B' } };
    shelf.put('a', { ...shelf.get('a')!, fields });
    expect(shelf.changes()).toEqual([['a', { fields }]]);
    shelf.put('a', { ...shelf.get('a')!, fields: { ...fields, first: { value: 'A' } } });
    expect(shelf.changes()).toEqual([['a', { '~fields': { '~first': { value: 'A' } } }]]);
    // Names that would mean something else in a change are written with all there is.
    shelf.put('a', { ...shelf.get('a')!, fields: { '-odd': { value: 'A' } } });
    expect(shelf.changes()).toEqual([['a', { fields: { '-odd': { value: 'A' } } }]]);
    shelf.remove('a');
    expect(shelf.changes()).toEqual([['a', null]]);
  });

  it('is the same again once all its changes have been made on another', () => {
    const [shelf, other] = [makeShelf(), makeShelf()];
    const lines: (readonly [string, string])[] = [];
    const save = () => lines.push(...written(shelf.changes()));
    shelf.put('a', thing('a', { tags: ['x'], owner: 'ann', note: 'old' }));
    shelf.put('b', thing('b'));
    save();
    shelf.put('a', { name: 'a', tags: ['x', 'y'], owner: null });
    shelf.remove('b');
    shelf.put('c', thing('c', { owner: 'bob' }));
    save();
    shelf.put('b', thing('b', { note: 'new', fields: { x: { value: null }, y: { value: 'Y' } } }));
    save();
    shelf.put('b', thing('b', { fields: { x: { value: 'X' }, z: { value: 'Z' } } }));
    save();
    for (const [id, text] of lines) other.redo(id, text);
    expect(other.changes()).toEqual([]);
    expect([...other.entries()]).toEqual([...shelf.entries()]);
    expect(other.by('tag', 'y')).toEqual(shelf.by('tag', 'y'));
    expect(other.get('a')).not.toHaveProperty('note');
  });

  it('reads a record that was written when it is asked for, and writes one that was not as it stood', () => {
    const shelf = makeShelf();
    const text = '{"name":"a", "tags":[],"owner":"ann"}';
    shelf.redo('a', text);
    expect([...shelf.written()]).toEqual([['a', text]]);
    expect(shelf.by('owner', 'ann')).toEqual([thing('a', { owner: 'ann' })]);
    expect(shelf.get('a')).toBe(shelf.get('a'));
    shelf.redo('b', '{"name":');
    expect(() => shelf.get('b')).toThrow('Move its folder away to start afresh');
  });
});
