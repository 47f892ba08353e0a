import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DemoProcess } from '../helpers/demo-process.js';

// The page, the host's own places endpoint with its data, and the numbers of the local carriers.
let demo: DemoProcess;
let browser: Browser;
let page: Page;
const asked: URL[] = [];

beforeAll(async () => {
  demo = await DemoProcess.start();
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
  page = await browser.newPage({ locale: 'en-US', reducedMotion: 'reduce' });
  page.on('request', (request) => asked.push(new URL(request.url())));
  await page.goto(`${demo.url}/?account=verified&lang=en`);
});
afterAll(async () => {
  await browser?.close();
  await demo?.end();
});

const shop = () => page.locator('lc-number-purchase');
const box = () => shop().getByLabel('Area code, city or digits');
const numbersAsked = () => asked.filter(({ pathname }) => pathname.endsWith('/numbers'));

it('suggests a town that only the host knows, and shows the numbers of its area codes', async () => {
  await shop().getByRole('listitem').first().waitFor();
  await box().click();
  await page.keyboard.type('rancho cuca');
  await shop().getByRole('option', { name: 'Rancho Cucamonga, CA' }).waitFor();
  expect(asked.some(({ pathname }) => pathname.endsWith('/places'))).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await shop()
    .getByText(/^Rancho Cucamonga, CA: \d+\+? numbers?$/)
    .first()
    .waitFor();
  // 840 was laid over 909.
  expect(numbersAsked().at(-1)!.searchParams.get('firstPart')).toMatch(/^(840|909)$/);
  await shop()
    .getByRole('button', { name: /^Choose \((840|909)\)/ })
    .first()
    .waitFor();
});

it('asks for numbers four times at the most while somebody types a city slowly', async () => {
  await box().fill('');
  const before = numbersAsked().length;
  await box().pressSequentially('Los Angeles', { delay: 350 });
  await shop()
    .getByText(/^Los Angeles, CA: \d+\+? numbers?$/)
    .first()
    .waitFor();
  expect(numbersAsked().length - before).toBeLessThanOrEqual(4);
});
