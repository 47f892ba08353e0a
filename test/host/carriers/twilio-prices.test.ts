import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from './described-api.js';
import { broken, refused, silent } from './described-api.js';
import { asker, failure } from './sales.js';
import { onSale, page, prices, twilio } from './twilio.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Twilio with a number of each type, how often it was asked for prices, and the prices that a search has. */
function priced(answer: Answer) {
  const { carrier, asked } = twilio(() => page([onSale()]), {}, answer);
  return {
    carrier,
    times: () => asked.filter(({ name }) => name === 'FetchPhoneNumberCountry').length,
    of: async (countryCode = 'US') =>
      (await carrier.search({ countryCode, numberTypes: ['local', 'tollFree', 'mobile'] }, asker())).numbers.map(
        ({ price }) => price?.price,
      ),
  };
}

describe('Twilio’s prices', () => {
  it('are those of country and type, and asked for once in six hours', async () => {
    const { of, times } = priced(prices);
    expect(await of()).toEqual([1.15, 2.15, undefined]);
    vi.advanceTimersByTime(6 * 3600_000 - 1);
    await of();
    expect(times()).toBe(1);
    vi.advanceTimersByTime(1);
    await of();
    expect(times()).toBe(2);
    await of('CA');
    expect(times()).toBe(3);
  });

  it('are asked for once by those who search at once', async () => {
    const { of, times } = priced(prices);
    await Promise.all([of(), of(), of()]);
    expect(times()).toBe(1);
  });

  it.each([
    ['401', () => refused(401, { code: 20003 })],
    ['404', () => refused(404, {})],
    ['429', () => refused(429, {}, { 'retry-after': '600' })],
    ['500', () => refused(500, {})],
    ['no JSON', () => broken('<html>')],
    ['another shape', () => broken('{"phone_number_prices":7}')],
    ['no unit', () => broken('{"phone_number_prices":[{"number_type":"local","current_price":"1.15"}]}')],
    [
      'no amount',
      () => broken('{"phone_number_prices":[{"number_type":"local","current_price":""}],"price_unit":"USD"}'),
    ],
    ['a network that is cut', () => Promise.reject(new TypeError('fetch failed'))],
  ])('are missing with %s, and the numbers are there', async (_, answer) => {
    const { of } = priced(answer);
    expect(await of()).toEqual([undefined, undefined, undefined]);
  });

  it('are asked for again a minute after they were missing, not at each search', async () => {
    const answers: Answer[] = [() => refused(500, {}), prices];
    const { of, times } = priced((asked) => answers.shift()!(asked));
    await of();
    vi.advanceTimersByTime(59_999);
    await of();
    expect(times()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await of()).toEqual([1.15, 2.15, undefined]);
  });

  it('are waited for three seconds', async () => {
    const { of } = priced(silent);
    const found = of();
    await vi.advanceTimersByTimeAsync(2999);
    const settled = vi.fn();
    void found.then(settled);
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await found).toEqual([undefined, undefined, undefined]);
  });

  it('go on for the others when one who waits for them leaves', async () => {
    let answer = (_: Response) => {};
    const { carrier, of } = priced(() => new Promise((resolve) => (answer = resolve)));
    const left = new AbortController();
    const one = failure(carrier.search({ countryCode: 'US' }, asker({ signal: left.signal })));
    const other = of();
    left.abort(new Error('left'));
    expect((await one).message).toBe('left');
    await vi.advanceTimersByTimeAsync(0);
    answer(prices());
    expect(await other).toEqual([1.15, 2.15, undefined]);
  });
});
