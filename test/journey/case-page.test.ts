import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Demo } from '../../demo/server/start-demo.js';
import { axeFaults } from '../helpers/axe-faults.js';
import { startTestDemo } from '../helpers/test-demo.js';

let browser: Browser;
let demo: Demo;
let buyer: BrowserContext;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
  demo = await startTestDemo();
  buyer = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

async function shopPage(): Promise<Page> {
  const page = await buyer.newPage();
  await page.goto(`${demo.url}/?account=review&lang=en`);
  await page.waitForFunction(() => document.querySelector('lc-number-purchase')?.getAttribute('account'));
  return page;
}

it('the order of a waiting buyer is finished when a reviewer approves in the case page', async () => {
  const page = await shopPage();
  const shop = page.locator('lc-number-purchase');
  await shop.getByRole('button', { name: 'Find numbers' }).click();
  const choose = shop.getByRole('button', { name: /^Choose / }).first();
  const name = ((await choose.getAttribute('aria-label')) ?? '').replace('Choose ', '');
  await choose.click();
  await shop.getByRole('button', { name: 'Buy number' }).click();
  await shop.getByRole('heading', { name: 'Your ID is being reviewed' }).waitFor({ timeout: 30_000 });
  const account = (await shop.getAttribute('account')) as string;
  await page.close();

  const { sandbox } = demo;
  const desk = await browser.newContext({ bypassCSP: true });
  const review = await desk.newPage();
  await review.goto(`${sandbox!.origin}/dashboard/cases`);
  await review.getByLabel('API key').fill(sandbox!.apiKey);
  await review.getByRole('button', { name: 'Open the console' }).click();
  await review.getByRole('link', { name: 'Cases' }).click();
  await review.getByRole('link', { name: account }).click();
  await review.getByRole('heading', { name: 'Why it is here' }).waitFor();
  expect(await axeFaults(review)).toEqual([]);
  // By keyboard alone, as somebody who sees no screen does it.
  await review.getByLabel('Comment, if you like').focus();
  await review.keyboard.type('Known customer.');
  await review.keyboard.press('Tab');
  await review.keyboard.press('Enter');
  await review.getByRole('status').getByText('The case is Approved now.').waitFor();
  await desk.close();

  const sales = () => sandbox!.carriers.sales().filter(({ owner }) => owner === account).length;
  await expect.poll(sales, { timeout: 5000 }).toBe(1);
  const later = await shopPage();
  await later
    .locator('lc-number-purchase')
    .getByRole('heading', { name: `${name} is yours` })
    .waitFor({ timeout: 30_000 });
  expect(sales()).toBe(1);
});
