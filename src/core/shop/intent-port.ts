import type { KeptIntent } from './purchase.js';

/**
 * Where intents are kept for as long as they are not settled, and how the tabs of this site agree on who acts. Never
 * throws.
 */
export interface IntentPort {
  /** A new order's own id. */
  newId(): string;
  /** A new idempotency key. */
  newKey(): string;
  /** The account's intents, the latest first; settled ones too, for a day. */
  list(account: string): KeptIntent[];
  read(idempotencyKey: string): KeptIntent | undefined;
  keep(intent: KeptIntent): void;
  /** Tells the other tabs that this intent has ended. */
  tell(idempotencyKey: string): void;
  /** Hears that another tab has ended an intent. */
  listen(heard: (idempotencyKey: string) => void): () => void;
  /** Runs the work while no other tab runs any for this intent. */
  alone(idempotencyKey: string, work: () => Promise<void>): Promise<void>;
  /** Lets the other tabs know that this one is at it, until the signal aborts. */
  attend(idempotencyKey: string, signal: AbortSignal): void;
  /** Whether some tab is at it. */
  isAttended(idempotencyKey: string): Promise<boolean>;
}
