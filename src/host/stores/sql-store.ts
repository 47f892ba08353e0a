import { type Row, type SqlDatabase, sqlRunner } from './sql-database.js';
import { date, sqlInquiries } from './sql-inquiries.js';
import { keepOwn } from './sql-schema.js';
import { sqlTurns, type TurnOptions } from './sql-turns.js';
import type { IdentityStore, Ticket, TrailEntry } from './store.js';

/** Where changed accounts are announced, by Postgres' own LISTEN and NOTIFY. */
const channel = 'lc_identity';

/** How the store behaves; everything may be left out. */
export interface SqlStoreOptions extends TurnOptions {
  /** Puts what `onEvent` of `createHost` is told into an outbox, from which somebody has to take it; default false. */
  outbox?: boolean;
}

/**
 * The store on Postgres or PGlite. Tables named `lc_identity_*` are made on first use. Every method is one statement or
 * a few independent ones, so a pool that hands out any connection will do. The options also say how one process waits
 * for another that opens the same account's inquiry.
 */
export function sqlStore(db: SqlDatabase, { outbox = false, ...turns }: SqlStoreOptions = {}): IdentityStore {
  const sql = sqlRunner(db);
  const listeners = new Set<(account: string) => void>();

  // A database that tells everybody tells us too.
  const announce = (changed: Row[]) => {
    if (!db.listen) for (const { account } of changed) for (const heard of listeners) heard(account as string);
  };

  return {
    exclusive: sqlTurns(sql, turns),

    ...sqlInquiries(sql, { channel, announce, outbox }),

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

    async saveTicket(account, { inquiryId, sessionToken, oneTimeLink, linkSession, expiresAt }) {
      await sql(
        `insert into lc_identity_accounts
           (account, ticket_inquiry_id, ticket_session_token, ticket_one_time_link, ticket_link_session,
             ticket_expires_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (account) do update set
           ticket_inquiry_id = excluded.ticket_inquiry_id, ticket_session_token = excluded.ticket_session_token,
           ticket_one_time_link = excluded.ticket_one_time_link, ticket_link_session = excluded.ticket_link_session,
           ticket_expires_at = excluded.ticket_expires_at`,
        account,
        inquiryId,
        sessionToken,
        oneTimeLink,
        linkSession,
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

    async creating(account) {
      const rows = await sql(
        'select from lc_identity_accounts where account = $1 and creation_key is not null',
        account,
      );
      return rows.length > 0;
    },

    async creationDone(account, creationKey) {
      await sql(
        'update lc_identity_accounts set creation_key = null where account = $1 and creation_key = $2',
        account,
        creationKey,
      );
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
           ticket_inquiry_id = null, ticket_session_token = null, ticket_one_time_link = null,
           ticket_link_session = null, ticket_expires_at = null
         where account = $1`,
        account,
      );
    },

    async prune(before) {
      await sql(keepOwn);
      await sql('delete from lc_identity_events where received_at < $1', before);
      await sql('delete from lc_identity_trail where at < $1', before);
    },
  };
}

function ticket(row: Row): Ticket {
  return {
    inquiryId: row.ticket_inquiry_id as string,
    sessionToken: row.ticket_session_token as string | null,
    oneTimeLink: row.ticket_one_time_link as string | null,
    linkSession: row.ticket_link_session as string | null,
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
