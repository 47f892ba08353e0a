import { LcError } from '../../core/errors.js';
import { fitNumbers, fitPurchase, type NumbersAnswer, type PurchaseAnswer } from '../../core/shop/number-contracts.js';
import { endpointQuery, type NumbersQuery } from '../../core/shop/numbers-query.js';
import type { Intent } from '../../core/shop/purchase.js';
import { call, withQuery } from '../host-endpoints.js';
import type { Fetch } from '../host-fetch.js';
import { postJson } from '../writes/post-json.js';
import { leftOut } from './left-out.js';

/**
 * Searches by the public LC Phone API's parameters; `account` tells the host for whom it asks its carrier.
 * @throws {LcError}
 */
export async function searchNumbers(
  fetch: Fetch,
  url: string,
  query: NumbersQuery,
  signal: AbortSignal,
  account?: string,
): Promise<NumbersAnswer> {
  const address = withQuery(url, { ...endpointQuery(query), account });
  const { body } = await call(fetch, address, { signal }, 'The numbers endpoint');
  return fitNumbers(body, 'The numbers endpoint', leftOut);
}

/**
 * Buys once per key. Never aborted: what was sent may have happened.
 * @throws {LcError}
 */
export async function buyNumbers(
  fetch: Fetch,
  url: string | undefined,
  { order, idempotencyKey }: Pick<Intent, 'order' | 'idempotencyKey'>,
): Promise<PurchaseAnswer> {
  if (!url)
    throw new LcError(
      'not_configured',
      '<lc-number-purchase> has no purchase-url. Set api="…", purchase-url="…" or the purchase property.',
    );
  const { body } = await call(
    fetch,
    url,
    postJson(order, { 'idempotency-key': idempotencyKey }),
    'The purchase endpoint',
    'purchase_failed',
  );
  return fitPurchase(body, 'The purchase endpoint', order.numbers);
}
