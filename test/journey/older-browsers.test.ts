import { type Browser, chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { byFiles, completeInquiry } from '../helpers/complete-inquiry.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import { type GatePage, gatePage } from '../helpers/gate-page.js';

let browser: Browser;
let site: GatePage;

beforeAll(async () => {
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    args: ['--no-sandbox', '--disable-background-networking', ...fakeCamera],
  });
});
afterAll(() => browser?.close());
afterEach(() => site?.close());

it('leads to the approval in a browser of the README’s lowest version', async () => {
  site = await gatePage({
    body: `<lc-identity-gate api="/api" account="loc_1">
      <button onclick="document.title = 'bought'">Buy</button>
    </lc-identity-gate>`,
  });
  const page = await (await browser.newContext()).newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  // What Chrome 114, Firefox 125 and Safari 17.0 do not have, in the page and in its frames.
  await page.addInitScript(() => {
    for (const [object, name] of [
      [AbortSignal, 'any'],
      [URL, 'canParse'],
      [URL, 'parse'],
      [Promise, 'withResolvers'],
      [Promise, 'try'],
      [Object, 'groupBy'],
      [Array, 'fromAsync'],
      [Set.prototype, 'union'],
      [globalThis, 'CustomStateSet'],
      [ElementInternals.prototype, 'states'],
      [HTMLElement.prototype, 'checkVisibility'],
      [HTMLElement.prototype, 'attributeStyleMap'],
      [globalThis, 'CloseWatcher'],
    ] as const)
      Reflect.deleteProperty(object, name);
    const supports = CSS.supports.bind(CSS) as (...asked: string[]) => boolean;
    CSS.supports = (...asked: string[]) => !asked.join().includes('light-dark') && supports(...asked);
  });
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Buy' }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await completeInquiry(page.frameLocator('iframe'), byFiles());
  await page.waitForFunction(() => document.title === 'bought', undefined, { timeout: 30_000 });
  expect(faults).toEqual([]);
});
