import type { PurchaseStore } from './purchase-store.js';
import { type SqlDatabase, sqlRunner } from './sql-database.js';

/**
 * Purchases on Postgres or PGlite, in the table `lc_identity_purchases`, which is made on first use. Time is the
 * database's.
 */
export function sqlPurchases(db: SqlDatabase): PurchaseStore {
  const sql = sqlRunner(db);
  return {
    async find(account, key) {
      const [row] = await sql('select * from lc_identity_purchases where account = $1 and key = $2', account, key);
      if (!row) return null;
      const orderHash = row.order_hash as string;
      return row.status === null
        ? { state: 'open', orderHash }
        : { state: 'answered', orderHash, answer: { status: row.status as number, body: row.body } };
    },

    async begin(account, key, orderHash, seconds) {
      const [row] = await sql(
        `insert into lc_identity_purchases as old (account, key, order_hash, run_until)
         values ($1, $2, $3, now() + make_interval(secs => $4))
         on conflict (account, key) do update set runs = old.runs + 1, run_until = excluded.run_until
         where old.status is null and old.run_until < now() and old.order_hash = excluded.order_hash
         returning runs`,
        account,
        key,
        orderHash,
        seconds,
      );
      return (row?.runs as number | undefined) ?? null;
    },

    async extend(account, key, run, seconds) {
      const rows = await sql(
        `update lc_identity_purchases set run_until = now() + make_interval(secs => $4)
         where account = $1 and key = $2 and runs = $3 and status is null and run_until > now() returning runs`,
        account,
        key,
        run,
        seconds,
      );
      return rows.length > 0;
    },

    async abandon(account, key, run) {
      await sql(
        `update lc_identity_purchases set run_until = '-infinity'
         where account = $1 and key = $2 and runs = $3 and status is null`,
        account,
        key,
        run,
      );
    },

    async answer(account, key, run, { status, body }) {
      // Also after the run's time: as long as nobody has begun another, it is the truth.
      const rows = await sql(
        `update lc_identity_purchases set status = $4, body = $5::text::json
         where account = $1 and key = $2 and runs = $3 and status is null returning runs`,
        account,
        key,
        run,
        status,
        JSON.stringify(body ?? null),
      );
      return rows.length > 0;
    },

    async prune(before) {
      await sql('delete from lc_identity_purchases where begun_at < $1', before);
    },
  };
}
