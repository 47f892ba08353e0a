import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createHost, lcPhoneCarrier } from '../../src/host/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { freshDatabase } from '../helpers/blank-database.js';
import { recipes } from '../host/recipes/served.js';

const dropIn = join(import.meta.dirname, '../../dist/drop-in');
const database = await freshDatabase();
let browser: Browser;
let persona: Sandbox;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
  persona = await startSandbox();
});
afterAll(async () => {
  await browser?.close();
  await persona?.close();
  await database.close();
});

/** What Persona decides about an inquiry, without anybody walking through its pages. */
async function approve(inquiryId: string): Promise<void> {
  const actions = ['start_inquiry', 'complete_inquiry', 'approve_inquiry'].map((type) => ({ type }));
  const answer = await fetch(`${persona.origin}/api/v1/inquiries/${inquiryId}/perform-simulate-actions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${persona.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ meta: { 'simulate-actions': actions } }),
  });
  expect(answer.status).toBe(200);
}

describe.each(recipes)('a host by the recipe for %s', (name, start) => {
  it('serves the elements from the search to the receipt', async () => {
    const { apiKey, templateId, webhookSecret, origin, host: address, carriers } = persona;
    const account = `loc_${name}`;
    const host = createHost({
      persona: { apiKey, templateId, webhookSecret, apiUrl: `${origin}/api/v1`, host: address },
      database,
      carrier: lcPhoneCarrier({ ...carriers.lcPhone, location: (whose) => whose ?? 'nobody' }),
      authorize: (_request, whose) => whose === account,
    });
    const served = await start(host);
    const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
    onTestFinished(async () => {
      await context.close();
      await served.close();
      await host.close();
    });
    // The page and the script are the site's own; all else is the recipe's.
    await context.route(`${served.url}/`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><script type="module" src="/lc-identity-gate.js"></script>
          <lc-number-purchase api="/api/identity" account="${account}"></lc-number-purchase></html>`,
      }),
    );
    await context.route(`${served.url}/lc-*`, async (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: await readFile(join(dropIn, new URL(route.request().url()).pathname)),
      }),
    );

    const page = await context.newPage();
    await page.goto(`${served.url}/`);
    await page.getByRole('button', { name: 'Find numbers' }).click();
    await page
      .getByRole('button', { name: /^Choose / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Buy number' }).click();
    const opened = page.waitForResponse((response) => response.url().endsWith('/inquiry'));
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    const { inquiryId } = (await (await opened).json()) as { inquiryId: string };
    await approve(inquiryId);
    await page.getByRole('heading', { name: /is yours$/ }).waitFor({ timeout: 30_000 });
    expect(carriers.sales().filter(({ owner }) => owner === account)).toHaveLength(1);
  });
});
