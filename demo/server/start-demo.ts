import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { createHost, type OpenInquiry, type PersonaSettings, problem } from '../../src/host/index.js';
import {
  type EventContext,
  markForReview,
  type Sandbox,
  type SandboxOptions,
  standardWorkflows,
  startSandbox,
  type Workflow,
} from '../../src/sandbox/index.js';
import { type Listening, listen } from '../../src/sandbox/listen.js';
import { accountRoutes } from './account-routes.js';
import { ensureAccounts, forgetAccounts, isManaged } from './accounts.js';
import { branded } from './brand.js';
import { type CarrierKeys, carrierOf, hasKeys } from './carriers.js';
import { openDatabase, setting } from './database.js';
import { keepEvent, operatorRoutes } from './operator-routes.js';
import { builtPages, type PageDirs, pages } from './pages.js';
import { type Decision, Reviewer, type Rule } from './reviewer.js';
import { ownHostOnly, securityHeaders } from './security-headers.js';
import { Sessions } from './session.js';

/** How to start the demo; everything may be left out. */
export interface DemoOptions extends Pick<SandboxOptions, 'decisionDelay' | 'webhookRetryScale' | 'appDir' | 'lan'> {
  /** Port of the page and its API, default 4000; 0 takes a free one. */
  port?: number;
  /** Port of the Persona stand-in, default 4001; 0 takes a free one. */
  sandboxPort?: number;
  /** Where the database and the stand-in's state are kept; without it they are in memory. */
  dataDir?: string;
  /** A Postgres server for the database, instead of the embedded one. */
  databaseUrl?: string;
  /** A copy of an embedded database without tables: with it one in memory is there four times as fast. */
  blank?: Blob;
  /** The built page and drop-in; found by themselves. */
  pageDirs?: PageDirs;
  /** The stand-in's template: `kyc`, "KYC + Mobile 2FA", or `plain`, ID and selfie with any photo; default `kyc`. */
  template?: 'kyc' | 'plain';
  /** The real Persona instead of the stand-in. */
  persona?: Pick<PersonaSettings, 'apiKey' | 'templateId' | 'webhookSecret' | 'steps'>;
  /** Which carrier, and the real one's keys; the local LC Phone by default. */
  carriers?: CarrierKeys;
}

/** A running demo. */
export interface Demo {
  url: string;
  /** The stand-in, or nothing with the real Persona. */
  sandbox: Sandbox | undefined;
  /** Ends both servers and closes the database; with a `dataDir` the next start goes on from here. */
  close(): Promise<void>;
}

const realOrigin = 'https://inquiry.withpersona.com';

/**
 * Starts the stand-in and a host that uses `lc-identity-gate/host` as an integrator would. Rejects with one clear
 * sentence.
 */
export async function startDemo({
  port = 4000,
  sandboxPort = 4001,
  dataDir,
  databaseUrl,
  blank,
  template = 'kyc',
  persona: real,
  carriers = {},
  pageDirs = builtPages,
  ...standIn
}: DemoOptions = {}): Promise<Demo> {
  const site = pages(pageDirs);
  // The stand-in must know where to send its events before there is anybody to take them; until then they are refused
  // and come again.
  let app: Hono | undefined;
  const underWay = new Set<Promise<Response>>();
  const answer = (request: Request, env: object): Response | Promise<Response> => {
    if (!app) return problem(503, 'starting', 'The demo is starting or stopping. Try again in a moment.');
    const answered = Promise.resolve(app.fetch(request, env)).finally(() => underWay.delete(answered));
    underWay.add(answered);
    return answered;
  };
  const server = await onPort('PORT', port, (wanted) => listen(getRequestListener(answer), wanted));
  const url = `http://localhost:${server.port}`;
  const open: { close(): Promise<void> }[] = [server];
  const close = async () => {
    // Whoever is being answered still needs the database.
    app = undefined;
    await Promise.allSettled(underWay);
    for (const one of open.splice(0).toReversed()) await one.close();
  };

  try {
    const rule: Rule = { completed: 'approve' };
    const webhookUrl = `${url}/api/identity/webhook`;
    // Two places, so that what the stand-in approved never counts when the real Persona is asked.
    const place = dataDir && join(dataDir, real ? 'persona' : 'stand-in');
    // With the real Persona it is there for its carriers only, unless these are real too.
    const local =
      real && hasKeys(carriers)
        ? undefined
        : await onPort('SANDBOX_PORT', sandboxPort, (wanted) =>
            startSandbox({
              ...standIn,
              templates: branded,
              workflows: workflowsBy(rule),
              webhookEvents: ['inquiry.*', 'inquiry-session.*', 'verification.*'],
              // As docs/host.md advises for Persona's own: our host makes every inquiry.
              blockClientSideInquiryCreation: true,
              port: wanted,
              ...(!real && { webhookUrl }),
              dataDir: place && join(place, 'state'),
            }),
          );
    if (local) open.push(local);
    const sandbox = real ? undefined : local;
    const db = await openDatabase({ url: databaseUrl, dataDir: place, blank });
    open.push(db);

    const sessions = new Sessions(await setting(db, 'session_secret', () => randomBytes(32).toString('hex')));
    const persona = real ?? standInSettings(sandbox as Sandbox, template);
    const onError = (error: unknown) => console.error(error instanceof Error ? error.message : error);
    const ofOurOwn = new WeakSet<Request>();
    const host = createHost({
      persona,
      database: db,
      carrier: carrierOf(carriers, local?.carriers),
      authorize: (request, account) => ofOurOwn.has(request) || sessions.allows(request, account),
      policy: {
        required: (account) => isManaged(db, account),
        abandonedAfter: 600,
        // Without HTTPS a browser has six connections for all tabs of a site; what gets no stream reads now and then.
        streamsPerCaller: 3,
      },
      onEvent: (event) => keepEvent(db, event),
      // A demo, whatever NODE_ENV says.
      allowSandbox: true,
      onError,
    });
    // Before the database, which it still needs.
    open.push(host);
    const { identity } = host;
    const reviewer = sandbox && new Reviewer(sandbox);

    // Only inquiries that the host has opened count, so it opens these too, as if the account's user had come.
    const stage =
      reviewer &&
      (async (account: string, decision: Decision) => {
        const request = new Request(`${url}/api/identity/inquiry`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ account }),
        });
        ofOurOwn.add(request);
        const answer = await identity.inquiry(request);
        // It was brought that far by a start that ended before it could note so.
        if (answer.status === 409) return;
        const { inquiryId } = (await answer.json()) as OpenInquiry;
        await reviewer.stage(inquiryId, decision);
      });
    const seed = () => ensureAccounts(db, stage);
    const reset = async () => {
      rule.completed = 'approve';
      sandbox?.play('');
      local?.carriers.play('');
      await forgetAccounts(db);
      for (const { phoneNumber } of local?.carriers.owned() ?? []) local?.carriers.release(phoneNumber);
      await seed();
    };

    app = new Hono();
    app.use(securityHeaders(sandbox?.origin ?? realOrigin));
    app.use(ownHostOnly(url));
    app.use('/api/*', csrf());
    app.use(bodyLimit({ maxSize: 256 * 1024, onError: () => problem(413, 'too_large', 'The request is too large.') }));
    app.all('/api/identity/*', (context) => host.fetch(context.req.raw));
    app.route('/api/operator', operatorRoutes(db, host));
    app.route('/api', accountRoutes({ db, identity, sessions, standIn: reviewer && { reviewer, rule, reset } }));
    app.route('/', site);
    app.notFound(() => problem(404, 'not_found', 'There is nothing here.'));
    app.onError((error) => {
      if (error instanceof HTTPException) return problem(error.status, 'forbidden', 'Send this from the page itself.');
      console.error(error);
      return problem(500, 'server_error', 'Something went wrong on our side. Try again.');
    });
    await seed();
    return { url, sandbox, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Persona's workflows, with the rule of the page before them; what a reviewer has decided already stays so. */
const workflowsBy = (rule: Rule): Workflow[] =>
  standardWorkflows.map((workflow) => {
    if (workflow.trigger !== 'inquiry.completed') return workflow;
    return {
      ...workflow,
      run(context: EventContext) {
        if (context.inquiry.status !== 'completed') return undefined;
        return rule.completed === 'approve' ? workflow.run(context) : markForReview();
      },
    };
  });

function standInSettings(sandbox: Sandbox, template: 'kyc' | 'plain'): PersonaSettings {
  const settings = { ...sandbox, apiUrl: `${sandbox.origin}/api/v1` };
  return template === 'kyc'
    ? { ...settings, templateId: sandbox.kycTemplateId, steps: ['phone', 'id', 'selfie'] }
    : settings;
}

async function onPort<T extends Listening | Sandbox>(
  variable: string,
  port: number,
  start: (port: number) => Promise<T>,
): Promise<T> {
  try {
    return await start(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} is in use by another program. Stop it, or choose another port: ${variable}=${port + 100} npm start`,
      { cause: error },
    );
  }
}
