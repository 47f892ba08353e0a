import pg from 'pg';
import postgresJs from 'postgres';
import { postgresDatabase, type SqlDatabase } from '../../src/host/index.js';
import { freshDatabase } from '../helpers/blank-database.js';
import { hasPostgres, startPostgres } from './postgres.js';

/** A database under test. */
export interface TestDatabase {
  db: SqlDatabase;
  close(): Promise<void>;
}

/** An embedded Postgres in memory. */
export async function embedded(): Promise<TestDatabase> {
  const db = await freshDatabase();
  return { db, close: () => db.close() };
}

/** A Postgres server of its own, by a pool of `pg`. */
export async function byPg(): Promise<TestDatabase> {
  const postgres = await startPostgres();
  const pool = new pg.Pool({ connectionString: postgres.url, max: 8 });
  // A pool without a listener throws what an idle connection says when its server goes.
  pool.on('error', () => {});
  return { db: postgresDatabase(pool), close: () => pool.end().then(postgres.close) };
}

/** A Postgres server of its own, by `postgres`. */
export async function byPostgresJs(): Promise<TestDatabase> {
  const postgres = await startPostgres();
  const sql = postgresJs(postgres.url, { max: 8 });
  return { db: postgresDatabase(sql), close: () => sql.end().then(postgres.close) };
}

const servers: [string, () => Promise<TestDatabase>][] = [
  ['Postgres by pg', byPg],
  ['Postgres by postgres', byPostgresJs],
];

/** The databases there are on this computer, by name. */
export const databases: [string, () => Promise<TestDatabase>][] = [
  ['PGlite', embedded],
  ...(hasPostgres ? servers : []),
];
