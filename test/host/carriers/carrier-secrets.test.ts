import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { CarrierError } from '../../../src/host/carriers/carrier.js';
import { carriers } from './both-carriers.js';
import { type Answer, broken, refused } from './described-api.js';
import { number } from './lc-phone.js';
import { asker, failure, sale } from './sales.js';

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
    const { carrier } = of(answer);
    const errors = [
      await failure<CarrierError>(carrier.buy({ phoneNumber: number }, sale({ account: 'acc-of-jane' }))),
      await failure<CarrierError>(of(answer).carrier.owns([number], asker({ account: 'acc-of-jane' }))),
    ];
    for (const error of errors)
      for (const secret of [...secrets, 'acc-of-jane', number]) expect(inspect(error)).not.toContain(secret);
  });
});
