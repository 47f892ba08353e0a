import { env } from 'cloudflare:workers';
import postgres from 'postgres';
import { postgresDatabase, sqlPurchases, sqlStore } from '../../../dist/esm/host/index.js';
import { makeIdentity } from './identity.js';

// A connection belongs to the request that opened it, and so does all that uses it. Streams would need it longer.
export default {
  async fetch(request, _, context) {
    const sql = postgres(env.DATABASE_URL);
    const db = postgresDatabase(sql);
    const response = await makeIdentity(env, {
      store: sqlStore(db),
      purchases: sqlPurchases(db),
      policy: { streams: 0 },
    }).fetch(request);
    context.waitUntil(sql.end());
    return response;
  },
};
