import type { Host } from '../../../src/host/index.js';

// In server.ts: export default mount(host);
export function mount(host: Host) {
  // Bun closes a stream that is silent for 10 s, unless it is told otherwise.
  return { fetch: (request: Request) => host.fetch(request), idleTimeout: 60 };
}
