import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { controlApi, moveClock } from './console/control-api.js';
import { dashboard } from './console/dashboard.js';
import { CaseDesk } from './desks/case-desk.js';
import { InquiryDesk } from './desks/inquiry-desk.js';
import { MessageDesk } from './desks/message-desk.js';
import { ScenarioDesk, type ScenarioTarget } from './desks/scenario-desk.js';
import { SessionDesk } from './desks/session-desk.js';
import { Webhooks } from './desks/webhooks.js';
import { Examiner } from './examiner/examiner.js';
import { lanAddress, lanApp } from './lan.js';
import { listen } from './listen.js';
import { flowApi } from './pages/flow-api.js';
import { forger, forgerOrigin } from './pages/forger.js';
import { originRule } from './pages/origins.js';
import { pages, readPages } from './pages/pages.js';
import { type DecisionWorkflow, decisionWorkflow, kycWorkflow } from './records/decision-workflow.js';
import type { VerificationType } from './records/flow.js';
import type { LogLine } from './records/log-line.js';
import type { Task } from './records/task.js';
import { RateLimit } from './rest/rate-limit.js';
import { restApi } from './rest/rest-api.js';
import { Agenda } from './state/agenda.js';
import { type Clock, MovableClock, systemClock } from './state/clock.js';
import { Store } from './state/store.js';

export type { ScenarioTarget } from './desks/scenario-desk.js';
export { textOf } from './log-lines.js';
export type { Check } from './records/checks.js';
export type { Decision, DecisionWorkflow, Rule } from './records/decision-workflow.js';
export type { Inquiry } from './records/inquiry.js';
export type { LogLine } from './records/log-line.js';
export type { Verification } from './records/verification.js';
export type { Clock } from './state/clock.js';
export {
  completeInquiry,
  type InquiryWalk,
  type PictureFile,
  pressDone,
  setPass,
  showId,
  showPictures,
  takeSelfie,
} from './walk-inquiry.js';

/** How to start the stand-in; every option may be left out. */
export interface SandboxOptions {
  /** Port on this computer; 0, the default, takes a free one. */
  port?: number;
  /** Lets phones of the same network open links; a text names this computer's address in it, such as `192.168.1.20`. No by default. */
  lan?: boolean | string;
  /** Where events are posted; none are sent without it. */
  webhookUrl?: string;
  /** Where state and pictures are kept; without it they are in memory and gone at the end. */
  dataDir?: string;
  /** Key of the REST API; made up at the first start and then kept in `dataDir`. */
  apiKey?: string;
  /** Key that signs events; made up and kept like `apiKey`. */
  webhookSecret?: string;
  /** Id of the template with ID and selfie; made up and kept like `apiKey`. */
  templateId?: string;
  /** Id of the template "KYC + Mobile 2FA", whose checks are real; made up and kept like `apiKey`. */
  kycTemplateId?: string;
  /** Milliseconds from completed to decided, 3000 by default. */
  decisionDelay?: number;
  /** What is decided by itself about inquiries of the first template; completed is approved by default. */
  workflow?: DecisionWorkflow;
  /** The same for "KYC + Mobile 2FA"; by default completed is judged by its checks, and failed is reviewed. */
  kycWorkflow?: DecisionWorkflow;
  /** Names of the events that are posted, `*` for any ending; `inquiry.*` by default. */
  webhookEvents?: string[];
  /** Factor on Persona's waits between webhook tries (3 s to 33 h); 1/50 by default. */
  webhookRetryScale?: number;
  /** Requests a minute the REST API takes; 3000 by default, a tenfold of Persona's. */
  rateLimit?: number;
  /** Exact origins that may frame the pages and be returned to; by default every page served from this computer. */
  allowedOrigins?: string[];
  /** Directory of the built inquiry pages; found by itself. */
  appDir?: string;
  /** Time, for tests; the computer's own by default. It can be put forward while it runs. */
  clock?: Clock;
  /** Makes all ids and keys the same in every run; random without it. */
  seed?: string;
  /** The scenario for everybody, such as `decline` or `review-then-approve:30`; none by default. */
  scenario?: string;
  /** Is told everything that happens, for a log. */
  log?: (line: LogLine) => void;
}

/** A running stand-in. */
export interface Sandbox {
  /** Address of pages and API, such as `http://localhost:4100`. */
  origin: string;
  /** The same as the `persona` SDK wants it in its `host` option, such as `localhost:4100`. */
  host: string;
  /** Address of the links a phone opens, such as `http://192.168.1.20:4100`; null without `lan`. */
  lanOrigin: string | null;
  apiKey: string;
  webhookSecret: string;
  templateId: string;
  /** The template "KYC + Mobile 2FA". */
  kycTemplateId: string;
  /** The verification templates, for simulated verifications. */
  verificationTemplates: { id: string; type: VerificationType }[];
  /** Plays a scenario for one inquiry, one reference id or everybody; empty text ends it. Throws an Error that lists the scenarios there are. */
  play(scenario: string, target?: ScenarioTarget): void;
  /** Puts the clock forward by so many milliseconds; what falls due by that happens at once. */
  moveClock(ms: number): void;
  /** Ends it, with open connections; the port is free afterwards. What was to come goes on at the next start with the same `dataDir`. */
  close(): Promise<void>;
}

/**
 * Starts a local Persona: inquiry pages for the real `persona` SDK, the REST API under `/api/v1`, signed webhooks.
 * Rejects when the port is taken, the pages are not built or the state in `dataDir` cannot be read.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const allows = originRule(options.allowedOrigins);
  const built = readPages(options.appDir ?? builtApp());
  const store = new Store(options.dataDir, options.seed);
  const clock = new MovableClock(options.clock ?? systemClock, store.state.clockAhead);
  const log = options.log ?? (() => {});
  const scenarios = new ScenarioDesk(store);
  if (options.scenario !== undefined) scenarios.choose(options.scenario);
  const { state } = store;
  for (const key of ['apiKey', 'webhookSecret'] as const) state[key] = options[key] ?? state[key];
  state.templates.plain.id = options.templateId ?? state.templates.plain.id;
  state.templates.kyc.id = options.kycTemplateId ?? state.templates.kyc.id;
  store.save();

  const agenda = new Agenda(store, clock, work);
  const webhooks = new Webhooks({
    store,
    clock,
    agenda,
    url: options.webhookUrl,
    wanted: options.webhookEvents ?? ['inquiry.*'],
    retryScale: options.webhookRetryScale ?? 1 / 50,
    log,
  });
  const cases = new CaseDesk({ store, clock, webhooks, log, act: (id, action) => void inquiries.act(id, action) });
  const inquiries = new InquiryDesk({
    store,
    clock,
    agenda,
    webhooks,
    scenarios,
    cases,
    log,
    examiner: new Examiner(store, clock),
    messages: new MessageDesk({ store, clock, log }),
    workflow: options.workflow ?? decisionWorkflow,
    kycWorkflow: options.kycWorkflow ?? kycWorkflow,
    decisionDelay: options.decisionDelay ?? 3000,
    fileUrl,
  });
  function fileUrl(fileId: string): string {
    return `${origin}/sandbox/files/${fileId}`;
  }
  function work(task: Task): void | Promise<void> {
    switch (task.kind) {
      case 'expire':
        return inquiries.expire(task.inquiryId);
      case 'decide':
        return inquiries.decide(task.inquiryId, task.status);
      case 'deliver':
        return webhooks.deliver(task.deliveryId);
    }
  }

  let app: Hono | undefined;
  let forPhones: Hono | undefined;
  // The address is known only once the port is open; whoever calls in that instant is asked to come again.
  const listener = (current: () => Hono | undefined) =>
    getRequestListener((request, env) => current()?.fetch(request, env) ?? new Response(null, { status: 503 }));
  const address = options.lan === true ? lanAddress() : options.lan || null;
  const server = await listen(
    listener(() => app),
    options.port ?? 0,
    address ? { address, listener: listener(() => forPhones) } : undefined,
  );
  const host = `localhost:${server.port}`;
  const origin = `http://${host}`;
  const lanOrigin = address && `http://${address}:${server.port}`;
  const sessions = new SessionDesk({ store, clock, inquiries, origin, linkOrigin: lanOrigin ?? origin });
  app = new Hono();
  const sibling = forgerOrigin(origin);
  app.route('/', pages({ ...built, allows, scenarios, clock, forgerOrigin: sibling }));
  app.route('/', forger());
  app.route(
    '/flow',
    flowApi({ inquiries, sessions, scenarios, clock, templates: state.templates, allows, forgerOrigin: sibling }),
  );
  app.route('/sandbox', controlApi({ store, clock, scenarios }));
  const parts = {
    store,
    clock,
    inquiries,
    sessions,
    cases,
    webhooks,
    fileUrl,
    rateLimit: new RateLimit(clock, options.rateLimit ?? 3000),
  };
  app.route('/api/v1', restApi(parts));
  app.route('/', dashboard(parts));
  forPhones = lanApp(app, origin);
  agenda.start();

  return {
    origin,
    host,
    lanOrigin,
    apiKey: state.apiKey,
    webhookSecret: state.webhookSecret,
    templateId: state.templates.plain.id,
    kycTemplateId: state.templates.kyc.id,
    verificationTemplates: (Object.entries(state.verificationTemplates) as [VerificationType, string][]).map(
      ([type, id]) => ({ id, type }),
    ),
    play: (scenario, target) => scenarios.choose(scenario, target),
    moveClock: (ms) => moveClock(store, clock, ms),
    close: async () => {
      agenda.stop();
      webhooks.close();
      await server.close();
    },
  };
}

/** The built pages: in the package beside this file or beside the `esm` directory, in the sources under `dist`. */
function builtApp(): string {
  const places = ['./app/', '../../sandbox/app/', '../../dist/sandbox/app/'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  // The sources of the pages have an index.html too; only the built ones have assets.
  return places.find((place) => existsSync(`${place}assets`)) ?? places.at(-1)!;
}
