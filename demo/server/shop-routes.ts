import { Hono } from 'hono';
import { isRegulated, type IdentityHost } from '../../src/host/index.js';
import { find } from './catalogue.js';
import { searchNumbers } from './number-search.js';
import { problem } from './problem.js';
import { KeyReusedError, order, type Answer, type Purchases } from './purchases.js';
import type { Sessions } from './session.js';

/** Search and purchase, where the shop element looks for them: `numbers` and `purchases`. */
export function shopRoutes({ purchases, identity, sessions }: { purchases: Purchases; identity: IdentityHost; sessions: Sessions }): Hono {
  const routes = new Hono();

  routes.get('/numbers', async (context) => {
    const answer = searchNumbers(new URL(context.req.url).searchParams, await purchases.sold());
    return context.json(answer.body, answer.ok ? 200 : 400);
  });

  routes.post('/purchases', async (context) => {
    const key = context.req.header('Idempotency-Key');
    if (!key || key.length > 255) return problem(400, 'idempotency_key_required', 'Send a header Idempotency-Key with a new UUID for each purchase and the same one for each repeat.');
    const parsed = order.safeParse(await context.req.json().catch(() => null));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return problem(400, 'invalid_request', `The order does not fit: ${issue?.path.join('.') || 'body'}: ${issue?.message}.`);
    }
    const { account, numbers, pool } = parsed.data;
    if (!(await sessions.allows(context.req.raw, account))) return problem(403, 'forbidden', 'You may not act for this account.');

    try {
      // An answer given once is given again, also to an account that was declined since: the sale has happened.
      const before = await purchases.answered(account, key, parsed.data);
      if (before) return reply(before);
      // The country is ours to say: what the order claims about its numbers could talk a check away.
      if (numbers.some(({ phoneNumber }) => isRegulated({ country: find(phoneNumber)?.listing.isoCountry, number: phoneNumber }))) {
        const refusal = await identity.requireVerified(account, pool ? 'number-pool-purchase' : 'number-purchase');
        if (refusal) return refusal;
      }
      return reply(await purchases.buy(parsed.data, key));
    } catch (error) {
      if (error instanceof KeyReusedError) return problem(422, 'idempotency_key_reused', 'This Idempotency-Key was used for another order. Use a new one.');
      throw error;
    }
  });

  return routes;
}

function reply({ status, body }: Answer): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return Response.json(body, { status, headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } });
}
