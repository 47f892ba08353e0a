import { CarrierError } from '../carriers/carrier.js';
import { handler } from '../handlers.js';
import { json, Refusal } from '../problem.js';
import { accountFromQuery, demandJson } from '../requests.js';
import type { OrderStore } from '../stores/kept-order.js';
import type { Listings } from './listings.js';
import { shown } from './order-answers.js';
import type { OrderDesk } from './order-desk.js';
import { answerPlaces } from './places-route.js';
import { readSearch } from './search-route.js';
import { codeOf } from './sell-order.js';

/** What the routes work with. */
export interface ShopRouteParts {
  desk: OrderDesk;
  orders: OrderStore;
  listings: Listings;
  /** Throws for a request that may not act for the account. */
  admit: (request: Request, account: string) => Promise<void>;
  /** Seconds for which an order waits, which the buyer reads before they confirm. */
  finish: number;
  onError: (error: unknown) => void;
  now: () => number;
}

/** How long a search may take, in ms. */
const patience = 12_000;

type Answer = (request: Request) => Promise<Response>;

/** Search, places, purchases and orders, by the last parts of the path; undefined for what is somebody else's. */
export function shopRoutes(parts: ShopRouteParts): (request: Request) => Promise<Response> | undefined {
  const { desk, orders, listings, admit, finish, onError, now } = parts;
  const get = (answer: Answer): Answer => handler('GET', answer, onError);
  const post = (answer: Answer): Answer => handler('POST', answer, onError);

  const routes: Record<string, Answer> = {
    numbers: get(async (request) => {
      const { search, account } = readSearch(request);
      if (account !== null) await admit(request, account);
      const signal = AbortSignal.any([request.signal, AbortSignal.timeout(patience)]);
      try {
        return json(await listings.search(search, account, signal));
      } catch (error) {
        // Nobody waits for it any more: a page has asked anew.
        if (request.signal.aborted) throw new Refusal(503, 'busy', 'This search was given up.');
        // Whose words they are does not matter to the page: nothing was found out.
        const { retryAfter, message } = error as Partial<CarrierError>;
        throw new CarrierError(codeOf(error) ?? 'purchase_failed', `A search failed: ${message}`, retryAfter);
      }
    }),

    places: get(answerPlaces),

    purchases: post((request) => desk.purchase(request)),

    orders: get(async (request) => {
      const { account } = accountFromQuery(request);
      await admit(request, account);
      await orders.expire(new Date(now()));
      return json({ orders: (await orders.list(account)).map(shown), finish });
    }),
  };

  const cancel = (id: string) =>
    post(async (request) => {
      demandJson(request);
      const order = /^ord_[\da-f]{24}$/.test(id) ? await orders.byId(id) : null;
      // Who may not act for the account learns nothing of its orders.
      if (!order) throw new Refusal(404, 'not_found', 'There is no such order.');
      await admit(request, order.account);
      await orders.cancel(id, new Date(now()));
      const after = await orders.byId(id);
      if (after?.status !== 'cancelled') {
        throw new Refusal(409, 'too_late', 'This order waits no more. Read the orders to see what became of it.');
      }
      return json(shown(after));
    });

  return (request) => {
    const [last = '', id = '', room] = new URL(request.url).pathname.split('/').filter(Boolean).toReversed();
    if (last === 'cancel' && room === 'orders') return cancel(id)(request);
    return Object.hasOwn(routes, last) ? routes[last]?.(request) : undefined;
  };
}
