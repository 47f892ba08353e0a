import { describe, expect, it } from 'vitest';
import { parseOrder } from '../../src/host/index.js';
import { canonicalJson } from '../../src/host/orders.js';

const order = { account: 'loc_1', numbers: [{ phoneNumber: '+14155550100', countryCode: 'US', fingerprintId: null }] };

describe('parseOrder', () => {
  it('takes an order, as text and as what a framework has parsed, with what a page adds to it', () => {
    const more = { ...order, numbers: [{ ...order.numbers[0], note: 'first' }], pool: { name: 'Sales' }, coupon: 7 };
    expect(parseOrder(JSON.stringify(more)).order).toEqual(more);
    expect(parseOrder(more).order).toEqual(more);
    expect(parseOrder({ ...order, account: ' loc_1 ' }).order?.account).toBe('loc_1');
  });

  it.each<[string, unknown]>([
    ['broken JSON', '{'],
    ['null', 'null'],
    ['nothing', undefined],
    ['a list', []],
    ['no account', { ...order, account: undefined }],
    ['an account of control characters', { ...order, account: 'a\0b' }],
    ['no numbers', { account: 'loc_1' }],
    ['an empty list', { ...order, numbers: [] }],
    ['a number in a list', { ...order, numbers: [{ phoneNumber: ['+14155550100'] }] }],
    ['a number with spaces', { ...order, numbers: [{ phoneNumber: '+1 415 555 0100' }] }],
    ['the same number twice', { ...order, numbers: [order.numbers[0], order.numbers[0]] }],
    ['a pool without a name', { ...order, pool: {} }],
    ['JSON of 65 levels', `${'['.repeat(65)}${']'.repeat(65)}`],
  ])('refuses %s with 400 and says what is wrong', async (_, body) => {
    const { order: none, refusal } = parseOrder(body);
    expect(none).toBeUndefined();
    expect([refusal?.status, refusal?.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(await refusal?.json()).toMatchObject({
      code: 'invalid_request',
      detail: expect.stringMatching(/^This is no order: /),
    });
  });

  it('refuses a text that is too long', () => {
    expect(parseOrder(' '.repeat(262_145)).refusal?.status).toBe(413);
  });

  it('counts brackets outside of strings only', () => {
    const odd = { ...order, note: `${'['.repeat(100)}\\"${'{'.repeat(100)}` };
    expect(parseOrder(JSON.stringify(odd)).order).toEqual(odd);
  });
});

describe('canonicalJson', () => {
  it('is the same for the same value, whatever the order of its keys', () => {
    const [one, other] = [
      { b: [{ y: 1, x: { q: null, p: 'ü' } }], a: undefined, 10: 1, 9: 2 },
      { 9: 2, 10: 1, b: [{ x: { p: 'ü', q: null }, y: 1 }] },
    ];
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    expect(JSON.parse(canonicalJson(one) ?? '')).toEqual(JSON.parse(JSON.stringify(one)));
  });

  it('tells apart what is not the same', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
    expect(canonicalJson(undefined)).toBeUndefined();
  });
});
