import { Hono, type MiddlewareHandler } from 'hono';
import type { Desks } from '../desks/desks.js';
import { faultText, reportFault } from '../desks/fault.js';
import { behaviourOf, ScenarioError } from '../records/scenarios.js';
import { pause } from '../state/clock.js';
import { type OriginRule, originOf } from './origins.js';
import { logoOrigins } from './theme-of-page.js';

// A theme's logo may come from elsewhere. Lit's style sheets and the camera's pictures need no more than this.
const ownPolicyWith = (logos: string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' blob: data:", ...logos].join(' '),
    "media-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const commonHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // The address carries the session token and prefilled data.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(self), microphone=()',
};

const unframed = (ownPolicy: string) => ({
  'content-security-policy': `${ownPolicy}; frame-ancestors 'none'`,
  'x-frame-options': 'DENY',
});

/** What the pages are made of and who may frame them. */
export interface PageSettings extends BuiltPages {
  allows: OriginRule;
  /** The one other origin that a scenario lets `/widget` frame. */
  forgerOrigin: string;
}

/**
 * The inquiry pages: `/widget` and `/preload` for frames, `/verify` for a tab of its own, and the built app under
 * `/app`.
 */
export function pages(
  desks: Pick<Desks, 'store' | 'scenarios' | 'clock' | 'log'>,
  { assets, html, allows, forgerOrigin }: PageSettings,
): Hono {
  const { store, scenarios, clock } = desks;
  const ownPolicy = () => ownPolicyWith(logoOrigins(store));
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof ScenarioError) return new Response(error.message, { status: 400 });
    reportFault(desks, error, context.req);
    return new Response(faultText, { status: 500 });
  });

  app.get('/widget', async (context) => {
    const query = new URL(context.req.url).searchParams;
    const named = [...query].filter(([key]) => /^frame-ancestors(\[\d*\])?$/.test(key));
    const ancestors = named.map(([, value]) => value);
    const chosen = query.get('scenario');
    const behaviour = chosen
      ? behaviourOf(chosen)
      : scenarios.for({ inquiryId: query.get('inquiry-id'), referenceId: query.get('reference-id') });
    if (behaviour.slowBy) await pause(clock, behaviour.slowBy);
    if (behaviour.frame === 'error') return new Response('Internal Server Error', { status: 500 });
    const origins = behaviour.frame === 'refused' ? [] : [query.get('iframe-origin') ?? '', ...ancestors];
    const headers: Record<string, string> = { ...commonHeaders, ...framingHeaders(origins, allows, ownPolicy()) };
    if (behaviour.noCamera) headers['permissions-policy'] = 'camera=(), microphone=()';
    if (behaviour.forges) headers['content-security-policy'] += `; frame-src ${forgerOrigin}`;
    return new Response(html, { headers });
  });

  // Loaded in a hidden frame by pages that do not say who they are; it holds nothing worth framing.
  app.get(
    '/preload',
    () => new Response(html, { headers: { ...commonHeaders, 'content-security-policy': ownPolicy() } }),
  );

  app.get('/verify', () => new Response(html, { headers: { ...commonHeaders, ...unframed(ownPolicy()) } }));

  app.get('/app/*', assets);

  return app;
}

/** Who may frame the page: the first of `origins` is the embedding page, and without it nobody may. */
function framingHeaders(origins: string[], allows: OriginRule, ownPolicy: string): Record<string, string> {
  const mayFrame = (origin: string) => originOf(origin) === origin && allows(origin);
  if (!origins[0] || !mayFrame(origins[0])) return unframed(ownPolicy);
  const ancestors = [...new Set(origins.filter(mayFrame))].join(' ');
  return { 'content-security-policy': `${ownPolicy}; frame-ancestors ${ancestors}` };
}

/** The pages as they were built. */
export interface BuiltPages {
  html: string;
  /** Answers what the pages load from `/app/`. */
  assets: MiddlewareHandler;
}
