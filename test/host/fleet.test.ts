import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, startPostgres, type TestPostgres } from './postgres.js';

const processes = 8;
const attempts = 10_000;
const fatalKeys = ['key-200:before', 'key-500:after', 'key-800:before', 'key-1100:after'];

interface Told {
  key: string;
  status: number;
  body: string;
}

describe.runIf(hasPostgres)('a fleet of 8 processes on one Postgres, half of them by pg and half by postgres', () => {
  let postgres: TestPostgres;
  let pool: pg.Pool;
  const fleet = new Set<ChildProcess>();
  beforeAll(async () => {
    postgres = await startPostgres();
    pool = new pg.Pool({ connectionString: postgres.url });
    pool.on('error', () => {});
    await pool.query('create table carrier_sales (sale uuid default gen_random_uuid(), purchase text not null)');
  });
  afterAll(async () => {
    for (const one of fleet) one.kill('SIGKILL');
    await pool.end();
    await postgres.close();
  });

  it('buys once for each key in 10,000 attempts, though processes are killed at any moment', {
    timeout: 120_000,
  }, async () => {
    const answers = new Map<string, Set<string>>();
    let killed = 0;

    /** Buys these keys; whatever a killed process was told and did not answer is told to its successor. */
    const worker = (keys: string[], driver: string, killAfter: number) =>
      new Promise<void>((resolve, reject) => {
        const left = new Set(keys);
        const one = spawn(
          process.execPath,
          ['--import', 'tsx', join(import.meta.dirname, 'fleet/buyer.ts'), postgres.url, driver, ...fatalKeys],
          { stdio: ['pipe', 'pipe', 'inherit'] },
        );
        fleet.add(one);
        one.stdin.on('error', () => {});
        one.stdin.write(`${keys.join('\n')}\n`);
        createInterface({ input: one.stdout }).on('line', (line) => {
          const { key, status, body } = JSON.parse(line) as Told;
          if (status !== 201) return reject(new Error(line));
          left.delete(key);
          answers.set(key, (answers.get(key) ?? new Set()).add(body));
          if (keys.length - left.size === killAfter || left.size === 0) one.kill('SIGKILL');
        });
        one.once('close', () => {
          fleet.delete(one);
          if (left.size === 0) return resolve();
          killed += 1;
          worker([...left], driver, Infinity).then(resolve, reject);
        });
      });

    // Every process buys nearly the same keys, at nearly the same time.
    const shares = Array.from({ length: processes }, (_, one) =>
      Array.from({ length: attempts / processes }, (_each, turn) => `key-${turn + 2 * one}`),
    );
    await Promise.all(
      shares.map((keys, one) => worker(keys, one < processes / 2 ? 'pg' : 'postgres', one % 2 ? 100 * one : Infinity)),
    );

    const wanted = new Set(shares.flat());
    expect(killed).toBeGreaterThanOrEqual(processes / 2);
    expect(answers.size).toBe(wanted.size);
    expect([...answers].filter(([, bodies]) => bodies.size !== 1)).toEqual([]);
    const { rows } = await pool.query<{ sale: string }>('select sale from carrier_sales');
    // Each sale was told to somebody, and no answer tells of a sale that was not.
    expect(rows.map(({ sale }) => JSON.stringify({ sale })).sort()).toEqual(
      [...answers.values()].flatMap((bodies) => [...bodies]).sort(),
    );
    // The interruptions have really happened.
    const again = await pool.query<{ key: string }>('select key from lc_identity_purchases where runs > 1');
    expect(again.rows.map(({ key }) => key)).toEqual(
      expect.arrayContaining(fatalKeys.map((fatal) => fatal.split(':')[0])),
    );
  });
});
