import type { KeptOrder, KeptSale, NewOrder, NumberOutcome, OrderStatus, OrderStore } from './kept-order.js';
import { type Row, type SqlDatabase, sqlRunner } from './sql-database.js';
import { date } from './sql-inquiries.js';

/** How many orders are worked on at a time. */
const batch = 50;

const isUnderWay = "status in ('waiting', 'buying')";

/** What an order brings along, in the order of `brought`. */
const columns = 'id, account, subject, key, order_hash, request, numbers, about, pool';
const values = '$1, $2, $3, $4, $5, $6::text::json, $7::text::json, $8::text::json, $9';
const brought = ({ id, account, subject, key, orderHash, request, numbers, about, pool }: NewOrder) => [
  ...[id, account, subject, key, orderHash],
  ...[request, numbers, about].map((part) => JSON.stringify(part)),
  pool?.name ?? null,
];

/** Notes the event of the orders that a statement changes, within it. */
const noted = `insert into lc_identity_outbox (account, type, body, created_at, next_at)
  select account, 'order.' || case status when 'done' then 'completed' else status end, json_build_object('order', id),
    updated_at, updated_at from changed`;

/**
 * Orders on Postgres or PGlite, in the tables `lc_identity_orders` and `lc_identity_sales`. With `outbox` each change
 * that somebody may want to hear of goes into the outbox with it, in one statement.
 */
export function sqlOrders(db: SqlDatabase, { outbox = false }: { outbox?: boolean } = {}): OrderStore {
  const sql = sqlRunner(db);
  const one = async (text: string, ...params: unknown[]) => {
    const [row] = await sql(text, ...params);
    return row ? order(row) : null;
  };
  const changing = (statement: string) =>
    `with changed as (${statement} returning *) ${outbox ? `, told as (${noted})` : ''} select * from changed`;

  return {
    byKey: (account, key) => one('select * from lc_identity_orders where account = $1 and key = $2', account, key),

    byId: (id) => one('select * from lc_identity_orders where id = $1', id),

    async list(account) {
      return (
        await sql('select * from lc_identity_orders where account = $1 order by created_at desc limit 200', account)
      ).map(order);
    },

    async wait(draft, most, now) {
      const kept = await one(
        changing(
          `insert into lc_identity_orders (${columns}, status, finish_by, next_at, created_at, updated_at)
           select ${values}, 'waiting', $10::timestamptz, $11::timestamptz, $11::timestamptz, $11::timestamptz
           where $12 > (select count(*) from lc_identity_orders where account = $2 and status = 'waiting')
             and $12 * 5 > (
               select count(*) from lc_identity_orders
               where account = $2 and status <> 'done' and created_at > $11::timestamptz - interval '1 day'
             )
           on conflict do nothing`,
        ),
        ...brought(draft),
        draft.finishBy,
        now,
        most,
      );
      return kept ?? this.byId(draft.id);
    },

    begin(draft, again, now) {
      return one(
        `insert into lc_identity_orders as old
           (${columns}, status, tries, begun_at, next_at, created_at, updated_at)
         values (${values}, 'buying', 1, $11, $10, $11, $11)
         on conflict (id) do update set status = 'buying', tries = old.tries + 1, next_at = excluded.next_at,
           begun_at = coalesce(old.begun_at, excluded.begun_at), updated_at = excluded.updated_at
         where old.order_hash = excluded.order_hash and (
           old.status = 'buying' or (old.status = 'waiting' and (old.finish_by is null or old.finish_by > $11))
         )
         returning *`,
        ...brought(draft),
        again,
        now,
      );
    },

    async lookAgain(id, at) {
      await sql('update lc_identity_orders set next_at = $2 where id = $1 and next_at is not null', id, at);
    },

    async end(id, { status, receipt, code }, now) {
      const ended = await one(
        changing(
          `update lc_identity_orders
           set status = $2, receipt = $3::text::json, code = $4, updated_at = $5, next_at = null
           where id = $1 and status = 'buying'`,
        ),
        id,
        status,
        JSON.stringify(receipt),
        code,
        now,
      );
      return ended !== null;
    },

    async cancel(id, now) {
      const cancelled = await one(
        changing(
          `update lc_identity_orders set status = 'cancelled', updated_at = $2, next_at = null
           where id = $1 and status = 'waiting'`,
        ),
        id,
        now,
      );
      return cancelled !== null;
    },

    async expire(now) {
      await sql(
        changing(
          `update lc_identity_orders set status = 'expired', updated_at = $1, next_at = null
           where status = 'waiting' and finish_by <= $1`,
        ),
        now,
      );
    },

    async due(now, subject) {
      // Each by an index of its own.
      const rows = subject
        ? await sql(
            `select * from lc_identity_orders where subject = $2 and next_at is not null
               and (status = 'waiting' or next_at <= $1)
             order by created_at limit ${batch}`,
            now,
            subject,
          )
        : await sql(`select * from lc_identity_orders where next_at <= $1 order by next_at limit ${batch}`, now);
      return rows.map(order);
    },

    async sales(id) {
      return (await sql('select * from lc_identity_sales where order_id = $1', id)).map(sale);
    },

    async claim(id, phoneNumber, now) {
      const rows = await sql(
        `insert into lc_identity_sales as old (order_id, phone_number, state, held, tried_at)
         select $1, $2, 'trying', true, $3
         where not exists (
           select from lc_identity_sales other where other.phone_number = $2 and other.held and other.order_id <> $1
         )
         on conflict do nothing returning order_id`,
        id,
        phoneNumber,
        now,
      );
      if (rows.length > 0) return true;
      const again = await sql(
        `update lc_identity_sales set tried_at = $3
         where order_id = $1 and phone_number = $2 and state = 'trying' and held returning order_id`,
        id,
        phoneNumber,
        now,
      );
      return again.length > 0;
    },

    async letGo(phoneNumber, before) {
      await sql(
        `update lc_identity_sales set held = false
         where phone_number = $1 and held and state = 'purchased' and tried_at < $2`,
        phoneNumber,
        before,
      );
    },

    async settle(id, outcome, now) {
      const { phoneNumber, status, code } = outcome;
      await sql(
        `insert into lc_identity_sales as old (order_id, phone_number, state, held, code, tried_at)
         values ($1, $2, $3, $3 = 'purchased', $4, $5)
         on conflict (order_id, phone_number) do update set state = excluded.state, held = excluded.held,
           code = excluded.code, tried_at = excluded.tried_at
         where old.state = 'trying'`,
        id,
        phoneNumber,
        status,
        code ?? null,
        now,
      );
      const [row] = await sql(
        'select * from lc_identity_sales where order_id = $1 and phone_number = $2',
        id,
        phoneNumber,
      );
      const kept = sale(row as Row);
      return { phoneNumber, status: kept.state === 'purchased' ? 'purchased' : 'failed', code: kept.code ?? undefined };
    },

    async prune(before) {
      await sql(`delete from lc_identity_orders where updated_at < $1 and not ${isUnderWay}`, before);
    },
  };
}

function order(row: Row): KeptOrder {
  return {
    id: row.id as string,
    account: row.account as string,
    subject: row.subject as string,
    key: row.key as string,
    orderHash: row.order_hash as string,
    request: row.request,
    numbers: row.numbers as KeptOrder['numbers'],
    pool: row.pool === null ? null : { name: row.pool as string },
    status: row.status as OrderStatus,
    about: row.about as KeptOrder['about'],
    finishBy: date(row.finish_by),
    receipt: row.receipt as NumberOutcome[] | null,
    code: row.code as string | null,
    tries: row.tries as number,
    begunAt: date(row.begun_at),
    createdAt: date(row.created_at) as Date,
  };
}

function sale(row: Row): KeptSale {
  return {
    phoneNumber: row.phone_number as string,
    state: row.state as KeptSale['state'],
    code: row.code as string | null,
    triedAt: date(row.tried_at) as Date,
  };
}
