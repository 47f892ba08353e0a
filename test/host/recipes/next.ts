import type { IdentityHost } from '../../../src/host/index.js';

// In app/api/identity/[...path]/route.ts: export const { GET, POST } = mount(identity);
export function mount(identity: () => IdentityHost) {
  const answer = (request: Request) => identity().fetch(request);
  return { GET: answer, POST: answer };
}
