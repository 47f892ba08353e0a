/** Where an order stands. `waiting`: for the account's approval; `buying`: begun, and to be brought to its end. */
export type OrderStatus = 'waiting' | 'buying' | 'done' | 'failed' | 'expired' | 'cancelled';

/** A number of an order, in the words of the carrier where it has any for it. */
export interface OrderedNumber {
  /** E.164. */
  phoneNumber: string;
  countryCode?: string | undefined;
  numberType?: string | undefined;
  locality?: string | null | undefined;
  region?: string | null | undefined;
}

/** What became of one number. */
export interface NumberOutcome {
  phoneNumber: string;
  status: 'purchased' | 'failed';
  code?: string | undefined;
}

/** An order as it is kept. It belongs to its account. */
export interface KeptOrder {
  /** The order's own, never its key. */
  id: string;
  account: string;
  /** Whose verification counts for the account. */
  subject: string;
  /** The page's idempotency key, under which page and host buy. A secret of the two. */
  key: string;
  orderHash: string;
  /** The order as it was sent. */
  request: unknown;
  numbers: OrderedNumber[];
  pool: { name: string } | null;
  /** What it is about beside its numbers, by the carrier's word of the time it came in. */
  about: { amount?: number; currency?: string };
  status: OrderStatus;
  /** Until when the host buys by itself. */
  finishBy: Date | null;
  /** What became of each number, once it is `done` or `failed`. */
  receipt: NumberOutcome[] | null;
  /** Why it failed. */
  code: string | null;
  /** How often it was begun. */
  tries: number;
  /** When it was begun for the first time. */
  begunAt: Date | null;
  createdAt: Date;
}

/** An order that comes in. */
export type NewOrder = Pick<
  KeptOrder,
  'id' | 'account' | 'subject' | 'key' | 'orderHash' | 'request' | 'numbers' | 'pool' | 'about' | 'finishBy'
>;

/** One number on its way: `trying` may have been bought, nobody knows. */
export interface KeptSale {
  phoneNumber: string;
  state: 'trying' | 'purchased' | 'failed';
  code: string | null;
  /** When it was last sent to the carrier. */
  triedAt: Date;
}

/** How an order ended. */
export interface OrderEnd {
  status: 'done' | 'failed';
  receipt: NumberOutcome[];
  code: string | null;
}

/** Where orders and the sales of their numbers are kept. Times are the caller's. */
export interface OrderStore {
  /** The order of an account's key, or null. */
  byKey(account: string, key: string): Promise<KeptOrder | null>;
  /** An order, or null. */
  byId(id: string): Promise<KeptOrder | null>;
  /** The account's orders, the newest first. */
  list(account: string): Promise<KeptOrder[]>;
  /**
   * Keeps an order that waits for an approval, unless it is there already, or the account has `most` that wait or five
   * times as many in a day that came to nothing; the order that is kept then, which may be another one of that key, or
   * null.
   */
  wait(order: NewOrder, most: number, now: Date): Promise<KeptOrder | null>;
  /**
   * An order begins, or goes on; null when it has ended, or when its key stands for another one. `again` is when it is
   * looked at should this run die.
   */
  begin(order: NewOrder, again: Date, now: Date): Promise<KeptOrder | null>;
  /** When the host is to look at an order next. */
  lookAgain(id: string, at: Date): Promise<void>;
  /** Ends an order that was being bought; false when it had ended already. */
  end(id: string, end: OrderEnd, now: Date): Promise<boolean>;
  /** Cancels an order that waits; false when it waits no more. */
  cancel(id: string, now: Date): Promise<boolean>;
  /** Ends the orders whose time to be finished is over. */
  expire(now: Date): Promise<void>;
  /** Orders under way that are to be looked at, those of a subject all of them; the oldest first. */
  due(now: Date, subject?: string): Promise<KeptOrder[]>;
  /** What is known of the order's numbers at the carrier. */
  sales(id: string): Promise<KeptSale[]>;
  /**
   * Notes that a number is about to be sent to the carrier. False when another order holds it: one that is at it, or
   * that has bought it.
   */
  claim(id: string, phoneNumber: string, now: Date): Promise<boolean>;
  /** Lets go of a number that was bought before that time, because its buyer has given it back to the carrier. */
  letGo(phoneNumber: string, before: Date): Promise<void>;
  /**
   * Notes what became of a number, and gives what is noted: the first outcome stays. One that failed is free for other
   * orders.
   */
  settle(id: string, outcome: NumberOutcome, now: Date): Promise<NumberOutcome>;
  /** Deletes orders that ended before that time. */
  prune(before: Date): Promise<void>;
}
