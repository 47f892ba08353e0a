import { isRegulated } from '../../core/regulated.js';
import { readBody } from '../bodies.js';
import { CarrierError } from '../carriers/carrier.js';
import { digest } from '../digest.js';
import type { Wanted } from '../host-context.js';
import type { IdentityHost } from '../identity-host.js';
import { canonicalJson, type Order, parseOrder } from '../orders.js';
import { Refusal } from '../problem.js';
import { idempotentPurchases, isKey, type Purchase, type PurchaseRun, refusals, reply } from '../purchases.js';
import { demandJson } from '../requests.js';
import type { KeptOrder, NewOrder } from '../stores/kept-order.js';
import type { PurchaseAnswer, PurchaseStore } from '../stores/purchase-store.js';
import type { Listings } from './listings.js';
import { countryOf } from './number-country.js';
import { answerTo, endOf } from './order-answers.js';
import { type SellingParts, sellOrder } from './sell-order.js';
import { sideBySide } from './side-by-side.js';

/** What buying takes. */
export interface OrderDeskParts extends SellingParts {
  purchases: PurchaseStore;
  identity: Pick<IdentityHost, 'requireVerified' | 'mayPass'>;
  listings: Listings;
  /** Whose verification counts for an account. */
  subject: (account: string) => string | Promise<string>;
  /** Throws for a request that may not act for the account. */
  admit: (request: Request, account: string) => Promise<void>;
  /** Seconds for which an order waits for an approval; 0 for not at all. */
  finish: number;
  numbersPerOrder: number;
  waitingOrders: number;
}

const mostBytes = 64 * 1024;
const second = 1000;
/** How seldom an order that waits is looked at: news comes by webhook too, and Persona counts requests. */
const longestPause = 900 * second;
/** How many orders are looked at side by side. */
const atATime = 5;

/** Buys for the pages, and for those who have closed theirs, by the same key: whoever comes first sells. */
export class OrderDesk {
  readonly #parts: OrderDeskParts;
  readonly #forPages: (purchase: Purchase) => Promise<Response>;
  readonly #byItself: (purchase: Purchase) => Promise<Response>;

  constructor(parts: OrderDeskParts) {
    this.#parts = parts;
    const { purchases: store, onError } = parts;
    const worthTelling = (error: unknown) => {
      if (!(error instanceof CarrierError && error.code === 'rate_limited')) onError(error);
    };
    this.#forPages = idempotentPurchases({ store, onError: worthTelling });
    // An order that a page is at needs nobody else to wait for it.
    this.#byItself = idempotentPurchases({ store, onError: worthTelling, patience: 0 });
  }

  /** Answers a purchase of a page. */
  async purchase(request: Request): Promise<Response> {
    const { admit, orders, numbersPerOrder, now } = this.#parts;
    demandJson(request);
    const { order, refusal } = parseOrder(new TextDecoder().decode(await readBody(request, mostBytes)));
    if (refusal) return refusal;
    const { account, numbers } = order;
    if (numbers.length > numbersPerOrder) {
      throw new Refusal(400, 'invalid_request', `This is no order: numbers: at most ${numbersPerOrder}.`);
    }
    await admit(request, account);
    const key = request.headers.get('idempotency-key');
    if (!isKey(key)) return refusals.keyRequired();

    await orders.expire(new Date(now()));
    const kept = await orders.byKey(account, key);
    if (kept && kept.orderHash !== (await hashOf(order))) return refusals.keyReused();
    const answer = kept && answerTo(kept);
    if (answer) return reply(answer);
    const draft = kept ?? (await this.#draft(order, key));
    return this.#forPages(this.#purchaseOf(draft, () => this.#guard(draft)));
  }

  /** Looks at the orders under way that are due, those of one subject at once, and buys what may be bought. */
  async finish(subject?: string): Promise<void> {
    const { orders, now } = this.#parts;
    await orders.expire(new Date(now()));
    await sideBySide(await orders.due(new Date(now()), subject), atATime, (order) => this.#finish(order));
  }

  async #finish(order: KeptOrder): Promise<void> {
    const { orders, identity, onError, now } = this.#parts;
    try {
      const age = now() - order.createdAt.getTime();
      await orders.lookAgain(order.id, new Date(now() + Math.min(longestPause, Math.max(3 * second, age / 8))));
      if (order.status === 'waiting') {
        for (const about of aboutOf(order)) {
          if (!(await identity.mayPass(order.account, actionOf(order), about))) return;
        }
      }
      await this.#byItself(this.#purchaseOf(order));
    } catch (error) {
      onError(error);
    }
  }

  #purchaseOf(draft: NewOrder, guard?: () => Promise<Response | null>): Purchase {
    const { account, key, request } = draft;
    return {
      account,
      key,
      order: request,
      ...(guard && { guard }),
      work: (run) => this.#work(draft, run),
    };
  }

  /** An order that comes in: what it is about is the carrier's word. */
  async #draft(order: Order, key: string): Promise<NewOrder> {
    const { subject, listings, finish, now } = this.#parts;
    const { account, pool } = order;
    const hint = (country: string | null | undefined) =>
      country && /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : undefined;
    const asked = order.numbers.map(({ phoneNumber, countryCode }) => ({ phoneNumber, country: hint(countryCode) }));
    const listed = await listings.of(asked, account);
    const numbers = order.numbers.map(({ phoneNumber }, index) => {
      const { isoCountry, price, numberType, locality, region } = listed[index] ?? {};
      return {
        phoneNumber,
        countryCode: isoCountry ?? countryOf(phoneNumber),
        numberType: numberType ?? price?.number_type,
        locality,
        region,
      };
    });
    const units = new Set(listed.map((one) => one?.price?.price_unit));
    const [currency] = units;
    const costs = listed.map((one) => (one?.price?.price ?? Number.NaN) + (one?.price?.setup_price ?? 0));
    const amount = units.size === 1 ? costs.reduce((sum, cost) => sum + cost, 0) : Number.NaN;
    return {
      id: `ord_${(await digest(JSON.stringify(['order', account, key]))).slice(0, 24)}`,
      account,
      subject: await subject(account),
      key,
      orderHash: await hashOf(order),
      request: order,
      numbers,
      pool: pool ? { name: pool.name } : null,
      about: Number.isFinite(amount) ? { amount, ...(currency && { currency }) } : {},
      finishBy: finish > 0 ? new Date(now() + finish * second) : null,
    };
  }

  /** Refuses who has to verify first, and keeps the order until they have. */
  async #guard(draft: NewOrder): Promise<Response | null> {
    const { identity, orders, waitingOrders, now, finish } = this.#parts;
    const isAsked = draft.numbers.some(({ phoneNumber, countryCode: country }) =>
      // Both have a say: a carrier that calls a +1 number British is not believed either.
      [{ number: phoneNumber }, ...(country ? [{ country }] : [])].some(isRegulated),
    );
    let refusal: Response | null = null;
    for (const about of isAsked ? aboutOf(draft) : []) {
      refusal ??= await identity.requireVerified(draft.account, actionOf(draft), about);
    }
    if (!refusal || finish <= 0) return refusal;
    const kept = await orders.wait(draft, waitingOrders, new Date(now()));
    if (kept && kept.orderHash !== draft.orderHash) return refusals.keyReused();
    // It may have been cancelled, or bought, between two looks at it.
    const answer = kept && answerTo(kept);
    if (answer) return reply(answer);
    if (!kept) return refusal;
    const order = { id: kept.id, finishBy: kept.finishBy?.toISOString() };
    return reply({ status: refusal.status, body: { ...((await refusal.json()) as object), order } });
  }

  async #work(draft: NewOrder, run: PurchaseRun): Promise<PurchaseAnswer> {
    const { orders, now } = this.#parts;
    const time = new Date(now());
    const tries = 'tries' in draft ? (draft as KeptOrder).tries : 0;
    const again = new Date(now() + Math.min(600, 10 * 2 ** Math.min(tries, 6)) * second);
    const order = await orders.begin(draft, again, time);
    if (order) {
      const receipt = await this.#sell(order, run);
      await run.stillMine();
      if (await orders.end(order.id, endOf(receipt), new Date(now()))) {
        return answerTo({ ...order, ...endOf(receipt) }) as PurchaseAnswer;
      }
    }
    const ended = await orders.byId(draft.id);
    // Two orders came with one key at the same moment; the other one is kept.
    if (ended && ended.orderHash !== draft.orderHash) {
      return { status: 422, body: await refusals.keyReused().json() };
    }
    const answer = ended && answerTo(ended);
    if (!answer) throw new Error(`Order ${draft.id} is neither under way nor over.`);
    return answer;
  }

  async #sell(order: KeptOrder, run: PurchaseRun) {
    try {
      return await sellOrder(this.#parts, order, run);
    } catch (error) {
      const { retryAfter } = error as Partial<CarrierError>;
      if (retryAfter) await this.#parts.orders.lookAgain(order.id, new Date(this.#parts.now() + retryAfter * second));
      throw error;
    }
  }
}

const hashOf = (order: Order): Promise<string> => digest(canonicalJson(order));

const actionOf = ({ pool }: Pick<NewOrder, 'pool'>): string => (pool ? 'number-pool-purchase' : 'number-purchase');

/** What an order is about, for each country of its numbers: a policy that asks for one sees all of them. */
function aboutOf({ numbers, about }: Pick<NewOrder, 'numbers' | 'about'>): Wanted[] {
  const countries = new Set(numbers.map(({ countryCode }) => countryCode));
  const all = numbers.map(({ phoneNumber }) => phoneNumber);
  return [...countries].map((country) => ({ numbers: all, ...about, ...(country && { country }) }));
}
