import { Hono } from 'hono';
import { type IdentityHost, isRegulated, type Purchase, parseOrder, problem } from '../../src/host/index.js';
import { find } from './catalogue.js';
import { searchNumbers } from './number-search.js';
import { mostNumbers, type Sales } from './sales.js';
import type { Sessions } from './session.js';

/** What the routes work with. */
export interface ShopRouteParts {
  sales: Sales;
  /** Runs a purchase once. */
  buy: (purchase: Purchase) => Promise<Response>;
  identity: IdentityHost;
  sessions: Sessions;
}

/** Search and purchase, where the shop element looks for them: `numbers` and `purchases`. */
export function shopRoutes({ sales, buy, identity, sessions }: ShopRouteParts): Hono {
  const routes = new Hono();

  routes.get('/numbers', async (context) => {
    const answer = searchNumbers(new URL(context.req.url).searchParams, await sales.sold());
    return context.json(answer.body, answer.ok ? 200 : 400);
  });

  routes.post('/purchases', async (context) => {
    const { order, refusal } = parseOrder(await context.req.text());
    if (refusal) return refusal;
    const { account, numbers, pool } = order;
    if (numbers.length > mostNumbers) {
      return problem(400, 'invalid_request', `The order does not fit: numbers: at most ${mostNumbers}.`);
    }
    if (!(await sessions.allows(context.req.raw, account)))
      return problem(403, 'forbidden', 'You may not act for this account.');

    // The country is ours to say: what the order claims about its numbers could talk a check away.
    const regulated = numbers.some(({ phoneNumber }) =>
      isRegulated({ country: find(phoneNumber)?.listing.isoCountry, number: phoneNumber }),
    );
    return buy({
      account,
      key: context.req.header('idempotency-key'),
      order,
      guard: async () =>
        regulated ? identity.requireVerified(account, pool ? 'number-pool-purchase' : 'number-purchase') : null,
      work: async ({ id, stillMine }) => {
        await stillMine();
        return sales.sell(order, id);
      },
    });
  });

  return routes;
}
