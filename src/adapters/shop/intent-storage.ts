import { fitKept } from '../../core/shop/intent-contract.js';
import { underWayPrefix } from '../../core/shop/intent-names.js';
import type { IntentPort } from '../../core/shop/intent-port.js';
import type { KeptIntent } from '../../core/shop/purchase.js';
import { tabChannel } from '../tab-channel.js';
import { randomId } from '../writes/random-id.js';

/** Names of intents that have ended. */
const endedPrefix = 'lc-number-ended ';

/** How long the end of an intent is remembered for tabs that have slept meanwhile. */
const memory = 24 * 60 * 60_000;

/**
 * Intents in `localStorage`, with Web Locks and a `BroadcastChannel` between the tabs. Holds the order, its key and
 * times, nothing on the person. Where the browser has no storage the intents live as long as the page; where it has no
 * locks (pages without HTTPS) the host's server alone sees to it that one key buys once.
 */
export function intentStorage(now: () => number = Date.now): IntentPort {
  const tabs = tabChannel('lc-number-purchase');
  const page = new Map<string, string>();

  const attempt = <T>(work: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return work(localStorage);
    } catch {
      return otherwise(); // blocked, full or gone
    }
  };
  const get = (name: string) =>
    page.get(name) ??
    attempt(
      (storage) => storage.getItem(name),
      () => null,
    );
  const remove = (name: string) => {
    page.delete(name);
    attempt(
      (storage) => storage.removeItem(name),
      () => {},
    );
  };
  const read = (name: string): KeptIntent | undefined => {
    try {
      return fitKept(JSON.parse(get(name) ?? 'null'));
    } catch {
      return undefined;
    }
  };
  const names = () =>
    [
      ...new Set([
        ...page.keys(),
        ...attempt(
          (storage) => Object.keys(storage),
          () => [],
        ),
      ]),
    ].filter((name) => name.startsWith(underWayPrefix) || name.startsWith(endedPrefix));

  return {
    newId: randomId,
    newKey: randomId,
    list(account) {
      const all = names().flatMap((name) => {
        const kept = read(name);
        // What does not fit may be another version's, which has not ended yet: it stays.
        if (kept?.outcome && now() - kept.touchedAt > memory) remove(name);
        else if (kept) return [kept];
        return [];
      });
      return all.filter(({ order }) => order.account === account).sort((one, other) => other.touchedAt - one.touchedAt);
    },
    read: (key) => read(endedPrefix + key) ?? read(underWayPrefix + key),
    keep(intent) {
      // What ended unseen stands with what is under way, which a page looks for before it loads anything.
      const isOver = intent.outcome && intent.seen !== false;
      const name = (isOver ? endedPrefix : underWayPrefix) + intent.idempotencyKey;
      const value = JSON.stringify(intent);
      attempt(
        (storage) => {
          storage.setItem(name, value);
          page.delete(name);
        },
        () => void page.set(name, value),
      );
      if (isOver) remove(underWayPrefix + intent.idempotencyKey);
    },
    tell: (key) => tabs.tell(key),
    listen: (heard) => tabs.listen(heard),
    async alone(key, work) {
      let begun = false;
      const run = () => {
        begun = true;
        return work();
      };
      try {
        await (navigator.locks ? navigator.locks.request(underWayPrefix + key, run) : run());
      } catch (error) {
        if (begun) throw error;
        await run(); // a page that may not use locks, such as a sandboxed frame
      }
    },
    attend(key, signal) {
      const left = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      // Rejects when the signal aborts before the lock is granted: nothing to do then.
      navigator.locks
        ?.request(`${underWayPrefix}${key} attended`, { mode: 'shared', signal }, () => left)
        .catch(() => {});
    },
    isAttended: async (key) =>
      (await navigator.locks
        ?.request(`${underWayPrefix}${key} attended`, { ifAvailable: true }, async (lock) => !lock)
        .catch(() => false)) ?? false,
  };
}
