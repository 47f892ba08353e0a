import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src/host/index.js';
import { Fleet, soldAt } from './fleet/fleet.js';
import type { BuyerOrders, BuyerWord, Mishap } from './fleet/mishaps.js';
import { hasPostgres, startPostgres, type TestPostgres } from './postgres.js';

const processes = 8;
const attempts = Number(process.env.CHAOS_ATTEMPTS ?? 10_300);
// A third of it has to be longer than a request may lie about on a busy machine.
const lease = 3;
const day = 86_400_000;
/** What the version before this one ran: all but the last step. */
const previous = `${migrations.slice(0, migrations.lastIndexOf('  if not exists')).trimEnd()}\nend\n$$`;

const mishapOf = (turn: number): Mishap | undefined =>
  ({
    20: 'stopped before asking',
    70: 'stopped while asking',
    120: 'stopped after asking',
    170: 'killed after the sale',
  })[turn % 200] as Mishap | undefined;

/** How often each thing has happened. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string, more = 1): void {
    this.#counts.set(what, this.of(what) + more);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  print(): void {
    for (const [what, count] of this.#counts) console.info(`  ${String(count).padStart(6)}  ${what}`);
  }
}

describe.runIf(hasPostgres)('a fleet of 8 processes on one Postgres, with all that goes wrong', () => {
  let postgres: TestPostgres;
  let pool: pg.Pool;
  const fleet = new Fleet();
  beforeAll(async () => {
    await fleet.build();
    postgres = await startPostgres();
    pool = new pg.Pool({ connectionString: postgres.url, application_name: 'watcher' });
    pool.on('error', () => {});
  });
  afterAll(async () => {
    fleet.close();
    await pool.end();
    await postgres.close();
  });

  it(`sells once for each key in ${attempts} attempts and answers every one`, { timeout: 180_000 }, async () => {
    const tally = new Tally();
    let over = false;
    const answers = new Map<string, Set<string>>();
    const carrier = await fleet.carrier();
    const shares = Array.from({ length: processes }, (_, one) =>
      Array.from({ length: Math.ceil(attempts / processes) }, (_each, turn) => `key-${turn + 2 * one}`),
    );
    const keys = [...new Set(shares.flat())];
    const mishaps = Object.fromEntries(
      keys.flatMap((key, turn) => (mishapOf(turn) ? [[key, mishapOf(turn) as Mishap]] : [])),
    );
    const stopped = new Set<ChildProcess>();

    /** Buys these keys; what a killed process was told and did not answer is told to its successor. */
    const buyAll = (number: number, left: Set<string>): Promise<void> => {
      const orders: BuyerOrders = {
        url: postgres.url,
        driver: number % 2 ? 'pg' : 'postgres',
        carrier,
        lease,
        offset: [0, day, -day, 0][number % 4] as number,
        jumps: number === 3,
        fenced: true,
        previous: number < 4 ? previous : undefined,
        mishaps,
      };
      return new Promise((resolve, reject) => {
        const hear = (word: BuyerWord, one: ChildProcess) => {
          if ('mishap' in word) {
            tally.add(word.mishap);
            if (word.mishap !== 'killed after the sale') pause(one);
          } else if ('fenced' in word) {
            tally.add('runs that learned in time that they had lost their lease');
          } else if (word.status === 201) {
            left.delete(word.key);
            tally.add('attempts');
            tally.add('tries after a 503', word.tries - 1);
            answers.set(word.key, (answers.get(word.key) ?? new Set()).add(word.body));
            if (left.size === 0) one.kill('SIGKILL');
          } else {
            reject(new Error(JSON.stringify(word)));
          }
        };
        fleet.buyer(orders, [...left], hear).once('close', () => {
          if (left.size === 0 || over) resolve();
          else buyAll(number, left).then(resolve, reject);
        });
      });
    };
    /** Lets a stopped process sleep beyond its lease. */
    const pause = (one: ChildProcess) => {
      stopped.add(one);
      setTimeout(() => {
        stopped.delete(one);
        one.kill('SIGCONT');
      }, lease * 1300);
    };

    // Rows of an older version, whose process has died: with the hash of the order as it was sent.
    const begunBefore = keys.slice(-40);
    const begin = async (): Promise<void> => {
      const { rows } = await pool.query("select to_regclass('lc_identity_purchases') is not null as made");
      if (!(rows as { made: boolean }[])[0]?.made) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return begin();
      }
      for (const [turn, key] of begunBefore.entries()) {
        const hash = createHash('sha256')
          .update(JSON.stringify({ key, account: 'acc' }))
          .digest('hex');
        const { rowCount } = await pool.query(
          `insert into lc_identity_purchases (account, key, order_hash, run_until)
           values ('acc', $1, $2, now() - interval '1 second') on conflict do nothing`,
          [key, hash],
        );
        if (!rowCount) continue;
        tally.add('purchases that an older version had begun');
        if (turn % 2) await fetch(`http://127.0.0.1:${carrier}/sales?key=${key}`, { method: 'POST' });
      }
    };
    const cutting = setInterval(() => {
      void pool
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name <> 'watcher' and random() < 0.3`,
        )
        .then(({ rowCount }) => tally.add('connections cut', rowCount ?? 0))
        .catch(() => {});
    }, 2000);
    // At any moment, and not only where it hurts most.
    const stopping = setInterval(() => {
      const [one] = fleet.living.slice(1).filter((each) => !stopped.has(each));
      if (!one?.kill('SIGSTOP')) return;
      tally.add('stopped at any moment');
      pause(one);
    }, 3000);

    const begun = Date.now();
    try {
      const rest = (share: string[]) => new Set(share.filter((key) => !begunBefore.includes(key)));
      await Promise.all([
        // Nobody may be at these before they stand there.
        begin().then(() => Promise.all([1, 6].map((number) => buyAll(number, new Set(begunBefore))))),
        ...shares.map((share, number) => buyAll(number, rest(share))),
      ]);
    } finally {
      over = true;
      clearInterval(cutting);
      clearInterval(stopping);
    }

    const { rows } = await pool.query<{ count: string }>(
      'select count(*) from lc_identity_purchases where runs > 1 ' +
        'union all select sum(runs - 1) from lc_identity_purchases',
    );
    tally.add('purchases taken over', Number(rows[0]?.count));
    console.info(`${keys.length} keys in ${Math.round((Date.now() - begun) / 1000)} s:`);
    tally.print();

    const sold = await soldAt(carrier);
    expect(Object.entries(sold).filter(([, count]) => count !== 1)).toEqual([]);
    expect(Object.keys(sold).sort()).toEqual([...keys].sort());
    expect([...answers.keys()].sort()).toEqual([...keys].sort());
    const wrong = [...answers].filter(([key, bodies]) => [...bodies].join() !== JSON.stringify({ sale: `${key}#1` }));
    expect(wrong).toEqual([]);
    for (const mishap of new Set(Object.values(mishaps))) expect(tally.of(mishap), mishap).toBeGreaterThan(0);
    expect(tally.of('connections cut')).toBeGreaterThan(0);
    expect(tally.of('purchases that an older version had begun')).toBeGreaterThan(0);
    expect(tally.of('runs that learned in time that they had lost their lease')).toBeGreaterThan(0);
  });

  it('comes to the same tables, whichever of two versions starts first, or both at once', async () => {
    const versions = async (statements: string[]) => {
      const name = `chaos_${crypto.randomUUID().replaceAll('-', '')}`;
      await pool.query(`create database ${name}`);
      const own = new pg.Pool({ connectionString: postgres.url.replace(/[^/]*$/, name) });
      own.on('error', () => {});
      try {
        await Promise.all(statements.map((statement) => own.query(statement)));
        const { rows } = await own.query(
          `select table_name, column_name, data_type from information_schema.columns
           where table_schema = 'public' order by 1, 2`,
        );
        const { rows: steps } = await own.query('select version from lc_identity_migrations order by version');
        return { rows, steps };
      } finally {
        await own.end();
      }
    };
    const alone = await versions([migrations]);
    expect(alone.rows.length).toBeGreaterThan(20);
    for (const both of [
      [previous, migrations],
      [migrations, previous],
      [previous, migrations, previous, migrations, previous],
    ])
      expect(await versions(both)).toEqual(alone);
  });
});
