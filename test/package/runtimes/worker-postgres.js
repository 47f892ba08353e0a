import { env } from 'cloudflare:workers';
import postgres from 'postgres';
import { postgresDatabase } from '../../../dist/esm/host/index.js';
import { makeHost } from './host.js';

// A connection belongs to the request that opened it, and so does all that uses it. Streams would need it longer.
export default {
  async fetch(request, _, context) {
    const sql = postgres(env.DATABASE_URL);
    const host = makeHost(env, { database: postgresDatabase(sql), policy: { streams: 0 } });
    const response = await host.fetch(request);
    // What the request has brought about is finished after its answer.
    context.waitUntil(host.tick().then(() => sql.end()));
    return response;
  },
};
