import { describe, expect, it } from 'vitest';
import { axeFaults } from '../helpers/axe-faults.js';
import { pictureFile, pressDone, showId, takeSelfie } from '../helpers/complete-inquiry.js';
import { Shop } from '../sandbox/shop.js';

const shop = new Shop();

describe('the pages of the stand-in', () => {
  it('refuses a file that is no picture on screen and takes the next one', async () => {
    await shop.openInline({ inquiryId: await shop.createInquiry() });
    const frame = shop.inline;
    await frame.getByRole('button', { name: 'Select' }).click();
    await frame.locator('#select__option--pp').click();
    await frame
      .locator('input[type=file]')
      .setInputFiles({ name: 'id.png', mimeType: 'image/png', buffer: Buffer.alloc(20_000, 'x') });
    await frame.getByRole('alert').getByText('Choose a JPEG, PNG, HEIC or PDF file').waitFor();
    await frame.locator('input[type=file]').setInputFiles(pictureFile());
    await frame.getByRole('img', { name: 'Your picture' }).waitFor();
  });

  it('goes on in a tab of its own when the host keeps the camera off, and follows from there', async () => {
    const inquiryId = await shop.createInquiry();
    await shop.page.goto(`${shop.origin}/no-camera`);
    await shop.openInline({ inquiryId });
    const frame = shop.inline;
    await showId(frame, { id: { file: pictureFile() } });
    await frame.getByRole('button', { name: 'Open the camera' }).click();
    await frame.getByRole('heading', { name: 'This site keeps the camera off' }).waitFor();
    expect(await shop.events()).toContain('load-camera-failed');
    await frame.getByRole('button', { name: 'Continue on another device' }).click();
    const [tab] = await Promise.all([
      shop.page.context().waitForEvent('page'),
      frame.getByRole('link', { name: 'Open in a new tab' }).click(),
    ]);
    await takeSelfie(tab);
    await shop.page.bringToFront();
    await pressDone(frame);
    expect(await shop.told('complete')).toMatchObject({ inquiryId, status: 'completed' });
  });

  it('offers a file when the person refuses the camera', async () => {
    await shop.openInline({ inquiryId: await shop.createInquiry() });
    const frame = shop.inline;
    await frame.locator('body').evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    });
    await frame.getByRole('button', { name: 'Select' }).click();
    await frame.locator('#select__option--pp').click();
    await frame.getByRole('button', { name: 'Use the camera' }).click();
    await frame.getByRole('heading', { name: 'The camera is blocked' }).waitFor();
    await frame.locator('input[type=file]').setInputFiles(pictureFile());
    await frame.getByRole('button', { name: 'Use this picture' }).click();
    await frame.getByRole('heading', { name: 'Now a selfie' }).waitFor();
  });

  it('takes selfie files one by one, the same one too, and says which comes next', async () => {
    await shop.openInline({ inquiryId: await shop.createInquiry() });
    const frame = shop.inline;
    await showId(frame, { id: { file: pictureFile() } });
    const [file, field] = [pictureFile(), frame.getByLabel('Use files instead')];
    for (const next of ['Turn your head left', 'Turn your head right', 'Thank you, that is all']) {
      await field.setInputFiles(file);
      await frame.getByRole('heading', { name: next }).waitFor();
      // A browser says nothing when the file it still holds is chosen again.
      if (await field.count()) expect(await field.evaluate(({ files }: HTMLInputElement) => files?.length)).toBe(0);
    }
  });

  it('says when the server is out of reach and goes on when it is back', async () => {
    await shop.openInline({ inquiryId: await shop.createInquiry() });
    const frame = shop.inline;
    await frame.getByRole('button', { name: 'Select' }).waitFor();
    await shop.page.context().setOffline(true);
    await frame.getByRole('button', { name: 'Select' }).click();
    await frame.getByRole('alert').getByText('We could not reach the server').waitFor();
    await shop.page.context().setOffline(false);
    await frame.getByRole('button', { name: 'Select' }).click();
    await frame.locator('#select__option--pp').click();
    await shop.page.context().setOffline(true);
    await frame.getByRole('button', { name: 'Use the camera' }).click();
    await frame.locator('video').waitFor();
    await frame.getByRole('button', { name: 'Take photo' }).click();
    await frame.getByRole('alert').getByText('We could not reach the server').waitFor();
    await shop.page.context().setOffline(false);
    await frame.getByRole('button', { name: 'Use the camera' }).waitFor();
  });

  it.each(['en-US', 'es-MX', 'fr'])('has no screen that axe faults, in %s', async (language) => {
    const context = await shop.browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 568 } });
    const tab = await context.newPage();
    const check = async () => {
      expect(await axeFaults(tab)).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    };
    const query = new URLSearchParams({
      'iframe-origin': shop.origin,
      'container-id': 'c',
      'flow-type': 'embedded',
      'inquiry-template-id': shop.sandbox.templateId,
      language,
      'style-variant': language === 'fr' ? 'dark' : 'base',
    });
    await tab.goto(`${shop.sandbox.origin}/widget?${query}`);
    const go = tab.locator('[data-test="button__primary"]');
    await go.waitFor();
    await tab.locator('#country').waitFor();
    await check();
    await go.click();
    await tab.locator('#select__option--pp').waitFor();
    await check();
    await tab.locator('#select__option--pp').click();
    await tab.locator('[data-test="button__children"]').waitFor();
    await tab
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(20_000, 'x') });
    await tab.locator('.error').waitFor();
    await check();
    await go.click();
    await tab.locator('video').waitFor();
    await check();
    await context.close();
  });

  it.each([
    { locale: 'en-US', country: 'US' },
    { locale: 'fr-CA', country: 'CA' },
  ])('proposes the country of a device in $locale, whatever the language of the page', async ({ locale, country }) => {
    const context = await shop.browser.newContext({ locale });
    const tab = await context.newPage();
    const query = new URLSearchParams({
      'iframe-origin': shop.origin,
      'container-id': 'c',
      'flow-type': 'embedded',
      'inquiry-template-id': shop.sandbox.templateId,
      language: 'es-MX',
    });
    await tab.goto(`${shop.sandbox.origin}/widget?${query}`);
    expect(await tab.locator('#country').inputValue()).toBe(country);
    await context.close();
  });

  it('ties what is wrong with a phone number or a code to its field, for those who hear it', async () => {
    const context = await shop.browser.newContext();
    const tab = await context.newPage();
    const query = new URLSearchParams({ 'inquiry-template-id': shop.sandbox.kycTemplateId, language: 'en' });
    await tab.goto(`${shop.sandbox.origin}/verify?${query}`);
    const go = tab.locator('[data-test="button__primary"]');
    const field = (id: string) =>
      tab.locator(id).evaluate((input) => ({
        invalid: input.ariaInvalid,
        described: (input.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((part) => document.getElementById(part)?.textContent?.trim())
          .join(' '),
      }));
    await tab.locator('#phone').fill('12');
    expect(await field('#phone')).toMatchObject({ invalid: 'false', described: expect.not.stringContaining('look') });
    await go.click();
    await tab.locator('.error').waitFor();
    expect(await field('#phone')).toMatchObject({
      invalid: 'true',
      described: expect.stringContaining('This does not look like a phone number of that country.'),
    });
    await tab.locator('#phone').fill('212 555 0123');
    await go.click();
    await tab.locator('#code').fill('1');
    expect((await field('#code')).invalid).toBe('false');
    await go.click();
    await tab.locator('.error').waitFor();
    const error = (await tab.locator('.error').textContent())!.trim();
    expect(await field('#code')).toEqual({ invalid: 'true', described: error });
    await context.close();
  });

  it.each(['light', 'dark'] as const)(
    'has no phone screen and no page of the console that axe faults, in %s',
    async (colorScheme) => {
      const context = await shop.browser.newContext({
        bypassCSP: true,
        viewport: { width: 320, height: 568 },
        colorScheme,
      });
      const tab = await context.newPage();
      const check = async () => {
        expect(await axeFaults(tab)).toEqual([]);
        expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      };
      const query = new URLSearchParams({
        'inquiry-template-id': shop.sandbox.kycTemplateId,
        language: 'fr',
        'style-variant': colorScheme === 'dark' ? 'dark' : 'base',
      });
      await tab.goto(`${shop.sandbox.origin}/verify?${query}`);
      const go = tab.locator('[data-test="button__primary"]');
      await go.click();
      await tab.locator('#phone').fill('212 555 0123');
      await check();
      await go.click();
      await tab.locator('#code').fill('1');
      await go.click();
      await tab.locator('.error').waitFor();
      await check();

      await tab.goto(`${shop.sandbox.origin}/dashboard`);
      await check();
      await tab.getByLabel('API key').fill(shop.sandbox.apiKey);
      await tab.getByRole('button', { name: 'Open the console' }).click();
      await tab.locator('table').waitFor();
      await check();
      await tab.locator('td a').first().click();
      await tab.getByRole('heading', { name: 'Verifications' }).waitFor();
      await check();
      await context.close();
    },
  );
});
