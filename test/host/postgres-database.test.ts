import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentityHost, postgresDatabase, sqlStore } from '../../src/host/index.js';
import { hasPostgres, startPostgres, type TestPostgres } from './postgres.js';
import { delivery, event, SECRET, TEMPLATE } from './signed.js';

describe.runIf(hasPostgres)('postgresDatabase', () => {
  let postgres: TestPostgres;
  let pools: pg.Pool[];
  beforeAll(async () => {
    postgres = await startPostgres();
    pools = [1, 2].map(() => new pg.Pool({ connectionString: postgres.url, max: 4 }));
    for (const pool of pools) pool.on('error', () => {});
  });
  afterAll(async () => {
    for (const pool of pools) await pool.end();
    await postgres.close();
  });

  const listeners = async (pool: pg.Pool) => {
    const { rows } = await pool.query<{ pid: number }>(`select pid from pg_stat_activity where query = 'listen "news"'`);
    return rows.map(({ pid }) => pid);
  };

  it('hears another process, also after its connection was lost, and hands back what it took', async () => {
    const [mine, other] = pools as [pg.Pool, pg.Pool];
    const heard: string[] = [];
    const end = await postgresDatabase(mine).listen?.('news', (payload) => heard.push(payload));
    await other.query(`select pg_notify('news', 'first')`);
    await expect.poll(() => heard).toEqual(['first']);

    const [lost] = await listeners(other);
    await other.query('select pg_terminate_backend($1)', [lost]);
    await expect.poll(async () => (await listeners(other)).filter((pid) => pid !== lost).length, { timeout: 10_000 }).toBe(1);
    await other.query(`select pg_notify('news', 'second')`);
    await expect.poll(() => heard).toEqual(['first', 'second']);

    await end?.();
    await expect.poll(() => listeners(other)).toEqual([]);
    expect(mine.totalCount - mine.idleCount).toBe(0);
  });

  it('brings a webhook that one process got to a page that listens to another', async () => {
    const [one, two] = pools.map((pool) =>
      createIdentityHost({
        persona: { apiKey: 'persona_sandbox_test', templateId: TEMPLATE, webhookSecret: SECRET, fetch: async () => Response.json({ data: [] }) },
        store: sqlStore(postgresDatabase(pool)),
        authorize: () => true,
      })) as [ReturnType<typeof createIdentityHost>, ReturnType<typeof createIdentityHost>];
    const response = await two.status(new Request('http://host.test/status?account=acc', { headers: { Accept: 'text/event-stream' } }));
    const source = (response.body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await source.read()).value);
    expect(await next()).toContain('"status":"none"');
    expect((await one.webhook(delivery(event({ name: 'inquiry.approved', at: new Date().toISOString() })))).status).toBe(200);
    expect(await next()).toContain('"verified":true');
    await source.cancel();
  });
});
