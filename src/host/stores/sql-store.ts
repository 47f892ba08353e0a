import { decided, type InquiryRecord, rank } from './inquiry-record.js';
import { type Row, type SqlDatabase, sqlRunner } from './sql-database.js';
import { sqlTurns, type TurnOptions } from './sql-turns.js';
import type { IdentityStore, InquiryNews, Ticket, TrailEntry } from './store.js';

/** Where changed accounts are announced, by Postgres' own LISTEN and NOTIFY. */
const channel = 'lc_identity';

const date = (value: unknown) => (value == null ? null : new Date(value as string | Date));

/**
 * The store on Postgres or PGlite. Tables named `lc_identity_*` are made on first use. Every method is one statement or
 * a few independent ones, so a pool that hands out any connection will do. `turns` says how one process waits for
 * another that opens the same account's inquiry.
 */
export function sqlStore(db: SqlDatabase, turns: TurnOptions = {}): IdentityStore {
  const sql = sqlRunner(db);
  const listeners = new Set<(account: string) => void>();

  return {
    exclusive: sqlTurns(sql, turns),

    async inquiries(account) {
      const rows = await sql('select * from lc_identity_inquiries where account = $1', account);
      return rows.map(inquiry);
    },

    async accountOf(inquiryId) {
      const [row] = await sql('select account from lc_identity_inquiries where inquiry_id = $1', inquiryId);
      return (row?.account as string | undefined) ?? null;
    },

    async record(news: InquiryNews, eventId?: string) {
      const order = rank(news.status);
      const changed = await sql(
        `with before as (select status from lc_identity_inquiries where inquiry_id = $1),
         fresh as (
           insert into lc_identity_events (event_id) select $8::text where $8::text is not null
           on conflict do nothing returning event_id
         ),
         kept as (
           insert into lc_identity_inquiries as old (inquiry_id, account, status, rank, created_at, news_at, decided_at)
           select $1, $2, $3, $4::int, $5::timestamptz, $6::timestamptz,
             case when $4::int = ${decided} then $6::timestamptz end
           where $8::text is null or exists (select from fresh)
           on conflict (inquiry_id) do update set
             status = excluded.status, rank = excluded.rank, news_at = excluded.news_at,
             decided_at = case when excluded.status = old.status then old.decided_at else excluded.decided_at end
           where (old.news_at < $7::timestamptz or (old.news_at = $7::timestamptz and old.rank <= excluded.rank))
             and (old.rank < ${decided} or excluded.rank = ${decided})
           returning account, status, inquiry_id
         ),
         changed as (select * from kept where status is distinct from (select status from before)),
         noted as (
           insert into lc_identity_trail (account, actor, event, inquiry_id, source)
           select account, $9, 'inquiry.' || status, inquiry_id, $8::text from changed
         )
         select account, pg_notify('${channel}', account) from changed`,
        news.inquiryId,
        news.account,
        news.status,
        order,
        news.createdAt,
        news.at,
        news.asOf,
        eventId ?? null,
        eventId ? 'persona' : 'host',
      );
      // A database that tells everybody tells us too.
      if (!db.listen) for (const { account } of changed) for (const heard of listeners) heard(account as string);
    },

    async seen(eventId) {
      return (await sql('select from lc_identity_events where event_id = $1', eventId)).length > 0;
    },

    async mayAsk(account, now, interval) {
      const rows = await sql(
        `insert into lc_identity_accounts as mine (account, asked_at) values ($1, $2)
         on conflict (account) do update set asked_at = excluded.asked_at
         where mine.asked_at is null or mine.asked_at <= $3 returning account`,
        account,
        now,
        new Date(now.getTime() - interval),
      );
      return rows.length > 0;
    },

    async ticket(account) {
      const [row] = await sql(
        'select * from lc_identity_accounts where account = $1 and ticket_inquiry_id is not null',
        account,
      );
      return row ? ticket(row) : null;
    },

    async saveTicket(account, { inquiryId, sessionToken, oneTimeLink, expiresAt }) {
      await sql(
        `insert into lc_identity_accounts
           (account, ticket_inquiry_id, ticket_session_token, ticket_one_time_link, ticket_expires_at)
         values ($1, $2, $3, $4, $5)
         on conflict (account) do update set
           ticket_inquiry_id = excluded.ticket_inquiry_id, ticket_session_token = excluded.ticket_session_token,
           ticket_one_time_link = excluded.ticket_one_time_link, ticket_expires_at = excluded.ticket_expires_at`,
        account,
        inquiryId,
        sessionToken,
        oneTimeLink,
        expiresAt,
      );
    },

    async creationKey(account) {
      const [row] = await sql(
        `insert into lc_identity_accounts as mine (account, creation_key) values ($1, $2)
         on conflict (account) do update set creation_key = coalesce(mine.creation_key, excluded.creation_key)
         returning creation_key`,
        account,
        crypto.randomUUID(),
      );
      return row?.creation_key as string;
    },

    async creationDone(account) {
      await sql('update lc_identity_accounts set creation_key = null where account = $1', account);
    },

    async listen(heard) {
      if (db.listen) return db.listen(channel, heard);
      const mine = (account: string) => heard(account);
      listeners.add(mine);
      return async () => void listeners.delete(mine);
    },

    async note({ account, actor, event, inquiryId, source }) {
      await sql(
        'insert into lc_identity_trail (account, actor, event, inquiry_id, source) values ($1, $2, $3, $4, $5)',
        account,
        actor,
        event,
        inquiryId,
        source,
      );
    },

    async trail(account) {
      return (await sql('select * from lc_identity_trail where account = $1 order by id', account)).map(trailEntry);
    },

    async dropTicket(account) {
      await sql(
        `update lc_identity_accounts set
           ticket_inquiry_id = null, ticket_session_token = null, ticket_one_time_link = null, ticket_expires_at = null
         where account = $1`,
        account,
      );
    },

    async prune(before) {
      await sql('delete from lc_identity_events where received_at < $1', before);
      await sql('delete from lc_identity_trail where at < $1', before);
    },
  };
}

function inquiry(row: Row): InquiryRecord {
  return {
    inquiryId: row.inquiry_id as string,
    account: row.account as string,
    status: row.status as string,
    createdAt: date(row.created_at) as Date,
    newsAt: date(row.news_at) as Date,
    decidedAt: date(row.decided_at),
  };
}

function ticket(row: Row): Ticket {
  return {
    inquiryId: row.ticket_inquiry_id as string,
    sessionToken: row.ticket_session_token as string | null,
    oneTimeLink: row.ticket_one_time_link as string | null,
    expiresAt: date(row.ticket_expires_at),
  };
}

function trailEntry(row: Row): TrailEntry {
  return {
    at: date(row.at) as Date,
    account: row.account as string,
    actor: row.actor as TrailEntry['actor'],
    event: row.event as string,
    inquiryId: row.inquiry_id as string | null,
    source: row.source as string | null,
  };
}
