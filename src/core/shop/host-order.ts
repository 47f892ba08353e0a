import { amount, fit, maybe, misfit, object, string, text } from '../contract/fit.js';
import { hostCode } from '../contract/host-code.js';
import type { LcError, LcErrorCode } from '../errors.js';
import { fitNumbers, fitPurchase, type HeldOrder, heldOrder } from './number-contracts.js';
import type { OrderedNumber, Receipt } from './order.js';
import { toOrdered } from './ordered-number.js';

/** An order as the account's host knows it. */
export interface HostOrder extends HeldOrder {
  status: 'waiting' | 'buying' | 'done' | 'failed' | 'expired' | 'cancelled';
  numbers: OrderedNumber[];
  pool?: { name: string };
  receipt?: Receipt;
  /** Why it failed. */
  code?: LcErrorCode;
}

/** Answer of the orders endpoint. */
export interface HostOrders {
  /** The latest first. */
  orders: HostOrder[];
  /** For how many seconds the host keeps an order until the account is approved; 0 when it does not. */
  finish: number;
  /** Some orders were left out, because they do not fit. */
  isPartial?: boolean;
}

const source = 'The orders endpoint';
const statuses: readonly unknown[] = ['waiting', 'buying', 'done', 'failed', 'expired', 'cancelled'];
const orderContract = object({ id: string, status: string, code: text, pool: maybe(object({ name: string })) });
const listContract = object({ finish: amount });

/**
 * One order, checked.
 * @throws {LcError} `invalid_answer` naming the first path that does not fit.
 */
export function fitOrder(value: unknown): HostOrder {
  const { status, code, pool } = fit(orderContract, value, source);
  const { numbers: listed, receipt } = value as { numbers: { countryCode?: unknown }[]; receipt?: unknown };
  const numbers = fitNumbers({ numbers: listed }, source).numbers.map((number, at) =>
    toOrdered(number, String(listed[at]?.countryCode ?? '')),
  );
  const reason = hostCode(code);
  return {
    ...(heldOrder(value) as HeldOrder),
    status: status as HostOrder['status'],
    numbers,
    ...(pool && { pool }),
    ...(receipt ? { receipt: { numbers: fitPurchase(receipt, source, numbers).numbers } } : {}),
    ...(reason && { code: reason }),
  };
}

/**
 * The host's orders, checked; one with a status that we do not know is left out, and so is one that does not fit, which
 * `leftOut` hears of.
 * @throws {LcError} `invalid_answer` when it is no list.
 */
export function fitOrders(value: unknown, leftOut: (error: LcError) => void = () => {}): HostOrders {
  const { orders } = (value ?? {}) as { orders?: unknown };
  if (!Array.isArray(orders)) throw misfit(source, 'orders', 'is not an array');
  const { finish } = fit(listContract, value, source);
  const known = orders.flatMap((order: unknown) => {
    try {
      const fitting = fitOrder(order);
      return statuses.includes(fitting.status) ? [fitting] : [];
    } catch (error) {
      leftOut(error as LcError);
      return [];
    }
  });
  return {
    orders: known,
    finish: finish ?? 0,
    ...(known.length < orders.length && { isPartial: true }),
  };
}
