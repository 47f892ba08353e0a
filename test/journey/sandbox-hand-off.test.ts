import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { axeFaults } from '../helpers/axe-faults.js';
import { pictureFile, pressDone } from '../helpers/complete-inquiry.js';
import { Shop } from '../sandbox/shop.js';

const heading = (name: string) => ['heading', { name }] as const;

// A second loopback address stands for the network's. A name makes the browser see what a phone sees, plain http from
// elsewhere; the stand-in answers to no such name, so between them is a server that asks for the address.
describe.runIf(process.platform === 'linux')('the stand-in on two devices', () => {
  const shop = new Shop({ lan: '127.0.0.2' }, ['--host-resolver-rules=MAP phone.test 127.0.0.1']);
  const between = createServer((asked, answer) => {
    const { host } = new URL(shop.sandbox.lanOrigin!);
    const { url, method, headers } = asked;
    const onward = request(`http://${host}${url}`, { method, headers: { ...headers, host } }, (response) => {
      answer.writeHead(response.statusCode!, response.headers);
      response.pipe(answer);
    });
    asked.pipe(onward);
  });
  beforeAll(() => new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    between.closeAllConnections();
    between.close();
  });
  beforeAll(() =>
    prepareZXingModule({
      overrides: {
        wasmBinary: readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
          .buffer as ArrayBuffer,
      },
      fireImmediately: true,
    }),
  );

  /** What the code on the page says. */
  async function scan(): Promise<string> {
    const [found] = await readBarcodes(
      await shop.inline.getByRole('img', { name: 'QR code of the link' }).screenshot(),
      { formats: ['QRCode'] },
    );
    return found?.text ?? '';
  }

  /** A phone that has opened the link. */
  async function phoneAt(link: string): Promise<{ phone: Page; context: BrowserContext }> {
    const context = await shop.browser.newContext({
      bypassCSP: true,
      viewport: { width: 375, height: 667 },
      isMobile: true,
      hasTouch: true,
    });
    const phone = await context.newPage();
    const { pathname, search } = new URL(link);
    await phone.goto(`http://phone.test:${(between.address() as AddressInfo).port}${pathname}${search}`);
    return { phone, context };
  }

  /** The page at the front of the ID, with a link for another device on it. */
  async function offered(): Promise<string> {
    const inquiryId = await shop.createInquiry();
    await shop.openInline({ inquiryId });
    const frame = shop.inline;
    await frame.getByRole('button', { name: 'Select' }).click();
    await frame.locator('#select__option--pp').click();
    await frame.getByRole('button', { name: 'Continue on another device' }).click();
    await frame.getByRole(...heading('Continue on your phone')).waitFor();
    return inquiryId;
  }

  const expectNoFaults = async (page: Page) => {
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  };

  it('goes on on a phone by the code on the screen, with its own camera, and ends on the computer', async () => {
    const inquiryId = await offered();
    const link = await scan();
    expect(link).toBe(await shop.inline.getByRole('textbox', { name: 'Link' }).inputValue());
    const { phone, context } = await phoneAt(link);
    await phone.getByRole(...heading('Photo page of your passport')).waitFor();
    await shop.inline.locator('h1:focus', { hasText: 'You are on your other device now' }).waitFor();

    await expectNoFaults(phone);
    expect(await phone.getByRole('button', { name: 'Continue on another device' }).count()).toBe(0);
    const chosen = async (button: string) => {
      const [chooser] = await Promise.all([
        phone.waitForEvent('filechooser'),
        phone.getByRole('button', { name: button }).tap(),
      ]);
      const facing = await chooser.element().getAttribute('capture');
      await chooser.setFiles(pictureFile());
      return facing;
    };
    expect(await chosen('Use the camera')).toBe('environment');
    await phone.getByRole('button', { name: 'Use this picture' }).tap();
    for (const pose of ['Look straight ahead', 'Turn your head left', 'Turn your head right']) {
      await phone.getByRole(...heading(pose)).waitFor();
      if (pose === 'Look straight ahead') await expectNoFaults(phone);
      expect(await chosen('Open the camera')).toBe('user');
    }
    await phone.getByText('It goes on there by itself.').waitFor();
    expect(await phone.getByRole('button').count()).toBe(0);

    await pressDone(shop.inline);
    expect(await shop.told('complete')).toMatchObject({ inquiryId, status: 'completed' });
    expect((await shop.events()).filter((name) => name.startsWith('one-time-link'))).toEqual([
      'one-time-link-sent',
      'one-time-link-start',
      'one-time-link-exit',
    ]);
    await context.close();
  });

  it('is taken back from the phone, which says so', async () => {
    await offered();
    const { phone, context } = await phoneAt(await scan());
    await shop.inline.getByRole('button', { name: 'Go on here instead' }).click();
    await shop.inline.getByRole('button', { name: 'Upload a photo' }).waitFor();
    await phone.locator('#file').setInputFiles(pictureFile());
    await phone.getByRole(...heading('You are on your other device now')).waitFor();
    await shop.inline.locator('#file').setInputFiles(pictureFile());
    await shop.inline.getByRole('button', { name: 'Use this picture' }).waitFor();
    expect((await shop.events()).filter((name) => name.startsWith('one-time-link')).at(-1)).toBe('one-time-link-exit');
    await context.close();
  });

  it('keeps the language and colours of the page', async () => {
    await shop.openInline({ inquiryId: await shop.createInquiry(), language: 'es-MX', styleVariant: 'dark' });
    const go = shop.inline.locator('[data-test="button__primary"]');
    await go.click();
    await shop.inline.locator('#select__option--pp').click();
    await shop.inline.getByRole('button', { name: 'Continuar en otro dispositivo' }).click();
    const { phone, context } = await phoneAt(await shop.inline.locator('#link').inputValue());
    await phone.locator('html.dark[lang="es-MX"] #camera').waitFor({ state: 'attached' });
    await context.close();
  });

  it('copies the link', async () => {
    await shop.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await offered();
    await shop.inline.getByRole('button', { name: 'Copy' }).click();
    await shop.inline.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await shop.page.evaluate(() => navigator.clipboard.readText())).toBe(await scan());
  });

  it('opens the link once, later only for the browser that used it', async () => {
    await offered();
    const link = await scan();
    const first = await phoneAt(link);
    await first.phone.getByRole(...heading('Photo page of your passport')).waitFor();
    shop.sandbox.moveClock(5 * 60_000);
    const second = await phoneAt(link);
    await second.phone.getByRole(...heading('Your session has expired')).waitFor();
    await first.phone.reload();
    await first.phone.getByRole(...heading('Photo page of your passport')).waitFor();
    await Promise.all([first.context.close(), second.context.close()]);
  });
});
