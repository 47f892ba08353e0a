import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type GatePage, gatePage } from '../helpers/gate-page.js';

let browser: Browser;
let site: GatePage;

// Playwright turns the popup blocker off, which is what this is about.
beforeAll(async () => {
  browser = await chromium.launch({
    // What it is about, only a whole browser has.
    ...(process.env.WHOLE_CHROME_PATH ? { executablePath: process.env.WHOLE_CHROME_PATH } : {}),
    args: ['--no-sandbox', '--disable-background-networking'],
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  });
});
afterAll(() => browser?.close());
afterEach(() => site?.close());

/**
 * A page whose guarded button opens a window and says how that went. It is pressed, and approved when that press counts
 * no longer. What a test evaluates in a page counts as a press, so the page itself watches and speaks.
 */
async function approved(replay: string): Promise<{ page: Page; seen: Promise<unknown> }> {
  site = await gatePage({
    body: `<lc-identity-gate api="/api" account="loc_1" replay="${replay}"><button>Pay</button></lc-identity-gate>
      <script>
        const gate = document.querySelector('lc-identity-gate');
        gate.querySelector('button').addEventListener('click', () => {
          const { isActive } = navigator.userActivation;
          console.log(JSON.stringify({ isActive, isOpen: window.open('about:blank') !== null }));
        });
        setInterval(() => (gate.replay === 'auto' && navigator.userActivation.isActive) || gate.check?.(), 250);
      </script>`,
  });
  site.answer = { verified: false };
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.url);
  const seen = page.waitForEvent('console', (message) => message.text().startsWith('{'));
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.getByRole('heading', { name: 'Verify your identity' }).waitFor();
  site.answer = { verified: true };
  return { page, seen: seen.then((message) => JSON.parse(message.text())) };
}

describe('what a guarded handler may do after the verification', () => {
  it('opens no window when it goes on by itself, because no press stands behind it', async () => {
    const { seen } = await approved('auto');
    expect(await seen).toEqual({ isActive: false, isOpen: false });
  });

  it('opens its window when the person presses "Continue"', async () => {
    const { page, seen } = await approved('confirm');
    await page.getByRole('heading', { name: 'You’re verified' }).waitFor();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    expect(await seen).toEqual({ isActive: true, isOpen: true });
  });
});
