import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { completeInquiry, pictureFile, pressDone, setPass, showId, showPictures, standStill, takeSelfie } from '../helpers/complete-inquiry.js';

const sdk = fileURLToPath(new URL('../../node_modules/persona/dist/persona.js', import.meta.url));

let browser: Browser;
let shop: Server;
let shopOrigin: string;
let sandbox: Sandbox;
let page: Page;

/** A page of another origin that only loads the real SDK and writes down what it is told. */
const shopPage = `<!doctype html><html lang="en"><title>Shop</title><script src="/persona.js"></script>
<iframe id="inline" style="width:400px;height:650px;border:0" title="Verification"></iframe>
<script>
  window.told = [];
  window.tell = (name) => (value) => window.told.push([name, value]);
  window.callbacks = { onLoad: tell('load'), onReady: tell('ready'), onComplete: tell('complete'), onCancel: tell('cancel'), onError: tell('error'), onEvent: (name, metadata) => tell('event')([name, metadata]) };
</script>`;

beforeAll(async () => {
  shop = createServer(async (request, response) => {
    if (request.url === '/no-camera') response.setHeader('Permissions-Policy', 'camera=()');
    if (request.url === '/persona.js') response.setHeader('Content-Type', 'text/javascript; charset=utf-8').end(await readFile(sdk));
    else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(shopPage);
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopOrigin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'],
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
});
afterAll(async () => {
  await browser.close();
  shop.closeAllConnections();
  shop.close();
});
beforeEach(async () => {
  sandbox = await startSandbox({ decisionDelay: 200 });
  page = await browser.newPage();
  await page.goto(shopOrigin);
});
afterEach(async () => {
  await page.close();
  await sandbox.close();
});

const inlineFrame = () => page.frameLocator('#inline');
const modalFrame = () => page.frameLocator('[data-testid="persona-widget__iframe"]:not(#inline)');

/** Waits until the page was told something and gives what. */
async function told(name: string): Promise<any> {
  const found = await page.waitForFunction((wanted) => (window as any).told.find(([given]: [string]) => given === wanted), name);
  return (await found.jsonValue() as [string, unknown])[1];
}

async function events(): Promise<string[]> {
  return page.evaluate(() => (window as any).told.filter(([given]: [string]) => given === 'event').map(([, [name]]: [string, [string]]) => name));
}

async function api(path: string, body?: object) {
  const response = await fetch(`${sandbox.origin}/api/v1${path}`, {
    method: body ? 'POST' : 'GET', body: body && JSON.stringify(body), headers: { Authorization: `Bearer ${sandbox.apiKey}`, 'Content-Type': 'application/json' },
  });
  return response.json() as Promise<any>;
}

async function createInquiry(): Promise<string> {
  const { data } = await api('/inquiries', { data: { attributes: { 'inquiry-template-id': sandbox.templateId, 'reference-id': 'loc_1' } } });
  return data.id;
}

async function openInline(options: object): Promise<void> {
  await page.evaluate((given) => {
    const { Persona, callbacks } = window as any;
    Persona.setupEvents('container-1', { ...callbacks, host: given.host });
    Persona.setupIframe(document.getElementById('inline'), 'container-1', 'inline', given);
  }, { host: sandbox.host, ...options } as any);
}

async function openModal(options: object): Promise<void> {
  await page.evaluate((given) => {
    const { Persona, callbacks } = window as any;
    (window as any).client = new Persona.Client({ ...callbacks, ...given, onReady: () => { callbacks.onReady(); (window as any).client.open(); } });
  }, { host: sandbox.host, ...options } as any);
}

describe('the stand-in with the real SDK', () => {
  it('is walked through in the modal of Client, in template mode', async () => {
    await openModal({ templateId: sandbox.templateId, referenceId: 'loc_1' });
    await completeInquiry(modalFrame());
    const { inquiryId, status, fields } = await told('complete');
    expect(status).toBe('completed');
    expect(fields['selected-country-code']).toEqual({ type: 'string', value: 'US' });
    expect(await events()).toEqual(expect.arrayContaining(['load', 'start', 'ready', 'page-change', 'document-upload', 'selfie-camera-select', 'camera-permissions-check-result', 'selfie-camera-capture', 'complete']));
    await expect.poll(async () => (await api(`/inquiries/${inquiryId}`)).data.attributes.status).toBe('approved');
  });

  it('is walked through inline for an inquiry made on the server, with both sides by camera', async () => {
    const inquiryId = await createInquiry();
    await openInline({ inquiryId });
    await completeInquiry(inlineFrame(), { id: { camera: true }, idClass: 'dl' });
    expect(await told('complete')).toMatchObject({ inquiryId, status: 'completed' });
    await inlineFrame().getByRole('heading', { name: 'You can close this page' }).waitFor();
  });

  it('goes on at the step reached after the frame was closed in the middle', async () => {
    const inquiryId = await createInquiry();
    await openInline({ inquiryId });
    await showId(inlineFrame());
    await page.reload();

    const { meta } = await api(`/inquiries/${inquiryId}/resume`, {});
    await openInline({ inquiryId, sessionToken: meta['session-token'] });
    await takeSelfie(inlineFrame());
    await pressDone(inlineFrame());
    expect(await told('complete')).toMatchObject({ inquiryId, status: 'completed' });
  });

  it('fails after five failed checks and says so to the SDK', async () => {
    const inquiryId = await createInquiry();
    await openInline({ inquiryId });
    const frame = inlineFrame();
    await showId(frame, { pass: false });
    for (let attempt = 2; attempt <= 5; attempt++) {
      await frame.getByRole('button', { name: 'Try again' }).click();
      await showPictures(frame, { pass: false });
    }
    await frame.getByRole('heading', { name: 'We could not verify you' }).waitFor();
    await pressDone(frame);
    expect(await told('complete')).toMatchObject({ inquiryId, status: 'failed' });
    expect(await events()).toContain('fail');
  });

  it('goes on after a failed check once the switch is on again', async () => {
    await openInline({ inquiryId: await createInquiry() });
    const frame = inlineFrame();
    await showId(frame, { pass: false });
    await frame.getByRole('button', { name: 'Try again' }).click();
    await setPass(frame, true);
    await showPictures(frame);
    await takeSelfie(frame);
    await pressDone(frame);
    expect(await told('complete')).toMatchObject({ status: 'completed' });
  });

  it('refuses a file that is no picture on screen and takes the next one', async () => {
    await openInline({ inquiryId: await createInquiry() });
    const frame = inlineFrame();
    await frame.getByRole('button', { name: 'Begin verifying' }).click();
    await frame.getByRole('button', { name: 'Select' }).click();
    await frame.locator('#select__option--pp').click();
    await frame.locator('input[type=file]').setInputFiles({ name: 'id.png', mimeType: 'image/png', buffer: Buffer.alloc(20_000, 'x') });
    await frame.getByRole('alert').getByText('Choose a JPEG, PNG, HEIC or PDF file').waitFor();
    await frame.locator('input[type=file]').setInputFiles(pictureFile());
    await frame.getByRole('img', { name: 'Your picture' }).waitFor();
  });

  it('asks before leaving the modal, then tells the SDK with a token that goes on', async () => {
    await openModal({ templateId: sandbox.templateId });
    const frame = modalFrame();
    await standStill(frame);
    await frame.getByRole('button', { name: 'Begin verifying' }).click();
    await frame.locator('[data-test="navbar__close-link"]').click();
    await frame.locator('[data-test="confirm-exit-dialog__button--close"]').click();
    const { inquiryId, sessionToken } = await told('cancel');

    await openInline({ inquiryId, sessionToken });
    await inlineFrame().getByRole('heading', { name: 'Where was your ID issued?' }).waitFor();
  });

  it('leaves at once when the SDK is told to cancel by force', async () => {
    await openModal({ templateId: sandbox.templateId });
    await modalFrame().getByRole('button', { name: 'Begin verifying' }).waitFor();
    await page.evaluate(() => (window as any).client.cancel(true));
    expect(await told('cancel')).toMatchObject({ inquiryId: expect.stringMatching(/^inq_/) });
  });

  it('hears only the page that embeds it', async () => {
    await openModal({ templateId: sandbox.templateId });
    await modalFrame().getByRole('button', { name: 'Begin verifying' }).waitFor();
    // The same origin and the same words, but from a frame beside it.
    await page.evaluate(() => new Promise<void>((resolve) => {
      const beside = document.createElement('iframe');
      beside.srcdoc = `<script>for (const frame of parent.frames) frame.postMessage({ action: 'exit', metadata: { force: true } }, '*')</script>`;
      beside.onload = () => resolve();
      document.body.append(beside);
    }));
    await page.evaluate(() => (window as any).client.cancel(false));
    await modalFrame().getByRole('dialog', { name: 'Leave now?' }).waitFor();
    expect(await events()).not.toContain('exit');
  });

  it('goes on in a tab of its own when the host keeps the camera off, and follows from there', async () => {
    const inquiryId = await createInquiry();
    await page.goto(`${shopOrigin}/no-camera`);
    await openInline({ inquiryId });
    const frame = inlineFrame();
    await showId(frame);
    await frame.getByRole('button', { name: 'Open the camera' }).click();
    await frame.getByRole('heading', { name: 'This site keeps the camera off' }).waitFor();
    expect(await events()).toContain('load-camera-failed');
    await frame.getByRole('button', { name: 'Continue in another tab' }).click();
    const [tab] = await Promise.all([page.context().waitForEvent('page'), frame.getByRole('link', { name: 'Open in a new tab' }).click()]);
    await takeSelfie(tab);
    await page.bringToFront();
    await pressDone(frame);
    expect(await told('complete')).toMatchObject({ inquiryId, status: 'completed' });
  });

  it('offers a file when the person refuses the camera', async () => {
    await openInline({ inquiryId: await createInquiry() });
    const frame = inlineFrame();
    await frame.locator('body').evaluate(() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', 'NotAllowedError')); });
    await frame.getByRole('button', { name: 'Begin verifying' }).click();
    await frame.getByRole('button', { name: 'Select' }).click();
    await frame.locator('#select__option--pp').click();
    await frame.getByRole('button', { name: 'Use the camera' }).click();
    await frame.getByRole('heading', { name: 'The camera is blocked' }).waitFor();
    await frame.locator('input[type=file]').setInputFiles(pictureFile());
    await frame.getByRole('button', { name: 'Use this picture' }).click();
    await frame.getByRole('heading', { name: 'Now a selfie' }).waitFor();
  });

  it('leads back to the site from a tab of its own', async () => {
    const { meta } = await api('/inquiries', {
      data: { attributes: { 'inquiry-template-id': sandbox.templateId, 'reference-id': 'loc_1', 'redirect-uri': `${shopOrigin}/back?from=here` } }, meta: { 'auto-create-one-time-link': true },
    });
    await page.goto(meta['one-time-link']);
    await completeInquiry(page);
    await page.waitForURL(/\/back/);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ from: 'here', 'inquiry-id': expect.stringMatching(/^inq_/), 'reference-id': 'loc_1', status: 'completed' });
  });

  it.each(['en-US', 'es-MX', 'fr'])('has no screen that axe faults, in %s', async (language) => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 568 } });
    const tab = await context.newPage();
    const check = async () => {
      await tab.evaluate(axe.source);
      const faults = await tab.evaluate(async () => (await (window as any).axe.run()).violations.map((violation: { id: string; nodes: { html: string }[] }) => [violation.id, violation.nodes[0]?.html]));
      expect(faults).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    };
    const query = new URLSearchParams({ 'iframe-origin': shopOrigin, 'container-id': 'c', 'flow-type': 'embedded', 'inquiry-template-id': sandbox.templateId, language, 'style-variant': language === 'fr' ? 'dark' : 'base' });
    await tab.goto(`${sandbox.origin}/widget?${query}`);
    const go = tab.locator('[data-test="button__primary"]');
    await go.waitFor();
    await check();
    await go.click();
    await tab.locator('#country').waitFor();
    await check();
    await go.click();
    await tab.locator('#select__option--pp').waitFor();
    await check();
    await tab.locator('#select__option--pp').click();
    await tab.locator('[data-test="button__children"]').waitFor();
    await tab.locator('input[type=file]').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(20_000, 'x') });
    await tab.locator('.error').waitFor();
    await check();
    await go.click();
    await tab.locator('video').waitFor();
    await check();
    await context.close();
  });

  it('answers a pending inquiry without a token, an unknown one and an unknown template as Persona does', async () => {
    const inquiryId = await createInquiry();
    await openInline({ inquiryId });
    await showId(inlineFrame());
    const stranger = await browser.newPage();
    const shopTab = page;
    try {
      page = stranger;
      for (const [options, status, code] of [
        [{ inquiryId }, 409, 'unauthenticated'],
        [{ inquiryId: 'inq_unknown' }, 400, 'invalid_config'],
        [{ templateId: 'itmpl_unknown' }, 422, 'inactive_template'],
      ] as const) {
        await page.goto(shopOrigin);
        await openInline(options);
        expect(await told('error')).toMatchObject({ status, code });
        await inlineFrame().getByRole('alert').waitFor();
      }
    } finally {
      page = shopTab;
      await stranger.close();
    }
  });
});
