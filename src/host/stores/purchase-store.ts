/** An answer of your purchase route: its HTTP status and its JSON. */
export interface PurchaseAnswer {
  status: number;
  body: unknown;
}

/** What is kept under an account's key. */
export type KeptPurchase =
  | { state: 'answered'; orderHash: string; answer: PurchaseAnswer }
  /** Somebody runs it, or began and never ended. */
  | { state: 'open'; orderHash: string };

/**
 * Where purchases are kept, so that each runs once. `sqlPurchases` is the implementation to use. Keys belong to their
 * account. The number of a run is its fencing token: each run has a higher one, and what an overtaken run says counts
 * for nothing.
 */
export interface PurchaseStore {
  /** What is kept under the key, or null. */
  find(account: string, key: string): Promise<KeptPurchase | null>;
  /**
   * Takes the purchase for `seconds`: the number of the run, 1 for the first, for exactly one caller. Null when it is
   * answered, when its present run lasts, or when it was another order.
   */
  begin(account: string, key: string, orderHash: string, seconds: number): Promise<number | null>;
  /**
   * Makes a run last `seconds` from now. False, and nothing is changed, when it had ended by then, when another run has
   * begun, or when there is an answer: decided in one step, by the store's own clock.
   */
  extend(account: string, key: string, run: number, seconds: number): Promise<boolean>;
  /** Ends a run without an answer; another may begin. */
  abandon(account: string, key: string, run: number): Promise<void>;
  /** Keeps the answer of a run; false, and nothing is kept, when there is one or when another run has begun. */
  answer(account: string, key: string, run: number, answer: PurchaseAnswer): Promise<boolean>;
  /** Deletes what was begun before that time; a repeat of its key would run again. */
  prune(before: Date): Promise<void>;
}
