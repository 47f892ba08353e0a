import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.js';
import { fakeCamera } from '../helpers/fake-camera.js';
import type { Json } from './running-sandbox.js';

const sdk = fileURLToPath(new URL('../../node_modules/persona/dist/persona.js', import.meta.url));

const minute = 60_000;

/** A page of another origin that only loads the real SDK and writes down what it is told. */
const html = `<!doctype html><html lang="en"><title>Shop</title><script src="/persona.js"></script>
<iframe id="inline" style="width:400px;height:650px;border:0" title="Verification"></iframe>
<div id="there"></div>
<script>
  window.told = [];
  window.tell = (name) => (value) => window.told.push([name, value]);
  window.callbacks = {
    onLoad: tell('load'),
    onReady: tell('ready'),
    onComplete: tell('complete'),
    onCancel: tell('cancel'),
    onError: tell('error'),
    onEvent: (name, metadata) => tell('event')([name, metadata]),
  };
</script>`;

/** What that page has. */
interface ShopWindow {
  told: [name: string, value: Json][];
  callbacks: Record<string, (...given: unknown[]) => void>;
  client: { open(): void };
  Persona: {
    Client: new (options: object) => ShopWindow['client'];
    setupEvents(containerId: string, options: object): void;
    setupIframe(frame: HTMLElement | null, containerId: string, flow: string, options: object): void;
  };
}

/** A site with the real SDK, a fresh stand-in and a fresh page for each test. */
export class Shop {
  browser!: Browser;
  origin!: string;
  sandbox!: Sandbox;
  page!: Page;

  /** Registers the hooks that start and end it; `options` are the stand-in's, `flags` Chromium's. */
  constructor(options: SandboxOptions = {}, flags: string[] = []) {
    const server = createServer(async (request, response) => {
      if (request.url === '/no-camera') response.setHeader('permissions-policy', 'camera=()');
      if (request.url === '/persona.js')
        response.setHeader('content-type', 'text/javascript; charset=utf-8').end(await readFile(sdk));
      else response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    });
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      this.browser = await chromium.launch({
        executablePath: process.env.CHROME_PATH,
        args: ['--no-sandbox', ...fakeCamera, ...flags],
      });
    });
    afterAll(async () => {
      await this.browser.close();
      server.closeAllConnections();
      server.close();
    });
    beforeEach(async () => {
      // Nothing is decided before a test lets the time pass, however long its walk takes.
      this.sandbox = await startSandbox({ decisionDelay: minute, ...options });
      this.page = await this.browser.newPage();
      await this.page.goto(this.origin);
    });
    afterEach(async () => {
      await this.page.close();
      await this.sandbox.close();
    });
  }

  get inline(): FrameLocator {
    return this.page.frameLocator('#inline');
  }

  get modal(): FrameLocator {
    return this.page.frameLocator('[data-testid="persona-widget__iframe"]:not(#inline)');
  }

  /** Waits until the page was told something and gives what. */
  async told(name: string): Promise<Json> {
    const found = await this.page.waitForFunction(
      (wanted) => (window as unknown as ShopWindow).told.find(([given]) => given === wanted),
      name,
    );
    return (await found.jsonValue())?.[1];
  }

  /** Names of the SDK's events so far. */
  async events(): Promise<string[]> {
    return this.page.evaluate(() => {
      const { told } = window as unknown as ShopWindow;
      return told.filter(([given]) => given === 'event').map(([, [name]]) => name);
    });
  }

  /** What the first of the SDK's events of that name came with. */
  async toldOf(event: string): Promise<Json> {
    return this.page.evaluate((wanted) => {
      const { told } = window as unknown as ShopWindow;
      return told.find(([given, value]) => given === 'event' && value[0] === wanted)?.[1][1];
    }, event);
  }

  /** Lets everything be decided that waits to be. */
  decide(): void {
    this.sandbox.moveClock(minute);
  }

  /** The stand-in's REST API. */
  async api(path: string, body?: object): Promise<Json> {
    const headers = { authorization: `Bearer ${this.sandbox.apiKey}`, 'content-type': 'application/json' };
    const response = await fetch(`${this.sandbox.origin}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      body: body && JSON.stringify(body),
      headers,
    });
    return response.json();
  }

  async createInquiry(): Promise<string> {
    return (
      await this.api('/inquiries', {
        data: { attributes: { 'inquiry-template-id': this.sandbox.templateId, 'reference-id': 'loc_1' } },
      })
    ).data.id;
  }

  /** Fills the page's own frame by setupIframe and setupEvents. */
  async openInline(options: { eventsAllowlist?: unknown } & Record<string, unknown>): Promise<void> {
    await this.page.evaluate(
      (given) => {
        const { Persona, callbacks } = window as unknown as ShopWindow;
        const { host, eventsAllowlist } = given;
        Persona.setupEvents('container-1', { ...callbacks, host, eventsAllowlist });
        Persona.setupIframe(document.getElementById('inline'), 'container-1', 'inline', given);
      },
      { host: this.sandbox.host, ...options },
    );
  }

  /** Opens the SDK's own dialog; `parent` is a selector. */
  async openModal(options: Record<string, unknown> & { parent?: string }): Promise<void> {
    await this.page.evaluate(
      (given) => {
        const shop = window as unknown as ShopWindow;
        shop.client = new shop.Persona.Client({
          ...shop.callbacks,
          ...given,
          parent: given.parent ? document.querySelector(given.parent) : undefined,
          onReady: () => {
            shop.callbacks.onReady?.();
            shop.client.open();
          },
        });
      },
      { host: this.sandbox.host, ...options },
    );
  }
}
