import type { IdentityHost } from '../../../src/host/index.js';

// In server.ts: export default mount(identity);
export function mount(identity: IdentityHost) {
  // Bun closes a stream that is silent for 10 s, unless it is told otherwise.
  return { fetch: (request: Request) => identity.fetch(request), idleTimeout: 60 };
}
