import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LcNumberPurchase, PurchaseAnswer } from '../../../src/index.js';
import { TestHost } from '../../helpers/test-host.js';
import { bought, shopFixture, verified } from './shop-fixture.js';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

/** A shop whose page buys by a function, with an order under way. */
async function ordering(purchase: NonNullable<LcNumberPurchase['purchase']>) {
  const host = new TestHost();
  host.answers.status = verified;
  const fixture = await shopFixture(host, { purchase });
  await fixture.press(/^Find numbers/);
  await fixture.press(/^Choose \(415\) 555-0101/);
  const buy = await fixture.button(/^Buy number/);
  return { ...fixture, buy };
}

describe('a purchase function of the page', () => {
  it('that never answers leads to "checking" and is asked again with the same key; late answers count', async () => {
    const calls: { key: string; answer: (answer: PurchaseAnswer) => void }[] = [];
    const { buy, reads, shop, events } = await ordering(
      (_, { idempotencyKey: key }) => new Promise((answer) => calls.push({ key, answer })),
    );
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    buy.click();
    while (calls.length < 1) await new Promise(requestAnimationFrame);
    vi.advanceTimersByTime(30_000);
    await shop.updateComplete;
    expect(shop.status).toBe('unconfirmed');
    await new Promise(requestAnimationFrame);
    vi.advanceTimersByTime(2_000);
    while (calls.length < 2) await new Promise(requestAnimationFrame);
    vi.useRealTimers();
    calls[0]!.answer(bought as PurchaseAnswer);
    await reads('is yours');
    calls[1]!.answer(bought as PurchaseAnswer);
    await shop.updateComplete;
    expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
    expect(events.filter((name) => name === 'purchased')).toHaveLength(1);
  });

  it('that throws at once leaves the outcome unknown, not failed', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let calls = 0;
    const { buy, reads, press, events } = await ordering(() => {
      calls += 1;
      if (calls === 1) throw new Error('a mistake of the page');
      return Promise.resolve(bought as PurchaseAnswer);
    });
    buy.click();
    await reads('We’re checking your purchase');
    await press(/^Find out now/);
    await reads('is yours');
    expect(events).not.toContain('failed');
  });

  it.each([
    ['payment_required', 'The payment did not go through'],
    ['plan_limit', 'Your plan has no room for more numbers'],
    ['address_required', 'An address is missing'],
    ['bundle_required', 'Documents are missing'],
    ['rate_limited', 'Too many tries at once'],
  ])('that refuses with %s is told in plain words, with a way on', async (code, heading) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { buy, reads, button, shop } = await ordering(() => Promise.reject(Object.assign(new Error(code), { code })));
    buy.click();
    await reads(heading);
    await button(/^Try again/);
    await button(/^Back/);
    expect(shop.status).toBe('failed');
  });

  it('whose page takes the element out and puts it back goes on with the same key', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const keys: string[] = [];
    const { buy, reads, shop } = await ordering((_, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      return keys.length === 1 ? Promise.reject(new Error('lost')) : Promise.resolve(bought as PurchaseAnswer);
    });
    buy.click();
    await reads('We’re checking your purchase');
    const parent = shop.parentElement!;
    shop.remove();
    await Promise.resolve();
    parent.append(shop);
    await reads('is yours');
    expect(new Set(keys).size).toBe(1);
  });
});
