import { type SqlDatabase, sqlRunner } from './sql-database.js';
import { date } from './sql-inquiries.js';

/** A piece of news that waits to be told. */
export interface KeptNews {
  /** The order in which it was put down. */
  seq: number;
  /** The same each time it is told. */
  id: string;
  account: string;
  type: string;
  body: Record<string, unknown>;
  at: Date;
  /** How often it was taken, this time included. */
  tries: number;
}

/** Seconds for which news is taken: whoever takes it has so long to tell it, before another may. */
const lease = 60;

/** What is to be told, in the table `lc_identity_outbox`. It stays there until it was told. */
export class Outbox {
  readonly #sql: ReturnType<typeof sqlRunner>;

  constructor(db: SqlDatabase) {
    this.#sql = sqlRunner(db);
  }

  /** Takes the next piece of news that is due: of each account the oldest only, so that they are told in order. */
  async take(now: Date): Promise<KeptNews | null> {
    const [row] = await this.#sql(
      `update lc_identity_outbox set tries = tries + 1, taken_until = now() + make_interval(secs => ${lease})
       where seq = (
         select seq from lc_identity_outbox one
         where next_at <= $1 and (taken_until is null or taken_until < now()) and not exists (
           select from lc_identity_outbox older where older.account = one.account and older.seq < one.seq
         )
         order by next_at, seq limit 1 for update skip locked
       )
       returning *`,
      now,
    );
    if (!row) return null;
    return {
      seq: Number(row.seq),
      id: row.id as string,
      account: row.account as string,
      type: row.type as string,
      body: row.body as Record<string, unknown>,
      at: date(row.created_at) as Date,
      tries: row.tries as number,
    };
  }

  /** It was told. */
  async done({ seq }: KeptNews): Promise<void> {
    await this.#sql('delete from lc_identity_outbox where seq = $1', seq);
  }

  /** It is to be told again then. */
  async again({ seq, tries }: KeptNews, at: Date): Promise<void> {
    await this.#sql(
      'update lc_identity_outbox set next_at = $3, taken_until = null where seq = $1 and tries = $2',
      seq,
      tries,
      at,
    );
  }

  /**
   * Puts down the accounts whose inquiry was begun and has not moved since `before`, each inquiry once.
   */
  async noteAbandoned(before: Date, now: Date): Promise<void> {
    await this.#sql(
      `with abandoned as (
         update lc_identity_inquiries one set abandoned_at = $2
         where own and abandoned_at is null and news_at < $1 and status in ('created', 'pending', 'expired')
           and not exists (
             select from lc_identity_inquiries other
             where other.account = one.account and other.own and other.inquiry_id <> one.inquiry_id
               and (other.decided_at is not null or other.created_at > one.created_at)
           )
         returning account, inquiry_id
       )
       insert into lc_identity_outbox (account, type, body, created_at, next_at)
       select account, 'account.abandoned', json_build_object('inquiryId', inquiry_id), $2, $2 from abandoned`,
      before,
      now,
    );
  }
}
