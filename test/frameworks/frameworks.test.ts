import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { byFiles, completeInquiry } from '../helpers/complete-inquiry.js';
import { MockHost } from '../helpers/mock-host.js';
import { type App, apps, type Column, columns, forgotten, isInstalled, manifestOf } from './apps.js';
import { addFaults, faultsOf, namedLines } from './faults.js';
import { type OneOrigin, oneOrigin } from './one-origin.js';
import { lay, pack, type Served, script, serve } from './running-app.js';
import { type Results, tableOf, writeTable, writtenTable } from './table.js';
import { begin, go, hasIt, order, type Visit, visit } from './visit.js';

const written = apps.filter((app) => manifestOf(app));
const skipped = written.filter((app) => !isInstalled(app));
if (skipped.length > 0)
  console.warn(
    `Skipped: the apps in ${skipped.map(({ title }) => title).join(', ')}. ` +
      'Run "npm run frameworks" to install what is missing.',
  );

const results: Results = new Map(apps.map((app) => [app, {}]));
let tarball: string;
let sandbox: Sandbox;
let browser: Browser;
let person: Visit | undefined;

beforeAll(async () => {
  tarball = await pack();
  sandbox = await startSandbox({ decisionDelay: 300 });
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] });
}, 120_000);
afterEach(async () => {
  await person?.close();
  person = undefined;
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
  if (tarball) await rm(dirname(tarball), { recursive: true, force: true });
});

it('knows every app in demo/frameworks', () => expect(forgotten()).toEqual([]));

describe.each(written)('$title', (app: App) => {
  const here = isInstalled(app);
  let host: MockHost;
  let served: Served | undefined;
  let site: OneOrigin | undefined;
  let isBuilt = false;

  beforeAll(async () => {
    if (here) await lay(app, tarball);
  });
  afterAll(async () => {
    await site?.close();
    served?.close();
  });

  /** One cell of the table: a test, and "yes" or a note when it holds. */
  function cell(column: Column, test: () => Promise<unknown>, needsBuild = false): void {
    it.runIf(here)(columns[column], async ({ skip }) => {
      if (needsBuild && !isBuilt) skip('It is not built.');
      results.get(app)![column] = String((await test()) ?? 'yes');
    });
  }
  const onPage = (column: Column, test: (site: OneOrigin) => Promise<void>) =>
    cell(column, () => test(site as OneOrigin), true);

  /** Every script comes late: what a framework takes over then has been on the page for a while. */
  async function visitSlowly(page: OneOrigin): Promise<Visit> {
    page.slowness = 300;
    return visit(browser, page.origin).finally(() => {
      page.slowness = 0;
    });
  }

  cell('types', async () => {
    const { code, said } = await script(app, 'check');
    expect(code, said).toBe(0);
  });

  cell('build', async () => {
    const { code, said } = await script(app, 'build');
    expect(code, said).toBe(0);
    served = await serve(app, sandbox.host);
    host = new MockHost(sandbox);
    site = await oneOrigin(served.origin, host);
    isBuilt = true;
  });

  if (app.rendersOnServer)
    onPage('server', async ({ origin }) => {
      const html = await (await fetch(`${origin}/`)).text();
      const tag = /<lc-number-purchase(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(html)?.[0];
      expect(tag).toBeDefined();
      for (const word of ['x-app', '[object Object]', 'token', '=>']) expect(tag).not.toContain(word);
      // Nor does anything else that is shown; scripts are the app's own.
      expect(html.replace(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(/x-app|\[object Object\]|getToken|Bearer/);
    });
  else results.get(app)!.server = '–';

  onPage('load', async (page) => {
    page.missing.length = 0;
    person = await visitSlowly(page);
    await person.shop.getByRole('button', { name: 'Show numbers' }).waitFor();
    await expect.poll(() => host.of(person!.account, 'status').length).toBeGreaterThan(0);
    await person.page.waitForLoadState('networkidle');
    expect(host.of(person.account, 'status')).toEqual([
      { what: 'status', account: person.account, app: app.sources ?? app.name, authorization: 'Bearer token' },
    ]);
    const unexpected = person.said.filter((line) => !app.said?.some(({ text }) => text.test(line)));
    expect([...unexpected, ...page.missing]).toEqual([]);
  });

  onPage('events', async (page) => {
    const before = host.asked.length;
    person = await visitSlowly(page);
    await order(person);
    await begin(person);
    await completeInquiry(person.persona, byFiles());
    await hasIt(person);
    expect(await person.page.locator('#status').textContent()).toBe('purchased');
    expect(host.of(person.account, 'purchases')).toHaveLength(1);
    const asked = host.asked.filter(({ account }) => account === person?.account);
    expect(new Set(asked.map((each) => `${each.app} ${each.authorization}`))).toEqual(
      new Set([`${app.sources ?? app.name} Bearer token`]),
    );
    // The shop asks on arrival and for the search, which may be one question; each carries the app's own headers.
    const searches = host.asked.slice(before).filter(({ what }) => what === 'numbers');
    expect(searches.length).toBeGreaterThan(0);
    for (const search of searches)
      expect(search).toMatchObject({ app: app.sources ?? app.name, authorization: 'Bearer token' });
  });

  onPage('remount', async ({ origin }) => {
    person = await visit(browser, origin);
    const { page, account } = person;
    const register = page.getByRole('button', { name: 'Register brand' });
    const registered = page.locator('#registered');
    await go(person, 'Brand');
    await register.click();
    await begin(person);
    await completeInquiry(person.persona, byFiles());
    await registered.waitFor();
    await page.locator('#verified').waitFor();

    await go(person, 'Numbers');
    await order(person);
    await hasIt(person);
    await go(person, 'Brand');
    expect(await registered.count()).toBe(0);
    await register.click();
    await registered.waitFor();
    expect(await registered.count()).toBe(1);
    if (app.hasHook) {
      await page.getByRole('button', { name: 'Set caller name' }).click();
      await page.getByText('Caller name set').waitFor();
    }
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(host.of(account, 'inquiry')).toHaveLength(1);
    await go(person, 'Numbers');
    await person.shop.getByRole('button', { name: 'Show numbers' }).waitFor();
    expect(await person.bought.count()).toBe(1);
    expect(host.of(account, 'purchases')).toHaveLength(1);
  });

  onPage('route', async ({ origin }) => {
    person = await visit(browser, origin);
    await order(person);
    await begin(person);
    await person.persona.locator('main[data-step]').waitFor();
    await go(person, 'Brand');
    await host.completeElsewhere(person.account);
    await expect.poll(() => host.isVerified(person!.account)).toBe(true);
    await go(person, 'Numbers');
    await hasIt(person);
    expect(host.sales(person.account)).toBe(1);
    expect(host.of(person.account, 'purchases')).toHaveLength(1);
  });

  // Last, because the faulty files would stand in the way of a build.
  cell('faults', async () => {
    const faults = await faultsOf(app);
    expect(faults.length).toBeGreaterThanOrEqual(3);
    await addFaults(app);
    const { code, said } = await script(app, 'check');
    const unseen = Object.keys(app.unseen ?? {});
    const wrong = faults.filter(({ words }) => !unseen.includes(words)).map(({ file, line }) => `${file}:${line}`);
    // These lines and no others: a checker that knows nothing of the elements would name more.
    expect([...namedLines(said)].sort(), said).toEqual(wrong.sort());
    expect(code).not.toBe(0);
    return unseen.length > 0 ? `all but ${unseen.join(' and ')}` : undefined;
  });
});

// With one app's name behind `-t`, or one not installed, there is no whole table.
const isWhole = () =>
  skipped.length === 0 &&
  written.every((app) => Object.keys(results.get(app) ?? {}).length === Object.keys(columns).length);

it('the table in docs/frameworks.md says the same', ({ skip }) => {
  if (!isWhole()) skip('Not everything was run, or something failed.');
  if (process.env.WRITE_DOCS) writeTable(tableOf(results));
  expect(writtenTable()).toBe(tableOf(results));
});
