import { addressOf } from '../../../adapters/addresses.js';
import { call, withQuery } from '../../../adapters/host-endpoints.js';
import { hostFetch } from '../../../adapters/host-fetch.js';
import { textOf } from '../../../core/account-id.js';
import { codeOf } from '../../../core/errors.js';
import { underWayPrefix } from '../../../core/shop/intent-names.js';
import type { ShopElement } from '../shop-element.js';

/** How long an answer serves whoever asks next, and how long one is waited for, in milliseconds. */
const freshFor = 2_000;
const deadline = 10_000;

/** What the hosts of this page have answered last, by address; a host without such an endpoint is not asked again. */
const asked = new Map<string, { account: string; at: number; answer: Promise<unknown>; last?: unknown }>();

/**
 * Where the host tells the account's orders: a page that buys by a function of its own has to say so.
 */
export const ordersUrlOf = (element: ShopElement): string | undefined =>
  element.purchase && !element.ordersUrl ? undefined : addressOf(element, 'ordersUrl');

/**
 * What the host tells of the account's orders, unchecked, `anew` not from a moment ago; undefined where it does not.
 */
export function askOrders(element: ShopElement, account: string, anew = false): Promise<unknown> {
  const url = ordersUrlOf(element);
  if (!url || !account) return Promise.resolve(undefined);
  const address = withQuery(url, { account });
  const before = asked.get(address);
  if (before && !anew && (before.at === Infinity || Date.now() - before.at < freshFor)) return before.answer;
  const signal = AbortSignal.timeout(deadline);
  const entry = {
    account,
    at: Date.now(),
    last: before?.last,
    answer: call(hostFetch(element), address, { signal }, 'The orders endpoint').then(
      ({ body }) => {
        entry.last = body;
        return body;
      },
      (error: unknown) => {
        // One that has answered before has such an endpoint.
        if (!entry.last && codeOf(error, 'aborted') === 'not_configured') entry.at = Infinity;
        return undefined;
      },
    ),
  };
  asked.set(address, entry);
  return entry.answer;
}

/** What is known here of the account's orders at its hosts, unchecked. */
export const answersOn = (account: string): unknown[] =>
  [...asked.values()].filter((entry) => entry.account === account && entry.last).map(({ last }) => last);

/** Whether an order of an earlier visit waits to go on in this browser. */
function isUnderWay(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(underWayPrefix));
  } catch {
    return false; // this page may not store anything
  }
}

const idle = () =>
  new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 2_000 } as never));

/** When the shop can be seen, which it may never. */
const seen = (element: Element) =>
  new Promise<void>((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });

/**
 * Loads a shop that has an order to show before somebody is about to use it: one that this browser has begun, or one
 * that the host keeps, as of another device, which is asked for when the page has nothing better to do. One without
 * shows its first numbers, as soon as it is seen.
 */
export async function look(element: ShopElement, load: () => Promise<{ arrive(): void }>): Promise<unknown> {
  if (isUnderWay()) return load();
  await idle();
  const { orders } = ((await askOrders(element, textOf(element.account))) ?? {}) as { orders?: { status?: unknown }[] };
  const isOpen = (order: { status?: unknown }) => order?.status === 'waiting' || order?.status === 'buying';
  if (Array.isArray(orders) && orders.some(isOpen)) return load();
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData || !(element.numbers || element.search || textOf(element.account))) return undefined;
  await seen(element);
  await idle();
  return element.isConnected && (await load()).arrive();
}
