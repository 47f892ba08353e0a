import { type Device, decided, type InquiryRecord, rank } from './inquiry-record.js';
import type { Row } from './sql-database.js';
import { isOwn, ownAs } from './sql-schema.js';
import type { IdentityStore } from './store.js';

/** The part of the store that keeps inquiries: what is known of them, and whose they are. */
type Inquiries = Pick<
  IdentityStore,
  'accounts' | 'inquiries' | 'inquiry' | 'claim' | 'noteForeign' | 'record' | 'moved'
>;

/** A time as a driver gives it: some give text. */
export const date = (value: unknown) => (value == null ? null : new Date(value as string | Date));

/** Statuses that somebody outside may want to hear of. */
const newsworthy = "('approved', 'declined', 'needs_review', 'completed')";

/**
 * Inquiries on Postgres or PGlite. `announce` hears of the accounts whose status a statement has changed; with `outbox`
 * what others may want to hear of goes into the outbox in the same statement.
 */
export function sqlInquiries(
  sql: (text: string, ...params: unknown[]) => Promise<Row[]>,
  { channel, announce, outbox }: { channel: string; announce: (changed: Row[]) => void; outbox: boolean },
): Inquiries {
  /** A decision about an inquiry says something of its account only when there is no newer one. */
  const told = (changed: string, before = 'null') =>
    outbox
      ? `told as (
           insert into lc_identity_outbox (account, type, body, created_at, next_at)
           select account, 'inquiry.' || status,
             json_build_object('inquiryId', inquiry_id, 'before', ${before}::text), news_at, '-infinity'
           from ${changed} one where status in ${newsworthy} and not exists (
             select from lc_identity_inquiries other where other.account = one.account
               and other.inquiry_id <> one.inquiry_id and ${ownAs('other')} and other.decided_at > one.news_at
           )
         ),`
      : '';

  return {
    async accounts({ status, before, limit = 100 }) {
      const rows = await sql(
        `select * from (
           select distinct on (account) *, true as is_own from lc_identity_inquiries inquiry where ${isOwn}
           order by account, decided_at desc nulls last, created_at desc
         ) speaking
         where ($1::text is null or status = $1) and ($2::timestamptz is null or news_at < $2)
         order by news_at, account limit $3`,
        status ?? null,
        before ?? null,
        limit,
      );
      return rows.map(inquiry);
    },

    async inquiries(account, whose = 'own') {
      const rows = await sql(
        `select *, ${isOwn} as is_own from lc_identity_inquiries inquiry where account = $1 and ($2 or ${isOwn})`,
        account,
        whose === 'any',
      );
      return rows.map(inquiry);
    },

    async inquiry(inquiryId) {
      const [row] = await sql(
        `select *, ${isOwn} as is_own from lc_identity_inquiries inquiry where inquiry_id = $1`,
        inquiryId,
      );
      return row ? inquiry(row) : null;
    },

    async claim(news, actor, creationKey) {
      announce(
        await sql(
          `with before as (
             select ${isOwn} as is_own from lc_identity_inquiries inquiry where inquiry_id = $1
           ),
           done as (update lc_identity_accounts set creation_key = null where account = $2 and creation_key = $8::uuid),
           mine as (
             insert into lc_identity_inquiries
               (inquiry_id, account, status, rank, created_at, news_at, decided_at, own)
             values ($1, $2, $3, $4::int, $5::timestamptz, $6::timestamptz,
               case when $4::int = ${decided} then $6::timestamptz end, true)
             on conflict (inquiry_id) do update set account = excluded.account, own = true
             returning account, inquiry_id, status, news_at
           ),
           changed as (select * from mine where not exists (select from before where is_own)),
           ${told('changed')} noted as (
             insert into lc_identity_trail (account, actor, event, inquiry_id)
             select account, $7::text,
               case $7::text when 'operator' then 'inquiry.adopted' else 'inquiry.' || $3::text end, inquiry_id
             from changed
           )
           select account, pg_notify('${channel}', account) from changed`,
          news.inquiryId,
          news.account,
          news.status,
          rank(news.status),
          news.createdAt,
          news.at,
          actor,
          creationKey ?? null,
        ),
      );
    },

    async noteForeign(news, eventId) {
      const rows = await sql(
        `with noted as (
           insert into lc_identity_inquiries
             (inquiry_id, account, status, rank, created_at, news_at, decided_at, own)
           values ($1, $2, $3, $4::int, $5::timestamptz, $6::timestamptz,
             case when $4::int = ${decided} then $6::timestamptz end, false)
           on conflict do nothing returning account, inquiry_id, news_at
         )${
           outbox
             ? `,
         told as (
           insert into lc_identity_outbox (account, type, body, created_at, next_at)
           select account, 'account.foreign_inquiry', json_build_object('inquiryId', inquiry_id), news_at, '-infinity'
           from noted
         )`
             : ''
         }
         insert into lc_identity_trail (account, actor, event, inquiry_id, source)
         select account, case when $7::text is null then 'host' else 'persona' end, 'inquiry.foreign', inquiry_id,
           $7::text
         from noted returning id`,
        news.inquiryId,
        news.account,
        news.status,
        rank(news.status),
        news.createdAt,
        news.at,
        eventId ?? null,
      );
      return rows.length > 0;
    },

    async record(news, eventId) {
      const order = rank(news.status);
      const changed = await sql(
        `with before as (select status from lc_identity_inquiries where inquiry_id = $1),
         fresh as (
           insert into lc_identity_events (event_id) select $8::text where $8::text is not null
           on conflict do nothing returning event_id
         ),
         kept as (
           insert into lc_identity_inquiries as old
             (inquiry_id, account, status, rank, created_at, news_at, decided_at, own)
           select $1, $2, $3, $4::int, $5::timestamptz, $6::timestamptz,
             case when $4::int = ${decided} then $6::timestamptz end, false
           where $8::text is null or exists (select from fresh)
           on conflict (inquiry_id) do update set
             status = excluded.status, rank = excluded.rank, news_at = excluded.news_at,
             decided_at = case when excluded.status = old.status then old.decided_at else excluded.decided_at end
           where (old.news_at < $7::timestamptz or (old.news_at = $7::timestamptz and old.rank <= excluded.rank))
             and (old.rank < ${decided} or excluded.rank = ${decided})
           returning account, status, inquiry_id, news_at
         ),
         changed as (select * from kept where status is distinct from (select status from before)),
         ${told('changed', '(select status from before)')} noted as (
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
      announce(changed);
    },

    async moved(inquiryId, { at, ...move }) {
      const [what, value] = 'step' in move ? ['step', move.step] : ['device', move.device];
      announce(
        await sql(
          `with before as (select ${what} as was from lc_identity_inquiries where inquiry_id = $1),
           kept as (
             update lc_identity_inquiries set ${what} = $2, ${what}_at = coalesce($3::timestamptz, ${what}_at)
             where inquiry_id = $1 and ($3::timestamptz is null or ${what}_at is null or ${what}_at < $3::timestamptz)
             returning account, ${what} as is_now
           )
           select account, pg_notify('${channel}', account) from kept, before where was is distinct from is_now`,
          inquiryId,
          value,
          at ?? null,
        ),
      );
    },
  };
}

function inquiry(row: Row): InquiryRecord {
  return {
    inquiryId: row.inquiry_id as string,
    account: row.account as string,
    own: row.is_own as boolean,
    status: row.status as string,
    createdAt: date(row.created_at) as Date,
    newsAt: date(row.news_at) as Date,
    decidedAt: date(row.decided_at),
    step: row.step as string | null,
    device: row.device as Device | null,
  };
}
