import { migrations } from './sql-schema.js';

/** What is needed of a Postgres driver. A PGlite database has it all, `pg` and `postgres` by `postgresDatabase`. */
export interface SqlDatabase {
  query(text: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
  /**
   * Hears what is sent with NOTIFY on the channel; the result ends it. Without it a status stream learns of what
   * another process was told when it looks next, after ten seconds.
   */
  listen?(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
}

export type Row = Record<string, unknown>;

/** Runs statements on a database whose tables it has made first. Errors are without the driver's own details. */
export function sqlRunner(db: SqlDatabase): (text: string, ...params: unknown[]) => Promise<Row[]> {
  let ready: Promise<unknown> | undefined;
  return async (text, ...params) => {
    ready ??= db.query(migrations).catch((cause: unknown) => {
      ready = undefined; // a database that is not up yet must not stay broken for ever
      throw cause;
    });
    try {
      await ready;
      return (await db.query(text, params)).rows as Row[];
    } catch (error) {
      // Without the driver's error as cause: PGlite's holds the parameters, a session token among them.
      throw new Error(`The identity store failed: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  };
}
