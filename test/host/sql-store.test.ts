import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, it } from 'vitest';
import { sqlStore } from '../../src/host/index.js';

const db = new PGlite();
afterAll(() => db.close());
const account = 'acc';

describe('sqlStore', () => {
  it('makes its tables once, however many processes start together', async () => {
    const stores = [sqlStore(db), sqlStore(db), sqlStore(db)];
    await Promise.all(stores.map((store) => store.inquiries(account)));
    expect((await db.query('select * from lc_identity_migrations')).rows).toHaveLength(3);
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
