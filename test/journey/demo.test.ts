import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Demo, DemoOptions } from '../../demo/server/start-demo.js';
import { languages } from '../../src/locales/languages.js';
import { startSandbox } from '../../src/sandbox/index.js';
import { chooseOption } from '../helpers/choose-option.js';
import { byFiles, completeInquiry, pictureFile, showId } from '../helpers/complete-inquiry.js';
import { renewAccounts } from '../helpers/demo-accounts.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import { freePort } from '../helpers/free-port.js';
import { startTestDemo } from '../helpers/test-demo.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let shared: Demo;
/** The one that the test at hand is about. */
let demo: Demo;

const start = (options: DemoOptions = {}) => startTestDemo({ template: 'plain', ...options });

/** A demo of the test's own, for one that ends it and starts it again on what it has written. */
async function startOwn() {
  const dataDir = await mkdtemp(join(tmpdir(), 'harbor-'));
  const options = { port: await freePort(), sandboxPort: await freePort(), dataDir };
  demo = await start(options);
  onTestFinished(async () => {
    await demo.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return options;
}

beforeAll(async () => {
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    args: ['--no-sandbox', ...fakeCamera, '--disable-background-networking'],
  });
  shared = await start();
});

afterAll(async () => {
  await browser?.close();
  await shared?.close();
});

beforeEach(async () => {
  demo = shared;
  await renewAccounts(demo);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});

afterEach(() => context.close());

const countries = { US: 'United States', CA: 'Canada', PR: 'Puerto Rico', JM: 'Jamaica', GB: 'United Kingdom' };

const frame = () => page.frameLocator('lc-identity-gate iframe');
const heading = (name: string | RegExp) => page.getByRole('heading', { name });

async function open(account: string): Promise<void> {
  await page.goto(`${demo.url}/?account=${account}&lang=en`);
  await page.waitForFunction(() => document.querySelector('lc-number-purchase')?.getAttribute('account'));
}

/** From the search to the click on Buy. Returns the number as it is written on the page. */
async function order(country: keyof typeof countries = 'US'): Promise<string> {
  const shop = page.locator('lc-number-purchase');
  await chooseOption(shop, 'Country', countries[country]);
  await shop.getByRole('button', { name: 'Find numbers' }).click();
  const choose = shop
    .locator('[part="list"]:not([inert])')
    .getByRole('button', { name: /^Choose / })
    .first();
  const name = ((await choose.getAttribute('aria-label')) ?? '').replace('Choose ', '');
  await choose.click();
  await shop.getByRole('button', { name: 'Buy number' }).click();
  return name;
}

const account = () => page.evaluate(() => document.querySelector('lc-number-purchase')!.getAttribute('account')!);
const owned = async (): Promise<unknown[]> => {
  const id = await account();
  return demo.sandbox!.carriers.owned().filter(({ owner }) => owner === id);
};
const inquiriesOf = async (id: string): Promise<{ id: string; attributes: { status: string } }[]> => {
  const { origin, apiKey } = demo.sandbox!;
  const response = await fetch(`${origin}/api/v1/inquiries?filter[reference-id]=${id}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return ((await response.json()) as { data: { id: string; attributes: { status: string } }[] }).data;
};
const violations = () => page.locator('#log').getAttribute('data-violations');

describe('the demo', () => {
  it('sells a US number to a new account after ID and selfie, without a click more, and never asks again', async () => {
    const options = await startOwn();
    await open('new');
    const number = await order();
    await heading('Verify your identity').waitFor();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await completeInquiry(frame(), { id: { file: pictureFile() } });
    await heading(`${number} is yours`).waitFor();
    expect(await owned()).toHaveLength(1);

    await page.getByRole('button', { name: 'Find another number' }).click();
    const second = await order('PR');
    await heading(`${second} is yours`).waitFor();
    await page.getByRole('button', { name: 'Register your brand' }).click();
    await expect.poll(() => page.locator('#registered').textContent(), { timeout: 10_000 }).not.toBe('');
    expect(await violations()).toBe('0');
    // Session tokens are JWTs: none may be told or stored.
    const told = [
      await page.locator('#log').textContent(),
      JSON.stringify((await context.storageState()).origins.filter(({ origin }) => origin === demo.url)),
      page.url(),
    ];
    expect(told.join(' ')).not.toMatch(/eyJ|persona_|wbhsec_/);

    await demo.close();
    demo = await start(options);
    await open('new');
    const third = await order('CA');
    await heading(`${third} is yours`).waitFor();
    expect(await owned()).toHaveLength(3);
  });

  it('takes the ID by camera too', async () => {
    await open('new');
    const number = await order();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await completeInquiry(frame(), { id: { camera: true } });
    await heading(`${number} is yours`).waitFor();
  });

  it.each([
    ['a UK number', 'new', 'GB'],
    ['a Jamaican +1 number', 'new', 'JM'],
    ['an account that is managed elsewhere', 'exempt', 'US'],
    ['a verified account', 'verified', 'US'],
  ])('never asks for %s', async (_, kind, country) => {
    await open(kind);
    const number = await order(country as keyof typeof countries);
    await heading(`${number} is yours`).waitFor();
    expect(await page.locator('#log').textContent()).not.toContain('prompting');
    expect(await violations()).toBe('0');
  });

  it('resumes the same inquiry when the dialog is closed in the middle', async () => {
    await open('new');
    await order();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await showId(frame());
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Leave' }).click();
    await heading('Review your order').waitFor();
    await page.getByRole('button', { name: 'Buy number' }).click();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await frame()
      .getByRole('heading', { name: /selfie/ })
      .waitFor();
    expect(await inquiriesOf(await account())).toHaveLength(1);
  });

  it('diagnoses a stand-in that is gone, and goes on when it is back', async () => {
    const { sandboxPort: port, dataDir } = await startOwn();
    await open('new');
    await order();
    await heading('Verify your identity').waitFor();
    await demo.sandbox!.close();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 15_000 });
    const place = join(dataDir, 'stand-in', 'state');
    const back = await startSandbox({
      port,
      dataDir: place,
      webhookUrl: `${demo.url}/api/identity/webhook`,
      decisionDelay: 300,
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await frame().getByRole('button', { name: 'Select' }).waitFor();
    await back.close();
  });

  it('believes no message that says the verification is complete', async () => {
    await open('new');
    await order();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await frame().getByRole('button', { name: 'Select' }).waitFor();
    const containerId = await page
      .locator('lc-identity-gate iframe')
      .getAttribute('src')
      .then((src) => new URL(src!).searchParams.get('container-id'));
    await page.evaluate((containerId) => {
      const data = { containerId, name: 'complete', metadata: { status: 'approved', fields: {} } };
      window.postMessage(data, '*');
      const other = document.createElement('iframe');
      document.body.append(other);
      window.dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: other.contentWindow }));
    }, containerId);
    await frame()
      .locator('body')
      .evaluate(
        (_, containerId) =>
          parent.postMessage({ containerId, name: 'complete', metadata: { status: 'approved', fields: {} } }, '*'),
        containerId,
      );
    await heading('Checking your result').waitFor();
    for (const visit of ['one', 'another']) {
      const answered = page.waitForResponse((response) => response.url().includes('/status'));
      // Whoever comes back to the page is told at once; otherwise the gate takes its time.
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      expect((await answered).status(), visit).toBe(200);
    }
    expect(await heading('Checking your result').isVisible()).toBe(true);
    expect(await owned()).toHaveLength(0);
  });

  it('refuses a purchase that is sent straight to the server for an unverified account', async () => {
    await open('new');
    const id = await account();
    const answer = await page.evaluate(async (account) => {
      const { numbers } = (await (await fetch('/api/identity/numbers?countryCode=US')).json()) as {
        numbers: { phoneNumber: string }[];
      };
      const body = {
        account,
        numbers: [
          {
            phoneNumber: numbers[0]!.phoneNumber,
            countryCode: 'GB',
            numberType: 'local',
            locality: null,
            region: null,
            fingerprintId: null,
          },
        ],
      };
      const response = await fetch('/api/identity/purchases', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      });
      return [response.status, ((await response.json()) as { code: string }).code];
    }, id);
    expect(answer).toEqual([403, 'verification_required']);
    expect(await owned()).toHaveLength(0);
  });

  it('buys once for a double click and a lost answer', async () => {
    await open('verified');
    let sent = 0;
    await page.route('**/purchases', async (route) => {
      sent += 1;
      const response = await route.fetch();
      await (sent === 1 ? route.abort('connectionreset') : route.fulfill({ response }));
    });
    const shop = page.locator('lc-number-purchase');
    await shop.getByRole('button', { name: 'Find numbers' }).click();
    await shop
      .getByRole('button', { name: /^Choose / })
      .first()
      .click();
    await shop.getByRole('button', { name: 'Buy number' }).dblclick();
    await heading('We’re checking your purchase').waitFor();
    await heading(/is yours/).waitFor();
    expect(sent).toBe(2);
    expect(await owned()).toHaveLength(1);
  });

  it('takes a webhook that comes three times as one piece of news', async () => {
    await open('new');
    await order();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await completeInquiry(frame(), { ...byFiles(), done: false });
    const [inquiry] = await inquiriesOf(await account());
    const body = JSON.stringify({
      data: {
        type: 'event',
        id: `evt_${randomUUID()}`,
        attributes: {
          name: 'inquiry.approved',
          'created-at': new Date().toISOString(),
          payload: { data: { ...inquiry!, attributes: { ...inquiry!.attributes, status: 'approved' } }, included: [] },
        },
      },
    });
    const time = Math.floor(Date.now() / 1000);
    const digest = createHmac('sha256', demo.sandbox!.webhookSecret).update(`${time}.${body}`).digest('hex');
    const deliver = () =>
      fetch(`${demo.url}/api/identity/webhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'persona-signature': `t=${time},v1=${digest}` },
        body,
      });
    expect((await Promise.all([deliver(), deliver(), deliver()])).map(({ status }) => status)).toEqual([200, 200, 200]);
    await heading(/is yours/).waitFor();
    expect(await owned()).toHaveLength(1);
  });

  it('buys by itself when a review that the person has left is approved', async () => {
    await open('review');
    const number = await order();
    await heading('Your ID is being reviewed').waitFor();
    await page.locator('lc-identity-gate').getByRole('button', { name: 'Close' }).last().click();
    await heading('Your order is waiting').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await heading(`${number} is yours`).waitFor({ timeout: 30_000 });
  });

  it('shows in a second tab what happens in the first: status, numbers, registrations, and a reset', async () => {
    await open('new');
    const first = page;
    const second = await context.newPage();
    await second.goto(`${demo.url}/?account=new&lang=en`);
    const said = (what: string) => expect.poll(() => second.locator(what).textContent(), { timeout: 15_000 });
    await said('#status').toBe('Not verified');
    await said('#account-note').toContain('asks for an ID');
    const number = await order();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await completeInquiry(frame(), byFiles());
    await heading(`${number} is yours`).waitFor();
    await said('#status').toBe('Verified');
    await said('#account-note').not.toContain('asks');
    await said('#account option:checked').toBe('Bluebird Bakery · Verified');
    await expect.poll(() => second.locator('#owned li').count(), { timeout: 15_000 }).toBe(1);

    await page.getByRole('link', { name: 'Register your brand for US texts' }).click();
    await page.keyboard.press('Enter');
    await said('#registered').toBe('Registered');
    await expect.poll(() => first.locator('#next').isVisible()).toBe(false);

    await page.locator('#rule').selectOption('mark-for-review');
    await expect.poll(() => second.locator('#rule').inputValue(), { timeout: 15_000 }).toBe('mark-for-review');
    await second.getByRole('button', { name: 'Reset demo' }).click();
    await expect.poll(() => first.locator('#rule').inputValue(), { timeout: 15_000 }).toBe('approve');
    await expect.poll(() => first.locator('#owned li').count()).toBe(0);
    await expect.poll(() => first.locator('#status').textContent()).toBe('Not verified');
    await first.locator('lc-number-purchase').getByRole('button', { name: 'Find numbers' }).waitFor();
    expect(await violations()).toBe('0');
  });

  it('has its elements speak every language they have, beside a page that says what it is in', async () => {
    await page.goto(`${demo.url}/?lang=de`);
    const choose = page.locator('#language');
    const values = choose.locator('option').evaluateAll((options) => options.map((one) => one.getAttribute('value')));
    expect(await values).toEqual(Object.keys(languages));
    const shop = page.locator('lc-number-purchase');
    await shop.getByRole('button', { name: 'Nummern suchen' }).waitFor();
    expect(await choose.inputValue()).toBe('de');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await shop.locator('> [slot=support]').getAttribute('lang')).toBe('en');
    await choose.selectOption('ar');
    const { labels } = await languages.ar!.shop();
    await shop.getByRole('button', { name: labels.purchase.find }).waitFor();
    expect(await shop.locator('form').evaluate((form) => getComputedStyle(form).direction)).toBe('rtl');
    await choose.selectOption('fr');
    await shop.getByRole('button', { name: 'Chercher des numéros' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
  });

  it('reads its status out once, however often it is read anew', async () => {
    await open('new');
    await expect.poll(() => page.locator('#status').textContent()).toBe('Not verified');
    const writes = await page.evaluate(async () => {
      let count = 0;
      const observer = new MutationObserver((changes) => {
        count += changes.length;
      });
      observer.observe(document.querySelector('#status')!, { childList: true, characterData: true, subtree: true });
      const answered = new Promise<void>((resolve) => {
        const { fetch } = window;
        window.fetch = (...asked) => fetch(...asked).finally(() => String(asked[0]).includes('/orders') && resolve());
      });
      document.dispatchEvent(new Event('visibilitychange'));
      await answered;
      await new Promise(requestAnimationFrame);
      return count;
    });
    expect(writes).toBe(0);
  });

  it('begins at the list when one number becomes a pool', async () => {
    await open('verified');
    const number = await order();
    await heading(`${number} is yours`).waitFor();
    await page.getByRole('radio', { name: 'Number pool' }).check();
    await page.getByRole('button', { name: /^Add / }).first().waitFor();
  });

  it('names Puerto Rico once in an address there', async () => {
    await open('verified');
    await order('PR');
    await page.locator('#owned li').first().waitFor();
    expect(await page.locator('#owned li span').first().textContent()).toMatch(/, PR$/);
    expect(await page.locator('#owned li span').first().textContent()).not.toContain('PR, PR');
  });

  it('costs the carrier four searches at most when somebody types a city slowly', async () => {
    const searches = () => demo.sandbox!.carriers.requests().filter(({ what }) => what === 'search').length;
    await open('new');
    const shop = page.locator('lc-number-purchase');
    await shop
      .getByRole('button', { name: /^Choose / })
      .first()
      .waitFor();
    const before = searches();
    await shop.getByLabel('Area code, city or digits').pressSequentially('Los Angeles', { delay: 500 });
    await shop.getByRole('status').filter({ hasText: 'Los Angeles, CA' }).waitFor();
    await expect.poll(() => page.locator('lc-number-purchase [part="list"]:not([inert])').count()).toBe(1);
    expect(searches() - before).toBeLessThanOrEqual(4);
    expect(searches() - before).toBeGreaterThan(1);
  });

  it('tells a declined account so, and where to turn', async () => {
    await open('declined');
    const shop = page.locator('lc-number-purchase');
    await shop
      .getByRole('button', { name: /^Choose / })
      .first()
      .click();
    await shop.getByRole('status').filter({ hasText: 'could not be verified' }).waitFor();
    await shop.getByRole('link', { name: 'Contact Harbor support' }).waitFor();
    expect(await shop.getByRole('button', { name: 'Buy number' }).count()).toBe(0);
    expect(await violations()).toBe('0');
  });
});
