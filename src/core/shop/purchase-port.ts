import type { HostOrder, HostOrders } from './host-order.js';
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
  /** Calls back when the person has handed in what the gate asks for, and the answer is awaited, until the abort. */
  whenSubmitted(signal: AbortSignal, submitted: () => void): void;
  /**
   * The account's orders as its host knows them, `anew` not from a moment ago; undefined where the host tells none.
   * Never throws.
   */
  readOrders(account: string, anew?: boolean): Promise<HostOrders | undefined>;
  /** Cancels an order that the host keeps; undefined when it is too late, or nobody knows. Never throws. */
  cancelOrder(account: string, id: string): Promise<HostOrder | undefined>;
  /** Buys once per key; rejects with a code, or without one when the outcome is not known. */
  buy(intent: Intent): Promise<PurchaseAnswer>;
}
