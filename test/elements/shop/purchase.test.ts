import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import type { LcNumberPurchase, Order } from '../../../src/index.js';
import { shows as gateShows, primaryOf, reaches } from '../../helpers/in-gate.js';
import { problem, TestHost } from '../../helpers/test-host.js';
import { bought, keys, number, purchases, shopFixture, verified } from './shop-fixture.js';

afterEach(() => localStorage.clear());

describe('<lc-number-purchase>', () => {
  it('buys for a verified account without asking', async () => {
    const host = new TestHost();
    host.answers.status = verified;
    host.answers.purchases = bought;
    const { shop, order, reads, events } = await shopFixture(host);
    await order();
    await reads('(415) 555-0101 is yours');
    expect(purchases(host)).toHaveLength(1);
    expect(purchases(host)[0]!.body).toEqual({
      account: shop.account,
      numbers: [
        {
          phoneNumber: '+14155550101',
          countryCode: 'US',
          numberType: 'local',
          locality: 'San Francisco',
          region: 'CA',
          fingerprintId: 'fp-1',
        },
      ],
    });
    expect(keys(host)[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(events).toContain('purchased');
    expect(shop.matches(':state(purchased)')).toBe(true);
  });

  it('asks for the identity, then buys by itself', async () => {
    const host = new TestHost();
    host.answers.purchases = bought;
    const { order, reads, gate } = await shopFixture(host);
    await order();
    await gateShows(gate, 'Verify your identity');
    primaryOf(gate).click();
    await commands.walkFlow();
    await reaches(gate, 'confirming');
    expect(purchases(host)).toHaveLength(0);
    host.answers.status = verified;
    await reads('(415) 555-0101 is yours');
    expect(purchases(host)).toHaveLength(1);
  });

  it('lets a page style the parts of the gate inside it', async () => {
    const { order, gate } = await shopFixture(new TestHost());
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = 'lc-number-purchase::part(dialog) { outline: 3px solid rgb(1, 2, 3); }';
    await order();
    await gateShows(gate, 'Verify your identity');
    expect(getComputedStyle(gate.shadowRoot!.querySelector('dialog')!).outlineColor).toBe('rgb(1, 2, 3)');
    const parts = [
      ...new Set([...gate.shadowRoot!.querySelectorAll('[part]')].flatMap((element) => [...element.part])),
    ];
    const exported = gate.getAttribute('exportparts')!.split(', ');
    expect(parts.filter((part) => !exported.includes(part))).toEqual([]);
    style.remove();
  });

  it('asks nobody for a country that is not regulated', async () => {
    const host = new TestHost();
    host.answers.numbers = {
      fingerprintId: 'fp',
      numbers: [
        number('4155550101', { phoneNumber: '+442079460001', friendlyName: '020 7946 0001', isoCountry: 'GB' }),
      ],
    };
    host.answers.purchases = { numbers: [{ phoneNumber: '+442079460001', status: 'purchased' }] };
    const { press, reads } = await shopFixture(host);
    host.answers.numbers = {
      fingerprintId: 'fp',
      numbers: [
        number('4155550101', { phoneNumber: '+442079460001', friendlyName: '020 7946 0001', isoCountry: 'GB' }),
      ],
    };
    await press(/^Find numbers/);
    await press(/^Choose 020/);
    await press(/^Buy number/);
    await reads('020 7946 0001 is yours');
  });

  it('goes back from the review to the number that was looked at', async () => {
    const host = new TestHost();
    const { press, root, button } = await shopFixture(host);
    await press(/^Find numbers/);
    (await button(/^Choose \(415\) 555-0102/)).focus();
    await press(/^Choose \(415\) 555-0102/);
    await press(/^Back/);
    await vi.waitFor(() => expect(root.activeElement?.ariaLabel).toBe('Choose (415) 555-0102'));
  });

  it('buys once when Buy is pressed twice', async () => {
    const host = new TestHost();
    host.answers.status = verified;
    const answer = Promise.withResolvers<unknown>();
    host.answers.purchases = () => answer.promise;
    const { press, reads, root } = await shopFixture(host);
    await press(/^Find numbers/);
    await press(/^Choose \(415\) 555-0101/);
    await vi.waitFor(() => expect(root.querySelector('[part="button"]')).toBeTruthy());
    const buy = root.querySelector<HTMLButtonElement>('[part="button"]')!;
    buy.click();
    buy.click();
    answer.resolve(bought);
    await reads('is yours');
    expect(purchases(host)).toHaveLength(1);
  });

  it('says that it is checking when the answer is lost, repeats with the same key, and settles', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    host.answers.status = verified;
    const second = Promise.withResolvers<unknown>();
    host.answers.purchases = () =>
      purchases(host).length === 1 ? Promise.reject(new TypeError('Failed to fetch')) : second.promise;
    const { order, reads, events, root } = await shopFixture(host);
    await order();
    await reads('We’re checking your purchase');
    expect([...root.querySelectorAll('.panel button')].map(({ textContent }) => textContent)).toEqual(['Find out now']);
    await vi.waitFor(() => expect(purchases(host)).toHaveLength(2), { timeout: 5_000 });
    second.resolve(bought);
    await reads('is yours');
    expect(new Set(keys(host)).size).toBe(1);
    expect(events).not.toContain('failed');
  });

  it.each([
    ['a 500', () => problem(500)],
    ['an answer that does not fit', () => ({ numbers: 'all' })],
    ['an unknown outcome', () => problem(409, 'unknown_outcome')],
  ])('never says failed after %s', async (_, answer) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    host.answers.status = verified;
    host.answers.purchases = answer;
    const { shop, order, reads, events } = await shopFixture(host);
    await order();
    await reads('We’re checking your purchase');
    shop.account = 'another';
    await shop.updateComplete;
    expect(shop.status).toBe('unconfirmed');
    expect(events).not.toContain('failed');
  });

  it('opens the gate when the server refuses, and repeats the same intent', async () => {
    const host = new TestHost();
    host.answers.status = verified;
    host.answers.purchases = () => (purchases(host).length === 1 ? problem(403, 'verification_required') : bought);
    const { order, reads, gate } = await shopFixture(host);
    await reaches(gate, 'verified');
    host.answers.status = { verified: false };
    await order();
    await gateShows(gate, 'Verify your identity');
    host.answers.status = verified;
    await gate.check();
    await reads('is yours');
    expect(new Set(keys(host)).size).toBe(1);
    expect(purchases(host)).toHaveLength(2);
  });

  it('opens the gate when the server refuses a number of a country that it does not ask for', async () => {
    const host = new TestHost();
    const london = number('', { phoneNumber: '+442079460101', friendlyName: '020 7946 0101', isoCountry: 'GB' });
    const sold = { numbers: [{ phoneNumber: london.phoneNumber, status: 'purchased' }] };
    host.answers.status = { verified: false };
    host.answers.purchases = () => (purchases(host).length === 1 ? problem(403, 'verification_required') : sold);
    const { press, reads, gate } = await shopFixture(host, { country: 'GB', numbers: [london] });
    await press('Find numbers');
    await press(/Choose 020/);
    await press(/^Buy/);
    await gateShows(gate, 'Verify your identity');
    host.answers.status = verified;
    await gate.check();
    await reads('is yours');
    expect(new Set(keys(host)).size).toBe(1);
  });

  it('says so when the server keeps refusing an account it calls verified', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    host.answers.status = verified;
    host.answers.purchases = () => problem(403, 'verification_required');
    const { order, reads } = await shopFixture(host);
    await order();
    await reads('The verification is not confirmed yet');
    expect(purchases(host)).toHaveLength(2);
  });

  it('goes back to the list with a word when the number is taken, the verification kept', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    said.mockClear();
    const host = new TestHost();
    host.answers.status = verified;
    host.answers.purchases = () => problem(409, 'number_unavailable');
    const { order, reads, gate } = await shopFixture(host);
    await order();
    await reads(/\(415\) 555-0101 can no longer be bought.*was not charged/);
    expect(host.count('numbers')).toBe(2);
    expect(gate.status).toBe('verified');
    expect(said).not.toHaveBeenCalled();
  });

  it('says when the purchase takes long, where there was room for it', async () => {
    const host = new TestHost();
    host.answers.status = verified;
    host.answers.purchases = () => new Promise(() => {});
    const { order, reads, root } = await shopFixture(host);
    await order();
    await reads('Buying (415) 555-0101');
    const late = root.querySelector<HTMLElement>('.late span')!;
    const isShown = () => getComputedStyle(late).visibility === 'visible';
    const height = root.querySelector('.panel')!.clientHeight;
    expect([late.textContent, isShown()]).toEqual(['This takes longer than usual. Nothing is bought twice.', false]);
    const [clock] = late.getAnimations();
    clock!.currentTime = 8_100;
    expect([isShown(), root.querySelector('.panel')!.clientHeight]).toEqual([true, height]);
  });

  it('buys what waits for a review when the account is exempt all of a sudden', async () => {
    const host = new TestHost();
    host.answers.status = { verified: false, status: 'needs_review' };
    host.answers.purchases = bought;
    const { order, reads, gate } = await shopFixture(host);
    await order();
    await gateShows(gate, 'Your ID is being reviewed');
    gate.close();
    await reads('Waiting for the review');
    host.answers.status = { verified: false, required: false };
    await gate.check();
    await reads('is yours');
    expect(purchases(host)).toHaveLength(1);
  });

  it('tries a certain failure again as a new intent', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    host.answers.status = verified;
    host.answers.purchases = () => (purchases(host).length === 1 ? problem(402, 'payment_required') : bought);
    const { order, press, reads, events } = await shopFixture(host);
    await order();
    await reads('The payment did not go through');
    expect(events.filter((name) => name === 'failed')).toHaveLength(1);
    await press(/^Try again/);
    await reads('is yours');
    expect(new Set(keys(host)).size).toBe(2);
  });

  it('waits for a review that the person has left, and buys when it is approved', async () => {
    const host = new TestHost();
    host.answers.status = { verified: false, status: 'needs_review' };
    host.answers.purchases = bought;
    const { order, reads, gate } = await shopFixture(host);
    await order();
    await gateShows(gate, 'Your ID is being reviewed');
    gate.close();
    await reads('Waiting for the review');
    host.answers.status = verified;
    window.dispatchEvent(new Event('focus'));
    await reads('is yours');
    expect(purchases(host)).toHaveLength(1);
  });

  it('returns to the order when the person closes the gate', async () => {
    const host = new TestHost();
    const { order, reads, gate, events, shop } = await shopFixture(host);
    await order();
    await gateShows(gate, 'Verify your identity');
    gate.close();
    await reads('Review your order');
    expect(shop.status).toBe('reviewing');
    expect(events.filter((name) => name === 'dismissed')).toHaveLength(1);
  });

  it('lets only the gate’s outcomes out of the shop', async () => {
    const host = new TestHost();
    host.answers.status = () => problem(500);
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { order, gate, events } = await shopFixture(host);
    await order();
    await reaches(gate, 'blocked');
    expect(events).not.toContain('failed');
    expect(events.filter((name) => name === 'statechange')).toHaveLength(2);
  });

  it('buys by a function of the page, with the key, and takes its codes', async () => {
    const host = new TestHost();
    host.answers.status = verified;
    const calls: [Order, string][] = [];
    const purchase: LcNumberPurchase['purchase'] = async (order, { idempotencyKey }) => {
      calls.push([order, idempotencyKey]);
      if (calls.length === 1) throw new Error('the connection broke');
      return { numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] };
    };
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { order, reads } = await shopFixture(host, { purchase });
    await order();
    await reads('is yours');
    expect(calls).toHaveLength(2);
    expect(calls[0]![1]).toBe(calls[1]![1]);
    expect(purchases(host)).toHaveLength(0);
  });

  it('searches in numbers the page gives, without a request', async () => {
    const host = new TestHost();
    const { press, reads } = await shopFixture(host, {
      numbers: [number('2125550101'), number('4155550103'), number('4155550104')],
    });
    await press(/^Find numbers/);
    await reads('3 numbers');
    expect(host.count('numbers')).toBe(0);
  });

  it('shows only the answer of the latest search', async () => {
    const host = new TestHost();
    const first = Promise.withResolvers<unknown>();
    const { root, press, reads } = await shopFixture(host);
    host.answers.numbers = ({ url }: { url: URL }) =>
      url.searchParams.get('firstPart') ? { numbers: [number('2125550199')] } : first.promise;
    await press(/^Find numbers/);
    root.querySelector('input')!.value = '212';
    await press(/^Find numbers/);
    await reads('(212) 555-0199');
    first.resolve({ numbers: [number('4155550101')] });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(root.textContent).not.toContain('(415) 555-0101');
  });

  it('says what to do when nothing is found, and when the search fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const host = new TestHost();
    const { press, reads } = await shopFixture(host);
    host.answers.numbers = { numbers: [] };
    await press(/^Find numbers/);
    await reads('Try another area code');
    host.answers.numbers = () => problem(500);
    await press(/^Find numbers/);
    await reads('The numbers could not be loaded');
    host.answers.numbers = { numbers: [number('4155550101')] };
    await press(/^Try again/);
    await reads('1 number');
  });
});
