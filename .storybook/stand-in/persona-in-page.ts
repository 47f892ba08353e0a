import './page-buffer.js';
import { Hono } from 'hono';
import { PersonaClient } from '../../src/host/persona/persona-client.js';
import { makeDesks, work } from '../../src/sandbox/desks/desks.js';
import { flowApi } from '../../src/sandbox/pages/flow-api.js';
import { originRule } from '../../src/sandbox/pages/origins.js';
import { pages } from '../../src/sandbox/pages/pages.js';
import { standardWorkflows } from '../../src/sandbox/records/standard-workflows.js';
import { templatesFrom } from '../../src/sandbox/records/template-config.js';
import { RateLimit } from '../../src/sandbox/rest/rate-limit.js';
import { restApi } from '../../src/sandbox/rest/rest-api.js';
import { MovableClock, systemClock } from '../../src/sandbox/state/clock.js';
import { keepTemplates } from '../../src/sandbox/state/keep-templates.js';
import { Store } from '../../src/sandbox/state/store.js';

/** Where this Storybook is, which may be any path of any site. */
const base = new URL(import.meta.env.BASE_URL, document.baseURI);
/** Of several open stories each has a stand-in of its own, and its frames are told apart by this. */
const id = crypto.randomUUID();
const place = new URL(`persona/${id}`, base);
/** Where its pages are, as the `persona-host` attribute wants it. */
export const personaHost = place.host + place.pathname;

/** Whether a frame can be answered here: the SDK asks `localhost` or an address with HTTPS, and browsers too. */
export const canAnswer = location.hostname === 'localhost' || location.protocol === 'https:';

/** A request as the worker hands it over. */
interface Wanted {
  id: string;
  url: string;
  method: string;
  headers: [string, string][];
  body: ArrayBuffer | undefined;
}

let started: Promise<typeof fetch> | undefined;

/**
 * The two endpoints of a host, status and inquiry, as a `fetch`, in front of a local Persona; both run in this page and
 * are gone with it. A service worker leads the frames of Persona's pages here. Rejects where there can be none.
 */
export function personaInPage(): Promise<typeof fetch> {
  started ??= start();
  return started;
}

async function start(): Promise<typeof fetch> {
  const [{ app, settings }] = await Promise.all([standIn(), worker()]);
  navigator.serviceWorker.addEventListener('message', async ({ data, ports }: MessageEvent<{ persona?: Wanted }>) => {
    const wanted = data.persona;
    if (wanted?.id !== id) return;
    const { pathname, search } = new URL(wanted.url);
    const path = pathname.startsWith(place.pathname) ? pathname.slice(place.pathname.length) : pathname;
    const { status, headers, ...answer } = await answerOf(app, path + search, wanted);
    ports[0]!.postMessage({ status, headers, ...answer }, [answer.body]);
  });
  navigator.serviceWorker.startMessages();
  return hostBefore(new PersonaClient(settings, Date.now));
}

async function answerOf(app: Hono, path: string, { method, headers, body }: Wanted) {
  const response = await app.fetch(new Request(new URL(path, location.origin), { method, headers, body }));
  return { status: response.status, headers: [...response.headers], body: await response.arrayBuffer() };
}

/** The parts of src/sandbox that a verification takes, put together as its server does. */
async function standIn() {
  const html = await (await fetch(new URL('persona-app/index.html', base))).text();
  const store = new Store();
  const clock = new MovableClock(systemClock);
  keepTemplates(store, templatesFrom(undefined), clock.now());
  const desks = makeDesks(
    { store, clock, log: (line) => line.kind === 'fault' && console.error(line) },
    {
      origin: place.href,
      linkOrigin: place.href,
      webhooks: { wanted: [], retryScale: 1 },
      rules: { workflows: [...standardWorkflows], decisionDelay: 1500 },
    },
  );
  desks.agenda.start((task) => work(desks, task));

  const allows = originRule([location.origin]);
  const forgerOrigin = location.origin;
  const app = new Hono();
  app.route('/api/v1', restApi(desks, new RateLimit(clock, 3000)));
  app.route('/flow', flowApi(desks, { allows, block: false, forgerOrigin }));
  app.route(
    '/',
    pages(desks, {
      html,
      allows,
      forgerOrigin,
      assets: async ({ req }) => {
        const file = await fetch(new URL(`persona-${req.path.slice(1)}`, base));
        return new Response(file.body, file);
      },
    }),
  );
  const { apiKey, webhookSecret, templates } = store.state;
  const settings = {
    apiKey,
    webhookSecret,
    templateId: templates.plain.id,
    apiUrl: `${location.origin}/api/v1`,
    fetch: async (...[input, init]: Parameters<typeof fetch>) => app.fetch(new Request(input, init)),
  };
  return { app, settings };
}

/** The worker, once it answers. */
async function worker(): Promise<void> {
  const { active, waiting, installing } = await navigator.serviceWorker.register(new URL('persona-worker.js', base), {
    scope: new URL('persona/', base).href,
  });
  const coming = installing ?? waiting ?? active!;
  await new Promise<void>((resolve) => {
    const look = () => coming.state === 'activated' && resolve();
    coming.addEventListener('statechange', look);
    look();
  });
}

/** The host's two endpoints; it keeps nothing: the inquiry of an account is looked up each time. */
const hostBefore =
  (persona: PersonaClient): typeof fetch =>
  async (input, init) => {
    if (init?.method === 'POST') {
      const { account } = JSON.parse(String(init.body)) as { account: string };
      const [begun] = await persona.list(account);
      const { data, meta } = begun
        ? await persona.resume(begun.id)
        : await persona.create(account, crypto.randomUUID());
      return Response.json({ inquiryId: data.id, sessionToken: meta?.sessionToken });
    }
    const [inquiry] = await persona.list(new URL(String(input), location.href).searchParams.get('account') ?? '');
    const status = inquiry?.attributes.status ?? 'none';
    return Response.json({ verified: status === 'approved', status, inquiryId: inquiry?.id });
  };
