import { Hono } from 'hono';
import { carrierApis } from './carriers/carrier-apis.js';
import type { CarrierDesks } from './carriers/carrier-desks.js';
import { controlApi } from './console/control-api.js';
import { dashboard } from './console/dashboard.js';
import type { Desks } from './desks/desks.js';
import { ownHosts } from './own-hosts.js';
import { flowApi } from './pages/flow-api.js';
import { forger, forgerOrigin } from './pages/forger.js';
import type { OriginRule } from './pages/origins.js';
import { type BuiltPages, pages } from './pages/pages.js';
import type { ClientSideBlock } from './records/templates.js';
import { RateLimit } from './rest/rate-limit.js';
import { restApi } from './rest/rest-api.js';

/** What is served, from where, and to whom. */
export interface WaysInSettings {
  built: BuiltPages;
  origin: string;
  /** Address of the links a phone opens, where it is another. */
  lanOrigin: string | null;
  /** Which pages may frame the inquiry and be returned to. */
  allows: OriginRule;
  /** Which templates leave the making of inquiries to the API. */
  block: ClientSideBlock;
  /** Requests a minute the REST API takes. */
  rateLimit: number;
}

/**
 * All that the stand-in answers: pages, the calls of pages, the REST API, the local carriers, the reviewer's console,
 * and what Persona has not.
 */
export function waysIn(
  desks: Desks,
  carriers: CarrierDesks,
  { built, origin, lanOrigin, allows, block, rateLimit }: WaysInSettings,
): Hono {
  const app = new Hono();
  const sibling = forgerOrigin(origin);
  // Behind keys, which no page knows: programs may reach these by any name, such as that of a container's host.
  app.route('/sandbox', controlApi(desks, carriers));
  app.route('/api/v1', restApi(desks, new RateLimit(desks.clock, rateLimit)));
  app.route('/', carrierApis(carriers));
  const isOurs = ownHosts(origin, [sibling, ...(lanOrigin ? [lanOrigin] : [])]);
  app.use(async (context, next) => {
    if (isOurs(context.req.header('host'))) return next();
    return new Response(`The stand-in answers at ${origin}.`, { status: 421 });
  });
  app.get('/', (context) => context.redirect('/dashboard'));
  app.route('/', pages(desks, { ...built, allows, forgerOrigin: sibling }));
  app.route('/', forger());
  app.route('/flow', flowApi(desks, { allows, block, forgerOrigin: sibling }));
  app.route('/', dashboard(desks, carriers));
  return app;
}
