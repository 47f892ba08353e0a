import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Demo } from '../../demo/server/start-demo.js';
import { renewAccounts } from '../helpers/demo-accounts.js';
import { startTestDemo } from '../helpers/test-demo.js';

let browser: Browser;
let demo: Demo;
let context: BrowserContext;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
  demo = await startTestDemo({ template: 'plain' });
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});
beforeEach(async () => {
  await renewAccounts(demo);
  context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
});
afterEach(() => context.close());

const day = 86_400_000;

/** A tab with the account that is in review; with `later`, that many ms from now by the computer's clock. */
async function open(within: BrowserContext = context, later = 0): Promise<Page> {
  const page = await within.newPage();
  if (later > 0) await page.clock.install({ time: Date.now() + later });
  await page.goto(`${demo.url}/?account=review&lang=en`);
  await page.waitForFunction(() => document.querySelector('lc-number-purchase')?.getAttribute('account'));
  return page;
}
const shop = (page: Page) => page.locator('lc-number-purchase');
const sees = (page: Page, heading: string | RegExp) =>
  shop(page).getByRole('heading', { name: heading }).waitFor({ timeout: 30_000 });

/** Buys up to the review of the ID; gives the number as it is written, and its account. */
async function order(page: Page): Promise<{ name: string; account: string }> {
  await shop(page).getByRole('button', { name: 'Find numbers' }).click();
  const choose = shop(page)
    .getByRole('button', { name: /^Choose / })
    .first();
  const name = ((await choose.getAttribute('aria-label')) ?? '').replace('Choose ', '');
  await choose.click();
  await shop(page).getByRole('button', { name: 'Buy number' }).click();
  await sees(page, 'Your ID is being reviewed');
  const account = (await shop(page).getAttribute('account')) as string;
  await expect.poll(() => ordersOf(account)).toMatchObject([{ status: 'waiting' }]);
  return { name, account };
}

async function ordersOf(account: string): Promise<{ id: string; status: string }[]> {
  const answer = await context.request.get(`${demo.url}/api/identity/orders?account=${account}`);
  return ((await answer.json()) as { orders: { id: string; status: string }[] }).orders;
}
const decide = async (account: string, decision: string) => {
  const answer = await context.request.post(`${demo.url}/api/reviews`, {
    data: { account, decision },
    headers: { origin: demo.url },
  });
  expect(answer.status()).toBe(200);
};
const sales = (account: string) => demo.sandbox!.carriers.sales().filter(({ owner }) => owner === account).length;

describe('an order whose tab was closed in the review', () => {
  it('is bought within two seconds of the approval, and the tab of the next day shows the receipt', async () => {
    const page = await open();
    const { name, account } = await order(page);
    await page.close();
    await decide(account, 'approve');
    await expect.poll(() => sales(account), { timeout: 2000 }).toBe(1);
    const next = await open(context, day);
    await sees(next, `${name} is yours`);
    expect(sales(account)).toBe(1);
  });

  it('is bought though the webhook is lost', async () => {
    const page = await open();
    const { name, account } = await order(page);
    await page.close();
    demo.sandbox!.play('webhook-never');
    await decide(account, 'approve');
    await expect.poll(() => sales(account), { timeout: 20_000 }).toBe(1);
    await sees(await open(), `${name} is yours`);
    expect(sales(account)).toBe(1);
  });

  it('waits on every device, is cancelled on one and bought on none', async () => {
    const page = await open();
    const { account } = await order(page);
    const elsewhere = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
    const other = await open(elsewhere);
    await shop(other).getByRole('button', { name: 'Cancel order' }).click();
    await expect.poll(() => ordersOf(account)).toMatchObject([{ status: 'cancelled' }]);
    await decide(account, 'approve');
    await shop(page).getByRole('button', { name: 'Find numbers' }).waitFor({ timeout: 30_000 });
    expect(sales(account)).toBe(0);
    await elsewhere.close();
  });

  it('shows its receipt on a device that has seen it wait', async () => {
    const page = await open();
    const { account } = await order(page);
    const elsewhere = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
    const other = await open(elsewhere);
    await shop(other).getByRole('button', { name: 'Cancel order' }).waitFor();
    await page.close();
    await decide(account, 'approve');
    await sees(other, /is yours$/);
    expect(sales(account)).toBe(1);
    await elsewhere.close();
  });
});

it('an order whose tab stays open is bought once, whoever comes first', async () => {
  const page = await open();
  const { name, account } = await order(page);
  await decide(account, 'approve');
  await sees(page, `${name} is yours`);
  await expect.poll(() => ordersOf(account)).toMatchObject([{ status: 'done' }]);
  expect(sales(account)).toBe(1);
});
