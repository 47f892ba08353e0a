import { type Browser, type BrowserContext, chromium, type FileChooser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server/start-demo.js';
import { pictureFile } from '../helpers/complete-inquiry.js';
import { renewAccounts } from '../helpers/demo-accounts.js';
import { heardIn } from '../helpers/journey-ears.js';

/** Buys a number by keyboard and ear alone: no test here looks at the screen, and each leaves its transcript. */
let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What was heard, and which keys were pressed because of that. */
let transcript: string[];
let read: number;

beforeAll(async () => {
  demo = await startDemo({ port: 0, sandboxPort: 0, template: 'plain', decisionDelay: 300, webhookRetryScale: 0.001 });
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});
beforeEach(async () => {
  await renewAccounts(demo);
  context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  // No purchase is over before somebody could hear that it has begun.
  await context.route('**/api/identity/purchases', async (route) => {
    await new Promise((passed) => setTimeout(passed, 500));
    await route.fallback();
  });
  page = await context.newPage();
  transcript = [];
  read = 0;
});
afterEach(() => context.close());

/** Takes over what was heard since. */
function listen(): void {
  const heard = heardIn(context);
  transcript.push(...heard.slice(read).map((line) => `    ${line}`));
  read = heard.length;
}

/** Waits until something is heard. */
async function hears(words: RegExp, timeout = 30_000): Promise<void> {
  const from = transcript.length;
  await expect
    .poll(
      () => {
        listen();
        return transcript.slice(from).some((line) => words.test(line));
      },
      { timeout, message: `${words} is heard` },
    )
    .toBe(true);
}

const lastFocus = () => heardIn(context).findLast((line) => line.startsWith('focus: ')) ?? '';

/** Presses Tab until what is heard to have the focus is what is looked for. */
async function tabTo(name: RegExp): Promise<void> {
  transcript.push(`Tab … ${name.source.replace(/[\\^$]/g, '')}`);
  listen();
  for (let stop = 0; stop < 60; stop += 1) {
    if (name.test(lastFocus())) {
      // The stops on the way are not what was listened for.
      const heard = heardIn(context);
      const onTheWay = heard.slice(read).filter((line) => line.startsWith('says: '));
      read = heard.length;
      transcript.push(...[...onTheWay, lastFocus()].map((line) => `    ${line}`));
      return;
    }
    const before = heardIn(context).length;
    await page.keyboard.press('Tab');
    await expect
      .poll(() => heardIn(context).length, { timeout: 2000 })
      .toBeGreaterThan(before)
      .catch(() => {});
  }
  throw new Error(`Tab never reaches ${name}.`);
}

async function press(key: string): Promise<void> {
  listen();
  transcript.push(key);
  await page.keyboard.press(key);
}

/** Heard or not as the machine is fast or slow: what passes by, and the demo's own badge, which says where the account stands. */
const passing =
  /: (heading “(Uploading|Checking) your|Looking for numbers|(Verified|Not verified|In review|Declined|Started)$)/;

/** Without what differs from run to run: which number of the area code it is, how many there are, and when. */
const written = () =>
  `${transcript
    .filter((line) => !passing.test(line))
    .join('\n')
    .replace(/\((\d{3})\) 555-\d{4}/g, '($1) 555-01··')
    .replace(/\d+(\+? numbers?)/g, '··$1')
    .replace(/until \w+ \d+, \d{4} at [\d:]+\s[AP]M/g, 'until ··')}\n`;

async function open(kind: string): Promise<void> {
  await page.goto(`${demo.url}/?account=${kind}&lang=en`);
  await page.waitForFunction(() => document.querySelector('lc-number-purchase')?.getAttribute('account'));
}

/** From the page's beginning to the review of a number of that area code. */
async function choose(area: string): Promise<void> {
  await tabTo(/“Area code, city or digits”/);
  transcript.push(`types ${area}`);
  await page.keyboard.type(area);
  await press('Enter');
  await hears(/says: .*numbers?\./);
  await tabTo(new RegExp(`button “Choose \\(${area}\\)`));
  await press('Enter');
  await hears(/heading “Review your order”/);
  await hears(/says: .*555-/);
}

/** As `choose`, and on to the purchase. */
async function order(area: string): Promise<void> {
  await choose(area);
  await tabTo(/button “Buy number”/);
  await press('Enter');
}

const keep = async (name: string): Promise<void> => {
  listen();
  console.log(`\n${name}\n\n${written()}`);
  await expect(written()).toMatchFileSnapshot(`by-ear/${name}.txt`);
};

describe('by keyboard and ear alone', () => {
  it('a number is bought after an ID and a selfie', async () => {
    await open('new');
    await order('415');
    await hears(/heading “Verify your identity”/);
    await hears(/says: US, Canadian and Puerto Rican/);
    await tabTo(/button “Continue”/);
    await press('Enter');
    await hears(/says: Identity verification/);
    await tabTo(/button “Select”/);
    await press('Enter');
    const chooser = () => new Promise<FileChooser>((opened) => page.once('filechooser', opened));
    const id = chooser();
    await tabTo(/“Passport/);
    await press('Enter');
    await tabTo(/“Upload a photo”/);
    await press('Enter');
    await (await id).setFiles(pictureFile());
    transcript.push('chooses a photo');
    await tabTo(/button “(Use this|Continue|This is readable)/);
    await press('Enter');
    await hears(/selfie/i);
    const selfie = chooser();
    await tabTo(/“Use files instead/);
    await press('Enter');
    await (await selfie).setFiles([pictureFile(), pictureFile(), pictureFile()]);
    transcript.push('chooses three photos');
    await hears(/says: \(415\) 555-\d{4} is yours\./);
    await keep('approved');
  });

  it('an account is declined', async () => {
    await open('declined');
    await choose('212');
    await tabTo(/button “Back”/);
    await keep('declined');
  });

  it('an order waits for a review, and is bought while its buyer is elsewhere on the page', async () => {
    await open('review');
    await order('310');
    await hears(/heading “Your ID is being reviewed”/);
    await hears(/says: Someone is taking a closer look/);
    await tabTo(/button “Close”/);
    await press('Enter');
    await hears(/Your order is waiting/);
    await tabTo(/“Account”/);
    const account = await page.locator('lc-number-purchase').getAttribute('account');
    transcript.push('(the reviewer approves)');
    const answer = await context.request.post(`${demo.url}/api/reviews`, {
      data: { account, decision: 'approve' },
      headers: { origin: demo.url },
    });
    expect(answer.status()).toBe(200);
    await hears(/says: \(310\) 555-\d{4} is yours\./);
    await keep('in review');
  });

  it('a payment does not go through', async () => {
    await open('verified');
    demo.sandbox!.carriers.play('payment*1');
    await order('512');
    await hears(/says: The payment did not go through\. Nothing was bought\./);
    await keep('failed');
  });

  it('a number has been sold to somebody else', async () => {
    await open('verified');
    demo.sandbox!.carriers.play('taken*1');
    await order('206');
    await hears(/says: \(206\) 555-\d{4} can no longer be bought\./);
    await hears(/says: .*numbers?\./);
    await keep('taken');
  });

  it('the answer to a purchase is lost', async () => {
    await open('verified');
    let first = true;
    await page.route('**/api/identity/purchases', async (route) => {
      if (!first) return route.continue();
      first = false;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await order('305');
    await hears(/says: We’re checking your purchase\. .* Please don’t buy it again\./);
    await hears(/says: \(305\) 555-\d{4} is yours\./);
    await keep('unknown outcome');
  });
});
