import pg from 'pg';
import postgresJs from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIdentityHost, migrations, postgresDatabase, type SqlDatabase, sqlStore } from '../../src/host/index.js';
import { hasPostgres, startPostgres, type TestPostgres } from './postgres.js';
import { delivery, event, templateId, webhookSecret } from './signed.js';
import { stubPersona } from './stub-persona.js';

interface Driver {
  db: SqlDatabase;
  /** Connections that are lent out, where the driver tells. */
  lent?: () => number;
  close: () => Promise<void>;
}

const noticed = vi.fn();
const drivers: [string, (url: string) => Driver][] = [
  [
    'pg',
    (url) => {
      const pool = new pg.Pool({ connectionString: url, max: 4 });
      pool.on('error', () => {});
      return { db: postgresDatabase(pool), lent: () => pool.totalCount - pool.idleCount, close: () => pool.end() };
    },
  ],
  [
    'postgres',
    (url) => {
      const sql = postgresJs(url, { max: 4, onnotice: noticed });
      return { db: postgresDatabase(sql), close: () => sql.end() };
    },
  ],
];

describe.runIf(hasPostgres).each(drivers)('postgresDatabase by %s', (_, open) => {
  let postgres: TestPostgres;
  let mine: Driver;
  let other: Driver;
  beforeAll(async () => {
    postgres = await startPostgres();
    [mine, other] = [open(postgres.url), open(postgres.url)];
  });
  afterAll(async () => {
    await mine.close();
    await other.close();
    await postgres.close();
  });

  const listeners = async () => {
    const { rows } = await other.db.query(`select pid from pg_stat_activity where query = 'listen "news"'`);
    return (rows as { pid: number }[]).map(({ pid }) => pid);
  };

  it('hears another process, also after its connection was lost, and hands back what it took', async () => {
    const heard: string[] = [];
    const end = await mine.db.listen?.('news', (payload) => heard.push(payload));
    await other.db.query(`select pg_notify('news', 'first')`);
    await expect.poll(() => heard).toEqual(['first']);

    const [lost] = await listeners();
    await other.db.query('select pg_terminate_backend($1)', [lost]);
    await expect
      .poll(async () => (await listeners()).filter((pid) => pid !== lost).length, { timeout: 10_000 })
      .toBe(1);
    await other.db.query(`select pg_notify('news', 'second')`);
    await expect.poll(() => heard).toEqual(['first', 'second']);

    await end?.();
    const later: string[] = [];
    const endLater = await other.db.listen?.('news', (payload) => later.push(payload));
    await other.db.query(`select pg_notify('news', 'third')`);
    await expect.poll(() => later).toEqual(['third']);
    await endLater?.();
    expect(heard).toEqual(['first', 'second']);
    if (mine.lent) expect(mine.lent()).toBe(0);
  });

  it('brings a webhook that one process got to a page that listens to another', async () => {
    const createdAt = new Date('2026-11-20T08:00:00.000Z');
    const news = { inquiryId: 'inq_1', account: 'acc', status: 'created', createdAt, at: createdAt, asOf: createdAt };
    await sqlStore(mine.db).claim(news, 'host');
    const [one, two] = [mine, other].map(({ db }) =>
      createIdentityHost({
        persona: {
          apiKey: 'persona_sandbox_test',
          templateId,
          webhookSecret,
          fetch: stubPersona(),
        },
        store: sqlStore(db),
        authorize: () => true,
      }),
    ) as [ReturnType<typeof createIdentityHost>, ReturnType<typeof createIdentityHost>];
    const response = await two.status(
      new Request('http://host.test/status?account=acc', { headers: { accept: 'text/event-stream' } }),
    );
    const source = (response.body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await source.read()).value);
    expect(await next()).toContain('"status":"created"');
    expect(
      (await one.webhook(delivery(event({ name: 'inquiry.approved', at: new Date().toISOString() })))).status,
    ).toBe(200);
    expect(await next()).toContain('"verified":true');
    await source.cancel();
  });

  it('says nothing of tables that are there already', async () => {
    noticed.mockClear();
    for (const { db } of [mine, other]) await sqlStore(db).inquiries('acc');
    expect(noticed).not.toHaveBeenCalled();
  });

  it('needs no right to create tables once another role has made them', async () => {
    await other.db.query('create role clerk login');
    const clerk = open(postgres.url.replace('tester@', 'clerk@'));
    await expect(clerk.db.query('create table mine (id int)')).rejects.toThrow('permission denied');
    await other.db.query(migrations);
    await other.db.query(
      `do $$ begin
         execute (
           select string_agg(format('grant select, insert, update, delete on %I to clerk', tablename), ';')
           from pg_tables where tablename like 'lc\\_identity\\_%'
         );
       end $$`,
    );
    const store = sqlStore(clerk.db);
    await store.note({
      account: 'acc_of_clerk',
      actor: 'user',
      event: 'action.refused',
      inquiryId: null,
      source: null,
    });
    expect(await store.trail('acc_of_clerk')).toHaveLength(1);
    await clerk.close();
  });
});

describe('postgresDatabase', () => {
  it('takes no driver that renames columns, which would find nobody verified', () => {
    expect(() => postgresDatabase(postgresJs('postgres://nowhere', { transform: postgresJs.camel }))).toThrow(
      'Make it one without "transform"',
    );
  });
});
