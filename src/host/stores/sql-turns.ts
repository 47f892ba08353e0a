import { type Held, Lease, stopwatch } from './lease.js';
import type { Row } from './sql-database.js';
import { StoreBusyError } from './store.js';

/** How turns are taken; every value has a default that suits pages. */
export interface TurnOptions {
  /**
   * Seconds until the turn of a process that died is free, default 5. A living process makes its turn last, so it needs
   * not be as long as the work.
   */
  lease?: number;
  /**
   * Seconds to wait for another's turn to end, default 6: longer than a dead one's lasts, shorter than a page waits.
   */
  patience?: number;
}

type Sql = (text: string, ...params: unknown[]) => Promise<Row[]>;

const lookAgainMs = 100;

/**
 * Runs work in the account's turn. A turn is a row with an end instead of a lock: it needs no transaction held open
 * while we wait for Persona, and a process that dies frees it.
 */
export function sqlTurns(sql: Sql, { lease: seconds = 5, patience = 6 }: TurnOptions) {
  const take = (account: string, turn: string) =>
    sql(
      `insert into lc_identity_accounts as mine (account, turn, turn_until)
       values ($1, $2, now() + make_interval(secs => $3))
       on conflict (account) do update set turn = excluded.turn, turn_until = excluded.turn_until
       where mine.turn_until is null or mine.turn_until < now() returning account`,
      account,
      turn,
      seconds,
    );
  const extend = (account: string, turn: string) =>
    sql(
      `update lc_identity_accounts set turn_until = now() + make_interval(secs => $3)
       where account = $1 and turn = $2 and turn_until > now() returning account`,
      account,
      turn,
      seconds,
    );

  return async <T>(account: string, work: (turn: Held) => Promise<T>): Promise<T> => {
    const turn = crypto.randomUUID();
    const waited = stopwatch();
    let since = stopwatch();
    while ((await take(account, turn)).length === 0) {
      if (waited() > patience * 1000) throw new StoreBusyError(seconds);
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
      since = stopwatch();
    }
    const lease = await Lease.keep({
      seconds,
      since,
      extend: async () => (await extend(account, turn)).length > 0,
      // A turn that cannot be extended ends; whoever is in it learns that before the next step.
      onError: () => {},
    });
    try {
      return await work(lease.held);
    } finally {
      lease.end();
      await sql('update lc_identity_accounts set turn_until = null where account = $1 and turn = $2', account, turn);
    }
  };
}
