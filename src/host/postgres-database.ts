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

const RECONNECT_MS = 1000;

/**
 * A Postgres server by a pool of `pg`. While somebody listens it keeps one connection of the pool, and takes another when that
 * one is lost; what was sent in between is not heard.
 */
export function postgresDatabase(pool: PgPool): SqlDatabase {
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
        timer = setTimeout(again, RECONNECT_MS);
      };
      const connect = async () => {
        const one = await pool.connect();
        if (ended) return one.release();
        client = one;
        one.on('notification', ({ payload }) => heard(payload ?? ''));
        one.on('error', () => lost(one));
        one.on('end', () => lost(one));
        await one.query(`listen "${channel}"`);
      };
      const again = () =>
        void connect().catch(() => {
          if (client) lost(client);
          else if (!ended) timer = setTimeout(again, RECONNECT_MS);
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
