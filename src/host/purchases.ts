import { digest } from './digest.js';
import { canonicalJson } from './orders.js';
import { hostProblem } from './problem.js';
import { isAccount } from './requests.js';
import { type Held, Lease, LeaseLostError, stopwatch } from './stores/lease.js';
import type { PurchaseAnswer, PurchaseStore } from './stores/purchase-store.js';

/** One purchase, as it came to your route. */
export interface Purchase {
  /** The account that buys, which the signed-in user may act for: check that before. */
  account: string;
  /** The request's `Idempotency-Key` header. */
  key: string | null | undefined;
  /** The order as it was sent. The same key with another order is refused. */
  order: unknown;
  /**
   * Asked before the work begins; a response refuses, and is not kept under the key. Usually
   * `() => identity.requireVerified(account)`.
   */
  guard?: () => Promise<Response | null>;
  /**
   * Buys, and says what to answer, refusals such as 402 and 409 included: what it returns is final for this key. What
   * it throws means that nobody knows, and the next request with the key runs it again.
   */
  work: (run: PurchaseRun) => Promise<PurchaseAnswer>;
}

/**
 * The run of a purchase, and the say over it: `await stillMine()` right before the sale, for a process that was stopped
 * may have been overtaken meanwhile. Pass `signal` to what may be broken off, the sale itself not among it.
 */
export interface PurchaseRun extends Held {
  /** The same for every run of this purchase and for no other: pass it on as your carrier's own idempotency key. */
  id: string;
  /**
   * True when an earlier run began and did not end, by a crash or an error: it may have bought. Look before buying
   * again.
   */
  interrupted: boolean;
}

/** How to run purchases. */
export interface PurchasesOptions {
  /** Usually `sqlPurchases(db)`. */
  store: PurchaseStore;
  /** Told what the work or the store threw, for your log. */
  onError?: (error: unknown) => void;
  /**
   * Seconds until the purchase of a process that died may be run by another, default 30. A living one makes it last as
   * long as it takes; one that was stopped for two thirds of it, or that cannot reach the store for as long, has lost
   * it.
   */
  lease?: number;
  /** Seconds a repeat waits for the first request's answer before it is told to ask again, default 20. */
  patience?: number;
}

const lookAgainMs = 100;

/**
 * Makes a function that runs each purchase once, whatever is repeated and by however many processes, and answers
 * repeats with the first answer. It never throws. Its own problems are 400 `idempotency_key_required` and
 * `invalid_request`, 422 `idempotency_key_reused`, and 503 `unknown_outcome`, upon which the page asks again with the
 * same key.
 */
export function idempotentPurchases({
  store,
  onError = () => {},
  lease = 30,
  patience = 20,
}: PurchasesOptions): (purchase: Purchase) => Promise<Response> {
  async function run({ account, work }: Purchase, key: string, number: number, since: () => number): Promise<void> {
    const extend = () => store.extend(account, key, number, lease);
    const kept = await Lease.keep({ seconds: lease, since, extend, onError });
    try {
      const id = await digest(JSON.stringify([account, key]));
      const answer = await work({ id, interrupted: number > 1, ...kept.held });
      // Overtaken: what counts is the answer of the run that took over.
      if (!(await store.answer(account, key, number, answer))) onError(new LeaseLostError());
    } catch (error) {
      // What is left of a lost lease is not given up: something may be on its way to the carrier.
      if (!kept.signal.aborted) await store.abandon(account, key, number).catch(onError);
      throw error;
    } finally {
      kept.end();
    }
  }

  /** The purchase's answer, once there is one; undefined when that takes longer than the patience. */
  async function settle(purchase: Purchase, key: string): Promise<Response | undefined> {
    const { account, order, guard } = purchase;
    const canonical = await digest(canonicalJson(order));
    // How older versions kept it.
    const asSent = await digest(JSON.stringify(order));
    for (let round = 0; round * lookAgainMs <= patience * 1000; round += 1) {
      const kept = await store.find(account, key);
      const orderHash = kept?.orderHash ?? canonical;
      if (orderHash !== canonical && orderHash !== asSent) return refusals.keyReused();
      if (kept?.state === 'answered') return reply(kept.answer);
      // What was begun is brought to its end whoever may buy by now: the sale may have happened.
      const refusal = kept ? undefined : await guard?.();
      if (refusal) return refusal;
      const since = stopwatch();
      const number = await store.begin(account, key, orderHash, lease);
      if (number !== null) await run(purchase, key, number, since);
      else if (kept) await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
    return undefined;
  }

  return async (purchase) => {
    const { account, key } = purchase;
    if (!isKey(key)) return refusals.keyRequired();
    if (!isAccount(account)) return refusals.accountRequired();
    try {
      return (await settle(purchase, key)) ?? refusals.unknownOutcome();
    } catch (error) {
      onError(error);
      return refusals.unknownOutcome();
    }
  };
}

/** Whether a header can be an idempotency key. */
export const isKey = (key: string | null | undefined): key is string => /^[\x21-\x7e]{1,255}$/.test(key ?? '');

/** What is answered to a purchase that cannot be run. */
export const refusals = {
  keyRequired: () =>
    hostProblem(
      400,
      'idempotency_key_required',
      'Send a header Idempotency-Key with a new UUID for each purchase and the same one for each repeat.',
    ),
  accountRequired: () => hostProblem(400, 'invalid_request', 'Name the account that buys, with 1 to 200 characters.'),
  keyReused: () =>
    hostProblem(422, 'idempotency_key_reused', 'This Idempotency-Key was used for another order. Use a new one.'),
  unknownOutcome: () =>
    hostProblem(503, 'unknown_outcome', 'This purchase is not settled yet. Ask again with the same Idempotency-Key.', {
      'retry-after': '2',
    }),
};

/** The answer as a response. */
export function reply({ status, body }: PurchaseAnswer): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type, 'cache-control': 'no-store' } });
}
