import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentityHost, type IdentityHost, type IdentityStore, sqlStore } from '../../src/host/index.js';
import { databases, type TestDatabase } from './databases.js';
import { templateId, webhookSecret } from './signed.js';

const schema2 = readFileSync(join(import.meta.dirname, 'schema-2.sql'), 'utf8');
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);

describe.each(databases)('a database of the version before, in %s', (_, open) => {
  let world: TestDatabase;
  let store: IdentityStore;
  let host: IdentityHost;
  const sql = (text: string, ...params: unknown[]) => world.db.query(text, params);

  /** A row as that version wrote it. */
  const inquiry = (account: string, status: string, made: Date) =>
    sql(
      `insert into lc_identity_inquiries (inquiry_id, account, status, rank, created_at, news_at, decided_at)
       values ($1, $2, $3, 5, $4, $4, $4)`,
      `inq_${account}`,
      account,
      status,
      made,
    );
  const line = (account: string, event: string, at: Date) =>
    sql(
      `insert into lc_identity_trail (account, actor, event, inquiry_id, at) values ($1, 'user', $2, $3, $4)`,
      account,
      event,
      `inq_${account}`,
      at,
    );
  const ticket = (account: string) =>
    sql('insert into lc_identity_accounts (account, ticket_inquiry_id) values ($1, $2)', account, `inq_${account}`);

  beforeAll(async () => {
    world = await open();
    await sql(schema2);
    await line('anybody', 'inquiry.opened', daysAgo(100));
    for (const account of ['opened', 'ticketed', 'foreign']) await inquiry(account, 'approved', daysAgo(10));
    await line('opened', 'inquiry.opened', daysAgo(10));
    await line('opened', 'inquiry.approved', daysAgo(10));
    await ticket('ticketed');
    await line('foreign', 'inquiry.approved', daysAgo(10));
    await inquiry('older', 'approved', daysAgo(200));
    store = sqlStore(world.db);
    host = createIdentityHost({
      persona: {
        apiKey: 'persona_sandbox_test',
        templateId,
        webhookSecret,
        fetch: async (input) =>
          String(input).includes('?')
            ? Response.json({ data: [] })
            : Response.json({ errors: [{ title: 'Record not found' }] }, { status: 404 }),
      },
      store,
      authorize: () => true,
    });
  });
  afterAll(() => world.close());

  it('keeps accounts verified whose inquiry was opened here, by the trail or by a ticket', async () => {
    expect(await host.requireVerified('opened')).toBeNull();
    expect(await host.requireVerified('ticketed')).toBeNull();
  });

  it('believes no more what nobody here has opened', async () => {
    expect((await host.requireVerified('foreign'))?.status).toBe(403);
    expect(await store.inquiries('foreign', 'any')).toMatchObject([{ own: false, status: 'approved' }]);
  });

  it('goes on believing what is older than the trail, which cannot tell', async () => {
    expect(await host.requireVerified('older')).toBeNull();
  });

  it('knows what a process of the version before opens beside it, also once the trail is pruned', async () => {
    await inquiry('beside', 'approved', daysAgo(1));
    await inquiry('stray', 'approved', daysAgo(1));
    await line('beside', 'inquiry.opened', daysAgo(1));
    expect(await host.requireVerified('beside')).toBeNull();
    await store.prune(new Date());
    expect(await host.requireVerified('beside')).toBeNull();
    expect(await host.requireVerified('opened')).toBeNull();
    expect((await host.requireVerified('stray'))?.status).toBe(403);
  });
});
