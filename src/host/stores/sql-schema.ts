/**
 * Whether a row of `lc_identity_inquiries` was opened by this host as far as the database can tell.
 * For rows of versions that did not keep it, and of a process that still runs one: what was opened has a ticket, or a
 * line in the trail.
 */
const wasOpenedAs = (row: string) => `(
  exists (
    select from lc_identity_accounts opener
    where opener.account = ${row}.account and opener.ticket_inquiry_id = ${row}.inquiry_id
  ) or exists (
    select from lc_identity_trail line
    where line.account = ${row}.account and line.inquiry_id = ${row}.inquiry_id and line.event = 'inquiry.opened'
  )
)`;
const wasOpened = wasOpenedAs('inquiry');

/** Whether a row of `lc_identity_inquiries`, by this name in a statement, is this host's own. */
export const ownAs = (row: string): string => `coalesce(${row}.own, ${wasOpenedAs(row)})`;

/** The same of a row named `inquiry`. */
export const isOwn: string = ownAs('inquiry');

/** To be run before lines of the trail are deleted: keeps what only they tell. */
export const keepOwn = `update lc_identity_inquiries inquiry set own = true where own is null and ${wasOpened}`;

/**
 * Makes the tables, or brings them up to date; may be run again at any time. The stores run it when first used, so it
 * is for databases where the host's own role may not create tables: run it as one that may, before each new version of
 * this package.
 *
 * All migrations in one statement: `do` blocks run as a transaction through every driver, and the advisory lock lets
 * several processes start at once. A later version is a further `if` block; a published one is never edited. Asking
 * before creating, because a role that may not create may not do so "if not exists" either, and some drivers print a
 * notice.
 */
export const migrations = `
do $$
begin
  perform pg_advisory_xact_lock(7025410317);
  if to_regclass('lc_identity_migrations') is null then
    create table lc_identity_migrations (version int primary key, applied_at timestamptz not null default now());
  end if;

  if not exists (select from lc_identity_migrations where version = 1) then
    create table lc_identity_inquiries (
      inquiry_id text primary key,
      account text not null,
      status text not null,
      rank smallint not null,
      created_at timestamptz not null,
      news_at timestamptz not null,
      decided_at timestamptz
    );
    create index lc_identity_inquiries_account on lc_identity_inquiries (account);
    create table lc_identity_accounts (
      account text primary key,
      turn uuid,
      turn_until timestamptz,
      asked_at timestamptz,
      creation_key uuid,
      ticket_inquiry_id text,
      ticket_session_token text,
      ticket_one_time_link text,
      ticket_expires_at timestamptz
    );
    create table lc_identity_events (event_id text primary key, received_at timestamptz not null default now());
    insert into lc_identity_migrations (version) values (1);
  end if;

  if not exists (select from lc_identity_migrations where version = 2) then
    create index lc_identity_events_received_at on lc_identity_events (received_at);
    create table lc_identity_trail (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      account text not null,
      actor text not null,
      event text not null,
      inquiry_id text,
      source text
    );
    create index lc_identity_trail_account on lc_identity_trail (account, id);
    create index lc_identity_trail_at on lc_identity_trail (at);
    create table lc_identity_purchases (
      account text not null,
      key text not null,
      order_hash text not null,
      runs int not null default 1,
      run_until timestamptz,
      status int,
      body json,
      begun_at timestamptz not null default now(),
      primary key (account, key)
    );
    create index lc_identity_purchases_begun_at on lc_identity_purchases (begun_at);
    insert into lc_identity_migrations (version) values (2);
  end if;

  if not exists (select from lc_identity_migrations where version = 3) then
    -- Null stands for "ask tickets and trail": an older version that still runs beside this one writes no mark.
    alter table lc_identity_inquiries add column own boolean;
    -- What is older than the trail, of which the beginning may have been pruned, cannot be judged and stays believed.
    update lc_identity_inquiries inquiry set own = ${wasOpened}
      or created_at < coalesce((select min(at) from lc_identity_trail), 'infinity');
    insert into lc_identity_migrations (version) values (3);
  end if;

  if not exists (select from lc_identity_migrations where version = 4) then
    create table lc_identity_orders (
      id text primary key,
      account text not null,
      subject text not null,
      key text not null,
      order_hash text not null,
      request json not null,
      numbers json not null,
      pool text,
      status text not null,
      finish_by timestamptz,
      receipt json,
      code text,
      about json not null,
      tries int not null default 0,
      begun_at timestamptz,
      next_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (account, key)
    );
    create index lc_identity_orders_account on lc_identity_orders (account, created_at);
    create index lc_identity_orders_subject on lc_identity_orders (subject) where next_at is not null;
    create index lc_identity_orders_next_at on lc_identity_orders (next_at) where next_at is not null;
    create index lc_identity_orders_finish_by on lc_identity_orders (finish_by) where status = 'waiting';
    create table lc_identity_sales (
      order_id text not null references lc_identity_orders on delete cascade,
      phone_number text not null,
      state text not null,
      held boolean not null,
      code text,
      tried_at timestamptz not null,
      primary key (order_id, phone_number)
    );
    -- Of all orders one at most is at a number.
    create unique index lc_identity_sales_held on lc_identity_sales (phone_number) where held;
    create table lc_identity_outbox (
      seq bigint generated always as identity primary key,
      id uuid not null default gen_random_uuid(),
      account text not null,
      type text not null,
      body json not null,
      created_at timestamptz not null,
      tries int not null default 0,
      next_at timestamptz not null,
      taken_until timestamptz
    );
    create index lc_identity_outbox_account on lc_identity_outbox (account, seq);
    create index lc_identity_outbox_next_at on lc_identity_outbox (next_at);
    alter table lc_identity_inquiries add column abandoned_at timestamptz;
    insert into lc_identity_migrations (version) values (4);
  end if;

  if not exists (select from lc_identity_migrations where version = 5) then
    alter table lc_identity_inquiries
      add column step text, add column step_at timestamptz, add column device text, add column device_at timestamptz;
    alter table lc_identity_accounts add column ticket_link_session text;
    insert into lc_identity_migrations (version) values (5);
  end if;
end
$$`;
