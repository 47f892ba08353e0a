import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { findChromium } from '../helpers/find-chromium.js';

/** Prints what lists of 100, 1,000 and 10,000 numbers cost in the built drop-in. Run after "npm run build:drop-in". */
const folder = resolve(import.meta.dirname, '../../dist/drop-in');
if (!existsSync(`${folder}/lc-identity-gate.js`))
  throw new Error('There is no drop-in yet. Run: npm run build:drop-in');

const html = `<!doctype html><html lang="en">
  <link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
  <script type="module" src="/lc-identity-gate.js"></script>
  <lc-number-purchase api="/api" account="a"></lc-number-purchase>`;
const server = createServer((request, response) => {
  if (request.url === '/') return void response.setHeader('content-type', 'text/html').end(html);
  if (request.url!.startsWith('/api'))
    return void response.setHeader('content-type', 'application/json').end('{"verified":true}');
  response.setHeader('content-type', 'text/javascript').end(readFileSync(folder + request.url!));
});
await new Promise<void>((done) => server.listen(0, done));
const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });

interface Measured {
  firstRow: number;
  search: number;
  nodes: number;
  nodesAfterScroll: number;
  longestTask: number;
}

/** One fresh page: the list appears, a search is typed, and the whole list is scrolled through. */
async function measure(page: Page, count: number): Promise<Measured> {
  // tsx names functions with a helper that does not exist in the page.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(url);
  await page.waitForFunction(() => customElements.get('lc-number-purchase'));
  return page.evaluate(async (size) => {
    const shop = document.querySelector('lc-number-purchase') as HTMLElement & { numbers: object[] };
    shop.numbers = Array.from({ length: size }, (_, index) => ({
      phoneNumber: `+1${200 + (index % 700)}555${String(index).padStart(4, '0')}`,
      isoCountry: 'US',
      locality: `Town ${index % 97}`,
      region: 'CA',
      capabilities: { voice: true, SMS: true, MMS: index % 2 === 0 },
      price: { price: 1 + (index % 9) / 4, price_unit: 'USD' },
    }));
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    const root = shop.shadowRoot!;
    const frame = () => new Promise<number>(requestAnimationFrame);
    const until = async (ready: () => boolean) => {
      while (!ready()) await frame();
      await frame();
    };
    // The parts of the script are there already when someone has come as far as the button.
    shop.dispatchEvent(new PointerEvent('pointerenter'));
    await new Promise((done) => setTimeout(done, 500));

    const begun = performance.now();
    root.querySelector<HTMLElement>('[part=find]')!.click();
    await until(() => root.querySelector('.row [part=choose]') !== null);
    const firstRow = performance.now() - begun;
    const nodesNow = () => root.querySelectorAll('*').length;
    const nodes = nodesNow();

    const list = root.querySelector('.list')!;
    let most = nodes;
    for (let step = 0; step <= 60; step += 1) {
      list.scrollTop = (list.scrollHeight * step) / 60;
      await frame();
      await frame();
      most = Math.max(most, nodesNow());
    }

    const input = root.querySelector<HTMLInputElement>('[name=digits]')!;
    const count = () => root.querySelector('.count')!.textContent;
    const before = count();
    input.value = '200';
    const typed = performance.now();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => count() !== before && !count()!.startsWith('Looking'));
    const search = performance.now() - typed;
    await new Promise((done) => setTimeout(done, 200));
    return { firstRow, search, nodes, nodesAfterScroll: most, longestTask: Math.max(0, ...tasks) };
  }, count);
}

const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
console.log('numbers   first row   typed to found   DOM nodes   while scrolling   longest task');
for (const count of [100, 1_000, 10_000]) {
  const runs: Measured[] = [];
  for (let run = 0; run < 5; run += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    runs.push(await measure(page, count));
    await page.close();
  }
  const of = (name: keyof Measured) => median(runs.map((run) => run[name]));
  const ms = (name: keyof Measured, width: number) => `${of(name).toFixed(0)} ms`.padStart(width);
  const cells = [
    String(count).padStart(7),
    ms('firstRow', 12),
    ms('search', 17),
    String(of('nodes')).padStart(12),
    String(of('nodesAfterScroll')).padStart(18),
    ms('longestTask', 15),
  ];
  console.log(cells.join(''));
}
await browser.close();
server.close();
