/**
 * All migrations in one statement: `do` blocks run as a transaction through every driver, and the advisory lock lets several
 * processes start at once. A later version is a further `if` block; a published one is never edited.
 */
export const MIGRATIONS = `
do $$
begin
  perform pg_advisory_xact_lock(7025410317);
  create table if not exists lc_identity_migrations (version int primary key, applied_at timestamptz not null default now());

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
end
$$`;
