import type { Browser, FrameLocator, Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** A person on an app's page. */
export interface Visit {
  page: Page;
  account: string;
  shop: Locator;
  /** Persona's pages in the dialog. */
  persona: FrameLocator;
  bought: Locator;
  /** What the console said as a warning or an error, and errors that nobody caught. */
  said: string[];
  close(): Promise<void>;
}

let visits = 0;

/** Opens an app in a browser that remembers nothing, for an account that nobody had before. */
export async function visit(browser: Browser, origin: string): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const account = `acc_${process.pid}_${++visits}`;
  const said: string[] = [];
  page.on('console', (message) => {
    // Persona's pages are another site's.
    const ours = message.location().url === '' || message.location().url.startsWith(origin);
    if (ours && ['warning', 'error'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`${origin}/?account=${account}`);
  return {
    page,
    account,
    shop: page.locator('lc-number-purchase'),
    persona: page.frameLocator('iframe[data-testid="persona-widget__iframe"]'),
    bought: page.locator('#bought li'),
    said,
    close: () => context.close(),
  };
}

/** Follows the page's own navigation, also where a dialog lies over it. */
export async function go({ page }: Visit, to: 'Numbers' | 'Brand'): Promise<void> {
  await page
    .locator('nav')
    .getByText(to, { exact: true })
    .evaluate((link: HTMLElement) => link.click());
  await page.getByRole('heading', { level: 1, name: to, exact: true, includeHidden: true }).waitFor();
}

/** From the search to "Buy number". */
export async function order({ shop }: Visit): Promise<void> {
  await shop.getByRole('button', { name: 'Show numbers' }).click();
  await shop.getByRole('button', { name: /^Choose / }).click();
  await shop.getByRole('button', { name: 'Buy number' }).click();
}

/** From "Verify your identity" to Persona's pages. */
export async function begin({ page }: Visit): Promise<void> {
  await page.getByRole('heading', { name: 'Verify your identity' }).waitFor();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** The number is there, and once. */
export async function hasIt(visit: Visit): Promise<void> {
  await visit.shop.getByRole('heading', { name: 'is yours' }).waitFor();
  await expect.poll(() => visit.bought.allTextContents()).toEqual(['+14155550101']);
}
