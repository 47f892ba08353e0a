import { expect } from 'vitest';
import type { CarrierContext, SaleContext } from '../../../src/host/carriers/carrier.js';

/** For whom a carrier is asked. */
export const asker = (over: Partial<CarrierContext> = {}): CarrierContext => ({
  account: 'acc',
  signal: new AbortController().signal,
  ...over,
});

/** A sale under a lease that holds. */
export const sale = (over: Partial<SaleContext> = {}): SaleContext => ({
  account: 'acc',
  signal: new AbortController().signal,
  idempotencyKey: 'order-1-number-1',
  stillMine: async () => ({ left: () => 20_000 }),
  ...over,
});

/** What a promise rejects with. */
export async function failure<T extends Error>(promise: Promise<unknown>): Promise<T> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return error as T;
}
