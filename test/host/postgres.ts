import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../helpers/free-port.js';

const versions = '/usr/lib/postgresql';
const version = existsSync(versions)
  ? readdirSync(versions)
      .sort((a, b) => Number(a) - Number(b))
      .findLast((one) => existsSync(join(versions, one, 'bin/initdb')))
  : undefined;
const bin = version && join(versions, version, 'bin');

/** Whether Debian's `postgresql` is there; without it the tests on a real server are skipped, and this says so. */
export const hasPostgres = bin !== undefined;
if (!hasPostgres)
  console.warn('Skipped: tests on a Postgres server. Install Debian’s package "postgresql" to run them.');

/** A Postgres server of the test's own. */
export interface TestPostgres {
  url: string;
  close(): Promise<void>;
}

/** Starts one on a free port of this computer, with an empty database that is gone at the end. */
export async function startPostgres(): Promise<TestPostgres> {
  const dir = mkdtempSync(join(tmpdir(), 'postgres-'));
  // It refuses to run as root.
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const user = process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : {};
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid as number);
  const data = join(dir, 'data');
  execFileSync(
    join(bin as string, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'tester', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, stdio: 'pipe', cwd: dir },
  );
  const port = await freePort();
  const server = spawn(
    join(bin as string, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      dir,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=100',
    ],
    { ...user, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.once('exit', () => reject(new Error(`Postgres did not start: ${said}`)));
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (text.includes('ready to accept connections')) resolve();
    });
  });
  return {
    url: `postgres://tester@127.0.0.1:${port}/postgres`,
    close: async () => {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await exited;
      rmSync(dir, { recursive: true });
    },
  };
}
