import { type Browser, chromium, type Locator, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { everyLanguage } from '../helpers/every-language.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import { type GatePage, gatePage } from '../helpers/gate-page.js';

/**
 * What a browser tells assistive technology of each screen: roles, names and states, in a file per element and
 * language.
 */
let browser: Browser;
let site: GatePage;
let page: Page;

const number = (digits: string) => ({
  phoneNumber: `+1415555${digits}`,
  friendlyName: `(415) 555-${digits}`,
  isoCountry: 'US',
  locality: 'San Francisco',
  region: 'CA',
  capabilities: { voice: true, SMS: true },
  price: { price: 1.15, price_unit: 'USD' },
});

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox', ...fakeCamera] });
  site = await gatePage({
    body: '<lc-identity-gate api="/api" account="loc_1"><button>Buy</button></lc-identity-gate>',
    answers: {
      '/shop': () =>
        `<!doctype html><html lang="en"><title>Shop</title><script type="module" src="/lc-identity-gate.js"></script>
        <main><h1>Shop</h1><lc-number-purchase api="/api" account="loc_1" countries="US"></lc-number-purchase></main>`,
      '/api/numbers': () => ({ numbers: [number('0165'), number('0166')] }),
      '/api/orders': () => ({ orders: [] }),
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  page = await browser.newPage({ locale: 'en-US', reducedMotion: 'reduce' });
});
afterEach(() => page.context().close());

async function visit(path: string, language: string): Promise<void> {
  await page.goto(`${site.url}${path}`);
  await page.evaluate((lang) => {
    document.documentElement.lang = lang;
    localStorage.clear();
  }, language);
}

/** The tree of an element; what its status regions say at that moment is in the transcripts and in docs/heard.md. */
const treeOf = async (name: string, element: Locator): Promise<string> =>
  `# ${name}\n${(await element.ariaSnapshot()).replace(/\n *- status\b.*/g, '')}\n`;

const titled = (title: string) =>
  page.getByRole('heading', { name: title.replace('{number}', '(415) 555-0165'), exact: true }).waitFor();

const languages = [...everyLanguage].filter(([language]) => ['en', 'es', 'fr'].includes(language));

it.each(languages)('the gate in %s', async (language, { gate: words }) => {
  const screens: [name: string, title: string, answer: Record<string, unknown>][] = [
    ['intro', words.intro.title, {}],
    ['intro, begun', words.intro.resume, { status: 'pending', steps: ['phone', 'id', 'selfie'], step: 'selfie' }],
    ['on the other device', words.handoff.connected.title, { status: 'pending', step: 'id', device: 'other' }],
    ['confirming', words.confirming.title, { status: 'completed' }],
    ['review', words.review.title, { status: 'needs_review' }],
    ['declined', words.declined.title, { status: 'declined' }],
    ['retryable', words.retryable.title, { status: 'failed', attemptsLeft: 1 }],
  ];
  const trees: string[] = [];
  for (const [name, title, answer] of screens) {
    site.answer = { verified: false, ...answer };
    await visit('', language);
    await page.getByRole('button', { name: 'Buy' }).click();
    await titled(title);
    trees.push(await treeOf(name, page.locator('lc-identity-gate dialog')));
  }
  await expect(trees.join('\n')).toMatchFileSnapshot(`accessibility-tree/gate.${language}.txt`);
});

it.each(languages)('the shop in %s', async (language, { purchase: words }) => {
  const shop = page.locator('lc-number-purchase');
  const trees: string[] = [];
  const keep = async (name: string) => trees.push(await treeOf(name, shop));
  const press = (label: string) =>
    shop.getByRole('button', { name: label.replace('{number}', '(415) 555-0165'), exact: true }).click();
  let answer: { status: number; json: unknown } | undefined;
  await page.route('**/api/purchases', (route) => answer && route.fulfill(answer));
  const refused = (status: number, code: string) => ({ status, json: { code } });
  const order = async () => {
    await visit('shop', language);
    await press(words.find);
    await press(words.chooseNumber);
    await titled(words.review.title);
  };

  site.answer = { verified: true, status: 'approved' };
  await visit('shop', language);
  await press(words.find);
  await shop.getByRole('button', { name: words.chooseNumber.replace('{number}', '(415) 555-0165') }).waitFor();
  await keep('list');

  await order();
  await keep('review');
  await press(words.review.buy);
  await titled(words.purchasing.title);
  await keep('purchasing');

  for (const [name, title, given] of [
    ['failed', words.failed.payment_required!.title, refused(402, 'payment_required')],
    ['unconfirmed', words.unconfirmed.title, refused(500, 'server_error')],
    [
      'purchased',
      words.purchased.title,
      { status: 200, json: { numbers: [{ phoneNumber: '+14155550165', status: 'purchased' }] } },
    ],
  ] as const) {
    answer = given;
    await order();
    await press(words.review.buy);
    await titled(title);
    await keep(name);
  }

  site.answer = { verified: false, status: 'declined' };
  await order();
  await shop.getByText(words.identity.declined).first().waitFor();
  await keep('review, declined');
  await expect(trees.join('\n')).toMatchFileSnapshot(`accessibility-tree/shop.${language}.txt`);
});
