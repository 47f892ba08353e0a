import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseOption } from '../helpers/choose-option.js';
import { OpenApiMock } from '../helpers/lc-phone-mock.js';

const root = resolve(import.meta.dirname, '../..');
const file = [
  resolve(root, '../shared/contracts/lc-phone-system.openapi.json'),
  process.env.LC_PHONE_OPENAPI ?? '',
].find((path) => path && existsSync(path));
if (!file)
  console.log(
    'The tests against the LC Phone API are left out: its description is not at ' +
      '../shared/contracts/lc-phone-system.openapi.json. Set LC_PHONE_OPENAPI to where it is.',
  );

const location = '/phone-system/numbers/location/ve9EPM428h8vShlRW1KT';
const page = `<!doctype html><html lang="en"><title>Numbers</title>
<lc-number-purchase account="ve9" status-url="/status"></lc-number-purchase>
<script type="module">
  import '/src/define.ts';
  import { lcPhone } from '/src/adapters/shop/lc-phone.ts';
  Object.assign(document.querySelector('lc-number-purchase'), lcPhone({ url: '${location}' }));
</script>`;

describe.runIf(file)('the shop on a server that speaks the LC Phone API', () => {
  let mock: OpenApiMock;
  let vite: ViteDevServer;
  let browser: Browser;
  let tab: Page;

  beforeAll(async () => {
    vite = await createServer({
      root,
      configFile: false,
      logLevel: 'error',
      cacheDir: resolve(root, 'node_modules/.vite/lc-phone'),
      server: { port: 0, hmr: false, ws: false, watch: null },
      optimizeDeps: { include: ['lit', 'lit/decorators.js', 'lit/directives/repeat.js', 'zod/mini', 'persona'] },
      plugins: [
        {
          name: 'lc-phone',
          configureServer: ({ middlewares }) => {
            middlewares.use((request, response, next) => {
              if (request.url === '/shop') return void response.setHeader('content-type', 'text/html').end(page);
              if (request.url!.startsWith('/status'))
                return void response.setHeader('content-type', 'application/json').end('{"verified":true}');
              mock.handle(request, response).then((handled) => handled || next(), next);
            });
          },
        },
      ],
    });
    await vite.listen();
    browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await vite?.close();
  });
  beforeEach(async () => {
    mock = new OpenApiMock(file!);
    tab = await browser.newPage();
    tab.setDefaultTimeout(15_000);
    await tab.goto(`${vite.resolvedUrls!.local[0]}shop`);
  });
  afterEach(() => tab.close());

  const shop = () => tab.locator('lc-number-purchase');
  async function buy(): Promise<void> {
    await shop().getByRole('button', { name: 'Find numbers' }).click();
    await shop().getByRole('button', { name: 'Choose (870) 587-1861' }).click();
    await shop().getByRole('button', { name: 'Buy number' }).click();
  }

  it('searches by its parameters and buys by its body, the fingerprint carried along', async () => {
    await shop().getByLabel('Area code, city or digits').fill('870');
    await buy();
    await shop().getByRole('heading', { name: '(870) 587-1861 is yours' }).waitFor();
    expect(mock.misfits).toEqual([]);
    expect(mock.requests.find(({ operationId }) => operationId === 'available-numbers')!.query).toEqual({
      countryCode: 'US',
      firstPart: '870',
    });
    expect(mock.requests.at(-1)).toMatchObject({
      operationId: 'purchase-phone-number',
      body: {
        phoneNumber: '+18705871861',
        countryCode: 'US',
        numberType: 'local',
        locality: 'Wynne',
        region: 'AR',
        fingerprintId: '1773314252953',
      },
    });
  });

  it('keeps to them with every filter', async () => {
    await shop().getByRole('button', { name: 'Find numbers' }).click();
    await chooseOption(shop(), 'Type', 'Toll-free');
    await chooseOption(shop(), 'Position of the digits', 'At the end');
    await shop().getByLabel('Area code, city or digits').fill('61');
    for (const name of ['Calls', 'SMS', 'MMS']) await shop().getByRole('checkbox', { name }).check();
    await chooseOption(shop(), 'Sort by', 'Price');
    await expect
      .poll(() => mock.requests.at(-1)!.query)
      .toEqual({
        countryCode: 'US',
        numberTypes: 'tollFree',
        lastPart: '61',
        smsEnabled: 'true',
        mmsEnabled: 'true',
        voiceEnabled: 'true',
      });
    expect(mock.misfits).toEqual([]);
  });

  it('offers others when it says that a number is gone', async () => {
    mock.next.set('purchase-phone-number', '400');
    await buy();
    await shop().getByRole('status').filter({ hasText: '(870) 587-1861 can no longer be bought' }).waitFor();
    expect(mock.misfits).toEqual([]);
  });

  it('checks after its 500 and settles', async () => {
    mock.next.set('purchase-phone-number', '500');
    await buy();
    await shop().getByRole('heading', { name: 'We’re checking your purchase' }).waitFor();
    await shop().getByRole('heading', { name: '(870) 587-1861 is yours' }).waitFor();
    expect(mock.misfits).toEqual([]);
  });

  it('would notice a request that does not fit', async () => {
    const answers = await tab.evaluate(async (url) => {
      const post = await fetch(`${url}/purchase`, {
        method: 'POST',
        headers: { version: '2021-07-28' },
        body: JSON.stringify({ phoneNumber: 7, numberType: 'fax' }),
      });
      const get = await fetch(`${url}/available?colour=green`, { headers: { version: '2021-07-28' } });
      return [post.status, get.status];
    }, location);
    expect(answers).toEqual([400, 400]);
    expect(mock.misfits.length).toBeGreaterThan(2);
  });
});
