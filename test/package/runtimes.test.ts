import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { PGlite } from '@electric-sql/pglite';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { freePort } from '../helpers/free-port.js';
import { hasPostgres, startPostgres, type TestPostgres } from '../host/postgres.js';
import { event, sign } from '../host/signed.js';

const here = join(import.meta.dirname, 'runtimes');
const next = join(here, 'next');
const nextCli = join(here, 'node_modules/next/dist/bin/next');
const settings = [
  'PERSONA_API_KEY',
  'PERSONA_TEMPLATE_ID',
  'PERSONA_WEBHOOK_SECRET',
  'PERSONA_API_URL',
  'LC_PHONE_URL',
  'LC_PHONE_TOKEN',
  'SQL_URL',
  'DATABASE_URL',
];
const signedIn = { cookie: 'session=1' };

/**
 * The program in the one package of this scope that fits this computer; the install scripts that would link it are off.
 */
function program(scope: string, file: string): string | undefined {
  const packages = join(here, 'node_modules', scope);
  const fitting = existsSync(packages) ? readdirSync(packages).map((name) => join(packages, name, file)) : [];
  return fitting.find((path) => existsSync(path));
}

interface Runtime {
  name: string;
  program: string | undefined;
  /** What has to be done before the start. */
  prepare?: () => unknown;
  words: (port: number) => string[];
  streams?: false;
}

const workerd = program('@cloudflare', 'bin/workerd');
const serveWorker = (entry: string, port: number) => [
  'serve',
  `dist/${entry}.capnp`,
  '--socket-addr',
  `http=127.0.0.1:${port}`,
];

/** What `wrangler` does: one file of everything, and the settings. */
async function buildWorker(entry: string): Promise<void> {
  await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    build: {
      ssr: `${entry}.js`,
      emptyOutDir: false,
      rolldownOptions: { external: [/^cloudflare:/, /^node:/], output: { codeSplitting: false } },
    },
    ssr: { target: 'webworker', noExternal: true, resolve: { conditions: ['workerd'] } },
  });
  const bindings = settings.map((name) => `(name = "${name}", fromEnvironment = "${name}")`).join(', ');
  // From August 2026 on Node's modules come by themselves. The driver wants them, the server half does not.
  const flags = entry === 'worker' ? '' : 'compatibilityFlags = ["nodejs_compat"],';
  writeFileSync(
    join(here, `dist/${entry}.capnp`),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker", esModule = embed "${entry}.js")],
      compatibilityDate = "2026-07-01",
      ${flags}
      bindings = [${bindings}],
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", http = (), service = "worker")],
);
`,
  );
}

const runtimes: Runtime[] = [
  { name: 'Bun', program: program('@oven', 'bin/bun'), words: (port) => [`--port=${port}`, 'server.js'] },
  {
    name: 'Deno',
    program: program('@deno', 'deno'),
    words: (port) => ['serve', '--allow-env', '--allow-net', '--host', '127.0.0.1', '--port', `${port}`, 'server.js'],
  },
  {
    name: 'workerd, the runtime of Cloudflare Workers',
    program: workerd,
    prepare: () => buildWorker('worker'),
    words: (port) => serveWorker('worker', port),
    streams: false,
  },
  {
    name: 'workerd with a Postgres server',
    program: hasPostgres ? workerd : undefined,
    prepare: () => buildWorker('worker-postgres'),
    words: (port) => serveWorker('worker-postgres', port),
    streams: false,
  },
  {
    name: 'Next.js',
    program: existsSync(nextCli) ? process.execPath : undefined,
    // Without the keys, as on a machine that only builds.
    prepare: () =>
      execFileSync(process.execPath, [nextCli, 'build', next], {
        env: { PATH: process.env.PATH, NEXT_TELEMETRY_DISABLED: '1', CI: '1' },
        stdio: 'pipe',
      }),
    words: (port) => [nextCli, 'start', next, '--hostname', '127.0.0.1', '--port', `${port}`],
  },
];

const missing = runtimes.filter((runtime) => !runtime.program).map(({ name }) => name);
if (missing.length > 0)
  console.warn(`Skipped: the server half on ${missing.join(', ')}. Run "npm run runtimes" to install what is missing.`);

let persona: Sandbox;
let postgres: TestPostgres | undefined;
const db = new PGlite();
/** The database of those that ask for it over HTTP. */
const sql = createServer(async (request, response) => {
  const { text, params } = JSON.parse(await readText(request)) as { text: string; params?: unknown[] };
  const answer = await db.query(text, params).then(
    ({ rows }) => ({ rows }),
    (error: Error) => ({ error: error.message }),
  );
  response.end(JSON.stringify(answer));
});
const pages = mkdtempSync(join(tmpdir(), 'pages-'));
const running: ChildProcess[] = [];
beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  persona = await startSandbox({ appDir: pages });
  await new Promise<void>((resolve) => sql.listen(0, '127.0.0.1', resolve));
  if (hasPostgres && workerd) postgres = await startPostgres();
});
afterAll(async () => {
  for (const one of running) one.kill('SIGKILL');
  await persona.close();
  sql.closeAllConnections();
  sql.close();
  await db.close();
  await postgres?.close();
  for (const made of [pages, join(here, 'dist'), join(next, '.next')]) rmSync(made, { recursive: true, force: true });
});

/** Starts what was built on a runtime; the address of its handlers, and what it wrote. */
async function start({ program: path, prepare, words }: Runtime): Promise<{ url: string; said: () => string }> {
  await prepare?.();
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PERSONA_API_KEY: persona.apiKey,
    PERSONA_TEMPLATE_ID: persona.templateId,
    PERSONA_WEBHOOK_SECRET: persona.webhookSecret,
    PERSONA_API_URL: `${persona.origin}/api/v1`,
    LC_PHONE_URL: persona.carriers.lcPhone.url,
    LC_PHONE_TOKEN: persona.carriers.lcPhone.token,
    SQL_URL: `http://127.0.0.1:${(sql.address() as AddressInfo).port}`,
    DATABASE_URL: postgres?.url ?? '',
  };
  const one = spawn(path as string, words(port), { cwd: here, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(one);
  let text = '';
  for (const stream of [one.stdout, one.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  const url = `http://127.0.0.1:${port}/api/identity`;
  await expect
    .poll(
      () =>
        one.exitCode === null
          ? fetch(url).then(
              ({ status }) => status,
              () => 0,
            )
          : text,
      { timeout: 30_000 },
    )
    .toBe(404);
  return { url, said: () => text };
}

describe.each(runtimes)('the built server half on $name', (runtime) => {
  it.runIf(runtime.program)(
    'serves a purchase from the search to the receipt, once',
    { timeout: 120_000 },
    async () => {
      const { url, said } = await start(runtime);
      const account = `acc_${crypto.randomUUID()}`;
      const status = async () => (await fetch(`${url}/status?account=${account}`, { headers: signedIn })).json();
      const post = (path: string, headers: Record<string, string> = {}, more: object = {}) =>
        fetch(`${url}/${path}`, {
          method: 'POST',
          body: JSON.stringify({ account, ...more }),
          headers: { ...signedIn, 'content-type': 'application/json', ...headers },
        });

      expect((await fetch(`${url}/status?account=${account}`)).status).toBe(401);
      expect(await status()).toMatchObject({ verified: false, status: 'none' });

      const stream = await fetch(`${url}/status?account=${account}`, {
        headers: { ...signedIn, accept: 'text/event-stream' },
      });
      const told = (stream.body as ReadableStream<Uint8Array<ArrayBuffer>>)
        .pipeThrough(new TextDecoderStream())
        .getReader();
      // Between two changes of the status may come where its person is.
      const hear = async (text: string) => {
        if (runtime.streams === false) return;
        for (let word = ''; !word.includes(text); ) {
          const { value, done } = await told.read();
          expect(done, `the stream ended before ${text}`).toBe(false);
          word = value ?? '';
        }
      };
      await hear('"status":"none"');

      const { inquiryId } = (await (await post('inquiry')).json()) as { inquiryId: string };
      expect(inquiryId).toMatch(/^inq_/);
      await hear('"status":"created"');

      const places = await fetch(`${url}/places?q=londres&countries=GB&language=es`);
      expect(await places.json()).toMatchObject({ places: [{ label: 'Londres, Reino Unido', areaCodes: ['20'] }] });

      const search = await fetch(`${url}/numbers?countryCode=US&firstPart=415&account=${account}`, {
        headers: signedIn,
      });
      const [found] = ((await search.json()) as { numbers: { phoneNumber: string }[] }).numbers;
      const purchase = () => post('purchases', { 'idempotency-key': 'key-1' }, { numbers: [found] });
      const refused = await purchase();
      expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'verification_required' }]);

      // With white space that a parser would lose.
      const body = event({
        name: 'inquiry.approved',
        at: new Date().toISOString(),
        account,
        inquiryId,
        template: persona.templateId,
      }).replace('{', '{ \n');
      const deliver = (secret: string) =>
        fetch(`${url}/webhook`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', 'persona-signature': sign(body, { secret }) },
        });
      expect((await deliver('wbhsec_other')).status).toBe(401);
      expect(await status()).toMatchObject({ verified: false });
      expect((await deliver(persona.webhookSecret)).status).toBe(200);
      expect(await status()).toMatchObject({ verified: true });
      await hear('"verified":true');
      await told.cancel();

      const bought = await purchase();
      const first: unknown = await bought.json();
      expect([bought.status, first]).toMatchObject([
        201,
        { numbers: [{ phoneNumber: found?.phoneNumber, status: 'purchased' }] },
      ]);
      expect(await (await purchase()).json()).toEqual(first);
      expect(persona.carriers.sales().filter(({ owner }) => owner === account)).toHaveLength(1);
      expect(said()).not.toContain('PersonaError');
    },
  );
});
