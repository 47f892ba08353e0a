import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intentStorage } from '../../../src/adapters/shop/intent-storage.js';
import type { KeptIntent } from '../../../src/core/shop/purchase.js';
import { patience } from '../../../src/core/shop/purchase.js';
import { shows as gateShows } from '../../helpers/in-gate.js';
import { problem, TestHost } from '../../helpers/test-host.js';
import { bought, keys, number, purchases, shopFixture, verified } from './shop-fixture.js';

let accounts = 0;
let account = '';
beforeEach(() => {
  accounts += 1;
  account = `back_${accounts}`;
});
afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

/** What another visit has left behind. */
function leave(more: Partial<KeptIntent> = {}, ago = 60_000): string {
  const idempotencyKey = crypto.randomUUID();
  const ordered = {
    phoneNumber: '+14155550101',
    countryCode: 'US',
    numberType: 'local',
    locality: 'San Francisco',
    region: 'CA',
    fingerprintId: 'fp-1',
  } as const;
  intentStorage().keep({
    order: { account, numbers: [ordered] },
    offers: [number('4155550101')],
    id: `order of ${account}`,
    idempotencyKey,
    touchedAt: Date.now() - ago,
    parked: false,
    sent: false,
    ...more,
  });
  return idempotencyKey;
}

function selling(status: object = verified): TestHost {
  const host = new TestHost();
  host.answers.status = status;
  host.answers.purchases = bought;
  return host;
}

describe('an order of an earlier visit', () => {
  it('goes on by itself within half an hour, with its key', async () => {
    const key = leave();
    const host = selling();
    const { reads } = await shopFixture(host, { account });
    await reads('(415) 555-0101 is yours');
    expect(keys(host)).toEqual([key]);
  });

  it('opens the gate again for an account that is not verified yet', async () => {
    const key = leave();
    const host = selling({ verified: false });
    const { reads, gate } = await shopFixture(host, { account });
    await gateShows(gate, 'Verify your identity');
    host.answers.status = verified;
    await gate.check();
    await reads('is yours');
    expect(keys(host)).toEqual([key]);
  });

  it('says that it is checking when it was sent, and repeats the same key', async () => {
    const key = leave({ sent: true });
    const host = selling();
    const { reads } = await shopFixture(host, { account });
    await reads('We’re checking your purchase');
    await reads('is yours');
    expect(keys(host)).toEqual([key]);
  });

  it('asks after half an hour, and buys with one click', async () => {
    const key = leave({}, patience + 60_000);
    const host = selling();
    const { reads, press } = await shopFixture(host, { account });
    await reads(/Do you still want \(415\) 555-0101\?.*Nothing has been bought/);
    expect(purchases(host)).toHaveLength(0);
    await press(/^Yes, buy now/);
    await reads('is yours');
    expect(keys(host)).toEqual([key]);
  });

  it('is forgotten when the person does not want it any more', async () => {
    leave({}, patience + 60_000);
    const { reads, press, shop } = await shopFixture(selling(), { account });
    await reads('Do you still want');
    await press(/^No, thanks/);
    await vi.waitFor(() => expect(shop.status).toBe('browsing'));
    expect(Object.keys(localStorage).filter((name) => name.startsWith('lc-number-purchase '))).toEqual([]);
  });

  it('may have been bought long ago: it asks before it finds out, and stays when put off', async () => {
    const key = leave({ sent: true }, patience + 60_000);
    const host = selling();
    const { reads, press, shop } = await shopFixture(host, { account });
    await reads('Did we buy (415) 555-0101?');
    await press(/^Not now/);
    await vi.waitFor(() => expect(shop.status).toBe('browsing'));
    expect(intentStorage().read(key)).toMatchObject({ sent: true });
    shop.remove();
    const again = await shopFixture(host, { account });
    await again.press(/^Find out now/);
    await again.reads('is yours');
    expect(keys(host)).toEqual([key]);
  });

  it('waits for its review, and asks when the answer comes the next day', async () => {
    leave({ parked: true });
    const host = selling({ verified: false, status: 'needs_review' });
    const { reads, press, gate } = await shopFixture(host, { account });
    await reads('Waiting for the review');
    const later = Date.now() + 24 * 60 * 60_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    host.answers.status = verified;
    await gate.check();
    await reads('Do you still want');
    expect(purchases(host)).toHaveLength(0);
    await press(/^Yes, buy now/);
    await reads('is yours');
  });

  it('shows where a review stands, and says when it was declined', async () => {
    leave({ parked: true });
    const host = selling({ verified: false, status: 'needs_review' });
    const { reads, gate, root } = await shopFixture(host, { account });
    await reads('Waiting for the review');
    host.answers.status = { verified: false, status: 'declined' };
    await gate.check();
    await reads(/Your order did not go through.*could not be verified/);
    expect(root.textContent).not.toContain('You pay');
    // Leading back comes first: as things stand, buying would end here again.
    expect(
      [...root.querySelectorAll('.actions button')].map(({ textContent, part }) => [textContent, part.value]),
    ).toEqual([
      ['Find another number', 'button'],
      ['Check now', 'secondary'],
    ]);
  });

  it('belongs to its account', async () => {
    leave();
    const host = selling();
    const { shop, press, reads } = await shopFixture(host, { account: `${account}_other` });
    await press(/^Find numbers/);
    await reads('2 numbers');
    expect(shop.status).toBe('browsing');
    shop.account = account;
    await reads('is yours');
  });

  it('is kept while the account changes and changes back', async () => {
    const host = selling({ verified: false });
    const { shop, order, gate, reads } = await shopFixture(host, { account });
    await order();
    await gateShows(gate, 'Verify your identity');
    shop.account = `${account}_other`;
    await vi.waitFor(() => expect(shop.status).toBe('browsing'));
    shop.account = account;
    await vi.waitFor(() => expect(shop.status).toBe('gating'));
    host.answers.status = verified;
    await gate.check();
    await reads('is yours');
  });

  it('holds nothing on the person', async () => {
    const host = selling();
    host.answers.purchases = () => new Promise(() => {});
    const { order, shop } = await shopFixture(host, { account });
    await order();
    await vi.waitFor(() => expect(shop.status).toBe('purchasing'));
    await vi.waitFor(() => expect(Object.keys(localStorage)).toHaveLength(1));
    const kept = JSON.parse(localStorage.getItem(Object.keys(localStorage)[0]!)!) as KeptIntent;
    expect(Object.keys(kept).sort()).toEqual([
      'id',
      'idempotencyKey',
      'offers',
      'order',
      'parked',
      'sent',
      'touchedAt',
    ]);
  });

  it('is left alone when what is kept is not ours', async () => {
    localStorage.setItem('lc-number-purchase x', `{"order":{"account":"${account}","numbers":[]}}`);
    localStorage.setItem('lc-number-purchase y', 'not JSON');
    const { shop, press, reads } = await shopFixture(selling(), { account });
    await press(/^Find numbers/);
    await reads('2 numbers');
    expect(shop.status).toBe('browsing');
  });
});

describe('two shops on one account, as in two tabs', () => {
  it('make one purchase of the same number, and both show the receipt', async () => {
    const host = selling();
    const answer = Promise.withResolvers<unknown>();
    host.answers.purchases = () => answer.promise;
    const [one, other] = [await shopFixture(host, { account }), await shopFixture(host, { account })];
    await one.order();
    await vi.waitFor(() => expect(purchases(host)).toHaveLength(1));
    await other.order();
    await other.reads('Buying (415) 555-0101');
    answer.resolve(bought);
    await one.reads('is yours');
    await other.reads('is yours');
    expect(purchases(host)).toHaveLength(1);
  });

  it('tell each other that an order is off', async () => {
    const host = selling({ verified: false });
    const [one, other] = [await shopFixture(host, { account }), await shopFixture(host, { account })];
    await one.order();
    await other.order();
    await gateShows(one.gate, 'Verify your identity');
    // They confirm one after the other.
    await vi.waitFor(() => expect(other.shop.status).toBe('gating'));
    one.gate.close();
    await vi.waitFor(() => expect(other.shop.status).toBe('browsing'));
  });

  it('do not disturb one another with different numbers', async () => {
    const host = selling();
    host.answers.purchases = ({ body }: { body: { numbers: { phoneNumber: string }[] } }) => ({
      numbers: body.numbers.map(({ phoneNumber }) => ({ phoneNumber, status: 'purchased' })),
    });
    const [one, other] = [await shopFixture(host, { account }), await shopFixture(host, { account })];
    await one.order();
    await other.press(/^Find numbers/);
    await other.press(/^Choose \(415\) 555-0102/);
    await other.press(/^Buy number/);
    await one.reads('555-0101 is yours');
    await other.reads('555-0102 is yours');
    expect(new Set(keys(host)).size).toBe(2);
  });
});

describe('a purchase whose answer was lost', () => {
  it('stays unknown while repeats are refused for other reasons, and settles afterwards', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = selling();
    const answers = [problem(502), problem(429), problem(401)];
    host.answers.purchases = () => answers.shift() ?? bought;
    const { order, press, reads, events } = await shopFixture(host, { account });
    await order();
    await reads('We’re checking your purchase');
    await press(/^Find out now/);
    await reads('too many requests');
    await press(/^Find out now/);
    await reads('sign in again in another tab');
    await press(/^Find out now/);
    await reads('is yours');
    expect(events).not.toContain('failed');
    expect(new Set(keys(host)).size).toBe(1);
  });

  it('says after a while what to do, calmly, and is never said to have failed', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = selling();
    host.answers.purchases = () => problem(502);
    const { order, press, reads, shop, root, text, events } = await shopFixture(host, { account });
    await order();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await vi.waitUntil(() => text().includes('We’re checking your purchase'));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(text()).not.toContain('longer than usual');
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    await reads('You can keep this page open or come back later');
    expect(text()).toContain('Please don’t buy it again.');
    expect(root.querySelector('slot[name="support"]')).not.toBeNull();
    await expect(shop).to.be.accessible();
    host.answers.purchases = bought;
    await press(/^Find out now/);
    await reads('is yours');
    expect(events).not.toContain('failed');
    expect(new Set(keys(host)).size).toBe(1);
  });
});
