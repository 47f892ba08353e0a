import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { byFiles, completeInquiry } from '../helpers/complete-inquiry.js';
import { fakeCamera } from '../helpers/fake-camera.js';

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
/** What the host was asked, and with which token. */
let asked: string[] = [];
let inquiry: Promise<{ id: string; token: string }> | undefined;

const persona = async (path: string, body?: object) =>
  (await (
    await fetch(`${sandbox.origin}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  ).json()) as { data: { id: string; attributes: { status: string } }; meta: Record<string, string> };

async function makeInquiry() {
  const { data, meta } = await persona('/inquiries', {
    data: { attributes: { 'inquiry-template-id': sandbox.templateId, 'reference-id': '4711' } },
    meta: { 'auto-create-inquiry-session': true },
  });
  return { id: data.id, token: meta['session-token'] as string };
}

/** What the host answers. */
const answers: Record<string, () => Promise<unknown>> = {
  async status() {
    const id = (await inquiry)?.id;
    const status = id ? (await persona(`/inquiries/${id}`)).data.attributes.status : 'none';
    return { verified: status === 'approved', status, inquiryId: id };
  },
  async inquiry() {
    inquiry ??= makeInquiry();
    const { id, token } = await inquiry;
    return { inquiryId: id, sessionToken: token, personaHost: sandbox.host };
  },
  numbers: async () => ({ fingerprintId: 'fp', numbers: [{ phoneNumber: '+14155550101', isoCountry: 'US' }] }),
  purchases: async () => ({ numbers: [{ phoneNumber: '+14155550101', status: 'purchased' }] }),
};

beforeAll(async () => {
  sandbox = await startSandbox({ decisionDelay: 300 });
  vite = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    cacheDir: resolve(root, 'node_modules/.vite/frameworks'),
    server: { port: 0, hmr: false, ws: false, watch: null },
    optimizeDeps: {
      include: ['lit', 'zod/v4/core', 'persona', 'react', 'react-dom/client', 'vue', '@floating-ui/dom'],
    },
    plugins: [
      {
        name: 'pages',
        resolveId: (id) => (id.startsWith('/page-') ? id : undefined),
        load: (id) => pages[/^\/page-(\w+)\.js$/.exec(id)?.[1] ?? ''],
        configureServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            const { pathname } = new URL(request.url ?? '/', 'http://site.test');
            const [, framework] = /^\/on\/(\w+)$/.exec(pathname) ?? [];
            if (framework) {
              response.setHeader('content-type', 'text/html');
              response.end(
                `<!doctype html><html lang="en"><title>${framework}</title><div id="root"></div>` +
                  `<script type="module" src="/page-${framework}.js"></script>`,
              );
              return;
            }
            const [, name = ''] = /^\/api\/(\w+)$/.exec(pathname) ?? [];
            const answer = answers[name];
            if (!answer) return next();
            asked.push(`${name} ${request.headers.authorization}`);
            answer().then((body) => {
              response.setHeader('content-type', 'application/json');
              response.end(JSON.stringify(body));
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
    asked = [];
    inquiry = undefined;
    tab = await browser.newPage();
    await tab.goto(`${vite.resolvedUrls?.local[0]}on/${framework}`);
    const shop = tab.locator('lc-number-purchase');
    await shop.getByRole('button', { name: 'Find numbers' }).click();
    await shop.getByRole('button', { name: /^Choose / }).click();
    expect(asked.filter((each) => each.startsWith('status'))).toHaveLength(1);
    await shop.getByRole('button', { name: 'Buy number' }).click();
    await tab.getByRole('heading', { name: 'Verify your identity' }).waitFor();
    expect(asked.filter((each) => each.startsWith('status')).length).toBeLessThan(4);
    await tab.getByRole('button', { name: 'Continue', exact: true }).click();
    await completeInquiry(tab.frameLocator('lc-identity-gate iframe'), byFiles());
    await tab.getByRole('heading', { name: 'is yours' }).waitFor();
    const bought = await tab.locator('main').getAttribute('data-bought');
    expect(bought).toMatch(/^[^,]+$/);
    expect(asked.filter((each) => each.startsWith('purchases'))).toEqual(['purchases Bearer token']);
    expect(new Set(asked.map((each) => each.split(' ').slice(1).join(' ')))).toEqual(new Set(['Bearer token']));
  });
});
