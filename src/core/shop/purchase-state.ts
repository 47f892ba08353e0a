import type { LcErrorCode } from '../errors.js';
import type { HostOrder } from './host-order.js';
import type { HeldOrder, PurchaseAnswer } from './number-contracts.js';
import type { Draft, Intent, Receipt } from './order.js';

/** An intent as it is kept across reloads and tabs. */
export interface KeptIntent extends Intent {
  /** The person has left a review. */
  parked: boolean;
  /** It was sent, so it may have been bought. */
  sent: boolean;
  /** The host keeps it until the account is approved. */
  held?: HeldOrder | undefined;
  /** False when it ended where nobody could see it: how, is shown once when the person is back. */
  seen?: boolean | undefined;
  /** How it ended, once it has. */
  outcome?: PurchaseOutcome | undefined;
}

/** How an intent may end; `ended`: the person wants it no more. */
export type PurchaseOutcome =
  | { type: 'answered'; answer: PurchaseAnswer }
  /**
   * `sent`: another request with this key may have been carried out. `held`: refused until the account is approved, and
   * kept for then.
   */
  | { type: 'refused'; code: LcErrorCode; sent?: boolean | undefined; held?: HeldOrder | undefined }
  | { type: 'ended' };

export type PurchaseState =
  /** Choosing; `notice` says why a purchase came back here, `replacing` which pool still wants how many numbers. */
  | {
      status: 'browsing';
      notice?: { code: LcErrorCode; draft: Draft };
      replacing?: { pool: { name: string }; count: number };
    }
  | { status: 'reviewing'; draft: Draft; notice?: LcErrorCode }
  /**
   * Waiting for the gate. `refused`: the server has refused this intent once. `parked`: the person has left a review.
   * `sent`: it may have been bought. `held`: the host keeps it for the time the person leaves.
   */
  | { status: 'gating'; intent: Intent; refused: boolean; parked: boolean; sent: boolean; held?: HeldOrder }
  /**
   * The host keeps it and buys it as soon as the account is approved, whoever looks. `isBuying`: it is at it now.
   * `isStuck`: cancelling did not work. `refused`: the server has refused it although the gate let it pass.
   */
  | { status: 'waiting'; intent: Intent; held: HeldOrder; refused: boolean; isBuying: boolean; isStuck: boolean }
  /** So much time has passed that the person is asked whether they still want it. */
  | { status: 'asking'; intent: Intent; sent: boolean }
  | { status: 'purchasing'; intent: Intent; refused: boolean; sent: boolean }
  /**
   * The answer was lost: repeating with the same key until there is one. `code`: why the last repeat told nothing.
   * `slow`: it has lasted longer than it usually does.
   */
  | { status: 'unconfirmed'; intent: Intent; refused: boolean; code?: LcErrorCode; slow?: boolean }
  | { status: 'purchased'; intent: Intent; receipt: Receipt }
  | { status: 'failed'; intent: Intent; code: LcErrorCode };

export type PurchaseStatus = PurchaseState['status'];

export type PurchaseEvent =
  | { type: 'choose'; draft: Draft }
  /**
   * The person confirms the order, or wants it again: a new intent with its own key, except after `asking`, which goes
   * on with its own. `sent`: another tab has sent an intent with this key. `mayWait`: as in an intent.
   */
  | { type: 'confirm'; id: string; idempotencyKey: string; now: number; sent?: boolean; mayWait?: boolean }
  /**
   * An intent of an earlier visit goes on. `listed`: how the host lists it now, `gone` when it lists its orders without
   * this one; undefined when it has told nothing.
   */
  | { type: 'resumed'; kept: KeptIntent; now: number; listed?: HostOrder['status'] | 'gone' | undefined }
  | { type: 'passed'; now: number }
  | { type: 'left'; code: LcErrorCode; now: number }
  | PurchaseOutcome
  /** The host, asked to keep the order until the approval, does. */
  | { type: 'kept'; held: HeldOrder }
  /** The host was asked to keep the order, and nobody knows what it made of that. */
  | { type: 'unheard' }
  /** Where the order that the host keeps stands now. */
  | { type: 'standing'; held: HeldOrder; isBuying: boolean }
  /** It is to be cancelled; `isStuck`: that did not work. */
  | { type: 'cancelling'; isStuck: boolean }
  /** No answer, or one that tells nothing. */
  | { type: 'lost' }
  /** Being unconfirmed has lasted longer than it usually does. */
  | { type: 'waited' }
  /** Replacements for what a pool did not get. */
  | { type: 'replace' }
  | { type: 'back' }
  | { type: 'reset' };
