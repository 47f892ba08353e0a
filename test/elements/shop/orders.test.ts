import { afterEach, describe, expect, it, vi } from 'vitest';
import { type LcPurchasedEvent, orders } from '../../../src/index.js';
import { TestHost } from '../../helpers/test-host.js';
import { bought, shopFixture, verified } from './shop-fixture.js';

/** A host that sells when the test says so. */
function selling() {
  const host = new TestHost();
  const sale = Promise.withResolvers<unknown>();
  host.answers.status = verified;
  host.answers.purchases = () => sale.promise;
  return { host, sell: (answer: unknown = bought) => sale.resolve(answer) };
}

/** What is heard of purchases at the document and from JavaScript, by the orders' ids. */
function listening() {
  const heard = { page: [] as string[], script: [] as string[], changes: 0 };
  const leaving = new AbortController();
  const { signal } = leaving;
  document.addEventListener('purchased', (event) => heard.page.push((event as LcPurchasedEvent).detail.order.id), {
    signal,
  });
  orders.addEventListener('purchased', (event) => heard.script.push((event as LcPurchasedEvent).detail.order.id), {
    signal,
  });
  orders.addEventListener('change', () => void heard.changes++, { signal });
  return { heard, stop: () => leaving.abort() };
}

let account = '';
let count = 0;
const buying = async (host: TestHost) => {
  count += 1;
  account = `orders_${count}`;
  const shop = await shopFixture(host, { account });
  await shop.press('Find numbers');
  await shop.press(/^Choose \(415\) 555-0101/);
  await shop.press('Buy number');
  await vi.waitFor(() => expect(shop.shop.status).toBe('purchasing'), { timeout: 10_000 });
  return shop;
};

afterEach(() => localStorage.clear());

describe('an order', () => {
  it('has an id that is not its key, told with the purchase at every place at once', async () => {
    const { host, sell } = selling();
    const { heard, stop } = listening();
    const { reads } = await buying(host);
    const [order] = await orders.list(account);
    expect(order).toMatchObject({ status: 'buying', numbers: [{ phoneNumber: '+14155550101' }] });
    sell();
    await reads('is yours');
    const key = host.requests.find(({ path }) => path === 'purchases')?.headers.get('idempotency-key');
    expect(order!.id).not.toBe(key);
    await vi.waitFor(() => expect([heard.page, heard.script]).toEqual([[order!.id], [order!.id]]), { timeout: 10_000 });
    expect(heard.changes).toBeGreaterThan(1);
    expect(await orders.list(account)).toMatchObject([{ id: order!.id, status: 'done', receipt: bought }]);
    expect(JSON.stringify(host.bodies('purchases')[0])).not.toContain(order!.id);
    stop();
  });

  it('whose shop has left is told at the document, and its receipt is there on return', async () => {
    const { host, sell } = selling();
    const { heard, stop } = listening();
    const { shop } = await buying(host);
    shop.remove();
    sell();
    await vi.waitFor(() => expect([heard.page.length, heard.script.length]).toEqual([1, 1]), { timeout: 10_000 });
    const back = await shopFixture(host, { account });
    await back.reads('is yours');
    expect([heard.page.length, back.events.includes('purchased')]).toEqual([1, false]);
    back.shop.remove();
    const later = await shopFixture(host, { account });
    await later.reads('Find numbers');
    expect(later.shop.status).toBe('browsing');
    expect(host.count('purchases')).toBe(1);
    stop();
  });

  it('that failed without its shop is said so on return, once', async () => {
    const { host, sell } = selling();
    const { shop } = await buying(host);
    shop.remove();
    host.answers.purchases = () => Response.json({ code: 'payment_required' }, { status: 402 });
    sell(Response.json({ code: 'payment_required' }, { status: 402 }));
    await vi.waitFor(async () => expect(await orders.list(account)).toMatchObject([{ status: 'failed' }]));
    const back = await shopFixture(host, { account });
    await vi.waitFor(() => expect(back.shop.status).toBe('failed'), { timeout: 10_000 });
    back.shop.remove();
    const later = await shopFixture(host, { account });
    await later.press('Find numbers');
    await later.reads('415');
    expect([later.shop.status, host.count('purchases')]).toEqual(['browsing', 1]);
  });

  it('whose shop was replaced before the answer is told once, on the new one', async () => {
    const { host, sell } = selling();
    const { heard, stop } = listening();
    const { shop } = await buying(host);
    shop.remove();
    const next = await shopFixture(host, { account });
    await vi.waitFor(() => expect(next.shop.status).not.toBe('browsing'), { timeout: 10_000 });
    sell();
    await next.reads('is yours');
    await vi.waitFor(() => expect(next.events.filter((name) => name === 'purchased')).toHaveLength(1), {
      timeout: 10_000,
    });
    expect([heard.page.length, heard.script.length, host.count('purchases')]).toEqual([1, 1, 1]);
    stop();
  });

  it('that was given up is listed as cancelled', async () => {
    const host = new TestHost();
    const shop = await shopFixture(host, { account: 'orders_cancelled' });
    await shop.press('Find numbers');
    await shop.press(/^Choose \(415\) 555-0101/);
    await shop.press('Buy number');
    await vi.waitFor(() => expect(shop.shop.status).toBe('gating'), { timeout: 10_000 });
    expect(await orders.list('orders_cancelled')).toMatchObject([{ status: 'waiting' }]);
    shop.gate.close();
    await vi.waitFor(() => expect(shop.shop.status).toBe('reviewing'), { timeout: 10_000 });
    expect(await orders.list('orders_cancelled')).toMatchObject([{ status: 'cancelled' }]);
  });
});
