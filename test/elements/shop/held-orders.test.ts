import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intentStorage } from '../../../src/adapters/shop/intent-storage.js';
import { type KeptIntent, patience } from '../../../src/core/shop/purchase.js';
import { type LcPurchasedEvent, orders } from '../../../src/index.js';
import { closeOf, shows as gateShows } from '../../helpers/in-gate.js';
import { problem, TestHost } from '../../helpers/test-host.js';
import { bought, keys, number, purchases, shopFixture, verified } from './shop-fixture.js';

const day = 24 * 60 * 60;
const finishBy = new Date(Date.now() + day * 1000).toISOString();
const inReview = { verified: false, status: 'needs_review' };
let accounts = 0;
let account = '';
beforeEach(() => {
  accounts += 1;
  account = `held_${accounts}`;
});
afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

/** The order's id at the host. */
const id = () => `ord of ${account}`;

type Listed = Record<string, unknown> & { id: string; status: string };

/** A host that keeps orders until the account is approved. */
class FinishingHost extends TestHost {
  readonly list: Listed[] = [];
  /** What cancelling is answered. */
  tooLate = false;

  constructor(status: object = inReview) {
    super();
    this.answers.status = status;
    this.answers.orders = () => ({ orders: this.list, finish: day });
    this.answers.purchases = ({ body }: { body: { numbers: object[] } }) => {
      if ((this.answers.status as { verified: boolean }).verified) {
        if (this.list[0]) this.done(this.list[0]);
        return { ...bought, order: { id: this.list[0]?.id ?? 'ord_new' } };
      }
      this.hold({ numbers: body.numbers });
      const order = { id: id(), finishBy };
      return Response.json({ code: 'verification_required', order }, { status: 403 });
    };
    this.answers.cancel = () => {
      if (this.tooLate) return problem(409, 'order_done');
      this.list[0]!.status = 'cancelled';
      return this.list[0];
    };
  }

  hold(more: object = {}): Listed {
    const numbers = [{ phoneNumber: '+14155550101', countryCode: 'US', locality: 'San Francisco', region: 'CA' }];
    const order = { id: id(), status: 'waiting', numbers, finishBy, ...more };
    this.list[0] ??= order;
    return this.list[0];
  }

  done(order: Listed): void {
    Object.assign(order, { status: 'done', receipt: bought });
  }
}

/** What an earlier visit of this browser has left behind. */
function leave(more: Partial<KeptIntent> = {}, ago = 60_000): string {
  const idempotencyKey = crypto.randomUUID();
  const ordered = { countryCode: 'US', numberType: 'local', locality: 'San Francisco', region: 'CA' } as const;
  intentStorage().keep({
    order: { account, numbers: [{ ...ordered, phoneNumber: '+14155550101', fingerprintId: 'fp-1' }] },
    offers: [number('4155550101')],
    id: `order of ${account}`,
    idempotencyKey,
    touchedAt: Date.now() - ago,
    parked: true,
    sent: false,
    ...more,
  });
  return idempotencyKey;
}

const held = () => ({ id: id(), held: { id: id(), finishBy } });
const longAgo = patience + 60_000;
const told = (shop: HTMLElement) => {
  const ids: string[] = [];
  shop.addEventListener('purchased', (event) => ids.push((event as LcPurchasedEvent).detail.order.id));
  return ids;
};
const waits = 'Your order is waiting';

describe('the review of an order', () => {
  const review = async (host: TestHost, country = 'US') => {
    const shop = await shopFixture(host, { account, country });
    await shop.press(/^Find numbers/);
    await shop.press(/^Choose/);
    await shop.reads('Review your order');
    return shop;
  };

  it('says what the host does when an ID needs a review, and until when', async () => {
    const { reads } = await review(new FinishingHost({ verified: false }));
    await reads(/waits up to 24 hours.*even if you close this page.*You can cancel until then/);
  });

  it.each([
    [90 * 60, /waits up to 90 minutes/],
    [47 * 60 * 60 + 3599, /waits up to 47 hours/],
    [60 * 60 * 60, /waits up to 2 days/],
  ])('promises no more than the %s seconds that the host keeps it', async (finish, words) => {
    const host = new FinishingHost({ verified: false });
    host.answers.orders = () => ({ orders: [], finish });
    const { reads } = await review(host);
    await reads(words);
  });

  it('says it also when the list has come only now, and leaves the order because it stood there', async () => {
    const host = new FinishingHost();
    const { orders: answer } = host.answers;
    host.answers.orders = () => problem(502);
    const shop = await shopFixture(host, { account });
    await shop.press(/^Find numbers/);
    await shop.reads('2 numbers');
    host.answers.orders = answer;
    // An answer serves for two seconds.
    const now = Date.now() + 3000;
    vi.spyOn(Date, 'now').mockImplementation(() => now);
    await shop.press(/^Choose \(415\) 555-0101/);
    await shop.reads('close this page');
    await shop.press(/^Buy number/);
    await vi.waitFor(() => expect(host.list).toHaveLength(1));
  });

  it('leaves no order with the host that was confirmed without that sentence', async () => {
    const host = new FinishingHost();
    const { orders: answer } = host.answers;
    host.answers.orders = () => problem(502);
    const shop = await shopFixture(host, { account });
    await shop.order();
    host.answers.orders = answer;
    await gateShows(shop.gate, 'Your ID is being reviewed');
    closeOf(shop.gate).click();
    await shop.reads('Waiting for the review');
    expect(purchases(host)).toEqual([]);
  });

  it.each<[string, TestHost, string]>([
    ['a verified buyer', new FinishingHost(verified), 'US'],
    ['a number that is not regulated', new FinishingHost({ verified: false }), 'GB'],
  ])('says nothing of an ID to %s', async (_, host, country) => {
    if (country === 'GB')
      host.answers.numbers = { numbers: [number('4155550101', { phoneNumber: '+442079460177', isoCountry: 'GB' })] };
    const { text } = await review(host, country);
    await vi.waitFor(() => expect(text()).not.toMatch(/selfie|close this page/));
  });

  it('says nothing of it for a host that does not finish', async () => {
    const host = new FinishingHost({ verified: false });
    host.answers.orders = { orders: [] };
    const { text, reads } = await review(host);
    await reads('selfie');
    expect(text()).not.toContain('close this page');
  });
});

describe('an order whose ID is reviewed', () => {
  it('is left with the host, waits there, and is bought with its key when the account is approved', async () => {
    const host = new FinishingHost();
    const shop = await shopFixture(host, { account });
    const ids = told(shop.shop);
    await shop.order();
    await gateShows(shop.gate, 'Your ID is being reviewed');
    await vi.waitFor(() => expect(host.list).toHaveLength(1));
    closeOf(shop.gate).click();
    await shop.reads(/Your order is waiting.*As soon as you’re approved we buy \(415\) 555-0101.*waits until/);
    expect(shop.shop.status).toBe('waiting');
    expect(shop.text()).not.toContain('Try again');
    await expect(shop.shop).to.be.accessible();
    host.answers.status = verified;
    await shop.gate.check();
    await shop.reads('(415) 555-0101 is yours');
    expect(new Set(keys(host)).size).toBe(1);
    await vi.waitFor(() => expect(ids).toEqual([id()]));
  });

  it('is not sent before its approval to a host that does not finish, or has no such endpoint', async () => {
    for (const answer of [{ orders: [] }, () => problem(404)]) {
      const host = new FinishingHost();
      host.answers.orders = answer;
      const shop = await shopFixture(host, { account });
      await shop.order();
      await gateShows(shop.gate, 'Your ID is being reviewed');
      closeOf(shop.gate).click();
      await shop.reads('Waiting for the review');
      expect(purchases(host)).toEqual([]);
      shop.shop.remove();
      localStorage.clear();
    }
  });

  it('is taken back when the person closes the verification after all', async () => {
    const host = new FinishingHost();
    const shop = await shopFixture(host, { account });
    await shop.order();
    await gateShows(shop.gate, 'Your ID is being reviewed');
    await vi.waitFor(() => expect(host.list).toHaveLength(1));
    host.answers.status = { verified: false, status: 'declined' };
    await shop.gate.check();
    await gateShows(shop.gate, 'We could not verify your identity');
    closeOf(shop.gate).click();
    await shop.reads('Review your order');
    await vi.waitFor(() => expect(host.list[0]!.status).toBe('cancelled'));
  });
});

describe('a waiting order', () => {
  it('shows on another device before anybody acts, and its receipt when it is done, told once', async () => {
    const host = new FinishingHost();
    host.hold();
    const shop = await shopFixture(host, { account });
    const ids = told(shop.shop);
    await shop.reads(waits);
    expect(await orders.list(account)).toMatchObject([{ id: id(), status: 'waiting', finishBy }]);
    host.done(host.list[0]!);
    host.answers.status = verified;
    await shop.gate.check();
    await shop.reads('(415) 555-0101 is yours');
    expect(purchases(host)).toEqual([]);
    await vi.waitFor(() => expect(ids).toEqual([id()]));
    shop.shop.remove();
    const later = await shopFixture(host, { account });
    await later.press(/^Find numbers/);
    await later.reads('numbers');
    expect(later.shop.status).toBe('browsing');
  });

  it('promises nothing once the account is declined, also where nobody has asked the gate', async () => {
    const host = new FinishingHost();
    host.hold();
    leave(held());
    const shop = await shopFixture(host, { account });
    await shop.reads(/As soon as you’re approved we buy \(415\) 555-0101.*per month/s);
    host.answers.status = { verified: false, status: 'declined' };
    await shop.gate.check();
    await shop.reads(/Your order did not go through.*could not be verified/s);
    expect(shop.gate.status).toBe('required');
    await shop.press(/^Cancel order/);
    await shop.reads('Your order was cancelled');
  });

  it('is cancelled on every tab of this browser, with one sentence and nothing left', async () => {
    const host = new FinishingHost();
    host.hold();
    leave(held());
    const [one, other] = [await shopFixture(host, { account }), await shopFixture(host, { account })];
    await one.reads(waits);
    await other.reads(waits);
    await one.press(/^Cancel order/);
    await one.reads('Your order was cancelled');
    await other.reads('Your order was cancelled');
    expect(host.requests.find(({ path }) => path === 'cancel')).toMatchObject({ method: 'POST', body: { account } });
    expect(Object.keys(localStorage).filter((name) => name.startsWith('lc-number-purchase '))).toEqual([]);
    expect([one.shop.status, other.shop.status]).toEqual(['browsing', 'browsing']);
  });

  it('that is too late to cancel shows what became of it', async () => {
    const host = new FinishingHost();
    host.hold();
    const shop = await shopFixture(host, { account });
    await shop.reads(waits);
    host.tooLate = true;
    host.list[0]!.status = 'buying';
    (await shop.button(/^Cancel order/)).focus();
    await shop.press(/^Cancel order/);
    await shop.reads('Buying (415) 555-0101');
    expect(shop.root.activeElement?.localName).toBe('h2');
    host.done(host.list[0]!);
    await shop.reads('is yours');
  });

  it('that could not be cancelled says so', async () => {
    const host = new FinishingHost();
    host.hold();
    host.answers.cancel = () => problem(502);
    const shop = await shopFixture(host, { account });
    await shop.press(/^Cancel order/);
    await shop.reads('could not be cancelled');
    expect(shop.shop.status).toBe('waiting');
  });

  it('that is being bought can be left, and keeps the focus where it was', async () => {
    const host = new FinishingHost();
    host.hold();
    const shop = await shopFixture(host, { account });
    const another = await shop.button(/^Find another number/);
    another.focus();
    host.list[0]!.status = 'buying';
    window.dispatchEvent(new Event('focus'));
    await shop.reads('Buying (415) 555-0101');
    expect(shop.root.activeElement).toBe(another);
    expect(shop.text()).not.toContain('Cancel order');
    await expect(shop.shop).to.be.accessible();
    another.click();
    await vi.waitFor(() => expect(shop.shop.status).toBe('browsing'));
    await shop.press(/^Find numbers/);
    await shop.reads('2 numbers');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(shop.shop.status).toBe('browsing');
  });

  it.each(['cancelled', 'expired', 'failed'])('of another device that is %s is said once', async (status) => {
    const host = new FinishingHost();
    host.hold();
    const shop = await shopFixture(host, { account });
    await shop.reads(waits);
    host.list[0]!.status = status;
    const before = shop.events.length;
    for (const type of ['focus', 'focus']) window.dispatchEvent(new Event(type));
    await vi.waitFor(() => expect(shop.shop.status).not.toBe('waiting'));
    for (let look = 0; look < 5; look += 1) {
      document.dispatchEvent(new Event('visibilitychange'));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    expect(shop.events.slice(before).filter((name) => name === 'statechange')).toHaveLength(1);
  });

  it('is followed although its list has failed once by a 404', async () => {
    const host = new FinishingHost();
    const order = host.hold();
    const shop = await shopFixture(host, { account });
    await shop.reads(waits);
    const { orders: answer } = host.answers;
    host.answers.orders = () => problem(404);
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(host.count('orders')).toBeGreaterThan(1));
    host.answers.orders = answer;
    host.done(order);
    window.dispatchEvent(new Event('focus'));
    await shop.press(/^Check now/);
    await shop.reads('is yours');
  });

  it('shows a receipt that says nothing of one of its numbers', async () => {
    const host = new FinishingHost();
    const numbers = [{ phoneNumber: '+14155550101', countryCode: 'US' }];
    host.hold({ numbers });
    const [one, other] = ['+14155550101', '+14155550102'].map((phoneNumber) => ({
      phoneNumber,
      ...{ countryCode: 'US', numberType: 'local', locality: null, region: null, fingerprintId: null },
    })) as never[];
    leave({ ...held(), order: { account, numbers: [one!, other!], pool: { name: 'P' } } });
    const shop = await shopFixture(host, { account });
    await shop.reads(waits);
    host.done(host.list[0]!);
    window.dispatchEvent(new Event('focus'));
    await shop.reads(/\(415\) 555-0102.*Not bought/);
  });

  it('lets the person buy something else meanwhile, and is back on return', async () => {
    const host = new FinishingHost();
    host.hold();
    leave(held());
    const shop = await shopFixture(host, { account });
    await shop.reads(waits);
    await shop.press(/^Find another number/);
    await vi.waitFor(() => expect(shop.shop.status).toBe('browsing'));
    await shop.press(/^Find numbers/);
    await shop.reads('2 numbers');
    expect(host.list[0]!.status).toBe('waiting');
    shop.shop.remove();
    const later = await shopFixture(host, { account });
    await later.reads(waits);
  });

  it.each([
    ['failed', { code: 'payment_required' }, 'The payment did not go through'],
    ['expired', {}, 'The approval did not come in time'],
  ])('that has %s meanwhile says so', async (status, more, words) => {
    const host = new FinishingHost();
    host.hold();
    const shop = await shopFixture(host, { account });
    await shop.reads(waits);
    Object.assign(host.list[0]!, { status, ...more });
    window.dispatchEvent(new Event('focus'));
    await shop.reads(words);
  });

  it('shows what a host tells as text, and leaves out a time that is none', async () => {
    const host = new FinishingHost();
    const locality = '<img src=x onerror="window.hacked = true">';
    host.hold({ finishBy: 'soon', pool: { name: locality }, numbers: [{ phoneNumber: '+14155550101', locality }] });
    const shop = await shopFixture(host, { account });
    await shop.reads(waits);
    expect(shop.text()).toContain('<img');
    expect(shop.root.querySelector('img')).toBeNull();
    expect(shop.text()).not.toContain('waits until');
  });
});

describe('a visit on the next day', () => {
  const visit = async (change: (host: FinishingHost, order: Listed) => void, more: Partial<KeptIntent> = held()) => {
    const host = new FinishingHost(verified);
    const key = leave(more, longAgo);
    change(host, host.hold());
    return { host, key, ...(await shopFixture(host, { account })) };
  };

  it('shows the receipt of what the host has bought meanwhile, once, and buys nothing', async () => {
    const { host, reads, shop, events } = await visit((host, order) => host.done(order));
    await reads('(415) 555-0101 is yours');
    await vi.waitFor(() => expect(events.filter((name) => name === 'purchased')).toHaveLength(1));
    expect(purchases(host)).toEqual([]);
    shop.remove();
    const later = await shopFixture(host, { account });
    await later.press(/^Find numbers/);
    await later.reads('numbers');
    expect([later.shop.status, later.events.includes('purchased')]).toEqual(['browsing', false]);
  });

  it('knows by the numbers what was sent and never answered', async () => {
    const { host, reads } = await visit((host, order) => host.done(order), { sent: true, parked: false });
    await reads('is yours');
    expect(purchases(host)).toEqual([]);
  });

  it.each([
    ['cancelled', 'Your order was cancelled'],
    ['expired', 'The approval did not come in time'],
  ])('says that it was %s, and does not ask whether it is still wanted', async (status, words) => {
    const { host, reads, shop } = await visit((_, order) => Object.assign(order, { status }));
    await reads(words);
    expect([shop.status, purchases(host).length]).toEqual(['browsing', 0]);
    expect(await orders.list(account)).toMatchObject([{ id: id(), status }]);
  });

  it('goes on waiting without asking, also when the host cannot be reached', async () => {
    const { reads } = await visit((host) => {
      host.answers.status = inReview;
      host.answers.orders = () => problem(502);
    });
    await reads(waits);
  });

  it('says again that it is off when that has not arrived', async () => {
    const { host, press, reads, shop } = await visit(() => {}, { ...held(), outcome: { type: 'ended' } });
    await press(/^Find numbers/);
    await reads('numbers');
    await vi.waitFor(() => expect(host.list[0]!.status).toBe('cancelled'));
    expect(shop.status).toBe('browsing');
  });
});

describe('a page whose host has no such endpoint', () => {
  it('is as before, and asks no second time', async () => {
    const host = new TestHost();
    host.answers.status = verified;
    host.answers.purchases = bought;
    host.answers.orders = () => problem(404);
    const said = vi.spyOn(console, 'error');
    const shop = await shopFixture(host, { account });
    await shop.order();
    await shop.reads('is yours');
    await shop.press(/^Find another/);
    expect([host.count('orders'), said.mock.calls]).toEqual([1, []]);
  });

  it('is not asked where the page buys by a function of its own', async () => {
    const host = new TestHost();
    host.answers.status = verified;
    const shop = await shopFixture(host, { account, purchase: async () => bought as never });
    await shop.order();
    await shop.reads('is yours');
    expect(host.count('orders')).toBeLessThan(2);
    shop.shop.remove();
    const other = await shopFixture(host, { account, ordersUrl: '/mine/orders' });
    await other.press(/^Find numbers/);
    await vi.waitFor(() => expect(host.count('orders')).toBeGreaterThan(0));
  });

  it('takes no order for waiting that its own function names, as nobody could cancel it', async () => {
    const host = new TestHost();
    host.answers.status = inReview;
    const refused = async () => Promise.reject({ code: 'verification_required', order: { id: id(), finishBy } });
    const shop = await shopFixture(host, { account, purchase: refused as never });
    leave({ sent: true, parked: false });
    document.dispatchEvent(new Event('visibilitychange'));
    await shop.press(/^Find numbers/);
    await gateShows(shop.gate, 'Your ID is being reviewed');
    closeOf(shop.gate).click();
    await shop.reads('Waiting for the review');
    expect(shop.shop.status).toBe('gating');
  });

  it('is looked at for orders when its `api` comes after its `account`', async () => {
    const host = new FinishingHost();
    host.hold();
    const shop = Object.assign(document.createElement('lc-number-purchase'), { account, fetch: host.fetch });
    document.body.append(shop);
    await shop.updateComplete;
    // When the page had nothing better to do, there was nobody to ask.
    await import('../../../src/elements/shop/orders/look.js');
    for (let idle = 0; idle < 3; idle += 1) await new Promise((resolve) => requestIdleCallback(resolve));
    shop.api = '/api';
    await vi.waitFor(() => expect(shop.shadowRoot!.textContent).toContain(waits), { timeout: 10_000 });
    shop.remove();
  });
});
