import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { byFiles, completeInquiry } from '../helpers/complete-inquiry.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import { MockHost } from '../helpers/mock-host.js';

const root = resolve(import.meta.dirname, '../..');

/** A page as its users write it: functions made at every render, a render at every change of state. */
const pages: Record<string, string> = {
  React: `
    import { createElement as h, StrictMode, useState } from 'react';
    import { createRoot } from 'react-dom/client';
    import '/src/define.ts';
    function App() {
      const [status, setStatus] = useState('');
      const [bought, setBought] = useState([]);
      return h('main', { 'data-status': status, 'data-bought': bought.join() },
        h('lc-number-purchase', {
          api: '/api', account: 4711, countries: ['US', 'CA'],
          fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, 'x-app': 'react' } }),
          getToken: async () => 'token',
          labels: { purchase: { find: 'Find numbers' } },
          onstatechange: ({ detail }) => setStatus(detail.status),
          onpurchased: ({ detail }) => setBought((ids) => [...ids, detail.order.id]),
        }));
    }
    createRoot(document.getElementById('root')).render(h(StrictMode, null, h(App)));`,
  Vue: `
    import { createApp, h, ref } from 'vue';
    import '/src/define.ts';
    createApp({
      setup() {
        const [status, bought] = [ref(''), ref([])];
        return () => h('main', { 'data-status': status.value, 'data-bought': bought.value.join() }, [
          h('lc-number-purchase', {
            api: '/api', '.account': 4711, '.countries': ['US', 'CA'],
            '.fetch': (url, init) => fetch(url, { ...init, headers: { ...init.headers, 'x-app': 'vue' } }),
            '.getToken': async () => 'token',
            '.labels': { purchase: { find: 'Find numbers' } },
            onStatechange: ({ detail }) => (status.value = detail.status),
            onPurchased: ({ detail }) => (bought.value = [...bought.value, detail.order.id]),
          }),
        ]);
      },
    }).mount('#root');`,
};

let vite: ViteDevServer;
let browser: Browser;
let sandbox: Sandbox;
let tab: Page;
let host: MockHost;

beforeAll(async () => {
  sandbox = await startSandbox({ decisionDelay: 300 });
  vite = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    cacheDir: resolve(root, 'node_modules/.vite/frameworks'),
    server: { port: 0, hmr: false, ws: false, watch: null },
    optimizeDeps: {
      include: ['lit', 'zod/v4/core', 'persona', 'react', 'react-dom/client', 'vue'],
    },
    plugins: [
      {
        name: 'pages',
        resolveId: (id) => (id.startsWith('/page-') ? id : undefined),
        load: (id) => pages[/^\/page-(\w+)\.js$/.exec(id)?.[1] ?? ''],
        configureServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            const url = new URL(request.url ?? '/', 'http://site.test');
            const [, framework] = /^\/on\/(\w+)$/.exec(url.pathname) ?? [];
            if (framework) {
              response.setHeader('content-type', 'text/html');
              response.end(
                `<!doctype html><html lang="en"><title>${framework}</title><div id="root"></div>` +
                  `<script type="module" src="/page-${framework}.js"></script>`,
              );
              return;
            }
            if (!url.pathname.startsWith('/api/')) return next();
            host.answer(request, url).then(({ status, body }) => {
              response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
            }, next);
          });
        },
      },
    ],
  });
  await vite.listen();
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox', ...fakeCamera] });
});
afterAll(async () => {
  await browser?.close();
  await vite?.close();
  await sandbox?.close();
});
afterEach(() => tab?.close());

describe.each(Object.keys(pages))('on a page of %s that makes everything anew at every render', (framework) => {
  it('asks for the status once, verifies, and buys the order once', async () => {
    host = new MockHost(sandbox);
    const asked = (what: string) => host.asked.filter((each) => each.what === what);
    tab = await browser.newPage();
    await tab.goto(`${vite.resolvedUrls?.local[0]}on/${framework}`);
    const shop = tab.locator('lc-number-purchase');
    await shop.getByRole('button', { name: 'Find numbers' }).click();
    await shop.getByRole('button', { name: /^Choose / }).click();
    expect(asked('status')).toHaveLength(1);
    await shop.getByRole('button', { name: 'Buy number' }).click();
    await tab.getByRole('heading', { name: 'Verify your identity' }).waitFor();
    expect(asked('status').length).toBeLessThan(4);
    await tab.getByRole('button', { name: 'Continue', exact: true }).click();
    await completeInquiry(tab.frameLocator('lc-identity-gate iframe'), byFiles());
    await tab.getByRole('heading', { name: 'is yours' }).waitFor();
    const bought = await tab.locator('main').getAttribute('data-bought');
    expect(bought).toMatch(/^[^,]+$/);
    expect(asked('purchases')).toHaveLength(1);
    const ways = new Set(host.asked.map(({ app, authorization }) => `${app} ${authorization}`));
    expect(ways).toEqual(new Set([`${framework.toLowerCase()} Bearer token`]));
  });
});
