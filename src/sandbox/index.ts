import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { Agenda, type Task } from './agenda.js';
import { systemClock, type Clock } from './clock.js';
import { decisionWorkflow, type DecisionWorkflow } from './decision-workflow.js';
import { flowApi } from './flow-api.js';
import { InquiryDesk } from './inquiry-desk.js';
import { listen } from './listen.js';
import { originRule } from './origins.js';
import { pages } from './pages.js';
import { restApi } from './rest-api.js';
import { SessionDesk } from './session-desk.js';
import { Store } from './store.js';
import { Webhooks } from './webhooks.js';

export type { Clock } from './clock.js';
export type { DecisionWorkflow } from './decision-workflow.js';

/** How to start the stand-in; every option may be left out. */
export interface SandboxOptions {
  /** Port on this computer; 0, the default, takes a free one. */
  port?: number;
  /** Where events are posted; none are sent without it. */
  webhookUrl?: string;
  /** Where state and pictures are kept; without it they are in memory and gone at the end. */
  dataDir?: string;
  /** Key of the REST API; made up at the first start and then kept in `dataDir`. */
  apiKey?: string;
  /** Key that signs events; made up and kept like `apiKey`. */
  webhookSecret?: string;
  /** Id of the one inquiry template; made up and kept like `apiKey`. */
  templateId?: string;
  /** Milliseconds from completed to decided, 3000 by default. */
  decisionDelay?: number;
  /** What is decided by itself; completed is approved by default. */
  workflow?: DecisionWorkflow;
  /** Factor on Persona's waits between webhook tries (3 s to 33 h); 1/50 by default. */
  webhookRetryScale?: number;
  /** Exact origins that may frame the pages and be returned to; by default every page served from this computer. */
  allowedOrigins?: string[];
  /** Directory of the built inquiry pages; found by itself. */
  appDir?: string;
  /** Time, for tests; the computer's own by default. */
  clock?: Clock;
}

/** A running stand-in. */
export interface Sandbox {
  /** Address of pages and API, such as `http://localhost:4100`. */
  origin: string;
  /** The same as the `persona` SDK wants it in its `host` option, such as `localhost:4100`. */
  host: string;
  apiKey: string;
  webhookSecret: string;
  templateId: string;
  /** Ends it, with open connections; the port is free afterwards. What was to come goes on at the next start with the same `dataDir`. */
  close(): Promise<void>;
}

/**
 * Starts a local Persona: inquiry pages for the real `persona` SDK, the REST API under `/api/v1`, signed webhooks.
 * Rejects when the port is taken, the pages are not built or the state in `dataDir` cannot be read.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? systemClock;
  const allows = originRule(options.allowedOrigins);
  const pageApp = pages({ appDir: options.appDir ?? builtApp(), allows });
  const store = new Store(options.dataDir);
  const { state } = store;
  for (const key of ['apiKey', 'webhookSecret', 'templateId'] as const) state[key] = options[key] ?? state[key];
  store.save();

  const agenda = new Agenda(store, clock, work);
  const webhooks = new Webhooks({ store, clock, agenda, url: options.webhookUrl, retryScale: options.webhookRetryScale ?? 1 / 50 });
  const inquiries = new InquiryDesk({ store, clock, agenda, webhooks, workflow: options.workflow ?? decisionWorkflow, decisionDelay: options.decisionDelay ?? 3000 });
  function work(task: Task): void | Promise<void> {
    switch (task.kind) {
      case 'expire': return inquiries.expire(task.inquiryId);
      case 'decide': return inquiries.decide(task.inquiryId, task.status);
      case 'deliver': return webhooks.deliver(task.deliveryId);
    }
  }

  let app: Hono | undefined;
  // The address is known only once the port is open; whoever calls in that instant is asked to come again.
  const server = await listen(getRequestListener((request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 })), options.port ?? 0);
  const host = `localhost:${server.port}`;
  const origin = `http://${host}`;
  const sessions = new SessionDesk({ store, clock, inquiries, origin });
  app = new Hono();
  app.route('/', pageApp);
  app.route('/flow', flowApi({ inquiries, sessions, templateId: state.templateId, allows }));
  app.route('/api/v1', restApi({ store, clock, inquiries, sessions }));
  agenda.start();

  return {
    origin, host,
    apiKey: state.apiKey, webhookSecret: state.webhookSecret, templateId: state.templateId,
    close: async () => {
      agenda.stop();
      webhooks.close();
      await server.close();
    },
  };
}

/** The built pages: in the package beside this file or beside the `esm` directory, in the sources under `dist`. */
function builtApp(): string {
  const places = ['./app/', '../../sandbox/app/', '../../dist/sandbox/app/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  // The sources of the pages have an index.html too; only the built ones have assets.
  return places.find((place) => existsSync(`${place}assets`)) ?? places.at(-1)!;
}
