import { type Browser, chromium } from 'playwright';
import { startDemo } from '../demo/server/start-demo.js';
import { findChromium } from './helpers/find-chromium.js';

// `npm run docs:pictures`: the two pictures of the README, of the demo as `npm start` shows it.
const pictures = [
  {
    file: 'docs/pictures/gate-desktop.png',
    viewport: { width: 1280, height: 900 },
    deviceScaleFactor: 1,
    theme: 'light',
  },
  { file: 'docs/pictures/gate-phone.png', viewport: { width: 375, height: 770 }, deviceScaleFactor: 2, theme: 'dark' },
];

/** From the search to the dialog that asks for the identity. */
async function takeOne(browser: Browser, url: string, { file, theme, ...screen }: (typeof pictures)[number]) {
  const page = await browser.newPage({ ...screen, reducedMotion: 'reduce' });
  await page.goto(`${url}/?account=new&lang=en&theme=${theme}`);
  const shop = page.locator('lc-number-purchase');
  await shop.getByRole('button', { name: 'Find numbers' }).click();
  await shop
    .getByRole('button', { name: /^Choose / })
    .first()
    .click();
  await shop.getByRole('button', { name: 'Buy number' }).click();
  await page.getByRole('heading', { name: 'Verify your identity' }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: file, animations: 'disabled' });
  await page.close();
}

const demo = await startDemo({ port: 0, sandboxPort: 0 });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  // Without a camera the first screen would say so.
  args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
});
try {
  for (const picture of pictures) await takeOne(browser, demo.url, picture);
} finally {
  await browser.close();
  await demo.close();
}
