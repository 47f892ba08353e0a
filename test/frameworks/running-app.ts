import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { freePort } from '../helpers/free-port.js';
import { type App, cacheOf, isNewEnough, newerNode, root, sourcesOf, stampOf } from './apps.js';

/** How a command ended, and what it said. */
export interface Ended {
  code: number | null;
  said: string;
}

/** As in a shell of its own: nothing of Vitest's, by which frameworks would build for a test or for development. */
function environment({ needsNewerNode }: Pick<App, 'needsNewerNode'>, more: Record<string, string>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VITE|VITEST|NODE_ENV$|NODE_OPTIONS$|npm_|DEV$|PROD$|SSR$|MODE$|BASE_URL$|TEST$)/.test(name),
  );
  const { PATH = '', ...rest } = Object.fromEntries(own);
  const first = needsNewerNode && !isNewEnough() ? [dirname(newerNode)] : [];
  return {
    ...rest,
    PATH: [...first, PATH].join(delimiter),
    CI: '1',
    NO_COLOR: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
    ...more,
  };
}

function npm(app: Pick<App, 'name' | 'needsNewerNode'>, words: string[], env: Record<string, string> = {}) {
  const child = spawn('npm', words, {
    cwd: cacheOf(app.name),
    env: environment(app, env),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, which can be ended with what it has started.
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += stripVTControlCharacters(text);
    });
  return { child, said: () => said };
}

/** `npm run` of one of an app's scripts, to its end. */
export async function script(app: App, name: string): Promise<Ended> {
  const { child, said } = npm(app, ['run', name]);
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  return { code, said: said() };
}

/** Packs what npm would publish; the path of the tarball. */
export async function pack(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lc-identity-gate-'));
  const child = spawn('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((ended) => child.on('close', ended));
  const [file] = await readdir(folder);
  if (!file) throw new Error('npm has packed nothing.');
  return join(folder, file);
}

/** Puts an app as it is now beside its packages, and the packed package among them. */
export async function lay(app: App, tarball: string): Promise<void> {
  const folder = cacheOf(app.name);
  const kept = ['node_modules', 'package-lock.json', basename(stampOf(app.name))];
  for (const name of await readdir(folder))
    if (!kept.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
  const made = /[/\\](node_modules|dist|\.next|\.nuxt|\.output|\.svelte-kit|\.angular|\.astro|build)$/;
  const demo = sourcesOf(app);
  await cp(demo, folder, { recursive: true, filter: (path) => path === demo || !made.test(path) });
  const ours = join(folder, 'node_modules/lc-identity-gate');
  await rm(ours, { recursive: true, force: true });
  await mkdir(ours, { recursive: true });
  const child = spawn('tar', ['-xzf', tarball, '-C', ours, '--strip-components=1'], { stdio: 'inherit' });
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  if (code !== 0 || !existsSync(join(ours, 'package.json'))) throw new Error(`${tarball} cannot be unpacked.`);
}

/** An app's own server of its production build. */
export interface Served {
  origin: string;
  close(): void;
}

/** `npm start` of a built app; ready when it answers. */
export async function serve(app: App, personaHost: string): Promise<Served> {
  const port = await freePort();
  const { child, said } = npm(app, ['start'], { PORT: `${port}`, HOST: '127.0.0.1', PERSONA_HOST: personaHost });
  const origin = `http://127.0.0.1:${port}`;
  const ended = new Promise<never>((_, refuse) =>
    child.on('close', () => refuse(new Error(`${app.title} has ended: ${said()}`))),
  );
  // Looked at only while the server begins.
  ended.catch(() => {});
  await Promise.race([ended, answers(origin)]).catch((error) => {
    end(child);
    throw new Error(`${error.message}\n${said()}`);
  });
  return { origin, close: () => end(child) };
}

async function answers(origin: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const status = await fetch(origin).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`Nothing answers on ${origin}.`);
}

function end({ pid, exitCode, signalCode }: ChildProcess): void {
  if (exitCode === null && signalCode === null && pid) process.kill(-pid, 'SIGTERM');
}
