import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CarrierError } from '../../../src/host/carriers/carrier.js';
import { CarrierUnknownError } from '../../../src/host/carriers/carrier-failures.js';
import { LeaseLostError } from '../../../src/host/stores/lease.js';
import { type Answer, broken, refused, silent } from './described-api.js';
import * as lc from './lc-phone.js';
import { asker, failure, sale } from './sales.js';
import * as tw from './twilio.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const number = lc.number;
const query = { countryCode: 'US', numberTypes: ['local' as const] };

/** What both carriers have in common is tried with both. */
const carriers = [
  {
    name: 'LC Phone',
    found: () => lc.found(lc.onSale()),
    sold: () => lc.sold(number),
    secrets: [lc.token, lc.location],
    of: (answer: Answer, options: { timeout?: number } = {}) => {
      const { carrier, asked, send } = lc.lcPhone(answer, options);
      return { carrier, send, times: () => asked.length };
    },
  },
  {
    name: 'Twilio',
    found: () => tw.page([tw.onSale()]),
    sold: () => tw.bought(number),
    secrets: [tw.authToken, tw.accountSid, tw.subaccountSid, btoa(`${tw.accountSid}:${tw.authToken}`)],
    of: (answer: Answer, options: { timeout?: number } = {}) => {
      const { carrier, searched, send } = tw.twilio(answer, { ...options, subaccount: tw.subaccountSid });
      return { carrier, send, times: () => searched().length };
    },
  },
];

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

  it('is asked for once in ten seconds, and apart from others', async () => {
    const made = of(found);
    await Promise.all([made.carrier.search(query, asker()), made.carrier.search(query, asker())]);
    await vi.advanceTimersByTimeAsync(9999);
    await made.carrier.search(query, asker());
    expect(made.times()).toBe(1);
    await made.carrier.search({ ...query, anywhere: '555' }, asker());
    expect(made.times()).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    await made.carrier.search(query, asker());
    expect(made.times()).toBe(3);
  });
});

describe.each(carriers)('no error of $name', ({ of, secrets }) => {
  const cut = Object.assign(new Error(`connect to https://api.test/${secrets.join('/')}`), { code: 'ECONNREFUSED' });

  it.each<[string, Answer]>([
    ['401', () => refused(401, { message: `Invalid ${secrets.join(' ')}` })],
    ['404', () => refused(404, { message: `No ${secrets.join(' ')}` })],
    ['429', () => refused(429, { message: secrets.join(' ') })],
    ['500', () => refused(500, { message: secrets.join(' ') })],
    ['a page', () => broken(secrets.join(' '), { status: 200 })],
    ['another shape', () => broken(JSON.stringify({ numbers: secrets, available_phone_numbers: secrets }))],
    ['no connection', () => Promise.reject(new TypeError('fetch failed', { cause: cut }))],
    ['an error of a runtime', () => Promise.reject(cut)],
  ])('shows a key or an account, with %s', async (_, answer) => {
    const made = of(answer);
    const errors = [
      await failure<CarrierError>(made.carrier.buy({ phoneNumber: number, numberType: 'mobile' }, sale())),
      await failure<CarrierError>(of(answer).carrier.owns([number], asker())),
    ];
    for (const error of errors)
      for (const secret of [...secrets, 'acc-of-jane']) expect(inspect(error)).not.toContain(secret);
  });
});

it('one account’s pause at LC Phone stops nobody else', async () => {
  const { carrier, asked } = lc.lcPhone(({ url }) => (url.pathname.includes('jane') ? refused(429, {}) : lc.found()), {
    location: (account) => `loc_${account}`,
  });
  expect(await failure(carrier.search(query, asker({ account: 'jane' })))).toMatchObject({ code: 'rate_limited' });
  expect(await failure(carrier.owns([number], asker({ account: 'jane' })))).toMatchObject({ code: 'rate_limited' });
  await carrier.search(query, asker({ account: 'john' }));
  expect(asked).toHaveLength(2);
});
