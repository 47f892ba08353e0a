import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Locator, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byFiles, completeInquiry } from '../helpers/complete-inquiry.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import { gatePage } from '../helpers/gate-page.js';
import { staticSite } from '../helpers/static-site.js';

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

  const story = async (id: string, options: { colorScheme?: 'light' | 'dark' } = {}): Promise<Page> => {
    const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
    await page.goto(`${site.url}iframe.html?id=${id}&viewMode=story`);
    return page;
  };

  it('takes a verification to its approval, without any server', async () => {
    const page = await story('identity-gate-whole-flow--in-the-dialog');
    await completeInquiry(page, byFiles());
    await expect.poll(() => page.locator('lc-identity-gate').evaluate(({ status }: never) => status)).toBe('verified');
    await page.close();
  });
});
