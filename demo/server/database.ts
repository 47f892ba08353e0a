import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/** The demo's own tables; those of the identity host come beside them by themselves. */
const SCHEMA = `
create table if not exists demo_settings (name text primary key, value text not null);
create table if not exists demo_accounts (id text primary key, kind text not null, staged boolean not null default false, brand_registered_at timestamptz);
create table if not exists demo_purchases (
  account text not null,
  key text not null,
  order_hash text not null,
  status int,
  answer json,
  primary key (account, key)
);
create table if not exists demo_numbers (
  phone_number text primary key,
  account text not null,
  pool text,
  purchased_at timestamptz not null
);`;

/** Opens the demo's database: an embedded Postgres kept in `dataDir`, or in memory without one. */
export async function openDatabase(dataDir?: string): Promise<PGlite> {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const db = await PGlite.create(dataDir && join(dataDir, 'database'));
  await db.exec(SCHEMA);
  return db;
}

/** The setting, made up and kept the first time it is asked for. */
export async function setting(db: PGlite, name: string, make: () => string): Promise<string> {
  const { rows } = await db.query<{ value: string }>(
    'insert into demo_settings (name, value) values ($1, $2) on conflict (name) do update set name = excluded.name returning value',
    [name, make()],
  );
  return (rows[0] as { value: string }).value;
}
