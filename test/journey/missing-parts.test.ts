import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeCamera } from '../helpers/fake-camera.js';
import { type GatePage, gatePage } from '../helpers/gate-page.js';

const body = `<lc-identity-gate api="/api" account="loc_1"><button>Buy</button></lc-identity-gate>
<lc-number-purchase api="/api" account="loc_1"></lc-number-purchase>`;

let browser: Browser;
let site: GatePage;
let page: Page;
let said: string[] = [];
/** Files that a new release has taken away, by a part of their name. */
let gone: RegExp | undefined;

beforeAll(async () => {
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    args: ['--no-sandbox', '--disable-background-networking', ...fakeCamera],
  });
});
afterAll(() => browser?.close());
afterEach(async () => {
  gone = undefined;
  await page?.context().close();
  await site?.close();
});

async function open(missing: RegExp): Promise<void> {
  gone = missing;
  said = [];
  site = await gatePage({ body });
  page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(`uncaught ${error.message}`));
  await page.route('**/lc-*.js', (route) =>
    gone?.test(route.request().url()) ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  );
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    addEventListener('failed', (event) => {
      const { code } = (event as CustomEvent<{ code: string }>).detail;
      told.push(`${(event.target as Element).localName} ${code}`);
    });
  });
  await page.goto(site.url);
  await page.waitForFunction(() => customElements.get('lc-number-purchase'));
}
const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
const ours = () => said.filter((text) => text.includes('[lc-identity-gate] A script file is missing'));

describe('a part of the script that a new release has taken away', () => {
  it.each([
    ['the gate', /gate-runtime/],
    ['its dialog', /gate-dialog/],
    ['its words', /lc-en-/],
  ])('is said beside the trigger when it is %s, and the next press works once it is back', async (_, missing) => {
    await open(missing);
    const gate = page.locator('lc-identity-gate').first();
    await page.getByRole('button', { name: 'Buy' }).click();
    await gate.getByRole('alert').getByText('This did not load. Try again.').waitFor();
    await expect.poll(told).toContain('lc-identity-gate unreachable');
    expect(ours().length).toBeGreaterThan(0);
    expect(said.filter((text) => text.startsWith('uncaught'))).toEqual([]);
    const error = await page.evaluate(() =>
      document
        .querySelector('lc-identity-gate')!
        .ensureVerified()
        .catch(({ name, code }: { name: string; code: string }) => [name, code]),
    );
    expect(error).toEqual(['LcError', 'unreachable']);
    gone = undefined;
    await page.getByRole('button', { name: 'Buy' }).click();
    await page.getByRole('heading', { name: 'Verify your identity' }).waitFor();
    await expect.poll(() => gate.getByRole('alert').count()).toBe(0);
  });

  it('is said in the dialog when it is what opens Persona, and trying again works', async () => {
    await open(/lc-flow-/);
    await page.getByRole('button', { name: 'Buy' }).click();
    await page.getByRole('heading', { name: 'Verify your identity' }).waitFor();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await expect.poll(told).toContain('lc-identity-gate unreachable');
    gone = undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.frameLocator('lc-identity-gate iframe').getByRole('button', { name: 'Select' }).waitFor();
  });

  it('is said below the search when it is the shop, and the next press works once it is back', async () => {
    await open(/shop-runtime/);
    const shop = page.locator('lc-number-purchase');
    await shop.getByRole('button', { name: 'Find numbers' }).click();
    await shop.getByRole('alert').getByText('This did not load. Try again.').waitFor();
    await expect.poll(told).toEqual(['lc-number-purchase unreachable']);
    gone = undefined;
    await shop.getByRole('button', { name: 'Find numbers' }).click();
    await expect.poll(() => shop.getByRole('alert').filter({ hasText: 'did not load' }).count()).toBe(0);
    await expect.poll(() => shop.evaluate((element) => element.matches(':state(browsing)'))).toBe(true);
  });

  it('leaves the exports of the drop-in as they are called', async () => {
    await open(/nothing/);
    // As text, because an import of the page's own is meant.
    const exported = await page.evaluate(`(async () => {
      const script = document.querySelector('script[type=module][src]').src;
      const { orders, isRegulated, lcPhone, fromTwilio } = await import(script);
      const { numbers } = await fromTwilio({ available_phone_numbers: [{ phone_number: '+14155550101' }] });
      const known = [isRegulated({ country: 'CA' }), isRegulated({ country: 'GB' })];
      return [await orders.list('loc_1'), ...known, Object.keys(lcPhone({ url: '/lc' })), numbers[0].phoneNumber];
    })()`);
    expect(exported).toEqual([[], true, false, ['search', 'purchase'], '+14155550101']);
  });
});
