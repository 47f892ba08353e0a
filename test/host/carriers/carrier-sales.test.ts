import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CarrierUnknownError } from '../../../src/host/carriers/carrier-failures.js';
import { LeaseLostError } from '../../../src/host/stores/lease.js';
import { carriers, query } from './both-carriers.js';
import { type Answer, broken, refused, silent } from './described-api.js';
import { number } from './lc-phone.js';
import { asker, failure, sale } from './sales.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(carriers)('a sale at $name', ({ of, sold, found }) => {
  const buy = (made: ReturnType<typeof of>, over: Parameters<typeof sale>[0] = {}) =>
    made.carrier.buy({ phoneNumber: number, countryCode: 'US', numberType: 'local' }, sale(over));

  it('does not leave when it is not ours any more', async () => {
    const made = of(sold);
    const lost = new LeaseLostError();
    expect(await failure(buy(made, { stillMine: () => Promise.reject(lost) }))).toBe(lost);
    expect(await failure(buy(made, { stillMine: async () => ({ left: () => 0 }) }))).toBeInstanceOf(LeaseLostError);
    expect(made.times()).toBe(0);
  });

  it('leaves in the same breath as the lease says that something is left', async () => {
    const made = of(sold);
    const others = vi.fn();
    const left = vi.fn(() => {
      // Whatever gets its turn now comes too late.
      queueMicrotask(others);
      return 1;
    });
    const stillMine = vi.fn(async () => ({ left }));
    await buy(made, { stillMine });
    const orderOf = (...mocks: { mock: { invocationCallOrder: number[] } }[]) =>
      mocks.map(({ mock }) => mock.invocationCallOrder[0] ?? 0);
    const order = orderOf(stillMine, left, made.send, others);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('goes on when nobody waits for it any more', async () => {
    const left = new AbortController();
    let answer = (_: Response) => {};
    let signal: AbortSignal | null | undefined;
    const made = of((asked) => {
      signal = asked.signal;
      return new Promise((resolve) => (answer = resolve));
    });
    const selling = buy(made, { signal: left.signal });
    await vi.advanceTimersByTimeAsync(0);
    left.abort();
    await vi.advanceTimersByTimeAsync(7999);
    expect(signal?.aborted).toBe(false);
    answer(sold());
    expect(await selling).toMatchObject({ phoneNumber: number });
    // A deadline that is left running keeps a process from ending.
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin for somebody who has left', async () => {
    const made = of(sold);
    const left = new AbortController();
    const stillMine = async () => {
      left.abort(new Error('left'));
      return { left: () => 20_000 };
    };
    expect((await failure(buy(made, { signal: left.signal, stillMine }))).message).toBe('left');
    expect(made.times()).toBe(0);
  });

  it.each([
    [undefined, 8000],
    [60_000, 8000],
    [300, 300],
  ])('with the timeout %s is waited for %s ms, then nobody knows', async (timeout, waited) => {
    const settled = vi.fn();
    const selling = failure(buy(of(silent, { timeout })));
    void selling.then(settled);
    await vi.advanceTimersByTimeAsync(waited - 1);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    const error = await selling;
    expect(error).toBeInstanceOf(CarrierUnknownError);
    expect(error.message).toContain(`within ${waited} ms or could not be reached (TimeoutError)`);
  });

  it('has its deadline also where fetch does not heed the signal, and where the answer stops halfway', async () => {
    const halfway = broken('', { status: 201 });
    vi.spyOn(halfway, 'text').mockReturnValue(new Promise(() => {}));
    for (const answer of [() => new Promise<Response>(() => {}), () => halfway]) {
      const selling = failure(buy(of(answer)));
      await vi.advanceTimersByTimeAsync(8000);
      expect(await selling).toBeInstanceOf(CarrierUnknownError);
    }
  });

  it('follows no redirect', async () => {
    const made = of(() => broken('', { status: 307, headers: { location: 'https://evil.test/' } }));
    expect(await failure(buy(made))).toBeInstanceOf(CarrierUnknownError);
    expect(made.times()).toBe(1);
    expect(made.send.mock.calls[0]?.[1]?.redirect).toBe('manual');
  });

  it.each([
    ['30', 30],
    ['Thu, 01 Jan 1970 00:01:00 GMT', 60],
    ['', 5],
    ['soon', 5],
    ['0', 1],
    ['999999999', 3600],
  ])('refused by 429 with Retry-After “%s” is not tried for %s s, and nothing else is', async (after, seconds) => {
    vi.setSystemTime(0);
    const answers: Answer[] = [() => refused(429, {}, { 'retry-after': after }), sold];
    const made = of((asked) => answers.shift()!(asked));
    expect(await failure(buy(made))).toMatchObject({ code: 'rate_limited', retryAfter: seconds });
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    const stillMine = vi.fn();
    expect(await failure(buy(made, { stillMine }))).toMatchObject({ code: 'rate_limited', retryAfter: 1 });
    expect(stillMine).not.toHaveBeenCalled();
    expect(made.times()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await buy(made);
    expect(made.times()).toBe(2);
  });

  it.each([
    ['successful', sold],
    ['refused', () => refused(400, { message: 'Phone number is no longer available', code: 21422 })],
    ['lost', () => Promise.reject(new TypeError('fetch failed'))],
  ])('that was %s has searches asked anew', async (_, answer) => {
    const made = of((asked) => (asked.method === 'POST' ? answer() : found()));
    await made.carrier.search(query, asker());
    await buy(made).catch(() => {});
    await made.carrier.search(query, asker());
    expect(made.times()).toBe(3);
  });
});
