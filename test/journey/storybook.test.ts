import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byFiles, completeInquiry } from '../helpers/complete-inquiry.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import { staticSite } from '../helpers/static-site.js';
import { storyIds } from '../helpers/story-ids.js';

const root = resolve(import.meta.dirname, '../..');

/** Storybook as it would be put on a web server: files below some path, and nothing else. */
describe('the static build of Storybook', { timeout: 120_000 }, () => {
  let directory: string;
  let site: Awaited<ReturnType<typeof staticSite>>;
  let browser: Browser;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'storybook-'));
    const storybook = join(root, 'node_modules/.bin/storybook');
    await promisify(execFile)(storybook, ['build', '-o', directory, '--quiet'], { cwd: root, maxBuffer: 1e8 });
    site = await staticSite(directory);
    browser = await chromium.launch({
      ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
      args: ['--no-sandbox', '--disable-background-networking', ...fakeCamera],
    });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    if (directory) await rm(directory, { recursive: true, force: true });
  });

  const opened = async (address: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
    await page.goto(site.url + address);
    return page;
  };
  const story = (id: string, options?: BrowserContextOptions) => opened(`iframe.html?id=${id}&viewMode=story`, options);

  it('takes a verification to its approval, without any server', async () => {
    const page = await story('identity-gate-whole-flow--in-the-dialog');
    await completeInquiry(page, byFiles());
    await expect.poll(() => page.locator('lc-identity-gate').evaluate(statusOf)).toBe('verified');
    await page.close();
  });

  it('has controls for what one sets only; a colour can be set and taken away again', async () => {
    const page = await opened('?path=/story/identity-gate-screens--intro');
    const gate = page.frameLocator('#storybook-preview-iframe').locator('lc-identity-gate');
    const accent = () => gate.evaluate((element) => getComputedStyle(element).getPropertyValue('--lc-accent'));
    const control = page.locator('[id="control---lc-accent"]');
    await control.waitFor();
    await expect.poll(() => gate.evaluate(statusOf)).toBe('prompting');
    expect(await page.getByRole('button', { name: /^Set (object|array)/ }).count()).toBe(0);

    await control.fill('#c0ffee');
    await expect.poll(accent).toBe('#c0ffee');
    await page.getByRole('button', { name: 'Reset controls' }).click();
    await expect.poll(accent).toBe('');
    await page.close();
  });

  it('leads from the pictures of all stories to the stories', async () => {
    const page = await story('start-here-all-pictures--every-story');
    await page.locator('.wall-story').first().waitFor();
    const leads = await page
      .locator('.wall-story')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('path')));
    const stories = storyIds().filter((id) => !id.startsWith('start-here-'));
    expect(leads.sort()).toEqual(stories.map((id) => `/story/${id}`).sort());
    await page.close();
  });

  it('has a theme playground whose CSS makes a page of the built elements look the same', async () => {
    const playground = await story('start-here-theme--playground', { permissions });
    // Its own play function sets and resets colours first.
    await playground.getByText('Nothing is changed yet').waitFor();
    await playground.locator('section:last-child lc-identity-gate [part=button]').waitFor();
    await playground.getByLabel('accent, light', { exact: true }).fill('#7a1fa2');
    await playground.getByLabel('accent, dark', { exact: true }).fill('#ffd54f');
    await playground.getByLabel('surface, dark', { exact: true }).fill('#000033');
    await playground.locator('[name=radius]').fill('3');
    await playground.locator('[name=font]').fill('Georgia, serif');
    await playground.locator('[value=compact]').check();
    await playground.getByRole('button', { name: 'Copy CSS' }).click();
    await playground.getByRole('button', { name: 'Copied' }).waitFor();
    const css = await playground.evaluate(() => navigator.clipboard.readText());

    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await shopPage(css, colorScheme);
      const shown = await looksOf(playground, `[aria-label="In ${colorScheme} colours"] `);
      expect(await looksOf(page)).toEqual(shown);
      expect(shown['lc-identity-gate [part=button]']).toMatchObject({
        backgroundColor: colorScheme === 'light' ? 'rgb(122, 31, 162)' : 'rgb(255, 213, 79)',
        fontFamily: 'Georgia, serif',
      });
      await page.close();
    }
    await playground.close();
  });

  /** A page as an integrator's: the drop-in, both elements, and the CSS. */
  async function shopPage(css: string, colorScheme: 'light' | 'dark'): Promise<Page> {
    const page = await browser.newPage({ reducedMotion: 'reduce', colorScheme });
    await page.route('**/api/status*', (route) => route.fulfill({ json: { verified: false, status: 'none' } }));
    await page.route('http://localhost/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><style>:root { color-scheme: light dark } ${css}</style><main>
          <lc-identity-gate api="/api" account="loc_1" flow="inline"></lc-identity-gate>
          <lc-number-purchase api="/api" account="loc_1"></lc-number-purchase></main>`,
      }),
    );
    await page.route('http://localhost/drop-in/*', (route) =>
      route.fulfill({ path: join(root, 'dist', new URL(route.request().url()).pathname) }),
    );
    await page.goto('http://localhost/');
    await page.addScriptTag({ type: 'module', url: '/drop-in/lc-identity-gate.js' });
    await page.waitForFunction(() => customElements.get('lc-number-purchase'));
    await page.evaluate(() => {
      const shop = document.querySelector('lc-number-purchase')!;
      shop.numbers = [
        { phoneNumber: '+14155550100', friendlyName: '(415) 555-0100', isoCountry: 'US', numberType: 'local' },
        { phoneNumber: '+12125550101', friendlyName: '(212) 555-0101', isoCountry: 'US', numberType: 'local' },
      ] as never;
      shop.query = { countryCode: 'US' };
      void document.querySelector('lc-identity-gate')!.open();
    });
    return page;
  }
});

const permissions = ['clipboard-read', 'clipboard-write'];
const statusOf = (element: Element) => (element as unknown as { status: string }).status;

/** What both elements show, as the browser draws it. */
async function looksOf(page: Page, inside = ''): Promise<Record<string, Record<string, string>>> {
  const parts = [
    'lc-identity-gate [part=dialog]',
    'lc-identity-gate [part=heading]',
    'lc-identity-gate [part=button]',
    'lc-identity-gate [part=secondary]',
    'lc-number-purchase [part=find]',
    'lc-number-purchase [part=list]',
    'lc-number-purchase [part=option]',
    'lc-number-purchase [part=choose]',
  ];
  const looks = parts.map(async (part) => {
    const found = page.locator(inside + part).first();
    await found.waitFor();
    return [part, await found.evaluate(lookOf)] as const;
  });
  return Object.fromEntries(await Promise.all(looks));
}

function lookOf(element: Element): Record<string, string> {
  const { color, backgroundColor, borderColor, borderRadius, fontFamily, fontSize, minBlockSize, paddingBlock } =
    getComputedStyle(element);
  return { color, backgroundColor, borderColor, borderRadius, fontFamily, fontSize, minBlockSize, paddingBlock };
}
