import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { postgresDatabase, type SqlDatabase } from '../../src/host/index.js';
import { hasPostgres, startPostgres } from './postgres.js';

/** A database under test. */
export interface TestDatabase {
  db: SqlDatabase;
  close(): Promise<void>;
}

/** An embedded Postgres in memory. */
export async function embedded(): Promise<TestDatabase> {
  const db = await PGlite.create();
  return { db, close: () => db.close() };
}

/** A pool of connections to a Postgres server of its own. */
export async function server(): Promise<TestDatabase> {
  const postgres = await startPostgres();
  const pool = new pg.Pool({ connectionString: postgres.url, max: 8 });
  // A pool without a listener throws what an idle connection says when its server goes.
  pool.on('error', () => {});
  return {
    db: postgresDatabase(pool),
    close: async () => {
      await pool.end();
      await postgres.close();
    },
  };
}

/** The databases there are on this computer, by name. */
export const databases: [string, () => Promise<TestDatabase>][] = [['PGlite', embedded], ...(hasPostgres ? [['Postgres', server] as [string, typeof server]] : [])];
