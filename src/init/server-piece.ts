import type { Site } from './find-site.js';
import type { Piece } from './page-piece.js';

/** What the host needs to know; nobody may act for any account before `authorize` is filled in. */
const identity = (typescript: boolean) => `import { createIdentityHost, memoryStore } from 'lc-identity-gate/host';

/** Answers the elements, and refuses what must be refused. Made at the first request: a build needs no keys. */
let made${typescript ? ': ReturnType<typeof createIdentityHost> | undefined' : ''};
export const identity = () =>
  (made ??= createIdentityHost({
    persona: {
      apiKey: process.env.PERSONA_API_KEY ?? '',
      templateId: process.env.PERSONA_TEMPLATE_ID ?? '',
      webhookSecret: process.env.PERSONA_WEBHOOK_SECRET ?? '',
    },
    // Fill in: sqlStore(…) with your database. The memory is empty after each start.
    store: memoryStore(),
    // Fill in: whether who asks may act for this account, by your session. Nobody may before you do.
    authorize: async (_request, _account) => false,
    onError: console.error,
  }));
`;

const routes: Partial<Record<Site['server'], (path: string, typescript: boolean) => string>> = {
  next: (path, typescript) => `import { identity } from '${path}';

export const GET = (request${typescript ? ': Request' : ''}) => identity().fetch(request);
export const POST = GET;
`,
  nuxt: (path) => `import { identity } from '${path}';

export default defineEventHandler((event) => identity().fetch(toWebRequest(event)));
`,
  sveltekit: (path, typescript) => `import { identity } from '${path}';

export const GET = ({ request }${typescript ? ': { request: Request }' : ''}) => identity().fetch(request);
export const POST = GET;
`,
  astro: (path, typescript) => `import { identity } from '${path}';

export const prerender = false;
export const ALL = ({ request }${typescript ? ': { request: Request }' : ''}) => identity().fetch(request);
`,
};

const mounts: Partial<Record<Site['server'], string>> = {
  hono: "app.all('/api/identity/*', (context) => identity().fetch(context.req.raw));",
  express:
    "// Before express.json(). getRequestListener comes from @hono/node-server.\napp.all('/api/identity/*path', getRequestListener((request) => identity().fetch(request)));",
  fastify: '// See "Fastify 5" in node_modules/lc-identity-gate/docs/host.md: its body parser has to be kept away.',
  own: '// Each request to /api/identity/… is answered by: await identity().fetch(request), with the Request of the web.',
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
  const module = { path: `${place?.[0] ?? alone}.${extension}`, text: identity(typescript) };
  if (!place) return { pieces: [module], mount: mounts[server] ?? '' };
  const text = routes[server]?.(place[2], typescript) ?? '';
  return { pieces: [module, { path: `${place[1]}.${extension}`, text }] };
}
