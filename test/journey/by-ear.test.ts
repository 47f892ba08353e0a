import { type Browser, type BrowserContext, chromium, type FileChooser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Demo } from '../../demo/server/start-demo.js';
import { BlindVisitor } from '../helpers/blind-visitor.js';
import { byFiles, pictureFile, showId, takeSelfie } from '../helpers/complete-inquiry.js';
import { renewAccounts } from '../helpers/demo-accounts.js';
import { startTestDemo } from '../helpers/test-demo.js';

/** Buys a number by keyboard and ear alone: no test here looks at the screen, and each leaves its transcript. */
let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let visitor: BlindVisitor;

beforeAll(async () => {
  demo = await startTestDemo({ template: 'plain' });
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
  visitor = new BlindVisitor(page);
});
afterEach(() => context.close());

async function open(kind: string): Promise<void> {
  await page.goto(`${demo.url}/?account=${kind}&lang=en`);
  await page.waitForFunction(() => document.querySelector('lc-number-purchase')?.getAttribute('account'));
  // A fast reader would be at the search before all of it is loaded, where the field is an ordinary one.
  await page.locator('lc-number-purchase [name=digits][role=combobox]').waitFor();
}

/** From the page's beginning to the review of a number of that area code. */
async function choose(area: string): Promise<void> {
  await visitor.tabTo(/“Area code, city or digits”/);
  await visitor.types(area);
  await visitor.press('Enter');
  await visitor.hears(/says: \d+\+? numbers?\./);
  await visitor.chooses(new RegExp(`button “Choose \\(${area}\\)`));
  await visitor.hears(/heading “Review your order”/);
  await visitor.hears(/says: .*555-/);
}

/** As `choose`, and on to the purchase. */
async function order(area: string): Promise<void> {
  await choose(area);
  await visitor.chooses(/button “Buy number”/);
}

/** What is heard or not as the machine is slow or fast; `passing`: in this walk as well. */
const brief = /says: (Your order goes on as soon as you are|This usually takes a few seconds)\.$/;
const keep = async (name: string, passing = brief): Promise<void> => {
  const isBrief = (line: string) => brief.test(line.trimEnd()) || passing.test(line);
  const transcript = visitor.transcript.replace(/^.*\n/gm, (line) => (isBrief(line) ? '' : line));
  console.log(`\n${name}\n\n${transcript}`);
  await expect(transcript).toMatchFileSnapshot(`by-ear/${name}.txt`);
};

describe('by keyboard and ear alone', () => {
  it('a number is bought after an ID and a selfie', async () => {
    await open('new');
    await order('415');
    await visitor.hears(/heading “Verify your identity”/);
    await visitor.hears(/says: US, Canadian and Puerto Rican/);
    await visitor.chooses(/button “Continue”/);
    await visitor.hears(/says: Identity verification/);
    await visitor.chooses(/button “Select”/);
    const chooser = () => new Promise<FileChooser>((opened) => page.once('filechooser', opened));
    const id = chooser();
    await visitor.chooses(/“Passport/);
    await visitor.chooses(/“Upload a photo”/);
    await (await id).setFiles(pictureFile());
    visitor.notes('chooses a photo');
    await visitor.chooses(/button “(Use this|Continue|This is readable)/);
    await visitor.hears(/selfie/i);
    const selfie = chooser();
    await visitor.chooses(/“Use files instead/);
    await (await selfie).setFiles([pictureFile(), pictureFile(), pictureFile()]);
    visitor.notes('chooses three photos');
    await visitor.hears(/says: \(415\) 555-\d{4} is yours\./);
    await keep('approved');
  });

  it('an account is declined', async () => {
    await open('declined');
    await choose('212');
    await visitor.tabTo(/button “Back”/);
    await keep('declined');
  });

  it('an order waits for a review, and is bought while its buyer is elsewhere on the page', async () => {
    await open('review');
    await order('310');
    await visitor.hears(/heading “Your ID is being reviewed”/);
    await visitor.hears(/says: Someone is taking a closer look/);
    await visitor.chooses(/button “Close”/);
    await visitor.hears(/Your order is waiting/);
    await visitor.tabTo(/“Account”/);
    const account = await page.locator('lc-number-purchase').getAttribute('account');
    visitor.notes('(the reviewer approves)');
    const answer = await context.request.post(`${demo.url}/api/reviews`, {
      data: { account, decision: 'approve' },
      headers: { origin: demo.url },
    });
    expect(answer.status()).toBe(200);
    await visitor.hears(/says: \(310\) 555-\d{4} is yours\./);
    // Page and host are both at it: whichever sells, the word that it is under way may have no time.
    await keep('in review', /says: (Buying|Waiting for the review)/);
  });

  it('a payment does not go through', async () => {
    await open('verified');
    demo.sandbox!.carriers.play('payment*1');
    await order('512');
    await visitor.hears(/says: The payment did not go through\. Nothing was bought\./);
    await keep('failed');
  });

  it('a number has been sold to somebody else', async () => {
    await open('verified');
    demo.sandbox!.carriers.play('taken*1');
    await order('206');
    await visitor.hears(/says: \(206\) 555-\d{4} can no longer be bought\./);
    await visitor.hears(/says: \d+\+? numbers?\./);
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
    await visitor.hears(/says: We’re checking your purchase\. .* Please don’t buy it again\./);
    await visitor.hears(/says: \(305\) 555-\d{4} is yours\./);
    await keep('unknown outcome');
  });

  it('several numbers are put together and bought as a pool', async () => {
    await open('verified');
    await visitor.tabTo(/“One number”/);
    await visitor.press('ArrowRight');
    await visitor.hears(/choice “Number pool”/);
    await visitor.tabTo(/“Area code, city or digits”/);
    await visitor.types('617');
    await visitor.press('Enter');
    await visitor.hears(/says: \d+\+? numbers?\./);
    for (const said of [/says: 1 number chosen, \$1\.15/, /says: 2 numbers chosen, \$2\.30/]) {
      // Away from the one that was pressed, which has another name by now.
      await visitor.press('Tab');
      await visitor.chooses(/button “Add \(617\)/);
      await visitor.hears(said);
    }
    await visitor.chooses(/button “Review order”/);
    await visitor.hears(/heading “Review your order”/);
    await visitor.hears(/says: 2 numbers\. They form the pool/);
    await visitor.chooses(/button “Buy pool”/);
    await visitor.hears(/says: 2 numbers are yours\./);
    await keep('pool');
  });

  it('the verification goes on on the phone, and the computer says how far it is', async () => {
    await open('new');
    await order('713');
    await visitor.hears(/heading “Verify your identity”/);
    await visitor.hears(/says: US, Canadian and Puerto Rican/);
    await visitor.chooses(/button “Continue on your phone”/);
    await visitor.hears(/heading “Continue on your phone”/);
    await visitor.hears(/says: This link opens on this computer only/);
    await visitor.tabTo(/link “Open in a new tab”/);
    visitor.notes('(opens the link on the phone)');
    const link = await page.locator('lc-identity-gate .link').textContent();
    const phone = await (await browser.newContext()).newPage();
    await phone.goto(link!);
    await visitor.hears(/heading “Your phone is connected”/);
    await visitor.hears(/says: When you are done/);
    await showId(phone, byFiles());
    await visitor.hears(/says: .*ID done, now the selfie/);
    await takeSelfie(phone, byFiles());
    await visitor.hears(/says: \(713\) 555-\d{4} is yours\./);
    await phone.context().close();
    await keep('on the phone');
  });
});
