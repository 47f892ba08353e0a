import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LcNumberPurchase } from '../../../src/index.js';
import { TestHost } from '../../helpers/test-host.js';
import { number, shopFixture } from './shop-fixture.js';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

const priced = (price: unknown) => ({ ...number('4155550103'), price }) as never;
const rows = [number('4155550101'), priced({ price: '1.15', price_unit: 'USD' }), number('4155550102')];

describe('a number that does not fit the contract', () => {
  it.each<[string, (host: TestHost) => Partial<LcNumberPurchase>]>([
    ['numbers property', () => ({ numbers: rows })],
    ['search property', () => ({ search: async () => ({ numbers: rows }) })],
    [
      'numbers endpoint',
      (host) => {
        host.answers.numbers = () => ({ numbers: rows });
        return {};
      },
    ],
  ])('is left out alone, and the console says which and why: the %s', async (source, setUp) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    const { press, reads } = await shopFixture(host, setUp(host));
    await press(/^Find numbers/);
    await reads('2 numbers');
    expect(said.mock.calls).toEqual([[expect.stringContaining(`The ${source} answered something that does not fit`)]]);
    expect(said.mock.calls[0]![0]).toContain('"numbers.1.price.price" (is a string). That number is left out.');
  });

  it('leaves nothing to show where every number is one', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { press, reads } = await shopFixture(new TestHost(), { numbers: [rows[1]!] });
    await press(/^Find numbers/);
    await reads('The numbers could not be loaded');
  });
});

describe('a price in no currency', () => {
  it('is shown as its number and its unit, in the list and in the review', async () => {
    const { press, reads } = await shopFixture(new TestHost(), {
      numbers: [priced({ price: 5, setup_price: 2, price_unit: 'credits' })],
    });
    await press(/^Find numbers/);
    await reads(/5 credits per month.*2 credits one-time setup/);
    await press(/^Choose/);
    await reads('You pay 5 credits per month, from the day of the purchase.');
    await reads('One-time setup: 2 credits.');
  });
});
