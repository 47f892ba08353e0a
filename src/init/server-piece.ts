import type { Site } from './find-site.js';
import type { Piece } from './page-piece.js';

/** What the host needs to know; nobody may act for any account before `authorize` is filled in. */
const host = (typescript: boolean) => `import { PGlite } from '@electric-sql/pglite';
import { createHost, lcPhoneCarrier } from 'lc-identity-gate/host';

/** Answers all that the elements call. Made at the first request: a build needs no keys. */
let made${typescript ? ': ReturnType<typeof createHost> | undefined' : ''};
export const host = () =>
  (made ??= createHost({
    persona: {
      apiKey: process.env.PERSONA_API_KEY ?? '',
      templateId: process.env.PERSONA_TEMPLATE_ID ?? '',
      webhookSecret: process.env.PERSONA_WEBHOOK_SECRET ?? '',
      // Set for the local Persona only.
      apiUrl: process.env.PERSONA_API_URL,
      host: process.env.PERSONA_HOST,
    },
    // An embedded Postgres, for one process. Fill in: postgresDatabase(…) for a server of yours.
    database: new PGlite('./identity-data'),
    // Fill in: the token and the location of each account, or twilioCarrier(…), or a carrier of your own.
    carrier: lcPhoneCarrier({
      token: () => process.env.LC_PHONE_TOKEN ?? '',
      location: () => process.env.LC_PHONE_LOCATION ?? '',
      // Set for the local LC Phone only.
      url: process.env.LC_PHONE_URL,
    }),
    // Fill in: whether who asks may act for this account, by your session. Nobody may before you do.
    authorize: async (_request, _account) => false,
    onError: console.error,
  }));
`;

const routes: Partial<Record<Site['server'], (path: string, typescript: boolean) => string>> = {
  next: (path, typescript) => `import { host } from '${path}';

export const GET = (request${typescript ? ': Request' : ''}) => host().fetch(request);
export const POST = GET;
`,
  nuxt: (path) => `import { host } from '${path}';

export default defineEventHandler((event) => host().fetch(toWebRequest(event)));
`,
  sveltekit: (path, typescript) => `import { host } from '${path}';

export const GET = ({ request }${typescript ? ': { request: Request }' : ''}) => host().fetch(request);
export const POST = GET;
`,
  astro: (path, typescript) => `import { host } from '${path}';

export const prerender = false;
export const ALL = ({ request }${typescript ? ': { request: Request }' : ''}) => host().fetch(request);
`,
};

const beside = './identity.js';
const listener = '@hono/node-server';
const mounts: Partial<Record<Site['server'], string>> = {
  hono: `import { host } from '${beside}';

app.all('/api/identity/*', (context) => host().fetch(context.req.raw));`,
  express: `import { getRequestListener } from '${listener}';
import { host } from '${beside}';

// Before express.json().
app.all('/api/identity/*path', getRequestListener((request) => host().fetch(request)));`,
  fastify: '// See "Fastify 5" in node_modules/lc-identity-gate/docs/host.md: its body parser has to be kept away.',
  own: '// Each request to /api/identity/… is answered by: await host().fetch(request), with the Request of the web.',
};

/** The part of the server, and how it is mounted where that is a line in a file of the site's own. */
export function serverPieces({ server, typescript, inSrc }: Site): { pieces: Piece[]; mount?: string } {
  const extension = typescript ? 'ts' : 'js';
  const below = inSrc ? 'src/' : '';
  const places: Partial<Record<Site['server'], [module: string, route: string, path: string]>> = {
    next: [`${below}lib/identity`, `${below}app/api/identity/[...path]/route`, '../../../../lib/identity'],
    nuxt: ['server/utils/identity', 'server/api/identity/[...path]', '../../utils/identity'],
    sveltekit: [
      'src/lib/server/identity',
      'src/routes/api/identity/[...path]/+server',
      '../../../../lib/server/identity',
    ],
    astro: ['src/lib/identity', 'src/pages/api/identity/[...path]', '../../../lib/identity'],
  };
  const place = places[server];
  // Where nothing is known of the server, its part stands apart from what goes to browsers.
  const alone = server === 'own' ? 'server/identity' : `${below}identity`;
  const module = { path: `${place?.[0] ?? alone}.${extension}`, text: host(typescript) };
  if (!place) return { pieces: [module], mount: mounts[server] ?? '' };
  const text = routes[server]?.(place[2], typescript) ?? '';
  return { pieces: [module, { path: `${place[1]}.${extension}`, text }] };
}
