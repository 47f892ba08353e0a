import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type FileChooser,
  type Frame,
  type Page,
} from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../../src/core/gate/actions.js';
import type { LcIdentityGate } from '../../src/elements/gate/identity-gate.js';
import { axeFaults } from '../helpers/axe-faults.js';
import { byFiles, completeInquiry, pictureFile } from '../helpers/complete-inquiry.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import { type GatePage, type GatePageOptions, gatePage } from '../helpers/gate-page.js';

const guarded = '<lc-identity-gate api="/api" account="loc_1"><button>Buy</button></lc-identity-gate>';

let browser: Browser;
let site: GatePage;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    args: ['--no-sandbox', '--disable-background-networking', ...fakeCamera],
  });
});

afterAll(() => browser?.close());
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(
  options: Partial<GatePageOptions> = {},
  context: BrowserContextOptions = {},
): Promise<Page & { said: string[] }> {
  site = await gatePage({ body: guarded, ...options });
  closing.push(() => site.close());
  const opened = await browser.newContext(context);
  closing.push(() => opened.close());
  return tab(await opened.newPage());
}

/** A page that notes the gate's events, the clicks that came through, and what the console says. */
async function tab(page: Page): Promise<Page & { said: string[] }> {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told, clicks: [] as string[] });
    for (const name of ['verified', 'failed', 'dismissed', 'declined', 'review'])
      addEventListener(name, (event) =>
        told.push([name, (event as CustomEvent<{ code?: string }>).detail.code].filter(Boolean).join(' ')),
      );
    addEventListener('click', (event) =>
      (window as unknown as { clicks: string[] }).clicks.push((event.target as HTMLElement).textContent ?? ''),
    );
  });
  await page.goto(site.url);
  return Object.assign(page, { said });
}

const told = (page: Page) => page.evaluate(() => (window as unknown as { told: string[] }).told);
const clicks = (page: Page) =>
  page.evaluate(() => (window as unknown as { clicks: string[] }).clicks.filter((name) => name !== 'Continue'));
const frame = (page: Page) => page.frameLocator('lc-identity-gate iframe');
const start = async (page: Page) => {
  await page.getByRole('button', { name: 'Buy' }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
};

describe('what is in the way', () => {
  it('is the page’s Content-Security-Policy: said at once, with the line to add', async () => {
    const page = await open({ headers: { 'content-security-policy': "default-src 'self'; frame-src 'none'" } });
    await start(page);
    await page.getByRole('heading', { name: 'The verification can’t be shown here' }).waitFor();
    expect(await told(page)).toContain('failed blocked_by_csp');
    expect(page.said.join('\n')).toContain(`frame-src ${site.sandbox.origin}`);
  });

  it('is the page’s Permissions-Policy: said at once, with the header to send', async () => {
    const page = await open({ headers: { 'permissions-policy': 'camera=(self)' } });
    await start(page);
    await page.getByRole('heading', { name: 'The camera is turned off for this page' }).waitFor();
    expect(await told(page)).toContain('failed camera_forbidden');
    expect(page.said.join('\n')).toContain(`camera=(self "${site.sandbox.origin}")`);
  });

  it('is Persona refusing to be framed here', async () => {
    const page = await open({ sandbox: { allowedOrigins: ['https://shop.example'] } });
    await start(page);
    await page.getByRole('heading', { name: 'The verification can’t be shown here' }).waitFor({ timeout: 15_000 });
    expect(await told(page)).toContain('failed frame_refused');
    expect(page.said.join('\n')).toContain('domain allow-list');
  });

  it('is the network: said at once, and gone on when it is back', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Buy' }).click();
    await page.getByRole('button', { name: 'Continue', exact: true }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('heading', { name: 'You’re offline' }).waitFor();
    await page.context().setOffline(false);
    await frame(page).getByRole('button', { name: 'Select' }).waitFor();
  });
});

describe('a forged message from a sibling origin', () => {
  it('has no effect', async () => {
    const page = await open();
    await start(page);
    await frame(page).getByRole('button', { name: 'Select' }).waitFor();
    const src = new URL((await page.locator('lc-identity-gate iframe').getAttribute('src'))!);
    await page.evaluate(
      (origin) =>
        document.body.append(Object.assign(document.createElement('iframe'), { name: 'sibling', src: origin })),
      `http://sibling.${site.sandbox.host}/preload`,
    );
    await expect.poll(() => page.frame('sibling')?.url()).toContain('sibling.');
    await page
      .frame('sibling')!
      .evaluate(
        (containerId) => parent.postMessage({ containerId, name: 'complete', metadata: { status: 'approved' } }, '*'),
        src.searchParams.get('container-id'),
      );
    // A message of the real frame comes after the forged one, so that the forged one has been heard by then.
    await page
      .frames()
      .find((candidate) => candidate.url() === src.href)!
      .evaluate(() => parent.postMessage({ other: true }, '*'));
    expect(
      await page.locator('lc-identity-gate').evaluate((gate) => (gate as unknown as { status: string }).status),
    ).toBe('verifying');
  });
});

describe('one verification', () => {
  it('serves all six actions, and the click that asked for it goes on by itself', async () => {
    const gateOf = (action: string) => `
      <lc-identity-gate api="/api" account="loc_1" action="${action}"><button>${action}</button></lc-identity-gate>`;
    const body = actions.map(gateOf).join('');
    const page = await open({ body });
    await page.getByRole('button', { name: 'cnam' }).click();
    await page.getByText('A caller name is only set up').first().waitFor();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await completeInquiry(frame(page), { ...byFiles(), done: false });
    await expect.poll(() => clicks(page), { timeout: 30_000 }).toContain('cnam');
    // All know it before anybody presses them: no dialog comes up for a moment.
    const statuses = () =>
      page.locator('lc-identity-gate').evaluateAll((gates) => gates.map((gate) => (gate as LcIdentityGate).status));
    await expect.poll(statuses, { timeout: 10_000 }).toEqual(actions.map(() => 'verified'));
    for (const action of actions.filter((name) => name !== 'cnam')) {
      await page.getByRole('button', { name: action, exact: true }).click();
      await expect.poll(() => clicks(page), { timeout: 10_000 }).toContain(action);
    }
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.locator('.toast:popover-open').count()).toBe(1);
  });

  it('lets another tab’s held click go on within two seconds', async () => {
    const page = await open();
    site.answer = { verified: false, status: 'needs_review' };
    await page.getByRole('button', { name: 'Buy' }).click();
    await page.getByRole('heading', { name: 'Your ID is being reviewed' }).waitFor();
    // Deep in its pauses between two reads, this tab would not ask for a while.
    const other = await tab(await page.context().newPage());
    await other.getByRole('button', { name: 'Buy' }).click();
    await other.getByRole('heading', { name: 'Your ID is being reviewed' }).waitFor();
    site.answer = { verified: true, status: 'approved' };
    await other.evaluate(() => document.querySelector('lc-identity-gate')!.check());
    await expect.poll(() => clicks(other), { timeout: 10_000 }).toEqual(['Buy']);
    await expect.poll(() => clicks(page), { timeout: 2_000 }).toEqual(['Buy']);
  });
});

describe('the whole journey by keyboard', () => {
  /** Presses Tab until the focus is on what is looked for, and sees to it that every stop on the way is visible. */
  async function tabTo(page: Page, text: RegExp): Promise<void> {
    for (let stop = 0; stop < 40; stop += 1) {
      const focus = await focused(page);
      if (text.test(focus.text)) return;
      await page.keyboard.press('Tab');
      const next = await focused(page);
      expect(next.visible, `a visible focus at "${next.text}"`).toBe(true);
    }
    throw new Error(`Tab never reaches ${text}`);
  }

  async function focused(page: Page): Promise<{ text: string; visible: boolean }> {
    const inner = async (place: Page | Frame): Promise<{ text: string; visible: boolean; frame: boolean }> =>
      place.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const style = element ? getComputedStyle(element) : undefined;
        const label =
          element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? element.id) : element?.textContent;
        // Where nothing has the focus, the body is named, with the text of the whole page.
        const isNowhere = element === document.body;
        return {
          text: isNowhere ? '' : `${element?.getAttribute('aria-label') ?? label ?? ''}`.trim(),
          frame: element?.localName === 'iframe',
          visible:
            !element ||
            ['body', 'iframe', 'dialog'].includes(element.localName) ||
            !element.matches(':focus-visible') ||
            /^H\d$/.test(element.tagName) ||
            style!.outlineStyle !== 'none' ||
            style!.boxShadow !== 'none',
        };
      });
    const outer = await inner(page);
    const persona = outer.frame ? page.frames().find((candidate) => candidate.url().includes('/widget')) : undefined;
    return persona ? inner(persona) : outer;
  }

  it('leads to the purchase', async () => {
    const page = await open();
    await tabTo(page, /^Buy$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Verify your identity' }).waitFor();
    await tabTo(page, /^Continue$/);
    await page.keyboard.press('Enter');
    const persona = frame(page);
    await persona.getByRole('button', { name: 'Select' }).waitFor();
    await tabTo(page, /^Select$/);
    await page.keyboard.press('Enter');
    await persona.locator('#select__option--pp').waitFor();
    // Asked for well before the key that opens it: a key press overtakes the word to a busy page that a file chooser is
    // to be told to us, and is then lost.
    const chooser = new Promise<FileChooser>((opened) => page.once('filechooser', opened));
    await tabTo(page, /^Passport$/);
    await page.keyboard.press('Enter');
    await persona.getByText('Upload a photo').waitFor();
    await tabTo(page, /^Upload a photo$/);
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(pictureFile());
    await persona.locator('[data-test="government-id-check__continue"]').waitFor();
    await tabTo(page, /^(Use this|Continue|This is readable)/);
    await page.keyboard.press('Enter');
    await persona.getByRole('button', { name: 'Open the camera' }).waitFor();
    await tabTo(page, /^Open the camera$/);
    await page.keyboard.press('Enter');
    for (const pose of ['Look straight ahead', 'Turn your head left', 'Turn your head right']) {
      await persona.getByRole('heading', { name: pose }).waitFor();
      await persona
        .locator('video')
        .evaluate(
          (video: HTMLVideoElement) =>
            video.videoWidth > 0 || new Promise((ready) => video.addEventListener('loadeddata', ready, { once: true })),
        );
      await tabTo(page, /^Take photo$/);
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => clicks(page), { timeout: 30_000 }).toContain('Buy');
    await expect.poll(() => page.locator('dialog[open]').count(), { timeout: 10_000 }).toBe(0);
    expect((await focused(page)).text).toBe('Buy');
  });
});

describe('a screen reader', () => {
  it('hears each screen once: its heading by focus or, where it comes by itself, with its text', async () => {
    const page = await open();
    site.answer = { verified: false, status: 'completed' };
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const root = document.querySelector('lc-identity-gate')!.shadowRoot!;
      new MutationObserver(() => {
        const text = [...root.querySelectorAll('[role="status"]')]
          .map((region) => region.textContent!.trim())
          .filter(Boolean);
        if (text.length > 0 && text.join(' ') !== heard.at(-1)) heard.push(text.join(' '));
      }).observe(root, { subtree: true, childList: true, characterData: true });
    });
    await page.getByRole('button', { name: 'Buy' }).click();
    await page.getByRole('heading', { name: 'Checking your result' }).waitFor();
    site.answer = { verified: false, status: 'needs_review' };
    await page.getByRole('heading', { name: 'Your ID is being reviewed' }).waitFor();
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect.poll(heard).toHaveLength(2);
    const [first, second] = await heard();
    expect(first).toMatch(/^This usually takes a few seconds/);
    expect(second).toMatch(/^Your ID is being reviewed\. Someone is taking a closer look/);
  });
});

describe('forced colours', () => {
  it.each([
    ['Verify your identity', { verified: false }],
    ['Your ID is being reviewed', { verified: false, status: 'needs_review' }],
    ['We could not verify your identity', { verified: false, status: 'declined' }],
    ['Let’s try that again', { verified: false, status: 'failed', attemptsLeft: 1 }],
  ])('leave nothing for axe to find: %s', async (heading, answer) => {
    const page = await open({}, { forcedColors: 'active' });
    site.answer = answer;
    await page.reload();
    await page.getByRole('button', { name: 'Buy' }).click();
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('the drop-in script', () => {
  it('may be on the page twice', async () => {
    const page = await open({ body: `${guarded}<script type="module" src="/lc-identity-gate.js?again"></script>` });
    await page.getByRole('button', { name: 'Buy' }).click();
    await page.getByRole('heading', { name: 'Verify your identity' }).waitFor();
    expect(page.said.filter((text) => !text.includes('favicon'))).toEqual([]);
  });
});
