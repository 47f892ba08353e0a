import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CarrierUnknownError } from '../../../src/host/carriers/carrier-failures.js';
import { carriers, query } from './both-carriers.js';
import { type Answer, refused, silent } from './described-api.js';
import { found, lcPhone, number } from './lc-phone.js';
import { asker, failure } from './sales.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(carriers)('a search at $name', ({ of, found }) => {
  it('is waited for ten seconds, or as long as is set', async () => {
    for (const [timeout, waited] of [
      [undefined, 10_000],
      [300, 300],
    ]) {
      const searching = failure(of(silent, { timeout }).carrier.search(query, asker()));
      const settled = vi.fn();
      void searching.then(settled);
      await vi.advanceTimersByTimeAsync(waited! - 1);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(await searching).toBeInstanceOf(CarrierUnknownError);
    }
  });

  it('is broken off when nobody waits for it any more', async () => {
    const left = new AbortController();
    let signal: AbortSignal | null | undefined;
    const made = of((asked) => {
      signal = asked.signal;
      return silent(asked);
    });
    const searching = failure(made.carrier.search(query, asker({ signal: left.signal })));
    await vi.advanceTimersByTimeAsync(0);
    left.abort(new Error('left'));
    expect((await searching).message).toBe('left');
    expect(signal?.aborted).toBe(true);
  });

  it('waits for a pause of two seconds, and fails at once in a longer one', async () => {
    const answers: Answer[] = [() => refused(429, {}, { 'retry-after': '3' }), found];
    const made = of((asked) => answers.shift()!(asked));
    expect(await failure(made.carrier.search(query, asker()))).toMatchObject({ code: 'rate_limited', retryAfter: 3 });
    await vi.advanceTimersByTimeAsync(999);
    expect(await failure(made.carrier.search(query, asker()))).toMatchObject({ code: 'rate_limited', retryAfter: 3 });
    await vi.advanceTimersByTimeAsync(1);
    const searching = made.carrier.search(query, asker());
    await vi.advanceTimersByTimeAsync(1999);
    expect(made.times()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect((await searching).numbers).toHaveLength(1);
  });

  it('fails when the pause it waited for was made longer', async () => {
    const answers: Answer[] = [
      () => refused(429, {}, { 'retry-after': '2' }),
      () => refused(429, {}, { 'retry-after': '9' }),
    ];
    const made = of((asked) => answers.shift()!(asked));
    await failure(made.carrier.search(query, asker()));
    const searches = [query, { ...query, anywhere: '55' }].map((one) => failure(made.carrier.search(one, asker())));
    await vi.advanceTimersByTimeAsync(2000);
    for (const search of searches) expect(await search).toMatchObject({ code: 'rate_limited', retryAfter: 9 });
  });

  it('is asked for once in half a minute, and apart from others', async () => {
    const made = of(found);
    await Promise.all([made.carrier.search(query, asker()), made.carrier.search(query, asker())]);
    await vi.advanceTimersByTimeAsync(29_999);
    await made.carrier.search(query, asker());
    expect(made.times()).toBe(1);
    await made.carrier.search({ ...query, anywhere: '555' }, asker());
    expect(made.times()).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    await made.carrier.search(query, asker());
    expect(made.times()).toBe(3);
  });
});

it('one account’s pause at LC Phone stops nobody else', async () => {
  const { carrier, asked } = lcPhone(({ url }) => (url.pathname.includes('jane') ? refused(429, {}) : found()), {
    location: (account) => `loc_${account}`,
  });
  expect(await failure(carrier.search(query, asker({ account: 'jane' })))).toMatchObject({ code: 'rate_limited' });
  expect(await failure(carrier.owns([number], asker({ account: 'jane' })))).toMatchObject({ code: 'rate_limited' });
  await carrier.search(query, asker({ account: 'john' }));
  expect(asked).toHaveLength(2);
});
