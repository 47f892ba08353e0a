/** What may happen to the process that is the first to run a purchase. */
export type Mishap =
  | 'stopped before asking'
  | 'stopped while asking'
  | 'stopped after asking'
  | 'killed after the sale';

/** What a buyer is told when it starts. */
export interface BuyerOrders {
  url: string;
  driver: 'pg' | 'postgres';
  /** The carrier's port. */
  carrier: number;
  /** Seconds. */
  lease: number;
  /** Milliseconds by which its clock is off. */
  offset: number;
  /** Whether its clock jumps by a day now and then. */
  jumps: boolean;
  /** Whether it asks before it sells. */
  fenced: boolean;
  /** Migrations of an older version, which it runs instead of ours. */
  previous?: string;
  /** By key. */
  mishaps: Record<string, Mishap>;
}

/** What a buyer says, line by line. */
export type BuyerWord =
  | { key: string; status: number; body: string; tries: number }
  | { mishap: Mishap; key: string }
  | { fenced: string };
