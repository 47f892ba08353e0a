import type { OrderedNumber, Receipt } from './order.js';
import type { KeptIntent } from './purchase.js';

/** What a browser knows of an order. */
export interface KnownOrder {
  /** The order's own id; empty for one that an earlier version has kept. */
  id: string;
  /** `waiting` for the person or their verification, `buying`, `done`, `failed`, or `cancelled` by the person. */
  status: 'waiting' | 'buying' | 'done' | 'failed' | 'cancelled';
  numbers: OrderedNumber[];
  /** What became of each number, once that is known. */
  receipt?: Receipt;
}

/** An order as it was kept, without what only its shop needs. */
export function knownFrom({ id = '', order, sent, outcome }: KeptIntent): KnownOrder {
  const { numbers } = order;
  switch (outcome?.type) {
    case 'answered': {
      const isBought = outcome.answer.numbers.some(({ status }) => status === 'purchased');
      return { id, status: isBought ? 'done' : 'failed', numbers, receipt: { numbers: outcome.answer.numbers } };
    }
    case 'refused':
      return { id, status: 'failed', numbers };
    case 'ended':
      return { id, status: 'cancelled', numbers };
    case undefined:
      return { id, status: sent ? 'buying' : 'waiting', numbers };
  }
}
