import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { LeaseLostError, StoreBusyError, sqlStore } from '../../src/host/index.js';
import { freshDatabase } from '../helpers/blank-database.js';

const db = await freshDatabase();
afterAll(() => db.close());

let account = '';
beforeEach(() => {
  account = crypto.randomUUID();
});
/** Seconds that the account's turn still lasts, by the database. */
const lasts = async () => {
  const { rows } = await db.query<{ left: number | null }>(
    'select extract(epoch from turn_until - now())::float as left from lc_identity_accounts where account = $1',
    [account],
  );
  return rows[0]?.left ?? null;
};

describe('turns in the database', () => {
  it('are free five seconds after their process has died, and at once when the work is done', async () => {
    await sqlStore(db).exclusive(account, async () => {
      expect(await lasts()).toBeGreaterThan(0);
      expect(await lasts()).toBeLessThanOrEqual(5);
    });
    expect(await lasts()).toBeNull();
  });

  it('of a process that died are taken over by one that waits', async () => {
    await sqlStore(db).inquiries(account);
    await db.query(
      `insert into lc_identity_accounts (account, turn, turn_until)
       values ($1, gen_random_uuid(), now() + interval '0.4 seconds')`,
      [account],
    );
    expect(await sqlStore(db).exclusive(account, async () => 'mine')).toBe('mine');
  });

  it('last as long as their process lives, and others are told when to come again', async () => {
    const turns = { lease: 0.6, patience: 0.1 };
    let done = () => {};
    const work = new Promise<void>((resolve) => {
      done = resolve;
    });
    const first = sqlStore(db, turns).exclusive(account, () => work);
    const until = async () =>
      (
        await db.query<{ turn_until: Date }>('select turn_until from lc_identity_accounts where account = $1', [
          account,
        ])
      ).rows[0]?.turn_until.getTime() ?? 0;
    await expect.poll(until).toBeGreaterThan(0);
    const begun = await until();
    // Renewed beyond the end it had at first.
    await expect.poll(until, { timeout: 10_000 }).toBeGreaterThan(begun + 600);
    const refused: unknown = await sqlStore(db, turns)
      .exclusive(account, async () => 'never')
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreBusyError);
    expect(refused).toMatchObject({ retryAfter: 1 });
    done();
    await first;
    expect(await sqlStore(db, turns).exclusive(account, async () => 'next')).toBe('next');
  });

  it('that another has taken over say so before the next step', async () => {
    const store = sqlStore(db);
    await store.exclusive(account, async ({ stillMine }) => {
      expect((await stillMine()).left()).toBeGreaterThan(0);
      await db.query('update lc_identity_accounts set turn = gen_random_uuid() where account = $1', [account]);
      await expect(stillMine()).rejects.toThrow(LeaseLostError);
    });
    // Whoever has it by now keeps it.
    expect(await lasts()).toBeGreaterThan(0);
  });
});
