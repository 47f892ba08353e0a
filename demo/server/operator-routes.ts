import { Hono } from 'hono';
import type { Host, HostEvent } from '../../src/host/index.js';
import type { Database } from './database.js';

const mostEvents = 50;

/** Keeps an event, once however often it is told: its id is the key. */
export async function keepEvent(db: Database, event: HostEvent): Promise<void> {
  await db.query(
    `insert into demo_events (id, at, account, type, event) values ($1, $2, $3, $4, $5::text::json)
     on conflict do nothing`,
    [event.id, event.at, event.account, event.type, JSON.stringify(event)],
  );
}

/** Who is stuck and what was told, for the people who run the platform. Yours would ask who they are. */
export function operatorRoutes(db: Database, host: Host): Hono {
  const routes = new Hono();

  routes.get('/accounts', async (context) => {
    const status = context.req.query('status') || undefined;
    const minutes = Number(context.req.query('minutes')) || 0;
    const before = minutes > 0 ? new Date(Date.now() - minutes * 60_000) : undefined;
    const all = await host.identity.accounts({ ...(status && { status }), ...(before && { before }) });
    // Those from before the demo was reset are nobody's any more.
    const { rows } = await db.query<{ id: string }>('select id from demo_accounts');
    const known = new Set(rows.map(({ id }) => id));
    const accounts = all.filter(({ account }) => known.has(account));
    return context.json({
      accounts: accounts.map(({ account, status: is, inquiryId, newsAt }) => ({
        account,
        status: is,
        inquiryId,
        since: newsAt.toISOString(),
      })),
    });
  });

  routes.get('/events', async (context) => {
    const { rows } = await db.query<{ event: HostEvent }>(
      `select event from demo_events order by seq desc limit ${mostEvents}`,
    );
    return context.json({ events: rows.map(({ event }) => event) });
  });

  return routes;
}
