import { type HostProblemCode, problemBody } from '../problem.js';
import type { KeptOrder, NumberOutcome, OrderEnd, OrderedNumber, OrderStatus } from '../stores/kept-order.js';
import type { PurchaseAnswer } from '../stores/purchase-store.js';

const refused: Partial<Record<string, [status: number, code: HostProblemCode, detail: string]>> = {
  number_unavailable: [409, 'number_unavailable', 'Somebody else has bought this. Choose other numbers.'],
  payment_required: [402, 'payment_required', 'The account’s balance or card does not cover it.'],
  plan_limit: [403, 'plan_limit', 'The account’s plan allows no more numbers.'],
  address_required: [422, 'address_required', 'These numbers need an address that the account does not have yet.'],
  bundle_required: [422, 'bundle_required', 'These numbers need documents that the account does not have yet.'],
};

/** How an order ended, by what became of its numbers. */
export function endOf(receipt: NumberOutcome[]): OrderEnd {
  const isDone = receipt.some(({ status }) => status === 'purchased');
  return { status: isDone ? 'done' : 'failed', receipt, code: isDone ? null : (receipt[0]?.code ?? 'purchase_failed') };
}

/** What the purchase endpoint answers about an order that has ended; undefined for one that is under way. */
export function answerTo({ id, status, receipt, code }: KeptOrder): PurchaseAnswer | undefined {
  const order = { id };
  switch (status) {
    case 'done':
      return { status: 201, body: { numbers: receipt, order } };
    case 'failed': {
      const [http, name, detail] = refused[code ?? ''] ?? [422, 'purchase_failed' as const, 'Nothing was bought.'];
      return problemAnswer(http, name, detail, { numbers: receipt, order });
    }
    case 'cancelled':
      return problemAnswer(409, 'order_cancelled', 'This order was cancelled. Nothing was bought.', { order });
    case 'expired':
      return problemAnswer(409, 'order_expired', 'This order waited for too long. Nothing was bought.', { order });
    case 'waiting':
    case 'buying':
      return undefined;
  }
}

function problemAnswer(status: number, code: HostProblemCode, detail: string, more: object): PurchaseAnswer {
  return { status, body: { ...problemBody(status, code, detail), ...more } };
}

/** An order as pages and `onEvent` see it: without its key. */
export interface OrderAnswer {
  /** The order's own, never its key. */
  id: string;
  status: OrderStatus;
  numbers: OrderedNumber[];
  /** When its numbers form a pool. */
  pool?: { name: string };
  /** What became of each number, once it is over. */
  receipt?: { numbers: NumberOutcome[] };
  /** ISO 8601: until when it waits. */
  finishBy?: string;
  /** Why it failed, as one of the shop's codes. */
  code?: string;
  /** ISO 8601. */
  createdAt: string;
}

/** The order without what is nobody's business. */
export function shown({ id, status, numbers, pool, receipt, finishBy, code, createdAt }: KeptOrder): OrderAnswer {
  return {
    id,
    status,
    numbers,
    ...(pool && { pool }),
    ...(receipt && { receipt: { numbers: receipt } }),
    ...(finishBy && { finishBy: finishBy.toISOString() }),
    ...(code && { code }),
    createdAt: createdAt.toISOString(),
  };
}
