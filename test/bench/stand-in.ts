import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';

// Inquiries by the thousand at a local Persona that keeps its data, 20 at a time, from nothing to approved, with the
// host's look-ups between; then a start with all of them, and a day forward. Client and stand-in share this process.
const inquiries = Number(process.env.BENCH_INQUIRIES ?? 10_000);
const parallel = 20;

const folder = mkdtempSync(join(tmpdir(), 'stand-in-bench-'));
const [dataDir, appDir] = [join(folder, 'data'), folder];
writeFileSync(join(appDir, 'index.html'), '<!doctype html><title>pages</title>');
const start = () => startSandbox({ dataDir, appDir, rateLimit: 1e9, decisionDelay: 0 });
const say = (what: string, figures: string) => console.log(`${what.padEnd(36)} ${figures}`);

async function call({ origin, apiKey }: Sandbox, path: string, body?: object): Promise<{ data: { id: string } }> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
  return response.json();
}

async function walk(sandbox: Sandbox, count: number): Promise<void> {
  const account = `acc_${count}`;
  await call(sandbox, `/inquiries?filter[reference-id]=${account}&page[size]=25`);
  const { data } = await call(sandbox, '/inquiries', {
    data: { attributes: { 'inquiry-template-id': sandbox.kycTemplateId, 'reference-id': account } },
  });
  await call(sandbox, `/inquiries/${data.id}/resume`, {});
  const passed = sandbox.verificationTemplates.map(({ id }) => ({
    type: 'create_passed_verification',
    data: { 'verification-template-id': id },
  }));
  await call(sandbox, `/inquiries/${data.id}/perform-simulate-actions`, {
    meta: { 'simulate-actions': [{ type: 'start_inquiry' }, ...passed, { type: 'complete_inquiry' }] },
  });
  await call(sandbox, `/inquiries/${data.id}`);
}

const sandbox = await start();
let begun = 0;
let done = 0;
let since = performance.now();
let used = process.cpuUsage();
const worker = async () => {
  while (begun < inquiries) {
    begun += 1;
    await walk(sandbox, begun);
    done += 1;
    if (done % 1000 !== 0) continue;
    const { user, system } = process.cpuUsage(used);
    const seconds = (performance.now() - since) / 1000;
    say(
      `${done} inquiries`,
      `${(1000 / seconds).toFixed(0)} a second, ${((user + system) / 1e6).toFixed(1)} ms CPU each`,
    );
    [since, used] = [performance.now(), process.cpuUsage()];
  }
};
await Promise.all(Array.from({ length: parallel }, worker));
await sandbox.close();

const size = (name: string) => `${(statSync(join(dataDir, name)).size / 1e6).toFixed(0)} MB`;
say('on disk', `journal ${size('sandbox.journal')}, events ${size('events.txt')}`);
const before = performance.now();
const idle = process.cpuUsage();
const again = await start();
const { user, system } = process.cpuUsage(idle);
say(
  'a start with all of them',
  `${(performance.now() - before).toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} ms CPU`,
);
const forward = performance.now();
again.moveClock(24 * 60 * 60 * 1000);
await call(again, '/inquiries?page[size]=1');
say('a day forward, to the next answer', `${(performance.now() - forward).toFixed(0)} ms`);
await again.close();
if (process.env.BENCH_KEEP) console.log(folder);
else rmSync(folder, { recursive: true, force: true });
