import type { PurchaseAnswer, PurchaseStore } from './purchase-store.js';

interface Kept {
  orderHash: string;
  runs: number;
  runUntil: number;
  begunAt: number;
  answer?: PurchaseAnswer;
}

/** Purchases that are forgotten when the process ends: for tests and for trying things out. */
export function memoryPurchases(now: () => number = Date.now): PurchaseStore {
  const purchases = new Map<string, Kept>();
  const id = (account: string, key: string) => JSON.stringify([account, key]);
  /** The run that is under way, if it is this one. */
  const mine = (account: string, key: string, run: number) => {
    const kept = purchases.get(id(account, key));
    return kept?.runs === run && !kept.answer ? kept : undefined;
  };

  return {
    async find(account, key) {
      const kept = purchases.get(id(account, key));
      if (!kept) return null;
      const { orderHash, answer } = kept;
      return answer ? { state: 'answered', orderHash, answer } : { state: 'open', orderHash };
    },

    async begin(account, key, orderHash, seconds) {
      const old = purchases.get(id(account, key));
      if (old && (old.answer || old.runUntil >= now() || old.orderHash !== orderHash)) return null;
      const kept: Kept = {
        orderHash,
        runs: (old?.runs ?? 0) + 1,
        runUntil: now() + seconds * 1000,
        begunAt: old?.begunAt ?? now(),
      };
      purchases.set(id(account, key), kept);
      return kept.runs;
    },

    async extend(account, key, run, seconds) {
      const kept = mine(account, key, run);
      if (!kept || kept.runUntil <= now()) return false;
      kept.runUntil = now() + seconds * 1000;
      return true;
    },

    async abandon(account, key, run) {
      const kept = mine(account, key, run);
      if (kept) kept.runUntil = -Infinity;
    },

    async answer(account, key, run, answer) {
      const kept = mine(account, key, run);
      // A copy, as a database would keep it.
      if (kept) kept.answer = JSON.parse(JSON.stringify(answer)) as PurchaseAnswer;
      return kept !== undefined;
    },

    async prune(before) {
      for (const [one, { begunAt }] of purchases) if (begunAt < before.getTime()) purchases.delete(one);
    },
  };
}
