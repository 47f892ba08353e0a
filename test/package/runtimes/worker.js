import { env } from 'cloudflare:workers';
import { makeHost } from './host.js';

// What one request has asked for, another may not wait for: each has a host of its own.
export default {
  async fetch(request, _, context) {
    const host = makeHost(env, { policy: { streams: 0 } });
    const response = await host.fetch(request);
    // What the request has brought about is finished after its answer.
    context.waitUntil(host.tick());
    return response;
  },
};
