-- What the stores made of an empty database before inquiries had an owner (schema version 2).
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
end
$$;
