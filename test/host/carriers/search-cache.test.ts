import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchCache } from '../../../src/host/carriers/search-cache.js';
import { failure } from './sales.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;

/** A request whose answer comes when it is told to. */
function request<T>() {
  let answer = (_: T) => {};
  let fail = (_: Error) => {};
  const signals: AbortSignal[] = [];
  const load = vi.fn((signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<T>((resolve, reject) => {
      answer = resolve;
      fail = reject;
    });
  });
  return { load, signals, answer: (value: T) => answer(value), fail: (error: Error) => fail(error) };
}

describe('searches under way', () => {
  it('are shared, and go on when one of two leaves', async () => {
    const cache = new SearchCache<string>();
    const { load, signals, answer } = request<string>();
    const left = new AbortController();
    const one = failure(cache.get('a', left.signal, load));
    const other = cache.get('a', never, load);
    left.abort(new Error('left'));
    expect((await one).message).toBe('left');
    expect(signals[0]?.aborted).toBe(false);
    answer('numbers');
    expect(await other).toBe('numbers');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('end when the last one leaves, and who comes then begins anew', async () => {
    const cache = new SearchCache<string>();
    const { load, signals, answer } = request<string>();
    const [one, other] = [new AbortController(), new AbortController()];
    const waiting = [one, other].map(({ signal }) => failure(cache.get('a', signal, load)));
    one.abort(new Error());
    other.abort(new Error());
    await Promise.all(waiting);
    expect(signals[0]?.aborted).toBe(true);
    const next = cache.get('a', never, load);
    expect(load).toHaveBeenCalledTimes(2);
    answer('numbers');
    expect(await next).toBe('numbers');
    expect(signals[1]).not.toBe(signals[0]);
  });

  it('tell a failure to all who wait, and keep none', async () => {
    const cache = new SearchCache<string>();
    const { load, fail } = request<string>();
    const waiting = [1, 2].map(() => failure(cache.get('a', never, load)));
    fail(new Error('500'));
    expect((await Promise.all(waiting)).map(({ message }) => message)).toEqual(['500', '500']);
    void cache.get('a', never, load);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('of before a sale are told to those who wait, and to nobody after it', async () => {
    const cache = new SearchCache<string>();
    const before = request<string>();
    const after = request<string>();
    const waiting = cache.get('a', never, before.load);
    cache.clear();
    const anew = cache.get('a', never, after.load);
    after.answer('after');
    expect(await anew).toBe('after');
    before.answer('before');
    expect(await waiting).toBe('before');
    expect(await cache.get('a', never, before.load)).toBe('after');
  });

  it('are not begun for somebody who has left', async () => {
    const { load } = request<string>();
    await failure(new SearchCache<string>().get('a', AbortSignal.abort(new Error('left')), load));
    expect(load).not.toHaveBeenCalled();
  });
});

describe('answers to searches', () => {
  it('are at most five hundred, the newest', async () => {
    const cache = new SearchCache<number>();
    for (let index = 0; index <= 500; index += 1) await cache.get(`${index}`, never, async () => index);
    const load = vi.fn(async () => -1);
    expect(await cache.get('1', never, load)).toBe(1);
    expect(await cache.get('500', never, load)).toBe(500);
    expect(await cache.get('0', never, load)).toBe(-1);
  });

  it('count as new when they are asked for anew', async () => {
    const cache = new SearchCache<number>();
    await cache.get('0', never, async () => 0);
    vi.advanceTimersByTime(30_000);
    await cache.get('1', never, async () => 1);
    await cache.get('0', never, async () => 10);
    for (let index = 2; index <= 500; index += 1) await cache.get(`${index}`, never, async () => index);
    expect(await cache.get('0', never, async () => -1)).toBe(10);
    expect(await cache.get('1', never, async () => -1)).toBe(-1);
  });
});
