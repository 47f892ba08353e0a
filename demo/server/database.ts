import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { postgresDatabase } from '../../src/host/index.js';

/** The demo's own tables; those of the identity host come beside them by themselves. */
const schema = `
create table if not exists demo_settings (name text primary key, value text not null);
create table if not exists demo_accounts (
  id text primary key,
  kind text not null,
  staged boolean not null default false
);
create table if not exists demo_registrations (
  account text not null,
  action text not null,
  primary key (account, action)
);
create table if not exists demo_events (
  id text primary key,
  seq bigint generated always as identity,
  at timestamptz not null,
  account text not null,
  type text not null,
  event json not null
);`;

/** The demo's database: what a PGlite and a pool of `pg` have in common. */
export interface Database {
  query<T>(text: string, params?: unknown[]): Promise<{ rows: T[] }>;
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/**
 * Where the database is: a Postgres server by its URL, else an embedded one kept in `dataDir`, or in memory without
 * one.
 */
export interface DatabasePlace {
  url?: string | undefined;
  dataDir?: string | undefined;
  /** What one in memory begins as: a copy of one without tables takes less time than making one. */
  blank?: Blob | undefined;
}

/** Opens the demo's database and makes its tables. */
export async function openDatabase({ url, ...place }: DatabasePlace): Promise<Database> {
  return url ? server(url) : embedded(place);
}

async function embedded({ dataDir, blank }: DatabasePlace): Promise<Database> {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const db = await (dataDir ? PGlite.create(join(dataDir, 'database')) : PGlite.create({ loadDataDir: blank }));
  await db.exec(schema);
  return db;
}

async function server(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url });
  // What an idle connection says when its server goes; the next query says it again to whoever asked.
  pool.on('error', (error) => console.error(`The database: ${error.message}`));
  const { query, listen } = postgresDatabase(pool);
  try {
    // One connection at a time may make tables: two demos that start together would meet in the catalogue.
    await pool.query(`begin; select pg_advisory_xact_lock(7025410318); ${schema} commit`);
  } catch (error) {
    await pool.end();
    throw new Error(`The database in DATABASE_URL cannot be used: ${(error as Error).message || 'no connection'}`, {
      cause: error,
    });
  }
  return { query, listen, close: () => pool.end() } as Database;
}

/** The setting, made up and kept the first time it is asked for. */
export async function setting(db: Database, name: string, make: () => string): Promise<string> {
  const { rows } = await db.query<{ value: string }>(
    `insert into demo_settings (name, value) values ($1, $2)
     on conflict (name) do update set name = excluded.name returning value`,
    [name, make()],
  );
  return (rows[0] as { value: string }).value;
}
