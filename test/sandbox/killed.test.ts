import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { callsOf, temporaryDirectory } from './running-sandbox.js';

type Running = Pick<Sandbox, 'origin' | 'apiKey' | 'templateId' | 'verificationTemplates'> & {
  process: ChildProcess;
  ended: Promise<unknown>;
};

/** How far an inquiry is: a killed stand-in may have gone on after its last word. */
const stages = ['created', 'pending', 'completed', 'approved'];
const stageOf = (status: string) => stages.indexOf(status);

const root = join(import.meta.dirname, '../..');
// Where the packages are found from.
const built = join(root, 'node_modules/.cache', `killed-${crypto.randomUUID()}`);

beforeAll(async () => {
  // Once: starting it from source each time would cost more than all it does.
  const input = join(import.meta.dirname, 'killed/stand-in.ts');
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: true, outDir: built, rolldownOptions: { input } },
  });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

async function start(dataDir: string, appDir: string): Promise<Running> {
  const child = spawn(process.execPath, [join(built, 'stand-in.js'), dataDir, appDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  return { ...(JSON.parse(line) as Omit<Running, 'process' | 'ended'>), process: child, ended };
}

it('a stand-in that is killed ten times in the middle of its work has lost nothing it had confirmed', {
  timeout: 120_000,
}, async () => {
  const [dataDir, appDir] = [temporaryDirectory(), temporaryDirectory()];
  writeFileSync(join(appDir, 'index.html'), '<!doctype html><title>pages</title>');
  /** What the stand-in has said of each inquiry last. */
  const confirmed = new Map<string, string>();
  let apiKey: string | undefined;

  for (let kill = 0; kill < 10; kill += 1) {
    const one = await start(dataDir, appDir);
    apiKey ??= one.apiKey;
    expect(one.apiKey).toBe(apiKey);
    const { rest } = callsOf(one);
    for (const [id, status] of confirmed) {
      const { body } = await rest(`/inquiries/${id}`);
      expect(stageOf(body.data.attributes.status)).toBeGreaterThanOrEqual(stageOf(status));
    }
    const asked = one.verificationTemplates.filter(({ type }) => type !== 'phone-number');
    const passed = asked.map((template) => ({
      type: 'create_passed_verification',
      data: { 'verification-template-id': template.id },
    }));
    let done = 0;
    const worker = async () => {
      for (;;) {
        const { body } = await rest('/inquiries', {
          data: { attributes: { 'inquiry-template-id': one.templateId, 'reference-id': `loc_${crypto.randomUUID()}` } },
        });
        const { id } = body.data;
        confirmed.set(id, 'created');
        const simulated = await rest(`/inquiries/${id}/perform-simulate-actions`, {
          meta: { 'simulate-actions': [{ type: 'start_inquiry' }, ...passed, { type: 'complete_inquiry' }] },
        });
        if (simulated.status !== 200) throw new Error(JSON.stringify(simulated.body));
        confirmed.set(id, 'completed');
        done += 1;
        // In the middle: the other workers are on their way.
        if (done === 3 + kill) one.process.kill('SIGKILL');
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: 5 }, worker));
    for (const end of ends) expect(String((end as PromiseRejectedResult).reason)).toContain('fetch failed');
    await one.ended;
  }

  const last = await start(dataDir, appDir);
  const { rest } = callsOf(last);
  for (const [id, status] of confirmed)
    await expect
      .poll(async () => stageOf((await rest(`/inquiries/${id}`)).body.data.attributes.status))
      .toBeGreaterThanOrEqual(stageOf(status === 'completed' ? 'approved' : status));
  expect(confirmed.size).toBeGreaterThan(60);
});
