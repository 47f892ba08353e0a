import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseOption } from '../helpers/choose-option.js';
import { DemoProcess } from '../helpers/demo-process.js';

let demo: DemoProcess;
let browser: Browser;
let context: BrowserContext;
let sent: string[] = [];
const areas = ['212', '310', '415', '512', '830', '305', '206', '870', '416', '514', '604'];

beforeAll(async () => {
  demo = await DemoProcess.start();
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  await demo?.end();
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  sent = [];
  context.on('request', (request) => {
    if (isPurchase(request)) sent.push(request.headers()['idempotency-key']!);
  });
});
afterEach(() => context.close());

const isPurchase = (request: Request) => request.method() === 'POST' && request.url().endsWith('/purchases');
const purchases = '**/api/identity/purchases';

/** The demo's page with the account of that kind. */
async function open(kind: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${demo.url}/?account=${kind}&lang=en`);
  await page.waitForFunction(() => document.querySelector('lc-number-purchase')?.getAttribute('account'));
  return page;
}

/** Searches an area code of its own in each test, and goes as far as the review of the first number. */
async function choose(page: Page, area: string): Promise<string> {
  const shop = page.locator('lc-number-purchase');
  if (['416', '514', '604'].includes(area)) await chooseOption(shop, 'Country', 'Canada');
  await shop.getByLabel('Area code, city or digits').fill(area);
  await shop.getByRole('button', { name: 'Find numbers' }).click();
  // The first numbers, which are there unasked, may have some of that area code, elsewhere in the list.
  const isThatArea = (buttons: Element[], start: string) =>
    buttons.length > 0 && buttons.every((button) => button.getAttribute('aria-label')?.startsWith(start));
  const buttons = shop.locator('[part="list"]:not([inert]) [role="listitem"] button');
  await expect.poll(() => buttons.evaluateAll(isThatArea, `Choose (${area})`), { timeout: 20_000 }).toBe(true);
  const button = buttons.first();
  const name = (await button.getAttribute('aria-label'))!.replace('Choose ', '');
  await button.click();
  await shop.getByRole('heading', { name: 'Review your order' }).waitFor();
  return name;
}

const buy = (page: Page) => page.locator('lc-number-purchase').getByRole('button', { name: 'Buy number' }).click();
const sees = (page: Page, heading: string | RegExp) =>
  page.locator('lc-number-purchase').getByRole('heading', { name: heading }).waitFor({ timeout: 45_000 });
const owned = (page: Page, name: string) => page.locator('#owned').getByText(name).count();
const nextArea = () => areas.shift()!;

describe('the shop, reloaded in the middle of', () => {
  it('the review of an order: nothing was sold, and the shop begins anew', async () => {
    const page = await open('verified');
    await choose(page, nextArea());
    await page.reload();
    await page.locator('lc-number-purchase').getByRole('button', { name: 'Find numbers' }).waitFor();
    expect(
      await page.locator('lc-number-purchase').evaluate((shop: HTMLElement & { status: string }) => shop.status),
    ).toBe('browsing');
    expect(sent).toEqual([]);
  });

  it('a purchase that had not reached the server: it goes on with the same key', async () => {
    const page = await open('verified');
    const name = await choose(page, nextArea());
    // The first is neither sent on nor answered.
    await page.route(purchases, () => {}, { times: 1 });
    await buy(page);
    await expect.poll(() => sent.length).toBe(1);
    await page.reload();
    await sees(page, `${name} is yours`);
    expect(new Set(sent).size).toBe(1);
    await expect.poll(() => owned(page, name)).toBe(1);
  });

  it('a purchase that the server has made: the receipt is found', async () => {
    const page = await open('verified');
    const name = await choose(page, nextArea());
    let first = true;
    await page.route(purchases, async (route) => {
      if (!first) return route.continue();
      first = false;
      await route.fetch();
      await page.reload();
    });
    await buy(page);
    await sees(page, `${name} is yours`);
    expect(new Set(sent).size).toBe(1);
    await expect.poll(() => owned(page, name)).toBe(1);
  });

  it('the gate: it opens again, and the order waits', async () => {
    const page = await open('new');
    await choose(page, nextArea());
    await buy(page);
    await sees(page, 'Verify your identity');
    await page.reload();
    await sees(page, 'Verify your identity');
    expect(sent).toEqual([]);
  });

  it('a review that ends while the page is away: the number is bought by itself', async () => {
    const page = await open('review');
    const name = await choose(page, nextArea());
    await buy(page);
    await sees(page, 'Your ID is being reviewed');
    await page.locator('lc-number-purchase').getByRole('button', { name: 'Close' }).first().click();
    await sees(page, 'Your order is waiting');
    const account = await page.locator('#account').inputValue();
    await page.close();
    // Nor is the server there: it finds the order when it is back.
    await demo.kill();
    await demo.start();
    const answer = await context.request.post(`${demo.url}/api/reviews`, {
      data: { account, decision: 'approve' },
      headers: { origin: demo.url },
    });
    expect(answer.status()).toBe(200);
    const ordered = async () =>
      (await (await context.request.get(`${demo.url}/api/identity/orders?account=${account}`)).json()) as object;
    await expect.poll(ordered, { timeout: 10_000 }).toMatchObject({ orders: [{ status: 'done' }] });
    const back = await open('review');
    await sees(back, `${name} is yours`);
    expect(new Set(sent).size).toBe(1);
    await expect.poll(() => owned(back, name)).toBe(1);
  });
});

describe('two tabs', () => {
  it('buy the same number once, and both show the receipt', async () => {
    const [one, other] = [await open('verified'), await open('verified')];
    const area = nextArea();
    const name = await choose(one, area);
    expect(await choose(other, area)).toBe(name);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route(purchases, async (route) => {
      await released;
      await route.continue();
    });
    await buy(one);
    await expect.poll(() => sent.length).toBe(1);
    await buy(other);
    await sees(other, `Buying ${name}`);
    release();
    await Promise.all([sees(one, `${name} is yours`), sees(other, `${name} is yours`)]);
    expect(sent).toHaveLength(1);
  });

  it('leave a purchase to the one that is at it, and take it over when that one is closed', async () => {
    const one = await open('verified');
    const name = await choose(one, nextArea());
    await context.route(purchases, (route) => (sent.length < 2 ? undefined : route.continue()));
    await buy(one);
    await expect.poll(() => sent.length).toBe(1);
    const other = await open('verified');
    await other.locator('lc-number-purchase').getByRole('button', { name: 'Find numbers' }).click();
    await other.locator('lc-number-purchase').getByRole('status').filter({ hasText: 'numbers' }).waitFor();
    expect(sent).toHaveLength(1);
    await one.close();
    await other.reload();
    await sees(other, `${name} is yours`);
    expect(new Set(sent).size).toBe(1);
  });
});

describe('a host server that is killed', () => {
  it('in the middle of a purchase leads to one purchase after its restart', async () => {
    const page = await open('verified');
    const name = await choose(page, nextArea());
    await demo.kill();
    await buy(page);
    await sees(page, 'We’re checking your purchase');
    await demo.start();
    await sees(page, `${name} is yours`);
    expect(new Set(sent).size).toBe(1);
    await expect.poll(() => owned(page, name)).toBe(1);
  });

  it('after it has sold the number, before it could say so, leads to the receipt', async () => {
    const page = await open('verified');
    const name = await choose(page, nextArea());
    let first = true;
    await page.route(purchases, async (route) => {
      if (!first) return route.continue();
      first = false;
      await route.fetch();
      await demo.kill();
      await route.abort('connectionreset');
    });
    await buy(page);
    await sees(page, 'We’re checking your purchase');
    await demo.start();
    await sees(page, `${name} is yours`);
    expect(new Set(sent).size).toBe(1);
    await expect.poll(() => owned(page, name)).toBe(1);
  });
});
