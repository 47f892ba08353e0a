import { describe, expect, it } from 'vitest';
import {
  byFiles,
  completeInquiry,
  pictureFile,
  pressDone,
  setPass,
  showId,
  showPictures,
  standStill,
  takeSelfie,
} from '../helpers/complete-inquiry.js';
import { licenceBack } from '../sandbox/licence.js';
import { Shop } from '../sandbox/shop.js';

const shop = new Shop();

/** The shop's page, with what it keeps for the tests. */
type ShopWindow = Window & { client: { cancel(force: boolean): void }; told: [name: string, value: unknown][] };

describe('the stand-in with the real SDK', () => {
  it('is walked through in the modal of Client, in template mode', async () => {
    await shop.openModal({ templateId: shop.sandbox.templateId, referenceId: 'loc_1' });
    await completeInquiry(shop.modal, { id: { file: pictureFile() } });
    const { inquiryId, status, fields } = await shop.told('complete');
    expect(status).toBe('completed');
    expect(fields['selected-country-code']).toEqual({ type: 'string', value: 'US' });
    expect(await shop.events()).toEqual(
      expect.arrayContaining([
        'load',
        'start',
        'ready',
        'page-change',
        'document-upload',
        'selfie-camera-select',
        'camera-permissions-check-result',
        'selfie-camera-capture',
        'complete',
      ]),
    );
    shop.decide();
    await expect.poll(async () => (await shop.api(`/inquiries/${inquiryId}`)).data.attributes.status).toBe('approved');
  });

  it('is walked through inline for an inquiry made on the server, with both sides by camera', async () => {
    const inquiryId = await shop.createInquiry();
    await shop.openInline({ inquiryId });
    await completeInquiry(shop.inline, { id: { camera: true }, idClass: 'dl' });
    expect(await shop.told('complete')).toMatchObject({ inquiryId, status: 'completed' });
    await shop.inline.getByRole('heading', { name: 'You can close this page' }).waitFor();
  });

  it('is walked through from phone number to selfie in "KYC + Mobile 2FA", with files only', async () => {
    await shop.openModal({ templateId: shop.sandbox.kycTemplateId, referenceId: 'loc_1' });
    await completeInquiry(shop.page, {
      idClass: 'dl',
      country: 'US',
      id: { file: pictureFile(), back: await licenceBack() },
      selfie: { files: [pictureFile(), pictureFile(), pictureFile()] },
    });
    const { inquiryId, fields } = await shop.told('complete');
    expect(fields).toMatchObject({
      'phone-number': { value: '+12125550123' },
      'name-first': { value: 'ADA' },
      'name-last': { value: 'SAMPLE' },
    });
    shop.decide();
    await expect.poll(async () => (await shop.api(`/inquiries/${inquiryId}`)).data.attributes.status).toBe('approved');
  });

  it('says that a barcode cannot be read, and takes a better picture', async () => {
    await shop.openModal({ templateId: shop.sandbox.kycTemplateId, referenceId: 'loc_1' });
    await showId(shop.page, {
      idClass: 'dl',
      country: 'US',
      id: { file: pictureFile(), back: await licenceBack({}, true) },
    });
    await shop.modal.getByRole('heading', { name: 'We could not read the barcode on the back' }).waitFor();
    await shop.modal.getByRole('button', { name: 'Try again' }).click();
    await showPictures(shop.modal, { idClass: 'dl', id: { file: pictureFile(), back: await licenceBack() } });
    await takeSelfie(shop.modal, byFiles());
    await pressDone(shop.modal);
    expect(await shop.told('complete')).toMatchObject({ status: 'completed' });
  });

  it('goes on at the step reached after the frame was closed in the middle', async () => {
    const inquiryId = await shop.createInquiry();
    await shop.openInline({ inquiryId });
    await showId(shop.inline, byFiles());
    await shop.page.reload();

    const { meta } = await shop.api(`/inquiries/${inquiryId}/resume`, {});
    await shop.openInline({ inquiryId, sessionToken: meta['session-token'] });
    await takeSelfie(shop.inline, byFiles());
    await pressDone(shop.inline);
    expect(await shop.told('complete')).toMatchObject({ inquiryId, status: 'completed' });
  });

  it('fails after five failed checks and says so to the SDK', async () => {
    const inquiryId = await shop.createInquiry();
    await shop.openInline({ inquiryId });
    const frame = shop.inline;
    await showId(frame, { ...byFiles(), pass: false });
    for (let attempt = 2; attempt <= 5; attempt++) {
      await frame.getByRole('button', { name: 'Try again' }).click();
      await showPictures(frame, { ...byFiles(), pass: false });
    }
    await frame.getByRole('heading', { name: 'It did not work this time' }).waitFor();
    await pressDone(frame);
    expect(await shop.told('complete')).toMatchObject({ inquiryId, status: 'failed' });
    expect(await shop.events()).toContain('fail');
  });

  it('goes on after a failed check once the switch is on again', async () => {
    await shop.openInline({ inquiryId: await shop.createInquiry() });
    const frame = shop.inline;
    await showId(frame, { ...byFiles(), pass: false });
    await frame.getByRole('button', { name: 'Try again' }).click();
    await setPass(frame, true);
    await showPictures(frame, byFiles());
    await takeSelfie(frame, byFiles());
    await pressDone(frame);
    expect(await shop.told('complete')).toMatchObject({ status: 'completed' });
  });

  it('asks before leaving the modal, then tells the SDK with a token that goes on', async () => {
    await shop.openModal({ templateId: shop.sandbox.templateId });
    const frame = shop.modal;
    await standStill(frame);
    await frame.getByRole('button', { name: 'Select' }).click();
    await frame.locator('#select__option--pp').waitFor();
    await frame.locator('[data-test="navbar__close-link"]').click();
    await frame.locator('[data-test="confirm-exit-dialog__button--close"]').click();
    const { inquiryId, sessionToken } = await shop.told('cancel');

    await shop.openInline({ inquiryId, sessionToken });
    await shop.inline.getByRole('heading', { name: 'Which ID will you use?' }).waitFor();
  });

  it('leaves at once when the SDK is told to cancel by force', async () => {
    await shop.openModal({ templateId: shop.sandbox.templateId });
    await shop.modal.getByRole('button', { name: 'Select' }).waitFor();
    await shop.page.evaluate(() => (window as unknown as ShopWindow).client.cancel(true));
    expect(await shop.told('cancel')).toMatchObject({ inquiryId: expect.stringMatching(/^inq_/) });
  });

  it('lets a page on a sibling origin speak in its name when the scenario says so', async () => {
    shop.sandbox.play('forged-message');
    const inquiryId = await shop.createInquiry();
    await shop.page.evaluate(() =>
      addEventListener('message', ({ origin, data }) =>
        (window as unknown as ShopWindow).told.push([`from ${new URL(origin).hostname}`, data]),
      ),
    );
    await shop.openInline({ inquiryId });
    expect(await shop.told('from sibling.localhost')).toMatchObject({
      containerId: 'container-1',
      name: 'complete',
      metadata: { inquiryId, status: 'completed' },
    });
    expect((await shop.api(`/inquiries/${inquiryId}`)).data.attributes.status).toBe('created');
  });

  it('hears only the page that embeds it', async () => {
    await shop.openModal({ templateId: shop.sandbox.templateId });
    await shop.modal.getByRole('button', { name: 'Select' }).waitFor();
    // The same origin and the same words, but from a frame beside it.
    await shop.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const beside = document.createElement('iframe');
          beside.srcdoc = `<script>
            const exit = { action: 'exit', metadata: { force: true } };
            for (const frame of parent.frames) frame.postMessage(exit, '*');
          </script>`;
          beside.onload = () => resolve();
          document.body.append(beside);
        }),
    );
    await shop.page.evaluate(() => (window as unknown as ShopWindow).client.cancel(false));
    await shop.modal.getByRole('dialog', { name: 'Leave now?' }).waitFor();
    expect(await shop.events()).not.toContain('exit');
  });

  it('leads back to the site from a tab of its own', async () => {
    const { meta } = await shop.api('/inquiries', {
      data: {
        attributes: {
          'inquiry-template-id': shop.sandbox.templateId,
          'reference-id': 'loc_1',
          'redirect-uri': `${shop.origin}/back?from=here`,
        },
      },
      meta: { 'auto-create-one-time-link': true },
    });
    await shop.page.goto(meta['one-time-link']);
    await completeInquiry(shop.page, byFiles());
    await shop.page.waitForURL(/\/back/);
    expect(Object.fromEntries(new URL(shop.page.url()).searchParams)).toEqual({
      from: 'here',
      'inquiry-id': expect.stringMatching(/^inq_/),
      'reference-id': 'loc_1',
      status: 'completed',
    });
  });

  it('answers a pending inquiry without a token, an unknown one and an unknown template as Persona does', async () => {
    const inquiryId = await shop.createInquiry();
    await shop.openInline({ inquiryId });
    await showId(shop.inline);
    const stranger = await shop.browser.newPage();
    const shopTab = shop.page;
    try {
      shop.page = stranger;
      for (const [options, status, code] of [
        [{ inquiryId }, 409, 'unauthenticated'],
        [{ inquiryId: 'inq_unknown' }, 400, 'invalid_config'],
        [{ templateId: 'itmpl_unknown' }, 422, 'inactive_template'],
      ] as const) {
        await shop.page.goto(shop.origin);
        await shop.openInline(options);
        expect(await shop.told('error')).toMatchObject({ status, code });
        await shop.inline.getByRole('alert').waitFor();
      }
    } finally {
      shop.page = shopTab;
      await stranger.close();
    }
  });
});
