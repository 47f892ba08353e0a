import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { getRequestListener } from '@hono/node-server';
import { createIdentityHost, type IdentityStore, memoryStore, sqlStore } from '../../src/host/index.js';
import { databases } from '../host/databases.js';

// Status reads over HTTP, by 32 connections that each ask again as soon as they are answered, of 1,000 accounts, half
// of them verified. Client and server share this process, so the bare handler says how much of the time is HTTP's.
const connections = 32;
const accounts = 1000;
const measuredSeconds = Number(process.env.BENCH_SECONDS ?? 5);

async function measure(name: string, handler: (request: Request) => Response | Promise<Response>): Promise<void> {
  const http = createServer(getRequestListener(handler));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const read = (count: number) =>
    new Promise<void>((resolve, reject) => {
      get({ agent, port, path: `/status?account=acc_${count % accounts}&action=number-purchase` }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${name} answered ${answer.statusCode}.`));
        answer.resume().once('end', resolve);
      }).once('error', reject);
    });
  const run = async (seconds: number) => {
    const times: number[] = [];
    const end = performance.now() + seconds * 1000;
    let count = 0;
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() < end) {
          const begun = performance.now();
          count += 1;
          await read(count);
          times.push(performance.now() - begun);
        }
      }),
    );
    return times.sort((a, b) => a - b);
  };
  await run(1);
  const times = await run(measuredSeconds);
  const at = (part: number) => `${(times[Math.floor(times.length * part)] ?? NaN).toFixed(1)} ms`;
  console.log(
    `${name.padEnd(28)} ${Math.round(times.length / measuredSeconds)
      .toLocaleString('en')
      .padStart(8)} reads/s   p50 ${at(0.5).padStart(8)}   p99 ${at(0.99).padStart(8)}`,
  );
  agent.destroy();
  await new Promise((resolve) => http.close(resolve));
}

async function host(store: IdentityStore): Promise<(request: Request) => Promise<Response>> {
  const at = new Date();
  for (let account = 0; account < accounts; account += 1) {
    const news = {
      inquiryId: `inq_${account}`,
      account: `acc_${account}`,
      status: account % 2 ? 'approved' : 'pending',
      createdAt: at,
      at,
      asOf: at,
    };
    await store.claim(news, 'host');
    await store.record(news);
  }
  return createIdentityHost({
    persona: {
      apiKey: 'persona_sandbox_x',
      templateId: 'itmpl_x',
      webhookSecret: 'wbhsec_x',
      fetch: async () => Response.json({ data: [] }),
    },
    store,
    authorize: () => true,
  }).status;
}

await measure('a constant', () => Response.json({ verified: false }));
await measure('in memory', await host(memoryStore()));
for (const [name, open] of databases) {
  const { db, close } = await open();
  await measure(name, await host(sqlStore(db)));
  await close();
}
