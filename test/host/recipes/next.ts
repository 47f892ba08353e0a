import type { Host } from '../../../src/host/index.js';

// In app/api/identity/[...path]/route.ts: export const { GET, POST } = mount(host);
export function mount(host: () => Host) {
  const answer = (request: Request) => host().fetch(request);
  return { GET: answer, POST: answer };
}
