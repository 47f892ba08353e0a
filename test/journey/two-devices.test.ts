import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Demo } from '../../demo/server/start-demo.js';
import { byFiles, pressDone, showId, takeSelfie } from '../helpers/complete-inquiry.js';
import { renewAccounts } from '../helpers/demo-accounts.js';
import { startTestDemo } from '../helpers/test-demo.js';

let browser: Browser;
let demo: Demo;
let computer: Page;
let phone: Page;
let contexts: BrowserContext[];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
  demo = await startTestDemo();
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});
beforeEach(async () => {
  await renewAccounts(demo);
  contexts = await Promise.all([
    browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }),
    browser.newContext({ viewport: { width: 375, height: 700 }, isMobile: true, hasTouch: true }),
  ]);
  [computer, phone] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page];
  await computer.goto(`${demo.url}/?account=new&lang=en`);
  await computer.waitForFunction(() => document.querySelector('lc-number-purchase')?.getAttribute('account'));
});
afterEach(() => Promise.all(contexts.map((context) => context.close())));

const gate = () => computer.locator('lc-identity-gate[action="cnam"]');
const press = (name: string) => gate().getByRole('button', { name, exact: true }).click();
const sees = (heading: string) => gate().getByRole('heading', { name: heading }).waitFor();
const frame = () => gate().frameLocator('iframe');
/** The steps as the computer shows them, the present one in brackets. */
const steps = () =>
  gate()
    .locator('[part="steps"] li')
    .evaluateAll((items) =>
      items.map((item) => {
        const name = item.querySelector('.name')?.textContent;
        if (item.getAttribute('aria-current')) return `[${name}]`;
        return item.className === 'done' ? `✓ ${name}` : name;
      }),
    );
/** What the elements told the page, in order. */
const told = (event: string) =>
  computer
    .locator(`#log [data-event="${event}"] code`)
    .allTextContents()
    .then((texts) => texts.reverse());
const link = () => gate().locator('.link').textContent();
const phoneSteps = async () => phone.locator('main').getAttribute('data-step');

async function inquiries(): Promise<string[]> {
  const account = await gate().getAttribute('account');
  const { origin, apiKey } = demo.sandbox!;
  const answer = await fetch(`${origin}/api/v1/inquiries?filter[reference-id]=${account}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return ((await answer.json()) as { data: { attributes: { status: string } }[] }).data.map(
    ({ attributes }) => attributes.status,
  );
}

describe('half the flow on one device, half on another', () => {
  it('is one inquiry, and the computer follows the phone at every step', async () => {
    await press('Set up caller name');
    await sees('Verify your identity');
    expect(await steps()).toEqual(['[Phone]', 'ID', 'Selfie', 'Result']);
    await gate().getByText('Your phone, for a code').waitFor();

    // Half of it here, up to the selfie.
    await press('Continue');
    await showId(frame(), byFiles());
    await expect.poll(steps).toEqual(['✓ Phone', '✓ ID', '[Selfie]', 'Result']);
    expect(await told('step')).toEqual(['step: phone', 'step: id', 'step: selfie']);

    // Away and back: what is done is done.
    await press('Close');
    await press('Leave');
    await press('Set up caller name');
    await sees('Pick up where you left off');
    expect(await gate().locator('.needs li').allInnerTexts()).toEqual([
      'Phone done',
      'ID done',
      expect.stringMatching(/camera/),
    ]);

    // The other half on the phone, which cannot reach this computer by its name, so that the link says so.
    await press('Continue on your phone');
    await sees('Continue on your phone');
    await gate().getByText('This link opens on this computer only.').first().waitFor();
    expect(await gate().locator('canvas').count()).toBe(0);
    await phone.goto((await link())!);
    await phone.locator('main[data-step="selfie-center"]').waitFor();
    await sees('Your phone is connected');
    await gate().getByText('ID done, now the selfie.').first().waitFor();
    expect(await steps()).toEqual(['✓ Phone', '✓ ID', '[Selfie]', 'Result']);

    await takeSelfie(phone, byFiles());
    await pressDone(phone);
    await expect.poll(() => gate().locator('+ [role="status"]').textContent(), { timeout: 15_000 }).toBe('Registered');
    expect(await inquiries()).toEqual(['approved']);
  });

  it('shows on the computer each step that the phone takes from the first on, and takes the flow back', async () => {
    await press('Set up caller name');
    await press('Continue on your phone');
    await sees('Continue on your phone');
    await phone.goto((await link())!);
    await sees('Your phone is connected');
    expect(await steps()).toEqual(['[Phone]', 'ID', 'Selfie', 'Result']);
    await phone.locator('[data-test="phone__number"]').fill('+1 212 555 0123');
    await phone.locator('[data-test="button__primary"]').click();
    const code = await phone.locator('[data-test="sandbox__note"][data-code]').getAttribute('data-code');
    await phone.locator('[data-test="phone__code"]').fill(code!);
    await phone.locator('[data-test="button__primary"]').click();
    await gate().getByText('Phone done, now the ID.').first().waitFor();
    expect(await steps()).toEqual(['✓ Phone', '[ID]', 'Selfie', 'Result']);
    expect(await phoneSteps()).toBe('country');

    // A reload of the computer knows it too.
    await computer.reload();
    await press('Set up caller name');
    await sees('Your phone is connected');
    await gate().getByText('Phone done, now the ID.').first().waitFor();

    await press('Continue here instead');
    await frame().locator('main[data-step="country"]').waitFor();
    expect(await steps()).toEqual(['✓ Phone', '[ID]', 'Selfie', 'Result']);
    expect(await inquiries()).toEqual(['pending']);
  });

  it('lets a verified account do each of the other things unasked', async () => {
    await computer.goto(`${demo.url}/?account=verified&lang=en`);
    for (const name of [
      'Register your brand',
      'Verify toll-free number',
      'Set up caller name',
      'Sign outgoing calls',
    ]) {
      await computer.getByRole('button', { name }).click();
      await computer.getByRole('button', { name }).waitFor({ state: 'hidden' });
    }
    expect(await computer.locator('.end > p').allTextContents()).toEqual(Array(4).fill('Registered'));
    expect(await computer.getByRole('dialog').count()).toBe(0);
  });
});
