import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { PersonaClient } from '../src/host/persona/persona-client.js';
import type * as standIn from '../src/sandbox/index.js';

/** Where the story's page finds its host; see stories/persona.stories.ts. */
const base = '/persona-stand-in';

/** As it is built, which its pages have to be anyway: Storybook's own loader reads no JSX. */
const built = new URL('../dist/sandbox/index.js', import.meta.url).href;

/**
 * Gives Storybook's own server the two endpoints of a host, in front of a local Persona that is started with the first
 * request and ends with the server. It keeps nothing: the inquiry of an account is looked up each time.
 */
export function personaStandIn(): Plugin {
  let running: Promise<{ sandbox: standIn.Sandbox; persona: PersonaClient }> | undefined;
  const start = async () => {
    const { startSandbox }: typeof standIn = await import(built);
    const sandbox = await startSandbox({ decisionDelay: 1500 });
    return { sandbox, persona: new PersonaClient({ ...sandbox, apiUrl: `${sandbox.origin}/api/v1` }, Date.now) };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    running ??= start();
    const { sandbox, persona } = await running;
    const url = new URL(request.url ?? '', 'http://localhost');
    if (request.method === 'POST' && url.pathname === '/inquiry') {
      const { account } = JSON.parse(await text(request)) as { account: string };
      const [begun] = await persona.list(account);
      const { data, meta } = begun
        ? await persona.resume(begun.id)
        : await persona.create(account, crypto.randomUUID());
      return json(response, 200, { inquiryId: data.id, sessionToken: meta?.sessionToken, personaHost: sandbox.host });
    }
    const [inquiry] = await persona.list(url.searchParams.get('account') ?? '');
    const status = inquiry?.attributes.status ?? 'none';
    json(response, 200, { verified: status === 'approved', status, inquiryId: inquiry?.id });
  };

  return {
    name: 'persona-stand-in',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(base, (request, response) => {
        answer(request, response).catch((error: Error) => {
          running = undefined;
          server.config.logger.error(error.message);
          json(response, 503, { code: 'unavailable', detail: error.message });
        });
      });
      server.httpServer?.once(
        'close',
        () =>
          void running?.then(
            ({ sandbox }) => sandbox.close(),
            () => {},
          ),
      );
    },
  };
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
