import type { LcErrorCode } from '../errors.js';
import { fitOrders, type HostOrder } from './host-order.js';
import type { OrderedNumber, Receipt } from './order.js';
import type { KeptIntent } from './purchase-state.js';
import { isKeptAs, isOpen } from './same-order.js';

/** What is known of an order, by this browser or by the account's host. */
export interface KnownOrder {
  /** The order's own id; empty for one that an earlier version has kept. */
  id: string;
  /**
   * `waiting` for the person or their verification, `buying`, `done`, `failed`, `cancelled` by the person, or `expired`
   * when the host has waited long enough.
   */
  status: 'waiting' | 'buying' | 'done' | 'failed' | 'expired' | 'cancelled';
  numbers: OrderedNumber[];
  /** Present when the numbers form a pool, and the host tells the order. */
  pool?: { name: string };
  /** What became of each number, once that is known. */
  receipt?: Receipt;
  /** Until when the host waits for the approval, to buy it then by itself; an ISO 8601 time. */
  finishBy?: string | undefined;
  /** Why it failed, where the host tells. */
  code?: LcErrorCode;
}

/** What a refusal is called in the list, where that is not "failed". */
const refusals: Partial<Record<LcErrorCode, KnownOrder['status']>> = {
  order_cancelled: 'cancelled',
  order_expired: 'expired',
};

/** An order as it was kept, without what only its shop needs. */
export function knownFrom({ id = '', order, sent, held, outcome }: KeptIntent): KnownOrder {
  const { numbers } = order;
  switch (outcome?.type) {
    case 'answered': {
      const { answer } = outcome;
      const isBought = answer.numbers.some(({ status }) => status === 'purchased');
      const receipt = { numbers: answer.numbers };
      return { id: answer.order?.id ?? id, status: isBought ? 'done' : 'failed', numbers, receipt };
    }
    case 'refused':
      return { id, status: refusals[outcome.code] ?? 'failed', numbers };
    case 'ended':
      return { id, status: 'cancelled', numbers };
    case undefined:
      return { id, status: sent ? 'buying' : 'waiting', numbers, ...(held?.finishBy && { finishBy: held.finishBy }) };
  }
}

const hasCome = (outcome: KeptIntent['outcome']): boolean => Boolean(outcome) && outcome?.type !== 'ended';

/** All that is known of an account's orders: what only the browser knows, then what its hosts have `told`. */
export function knownOrdersOf(kept: readonly KeptIntent[], told: readonly unknown[]): KnownOrder[] {
  const hosted = told.flatMap((answer): HostOrder[] => {
    try {
      return fitOrders(answer).orders;
    } catch {
      return []; // whoever asked has said on the console what does not fit
    }
  });
  const known = kept.map((intent) => knownFrom(intent));
  const isListed = (at: number, order: HostOrder) => order.id === known[at]!.id || isKeptAs(kept[at]!, order);
  // What this browser has seen the end of is not open because the host's list is of before.
  const current = hosted.filter(
    (order) => !isOpen(order) || !kept.some(({ outcome }, at) => hasCome(outcome) && isListed(at, order)),
  );
  return [...known.filter((_, at) => !current.some((order) => isListed(at, order))), ...current];
}
