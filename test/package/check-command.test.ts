import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterEach, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../src/sandbox/listen.js';
import { soundHost } from '../host/sound-host.js';

const program = resolve(import.meta.dirname, '../../dist/sandbox/cli.js');

let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Runs the built command as `npx lc-identity-gate check` would. */
const run = (...words: string[]) =>
  new Promise<{ code: number; text: string }>((done) => {
    const child = execFile(process.execPath, [program, 'check', ...words], { timeout: 30_000 }, (_, out, err) =>
      done({ code: child.exitCode ?? -1, text: out + err }),
    );
  });

/** Serves a host; what the command needs to find it. */
async function serve(change: (response: Response) => void = () => {}): Promise<string[]> {
  const app = soundHost();
  server = await listen(
    getRequestListener(async (request) => {
      const answer = await app.fetch(request);
      change(answer);
      return answer;
    }),
    0,
  );
  return [`http://localhost:${server.port}/api/identity`, '--account', 'acc', '--header', 'Cookie: session=1'];
}

/** The rules that are not kept, and what is said of them: short enough to be read in a failed test. */
const remarksIn = (text: string) => text.match(/^ *[✗!].+\n.+$/gm) ?? [];

describe('the built command "check"', () => {
  it('helps', async () => {
    expect(await run('--help')).toEqual({
      code: 0,
      text: expect.stringContaining('Usage: lc-identity-gate check <url>'),
    });
  });

  it('finds nothing at a host that keeps the contract', async () => {
    const { code, text } = await run(...(await serve()));
    expect({ code, remarks: remarksIn(text) }).toEqual({ code: 0, remarks: [] });
    expect(text).toMatch(/\nNothing wrong found at http.+ rules\.\n$/);
  });

  it('names what is wrong, and ends with 1', async () => {
    const words = await serve((answer) => answer.headers.set('cache-control', 'max-age=60'));
    const { code, text } = await run(...words);
    const remarks = [expect.stringContaining('(status-no-store)')];
    expect({ code, remarks: remarksIn(text) }).toEqual({ code: 1, remarks });
    expect(text).toMatch(/\(status-no-store\)\n.+no-store.+\n1 wrong at .+\n$/s);
  });

  it('ends with 2 when it is asked wrongly', async () => {
    expect(await run('host.test')).toEqual({ code: 2, text: expect.stringContaining('Give one whole address') });
  });
});
