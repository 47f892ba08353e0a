import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.js';
import { byFiles, completeInquiry } from '../helpers/complete-inquiry.js';
import { fakeCamera } from '../helpers/fake-camera.js';

const page = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import Inquiry from 'persona-react';
  const told = (window.told = []);
  const say = (name) => (value) => told.push([name, value]);
  const { host, inquiryId } = Object.fromEntries(new URLSearchParams(location.search));
  const handlers = {
    onLoad: say('load'),
    onReady: say('ready'),
    onComplete: say('complete'),
    onCancel: say('cancel'),
    onError: say('error'),
  };
  createRoot(document.getElementById('root')).render(createElement(Inquiry, { host, inquiryId, ...handlers }));
`;

const html = `<!doctype html><title>Site</title><style>iframe { width: 400px; height: 650px }</style>
<div id="root"></div><script type="module" src="/page.js"></script>`;

/** A page with the vendor's React component, built as a site would build it. */
async function site(): Promise<string> {
  const entry = 'virtual:page';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === entry ? resolve(import.meta.dirname, 'page.js') : null),
        load: (id) => (id.endsWith('journey/page.js') ? page : null),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry } },
  });
  const { output } = Array.isArray(built)
    ? built[0]!
    : (built as Exclude<typeof built, unknown[] | { close: unknown }>);
  const script = output.find((file) => file.type === 'chunk')!;
  const server = createServer((request, response) => {
    if (request.url === '/page.js')
      response.setHeader('content-type', 'text/javascript; charset=utf-8').end('code' in script ? script.code : '');
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('persona-react', () => {
  it('runs unchanged against the stand-in', async () => {
    expect(
      JSON.parse(readFileSync(resolve(import.meta.dirname, '../../node_modules/persona-react/package.json'), 'utf8'))
        .name,
    ).toBe('persona-react');
    const sandbox = await startSandbox({ decisionDelay: 60_000 });
    onTestFinished(() => sandbox.close());
    const browser = await chromium.launch({
      executablePath: process.env.CHROME_PATH,
      args: ['--no-sandbox', ...fakeCamera],
    });
    onTestFinished(() => browser.close());
    const made = await fetch(`${sandbox.origin}/api/v1/inquiries`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.apiKey}` },
      body: JSON.stringify({ data: { attributes: { 'inquiry-template-id': sandbox.templateId } } }),
    });
    const inquiryId = ((await made.json()) as { data: { id: string } }).data.id;
    const tab = await browser.newPage();
    await tab.goto(`${await site()}/?${new URLSearchParams({ host: sandbox.host, inquiryId })}`);
    await completeInquiry(tab, byFiles());
    const found = await tab.waitForFunction(() =>
      (window as unknown as { told: [string, unknown][] }).told.find(([name]) => name === 'complete'),
    );
    expect((await found.jsonValue())?.[1]).toMatchObject({ inquiryId, status: 'completed' });
  });
});
