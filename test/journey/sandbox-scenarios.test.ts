import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Demo } from '../../demo/server/start-demo.js';
import { chooseOption } from '../helpers/choose-option.js';
import { byFiles, completeInquiry, pressDone, showId, takeSelfie } from '../helpers/complete-inquiry.js';
import { renewAccounts } from '../helpers/demo-accounts.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import { startTestDemo } from '../helpers/test-demo.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let demo: Demo;

beforeAll(async () => {
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    args: ['--no-sandbox', ...fakeCamera, '--disable-background-networking'],
  });
  demo = await startTestDemo({ template: 'plain' });
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

beforeEach(async () => {
  await renewAccounts(demo);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterEach(() => context.close());

const frame = () => page.frameLocator('lc-identity-gate iframe');
const sees = (name: string | RegExp, timeout = 30_000) => page.getByRole('heading', { name }).waitFor({ timeout });
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const play = (scenario: string) => demo.sandbox!.play(scenario);

/** Orders a US number for a new account up to the page of Persona; gives the number as it is written. */
async function order(scenario: string): Promise<string> {
  play(scenario);
  await page.goto(`${demo.url}/?account=new&lang=en`);
  await page.waitForFunction(() => document.querySelector('lc-number-purchase')?.getAttribute('account'));
  const shop = page.locator('lc-number-purchase');
  await chooseOption(shop, 'Country', 'United States');
  await shop.getByRole('button', { name: 'Find numbers' }).click();
  const choose = shop.getByRole('button', { name: /^Choose / }).first();
  const number = ((await choose.getAttribute('aria-label')) ?? '').replace('Choose ', '');
  await choose.click();
  await shop.getByRole('button', { name: 'Buy number' }).click();
  await sees('Verify your identity');
  await press('Continue');
  return number;
}

const owned = (): Promise<unknown[]> =>
  page.evaluate(async () => {
    const account = document.querySelector('lc-number-purchase')!.getAttribute('account');
    const { orders } = (await (await fetch(`/api/identity/orders?account=${account}`)).json()) as {
      orders: { status: string }[];
    };
    return orders.filter(({ status }) => status === 'done');
  });
const bought = async (number: string) => {
  await sees(`${number} is yours`);
  expect(await owned()).toHaveLength(1);
};

describe('<lc-number-purchase> when Persona', () => {
  it('approves: the number is bought by itself', async () => {
    const number = await order('approve');
    await completeInquiry(frame());
    await bought(number);
  });

  it('declines: the person is told so and where to turn, and nothing is bought', async () => {
    await order('decline');
    await completeInquiry(frame(), byFiles());
    await sees('We could not verify your identity');
    expect(await owned()).toHaveLength(0);
  });

  it('wants to look closer: the person may go, and the approval buys', async () => {
    const number = await order('review-then-approve:5');
    await completeInquiry(frame(), byFiles());
    await sees('Your ID is being reviewed');
    await bought(number);
  });

  it('lets a review wait: the order waits too, until somebody decides', async () => {
    const number = await order('review');
    await completeInquiry(frame(), byFiles());
    await sees('Your ID is being reviewed');
    expect(await owned()).toHaveLength(0);
    await page.locator('lc-identity-gate').getByRole('button', { name: 'Close' }).last().click();
    await sees('Your order is waiting');
    await press('Approve');
    await bought(number);
  });

  it.each(['fail', 'fail-as-complete'])(
    'fails the check (%s): the person is offered another try, and it buys',
    async (scenario) => {
      const number = await order(scenario);
      // The server's word may replace Persona's last page before the person has read it: then there is no "Done" to
      // press.
      page.setDefaultTimeout(8_000);
      await showId(frame(), byFiles())
        .then(() => pressDone(frame()))
        .catch(() => undefined);
      page.setDefaultTimeout(30_000);
      await sees(/try that again|could not verify/);
      expect(await owned()).toHaveLength(0);
      play('approve');
      await press('Try again');
      await completeInquiry(frame(), byFiles());
      await bought(number);
    },
  );

  it('never reports the end: the result arrives all the same', async () => {
    const number = await order('complete-unreported');
    await completeInquiry(frame(), byFiles());
    await bought(number);
  });

  it.each([
    ['never-ready', true, 'The verification does not open'],
    ['framing-refused', false, /can’t be shown here|does not open/],
    ['server-error', false, /can’t be shown here|does not open/],
  ])(
    'does not come up (%s): the person is told after a while, tries again, and it buys',
    async (scenario, speaks, heading) => {
      await page.clock.install();
      const number = await order(scenario);
      await page.locator('lc-identity-gate iframe[src]').waitFor();
      // What it says when it opens makes the gate wait longer, and must have come before the time passes.
      if (speaks) await frame().getByRole('heading').waitFor();
      // The gate's patience is not waited for: its clock is put forward until it has lost it.
      const lost = page.getByRole('heading', { name: heading });
      const losePatience = async () => {
        await page.clock.fastForward(9_000);
        return lost.isVisible();
      };
      await expect.poll(losePatience, { timeout: 30_000, interval: 200 }).toBe(true);
      play('approve');
      await press('Try again');
      await completeInquiry(frame(), byFiles());
      await bought(number);
    },
  );

  it('is slow: the person waits and it buys', async () => {
    const number = await order('slow:0.3');
    await completeInquiry(frame(), byFiles());
    await bought(number);
  });

  it.each(['session-lost', 'expired'])(
    'loses the session after the ID (%s): the person goes on at the selfie, and it buys',
    async (scenario) => {
      const number = await order(scenario);
      // The gate opens the inquiry anew by itself; the same walk goes on in the new frame.
      await completeInquiry(frame(), byFiles());
      await bought(number);
    },
  );

  it('has a sibling that forges its "complete": the person goes on undisturbed', async () => {
    const number = await order('forged-message');
    await page.waitForEvent('framenavigated', { predicate: (one) => one.url().startsWith('http://sibling.localhost') });
    await completeInquiry(frame(), byFiles());
    await bought(number);
  });

  it('gets no camera: the person goes on in another tab, and it buys here', async () => {
    const number = await order('camera-refused');
    await frame().locator('main[data-step="country"] [data-test="button__primary"]').click();
    await frame().locator('#select__option--pp').click();
    await frame().getByRole('button', { name: 'Use the camera' }).click();
    await frame().getByRole('heading', { name: 'This site keeps the camera off' }).waitFor();
    await frame().getByRole('button', { name: 'Continue on another device' }).click();
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      frame().getByRole('link', { name: 'Open in a new tab' }).click(),
    ]);
    await tab.locator('main[data-step="id-front"] [data-test="button__primary"]').click();
    await tab.locator('.camera video').waitFor();
    await tab.locator('[data-test="button__primary"]:not([aria-disabled="true"])').click();
    await tab.locator('[data-test="government-id-check__continue"]').click();
    await takeSelfie(tab);
    await tab.close();
    await bought(number);
  });

  it.each(['webhook-late:2', 'webhook-twice', 'webhook-never', 'webhook-reordered:2'])(
    'sends its events as in %s: it buys once',
    async (scenario) => {
      const number = await order(scenario);
      await completeInquiry(frame(), byFiles());
      await bought(number);
    },
  );

  it('is asked to play two at once: late news and a decline end in the decline', async () => {
    await order('decline,webhook-late:2');
    await completeInquiry(frame(), byFiles());
    await sees('We could not verify your identity', 60_000);
    expect(await owned()).toHaveLength(0);
  });
});
