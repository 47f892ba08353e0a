import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Demo } from '../../demo/server/start-demo.js';
import { BlindVisitor } from '../helpers/blind-visitor.js';
import { startTestDemo } from '../helpers/test-demo.js';

let demo: Demo;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  demo = await startTestDemo();
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
  page = await browser.newPage({ locale: 'en-US', reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

it('a phone is proved by keyboard and ear alone, after a number and a code that are mistyped', async () => {
  const visitor = new BlindVisitor(page);
  await page.goto(`${demo.url}/?account=new&lang=en`);
  await page.waitForFunction(() => document.querySelector('lc-number-purchase')?.getAttribute('account'));
  await visitor.chooses(/button “Set up caller name”/);
  await visitor.hears(/heading “Verify your identity”/);
  await visitor.hears(/says: A caller name/);
  await visitor.chooses(/button “Continue”/);
  await visitor.hears(/says: .*The verification is open/);
  await visitor.tabTo(/field “Phone number”/);
  await visitor.types('12');
  await visitor.press('Enter');
  await visitor.hears(/says: .*(digits|number)/);
  await visitor.tabTo(/field “Phone number”/);
  await visitor.press('Control+a');
  await visitor.types('+1 212 555 0123');
  await visitor.press('Enter');
  await visitor.hears(/heading “.*code/i);
  await visitor.tabTo(/field “.*[Cc]ode/);
  await visitor.types('000000');
  await visitor.press('Enter');
  await visitor.hears(/says: .*code/);
  const note = page.frameLocator('lc-identity-gate iframe').locator('[data-test="sandbox__note"][data-code]');
  const code = (await note.getAttribute('data-code'))!;
  await visitor.tabTo(/field “.*[Cc]ode/);
  await visitor.press('Control+a');
  await visitor.types(code);
  await visitor.press('Enter');
  await visitor.hears(/heading “(?!Enter the code)/);
  const transcript = visitor.transcript.replaceAll(code, '······');
  console.log(`\nphone\n\n${transcript}`);
  await expect(transcript).toMatchFileSnapshot('by-ear/phone.txt');
});
