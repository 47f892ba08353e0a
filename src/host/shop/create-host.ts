import type { Carrier } from '../carriers/carrier.js';
import { admission } from '../handlers.js';
import { type IdentityPolicy, withDefaults } from '../host-context.js';
import { createIdentityHost, type IdentityHost, type IdentityHostOptions } from '../identity-host.js';
import type { SqlDatabase } from '../stores/sql-database.js';
import { sqlOrders } from '../stores/sql-orders.js';
import { Outbox } from '../stores/sql-outbox.js';
import { sqlPurchases } from '../stores/sql-purchases.js';
import { sqlStore } from '../stores/sql-store.js';
import type { IdentityStore } from '../stores/store.js';
import { Listings } from './listings.js';
import { type HostEvent, News } from './news.js';
import { OrderDesk } from './order-desk.js';
import { shopRoutes } from './shop-routes.js';
import { Upkeep } from './upkeep.js';

/** Your rules for all of the host. */
export interface HostPolicy extends IdentityPolicy {
  /**
   * Seconds for which an order that was refused for verification waits with the host, which buys it as soon as the
   * account is approved; default 86,400, a day. 0 keeps none: then only an open page buys.
   */
  finish?: number;
  /** How many numbers one order may have, default 20. */
  numbersPerOrder?: number;
  /** How many orders of one account may wait, default 20. */
  waitingOrders?: number;
  /**
   * Seconds after which somebody who has begun to verify and does not go on counts as gone: `account.abandoned` is told
   * then, once for each inquiry. Default: nobody does.
   */
  abandonedAfter?: number;
}

/** What `createHost` needs from you. */
export interface HostOptions extends Omit<IdentityHostOptions, 'store' | 'policy'> {
  /** A PGlite, or `postgresDatabase(pool)`. Tables named `lc_identity_*` make themselves. */
  database: SqlDatabase;
  /** Where numbers are bought: `lcPhoneCarrier({…})`, `twilioCarrier({…})` or your own. */
  carrier: Carrier;
  /** Your rules; each has a default. */
  policy?: HostPolicy;
  /**
   * Told what becomes of accounts and orders, at least once each, in order for each account, and again after growing
   * pauses until it returns. What it throws goes to `onError`. Nothing is lost when a process ends.
   */
  onEvent?: (event: HostEvent) => unknown;
}

/** The whole server: what the elements call, and what goes on when their pages are closed. */
export interface Host {
  /**
   * Answers `…/status`, `…/inquiry`, `…/webhook`, `…/numbers`, `…/places`, `…/purchases`, `…/orders` and
   * `…/orders/{id}/cancel`, by the last parts of the path. It never throws.
   */
  fetch(request: Request): Promise<Response>;
  /**
   * Does what is due: buys for accounts that were approved, brings interrupted purchases to their end, ends orders that
   * have waited for too long, tells events. On Node, Bun and Deno it runs by itself every two seconds; elsewhere call
   * it from a timer of the platform, and after a webhook. May be called at any time by any process.
   */
  tick(): Promise<void>;
  /**
   * Deletes what nobody needs any more from before that time: lines of the trail, ids of webhook events, orders that
   * have ended, answers to old keys. Once a month with 400 days is a good start.
   */
  prune(before: Date): Promise<void>;
  /** For your own routes and tools: `requireVerified`, `accounts`, `adopt`, `redact` and others. */
  identity: IdentityHost;
  /** Ends the timer, and resolves when nothing is under way any more. Close your database after it. */
  close(): Promise<void>;
}

/**
 * Makes the server half of both elements: one `fetch` to mount, over one database and one carrier. Several processes
 * may share the database. Throws a `TypeError` for keys that cannot be right.
 */
export function createHost({
  database,
  carrier,
  policy: { finish = 86_400, numbersPerOrder = 20, waitingOrders = 20, abandonedAfter, ...rules } = {},
  onEvent,
  onError = () => {},
  now = Date.now,
  ...options
}: HostOptions): Host {
  const admit = admission(options.authorize);
  const outbox = onEvent && new Outbox(database);
  const orders = sqlOrders(database, { outbox: outbox !== undefined });
  const { subject, verifies } = withDefaults(rules);
  const store = watched(sqlStore(database, { outbox: outbox !== undefined }), (account, status) => {
    const isApproval = status === 'approved' || (status === 'completed' && verifies === 'completed');
    upkeep.soon(isApproval ? account : undefined);
  });
  const identity = createIdentityHost({ ...options, policy: rules, store, onError, now });
  const purchases = sqlPurchases(database);
  const listings = new Listings(carrier, now);
  const desk = new OrderDesk({
    orders,
    carrier,
    listings,
    isOnSale: (number, account) => listings.isOnSale(number, account),
    identity,
    purchases,
    subject,
    admit,
    finish,
    numbersPerOrder,
    waitingOrders,
    onError,
    now,
  });
  const news = onEvent && outbox && new News({ outbox, orders, onEvent, verifies, onError, now });
  const upkeep = new Upkeep({
    finish: (who) => desk.finish(who),
    tell: async () => news?.tell(),
    look: async () => {
      if (!outbox || abandonedAfter === undefined) return;
      await outbox.noteAbandoned(new Date(now() - abandonedAfter * 1000), new Date(now()));
    },
    onError,
  });
  const routes = shopRoutes({ desk, orders, listings, admit, finish, onError, now });

  return {
    identity,
    async fetch(request) {
      const answer = await (routes(request) ?? identity.fetch(request));
      // A purchase, a cancel, or Persona's word; what was refused for verification waits, and is told too.
      if (request.method === 'POST' && (answer.ok || answer.status === 403)) upkeep.tellSoon();
      return answer;
    },
    tick: () => upkeep.tick(),
    async prune(before) {
      await store.prune(before);
      await orders.prune(before);
      await purchases.prune(before);
    },
    close: () => upkeep.close(),
  };
}

/** The store, with somebody who hears of what is put into it. */
function watched(store: IdentityStore, heard: (account: string, status: string) => void): IdentityStore {
  return {
    ...store,
    async record(news, eventId) {
      await store.record(news, eventId);
      heard(news.account, news.status);
    },
    async claim(news, actor, creationKey) {
      await store.claim(news, actor, creationKey);
      heard(news.account, news.status);
    },
  };
}
