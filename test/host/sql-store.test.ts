import { afterAll, describe, expect, it } from 'vitest';
import { sqlStore } from '../../src/host/index.js';
import { freshDatabase } from '../helpers/blank-database.js';

const db = await freshDatabase();
afterAll(() => db.close());
const account = 'acc';

describe('sqlStore', () => {
  it('makes its tables once, however many processes start together', async () => {
    const stores = [sqlStore(db), sqlStore(db), sqlStore(db)];
    await Promise.all(stores.map((store) => store.inquiries(account)));
    const { rows } = await db.query<{ version: number }>('select version from lc_identity_migrations order by 1');
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.length).toBeGreaterThanOrEqual(3);
  });

  it('tries again when the database was away at the start', async () => {
    let away = true;
    const store = sqlStore({
      query: (text, params) => (away ? Promise.reject(new Error('away')) : db.query(text, params)),
    });
    await expect(store.inquiries(account)).rejects.toThrow('The identity store failed: away');
    away = false;
    expect(await store.inquiries(account)).toEqual([]);
  });
});
