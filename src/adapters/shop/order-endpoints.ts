import { fitOrder, type HostOrder } from '../../core/shop/host-order.js';
import { call } from '../host-endpoints.js';
import type { Fetch } from '../host-fetch.js';
import { postJson } from '../writes/post-json.js';

/**
 * Cancels an order that the host keeps, and tells how it is now.
 * @throws {LcError} when it is too late, or nobody knows.
 */
export async function cancelAt(fetch: Fetch, url: string, account: string, id: string): Promise<HostOrder> {
  const [path, query = ''] = url.split(/(?=\?)/);
  const address = `${path}/${encodeURIComponent(id)}/cancel${query}`;
  const { body } = await call(fetch, address, postJson({ account }), 'The orders endpoint', 'purchase_failed');
  return fitOrder((body as { order?: unknown } | null)?.order ?? body);
}
