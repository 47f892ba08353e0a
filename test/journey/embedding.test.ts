import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { byFiles, completeInquiry } from '../helpers/complete-inquiry.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import { type GatePage, type GatePageOptions, gatePage } from '../helpers/gate-page.js';
import { withCors } from '../host/recipes/cors.js';

const guarded = '<lc-identity-gate api="/api" account="loc_1"><button>Buy</button></lc-identity-gate>';
const number = '+14155550101';

let browser: Browser;
let site: GatePage;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    // What it is about, only a whole browser has.
    ...(process.env.WHOLE_CHROME_PATH ? { executablePath: process.env.WHOLE_CHROME_PATH } : {}),
    // A name that is not of this computer, so that its pages are not secure without HTTPS.
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--host-resolver-rules=MAP insecure.test localhost',
      ...fakeCamera,
    ],
  });
});

afterAll(() => browser?.close());
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A tab before it goes anywhere, what its console says, and what the gate and the shop tell. */
async function open(options: Partial<GatePageOptions> = {}, context: BrowserContextOptions = {}) {
  site = await gatePage({ body: guarded, answers: { '/crm': () => outer }, ...options });
  closing.push(() => site.close());
  const opened = await browser.newContext({ reducedMotion: 'reduce', ...context });
  closing.push(() => opened.close());
  const page = await opened.newPage();
  const said: string[] = [];
  const told: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.exposeFunction('tell', (word: string) => told.push(word));
  await page.addInitScript(() => {
    for (const name of ['verified', 'failed', 'purchased'])
      addEventListener(name, (event) => {
        const { code } = (event as CustomEvent<{ code?: string }>).detail;
        (window as unknown as { tell(word: string): void }).tell([name, code].filter(Boolean).join(' '));
      });
  });
  const ours = () => said.filter((line) => line.includes('[lc-identity-gate]'));
  return { page, told, ours };
}

type Place = Pick<Page, 'getByRole' | 'frameLocator' | 'locator'>;

const start = async (place: Place) => {
  await place.getByRole('button', { name: 'Buy' }).click();
  await place.getByRole('button', { name: 'Continue', exact: true }).click();
};
const persona = (place: Place) => place.frameLocator('lc-identity-gate iframe');
const walk = (place: Place) => completeInquiry(persona(place), { ...byFiles(), done: false });

/** The page in a frame of a CRM's, with what the CRM has written on it. */
async function within(page: Page, attributes: string) {
  outer = `<!doctype html><title>CRM</title>
    <iframe name="app" width="1000" height="800" ${attributes} src="${site.url}"></iframe>`;
  await page.goto(`${crm()}/crm`);
  return page.frameLocator('[name="app"]');
}
let outer = '';
/** Another origin than the page's, of the same server. */
const crm = () => new URL(site.url.replace('localhost', 'crm.localhost')).origin;

describe('in another page’s frame', () => {
  it('says who keeps the camera, and what to write there', async () => {
    const { page, told, ours } = await open();
    const app = await within(page, '');
    await start(app);
    await app.getByRole('heading', { name: 'The camera is turned off here' }).waitFor();
    await app.getByRole('button', { name: 'Continue on your phone' }).waitFor();
    expect(told).toEqual(['failed outer_frame']);
    expect(ours()).toEqual([expect.stringContaining(`${crm()}, which keeps the camera from it. Write`)]);
    expect(ours()[0]).toContain('<iframe allow="camera; microphone">');
    const report = await page.frame('app')!.evaluate(() => document.querySelector('lc-identity-gate')!.diagnose());
    expect(report).toContain(`in a frame of ${crm()}`);
    expect(report).toContain('camera allowed to the page: no, to Persona: no');
    expect(report).toContain('last failed: outer_frame');
  });

  it('names the page’s own header where it is that, not the frame around it', async () => {
    const { page, told, ours } = await open({ headers: { 'permissions-policy': 'camera=(self)' } });
    const app = await within(page, 'allow="camera; microphone"');
    await start(app);
    await app.getByRole('heading', { name: 'The camera is turned off for this page' }).waitFor();
    expect(told).toEqual(['failed camera_forbidden']);
    expect(ours()).toEqual([expect.stringContaining('Send: Permissions-Policy: camera=(self')]);
  });

  it('verifies where the frame passes the camera on', async () => {
    const { page, told, ours } = await open();
    const app = await within(page, 'allow="camera; microphone"');
    await start(app);
    await walk(app);
    await expect.poll(() => told, { timeout: 30_000 }).toContain('verified');
    expect(ours()).toEqual([]);
  });
});

describe('on a page with a Cross-Origin-Embedder-Policy', () => {
  const isolated = {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  };

  it.each([
    ['isolated', isolated],
    ['not isolated', { 'cross-origin-embedder-policy': 'require-corp' }],
  ])('verifies in a frame without credentials, from ID to selfie: %s', async (_, headers) => {
    const { page, told, ours } = await open({ headers });
    await page.goto(site.url);
    await start(page);
    await walk(page);
    await expect.poll(() => told, { timeout: 30_000 }).toContain('verified');
    expect(ours()).toEqual([]);
  });

  it('says so where the browser has no such frames', async () => {
    const { page, told, ours } = await open({ headers: isolated });
    await page.addInitScript(() => {
      delete (HTMLIFrameElement.prototype as { credentialless?: boolean }).credentialless;
    });
    await page.goto(site.url);
    await start(page);
    await page.getByText('A setting of this website blocks it in this browser').first().waitFor();
    expect(told).toEqual(['failed blocked_by_coep']);
    expect(ours()).toEqual([expect.stringContaining('Cross-Origin-Embedder-Policy refuses Persona')]);
    const report = await page
      .locator('lc-identity-gate')
      .evaluate((gate) => (gate as HTMLElement & { diagnose(): Promise<string> }).diagnose());
    expect(report).toContain('cross-origin isolated: true');
  });

  it('says so where the browser tells nothing of it', async () => {
    const { page, told, ours } = await open({ headers: isolated });
    await page.addInitScript(() => {
      delete (window as { ReportingObserver?: unknown }).ReportingObserver;
    });
    await page.goto(site.url);
    await start(page);
    await page.getByText('A setting of this website blocks it in this browser').first().waitFor({ timeout: 20_000 });
    expect(told).toEqual(['failed blocked_by_coep']);
    expect(ours()).toEqual([expect.stringContaining('Cross-Origin-Embedder-Policy refuses Persona')]);
  });

  it('leaves a frame alone where there is no such policy', async () => {
    const { page } = await open();
    await page.goto(site.url);
    await start(page);
    await persona(page).getByRole('button', { name: 'Select' }).waitFor();
    expect(
      await page
        .locator('lc-identity-gate iframe')
        .evaluate((frame) => (frame as unknown as { credentialless: boolean }).credentialless),
    ).toBe(false);
  });
});

describe('with an API of another origin', () => {
  const shop = '<lc-number-purchase></lc-number-purchase>';

  /** What a host serves, by the documents' recipe, to those who bring a token. */
  async function api(origin: string) {
    const asked: string[] = [];
    const answers: Record<string, unknown> = {
      status: { verified: true },
      numbers: { numbers: [{ phoneNumber: number, friendlyName: '(415) 555-0101', isoCountry: 'US' }] },
      purchases: { numbers: [{ phoneNumber: number, status: 'purchased' }] },
      orders: { orders: [] },
    };
    const handle = withCors(
      async (request) => {
        const path = new URL(request.url).pathname.split('/').at(-1)!;
        asked.push(`${request.method} ${path} ${request.headers.get('authorization')}`);
        return Response.json(answers[path]);
      },
      [origin],
    );
    const server = createServer(getRequestListener(handle));
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
    closing.push(
      () =>
        new Promise((closed) => {
          server.close(() => closed());
          // A browser keeps connections open, also such as it has not asked anything by yet.
          server.closeAllConnections();
        }),
    );
    return { asked, url: `http://api.localhost:${(server.address() as AddressInfo).port}/identity` };
  }

  it('searches and buys by the headers of the recipe', async () => {
    const { page, told, ours } = await open({ body: shop });
    const { asked, url } = await api(new URL(site.url).origin);
    await page.goto(site.url);
    await page.locator('lc-number-purchase').evaluate((element, address) => {
      Object.assign(element, {
        api: address,
        account: 'loc_1',
        fetch: (to: string, options: RequestInit) =>
          fetch(to, {
            ...options,
            credentials: 'include',
            headers: { ...(options.headers as object), authorization: 'Bearer one' },
          }),
      });
    }, url);
    await page.getByRole('button', { name: 'Find numbers' }).click();
    await page.getByRole('button', { name: 'Choose (415) 555-0101' }).click();
    await page.getByRole('button', { name: 'Buy number' }).click();
    await page.getByRole('heading', { name: '(415) 555-0101 is yours' }).waitFor();
    expect([...new Set(asked)].sort()).toEqual([
      'GET numbers Bearer one',
      'GET orders Bearer one',
      'GET status Bearer one',
      'POST purchases Bearer one',
    ]);
    expect([told.at(-1), ours()]).toEqual(['purchased', []]);
  });
});

describe('on a page without HTTPS', () => {
  const insecure = () => site.url.replace('localhost', 'insecure.test');
  const shop = '<lc-number-purchase api="/api" account="loc_1"></lc-number-purchase>';
  const numbers = { numbers: [{ phoneNumber: number, friendlyName: '(415) 555-0101', isoCountry: 'US' }] };

  it('says that there is no camera, and leads elsewhere', async () => {
    const { page, told, ours } = await open();
    await page.goto(insecure());
    expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'locks' in navigator])).toEqual([
      false,
      false,
      false,
    ]);
    await start(page);
    await page.getByRole('heading', { name: 'This page is not secure' }).waitFor();
    await page.getByRole('button', { name: 'Continue on your phone' }).waitFor();
    expect(told).toEqual(['failed insecure_page']);
    expect(ours()).toEqual([expect.stringContaining('Serve the page over HTTPS')]);
  });

  it('sells nevertheless, once, and keeps the order over a reload', async () => {
    const keys: string[] = [];
    let isLost = true;
    const { page, told } = await open({
      body: shop,
      answers: {
        '/api/numbers': () => numbers,
        '/api/purchases': ({ headers }) => {
          keys.push(String(headers['idempotency-key']));
          if (isLost) return undefined;
          return { numbers: [{ phoneNumber: number, status: 'purchased' }] };
        },
      },
    });
    site.answer = { verified: true, status: 'approved' };
    await page.goto(insecure());
    await page.getByRole('button', { name: 'Find numbers' }).click();
    await page.getByRole('button', { name: 'Choose (415) 555-0101' }).click();
    await page.getByRole('button', { name: 'Buy number' }).click();
    await page.getByRole('heading', { name: 'We’re checking your purchase' }).waitFor();
    isLost = false;
    await page.reload();
    await page.getByRole('heading', { name: '(415) 555-0101 is yours' }).waitFor({ timeout: 30_000 });
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]!.length).toBeGreaterThan(20);
    expect(told).toEqual(['verified', 'verified', 'purchased']);
  });
});
