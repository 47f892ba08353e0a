import type { PurchaseAnswer } from './number-contracts.js';
import type { Intent, Order } from './purchase.js';

/** The gate in front of a purchase, and whoever sells. */
export interface PurchasePort {
  /**
   * Resolves when the account may buy this order. `refused`: the host's server has just said that it may not.
   * @throws {LcError} why the person may not pass.
   */
  pass(order: Order, refused: boolean): Promise<unknown>;
  /** Calls back when the account is verified later, after the person has left a review, until the signal aborts. */
  whenVerified(signal: AbortSignal, verified: () => void): void;
  /** Buys once per key; rejects with a code, or without one when the outcome is not known. */
  buy(intent: Intent): Promise<PurchaseAnswer>;
}
