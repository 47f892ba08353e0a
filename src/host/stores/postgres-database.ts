import type { SqlDatabase } from './sql-database.js';

/** What is used of a pool of the package `pg`. */
export interface PgPool {
  query(text: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
  connect(): Promise<PgClient>;
}

/** What is used of one of its connections. */
export interface PgClient {
  query(text: string): Promise<unknown>;
  on(event: 'notification', listener: (message: { payload?: string | undefined }) => void): unknown;
  on(event: 'error' | 'end', listener: () => void): unknown;
  release(destroy?: boolean): void;
}

/** What is used of the package `postgres`: what its default export gives for an address. */
export interface PostgresJs {
  unsafe(text: string, params?: unknown[]): PromiseLike<unknown[]>;
  listen(channel: string, heard: (payload: string) => unknown): PromiseLike<{ unlisten(): Promise<unknown> }>;
  options: { transform: { column: { from?: unknown } } };
}

const reconnectMs = 1000;

/**
 * A Postgres server by a pool of `pg`, or by `postgres`. While somebody listens, `pg` gives one connection of the pool
 * to it and another when that one is lost; `postgres` keeps one more of its own. What is sent while there is none is
 * not heard. Throws a `TypeError` for a `postgres` that renames columns.
 */
export function postgresDatabase(driver: PgPool | PostgresJs): SqlDatabase {
  return 'unsafe' in driver ? byPostgres(driver) : byPg(driver);
}

function byPostgres(sql: PostgresJs): SqlDatabase {
  if (sql.options.transform.column.from)
    throw new TypeError(
      'postgresDatabase needs a postgres() that leaves the names of columns alone. Make it one without "transform".',
    );
  return {
    query: async (text, params = []) => ({ rows: await sql.unsafe(text, params) }),
    async listen(channel, heard) {
      let ended = false;
      const { unlisten } = await sql.listen(channel, (payload) => ended || heard(payload));
      return async () => {
        // Once it has connected anew, `postgres` no longer knows which listener this ends.
        ended = true;
        await unlisten();
      };
    },
  };
}

function byPg(pool: PgPool): SqlDatabase {
  return {
    query: (text, params) => pool.query(text, params),

    async listen(channel, heard) {
      let ended = false;
      let client: PgClient | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;

      const lost = (one: PgClient) => {
        if (client !== one) return;
        client = undefined;
        one.release(true);
        timer = setTimeout(again, reconnectMs);
      };
      const connect = async () => {
        const one = await pool.connect();
        if (ended) return one.release();
        client = one;
        // A connection says on what had been sent to it when it was given up.
        one.on('notification', ({ payload }) => client === one && heard(payload ?? ''));
        one.on('error', () => lost(one));
        one.on('end', () => lost(one));
        await one.query(`listen "${channel}"`);
      };
      const again = () =>
        void connect().catch(() => {
          if (client) lost(client);
          else if (!ended) timer = setTimeout(again, reconnectMs);
        });

      await connect();
      return async () => {
        ended = true;
        clearTimeout(timer);
        const last = client;
        client = undefined;
        // Destroyed, not handed back: a connection that listens would go on hearing for whoever gets it next.
        last?.release(true);
      };
    },
  };
}
