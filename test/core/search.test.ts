import { describe, expect, it } from 'vitest';
import { foundIn, initialSearch, type SearchEvent, type SearchState, search } from '../../src/core/shop/search.js';

const us = { countryCode: 'US' };
const gb = { countryCode: 'GB' };
const answer = { numbers: [{ phoneNumber: '+14155550101' }], nextPage: '2' };
const searching: SearchState = { status: 'searching', query: us };
const exact = { answer, isWhole: true, closeness: 'exact' } as const;
const near = { ...exact, closeness: 'near' } as const;
const found: SearchState = { status: 'found', query: us, ...exact, isCut: false };
const paging: SearchState = { status: 'paging', query: us, ...near };
const abroad: SearchState = { status: 'abroad', query: us, label: 'Toronto, ON', countryCode: 'CA' };
const failed: SearchState = { status: 'failed', query: us, code: 'offline' };
const events: SearchEvent[] = [
  { type: 'answered', ...exact },
  { type: 'failed', code: 'unreachable' },
  { type: 'more' },
  { type: 'sorted', query: us },
  { type: 'stopped' },
];
const states = { idle: initialSearch, searching, found, paging, abroad, failed };

describe('search', () => {
  it.each([
    ['idle', []],
    ['searching', ['answered', 'failed', 'stopped']],
    ['found', ['more', 'sorted']],
    ['paging', ['answered', 'failed', 'sorted', 'stopped']],
    ['abroad', []],
    ['failed', []],
  ] as const)('%s knows %j and returns itself for every other event', (name, known) => {
    for (const event of events) {
      const isSame = search(states[name], event) === states[name];
      expect([event.type, isSame]).toEqual([event.type, !known.includes(event.type as never)]);
    }
  });

  it.each(Object.entries(states))('begins anew from %s', (_, state) => {
    expect(search(state, { type: 'asked', query: gb })).toMatchObject({ status: 'searching', query: gb });
  });

  it('keeps of the last list what was found, not how', () => {
    const next = search(paging, { type: 'asked', query: gb });
    expect(foundIn(next)).toMatchObject({ query: us, answer, closeness: 'near' });
    expect(foundIn(search(next, { type: 'asked', query: us }))).toMatchObject({ query: us, answer });
    expect([foundIn(initialSearch), foundIn(failed), foundIn(searching)]).toEqual([undefined, undefined, undefined]);
    expect([foundIn(found), foundIn(paging)]).toEqual([found, paging]);
  });

  it('ends a page that is stopped or cut with what is there', () => {
    expect(search(paging, { type: 'stopped' })).toEqual({ ...found, closeness: 'near' });
    expect(search(paging, { type: 'failed', code: 'offline' })).toEqual({ ...found, closeness: 'near', isCut: true });
    expect(search(searching, { type: 'stopped' })).toBe(initialSearch);
  });

  it('is found whole again after a page has come, and there is no page after the last', () => {
    const whole = search(paging, { type: 'answered', ...exact, answer: { numbers: [] }, isWhole: false });
    expect(whole).toEqual({ ...found, answer: { numbers: answer.numbers }, isWhole: false, closeness: 'near' });
    expect(search(whole, { type: 'more' })).toBe(whole);
  });

  it('sorts what is there by the new query, and keeps whether it is near or cut', () => {
    const cut: SearchState = { status: 'found', query: us, ...near, isCut: true };
    expect(search(cut, { type: 'sorted', query: gb })).toEqual({ ...cut, query: gb });
    expect(search(paging, { type: 'sorted', query: gb })).toEqual({ ...paging, query: gb });
  });

  it('leads to another country from every state, and forgets the list', () => {
    for (const state of Object.values(states)) {
      const led = search(state, { type: 'led', query: gb, label: 'Toronto, ON', countryCode: 'CA' });
      expect(led).toEqual({ ...abroad, query: gb });
      expect(foundIn(led)).toBeUndefined();
    }
  });

  it('tells nobody of a failure that nobody has asked for', () => {
    const unasked = search(initialSearch, { type: 'asked', query: us, isUnasked: true });
    expect(search(unasked, { type: 'failed', code: 'unauthorized' })).toBe(initialSearch);
    const asked = search(unasked, { type: 'asked', query: us });
    expect(search(asked, { type: 'failed', code: 'unauthorized' })).toMatchObject({ status: 'failed' });
  });

  it('carries the number that is gone to the answer', () => {
    const gone = { ...us, phoneNumber: '+14155550101', numberType: 'local', locality: null, region: null } as const;
    const asked = search(initialSearch, { type: 'asked', query: us, gone: { ...gone, fingerprintId: null } });
    expect(search(asked, { type: 'answered', ...exact })).toMatchObject({ answer: { numbers: [] } });
  });
});
