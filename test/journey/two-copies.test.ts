import { type Browser, chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type GatePage, gatePage } from '../helpers/gate-page.js';

let browser: Browser;
let site: GatePage;

beforeAll(async () => {
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
});
afterAll(() => browser?.close());
afterEach(() => site?.close());

/** What a page with two copies of the script says, and whether its gate opens. */
async function opened(policies: string): Promise<string[]> {
  site = await gatePage({
    body: `<lc-identity-gate api="/api" account="loc_1"><button>Buy</button></lc-identity-gate>
      <script type="module" src="/lc-identity-gate.js?second"></script>`,
    headers: { 'content-security-policy': `require-trusted-types-for 'script'; trusted-types ${policies}` },
  });
  site.answer = { verified: false };
  const page = await (await browser.newContext()).newPage();
  const said: string[] = [];
  page.on('pageerror', ({ message }) => said.push(`uncaught: ${message}`));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Buy' }).click();
  await page.getByRole('heading', { name: 'Verify your identity' }).waitFor();
  return said.filter((line) => !line.includes('favicon'));
}

describe('two copies of the script under Trusted Types', () => {
  it('leave the first one working where each policy may be made once, and say what is missing', async () => {
    const ours = (await opened('lit-html')).filter((line) => /uncaught|lc-identity-gate]/.test(line));
    expect(ours).toEqual([`[lc-identity-gate] Lit is here twice: add 'allow-duplicates' to trusted-types.`]);
  });

  it("say nothing with 'allow-duplicates'", async () => {
    expect(await opened("lit-html 'allow-duplicates'")).toEqual([]);
  });
});
