import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { startSandbox } from '../src/sandbox/index.js';
import { pictureFile, showPictures, takeSelfie } from './helpers/complete-inquiry.js';
import { findChromium } from './helpers/find-chromium.js';
import { scenarioPictures, stepScenarios, withScenarioTable } from './helpers/scenario-table.js';
import { licenceBack } from './sandbox/licence.js';

// `npm run docs:scenarios`: the table of docs/sandbox.md, and a picture for each of its rows.
const sandbox = await startSandbox();
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });

const primary = '[data-test="button__primary"]';

/** Gives a number and types in the code, when one arrives. */
async function provePhone(page: Page): Promise<void> {
  await page.locator(primary).click();
  await page.locator('[data-test="phone__number"]').fill('+1 212 555 0123');
  await page.locator(primary).click();
  await page.locator('main[data-step="phone-code"]').waitFor();
  const code = await page.locator('[data-test="sandbox__note"]').getAttribute('data-code');
  if (!code) return;
  await page.locator('[data-test="phone__code"]').fill(code);
}

/** Walks to the screen that a scenario leads to. */
async function walkTo(page: Page, scenario: string): Promise<void> {
  await provePhone(page);
  if (scenario === 'phone-no-text' || scenario === 'phone-no-more-codes') return;
  await page.locator(primary).click();
  if (scenario.startsWith('phone')) return page.locator('.error').waitFor();
  await page.locator('main[data-step="country"] #country').selectOption('US');
  await page.locator(primary).click();
  await showPictures(page, { id: { file: pictureFile(), back: await licenceBack() }, idClass: 'dl' });
  if (scenario.startsWith('selfie'))
    await takeSelfie(page, { selfie: { files: [pictureFile(), pictureFile(), pictureFile()] } });
  await page.locator('main[data-step^="retry"] h1').waitFor();
}

/** The same picture in a third of the bytes; Playwright writes no WebP, the browser does. */
async function webpOf(png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const data = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.8).split(',')[1] ?? '';
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return Buffer.from(data, 'base64');
}

mkdirSync(scenarioPictures, { recursive: true });
for (const scenario of stepScenarios) {
  const context = await browser.newContext({ viewport: { width: 360, height: 540 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const query = new URLSearchParams({ 'inquiry-template-id': sandbox.kycTemplateId, scenario, language: 'en' });
  await page.goto(`${sandbox.origin}/verify?${query}`);
  await walkTo(page, scenario);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  writeFileSync(`${scenarioPictures}/${scenario}.webp`, await webpOf(await page.screenshot({ fullPage: true })));
  await context.close();
}
await browser.close();
await sandbox.close();

const guide = 'docs/sandbox.md';
writeFileSync(guide, withScenarioTable(readFileSync(guide, 'utf8')));
