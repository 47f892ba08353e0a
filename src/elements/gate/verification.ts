import type { Action } from '../../core/gate/actions.js';
import type { NumberOrigin } from '../../core/regulated.js';

/** What `ensureVerified()` asks for; what is left out comes from the element's attributes. */
export interface EnsureVerifiedOptions extends NumberOrigin {
  /** What the person is about to do. */
  action?: Action;
  /** Stops waiting; the promise rejects with code `aborted`. */
  signal?: AbortSignal;
}

/** Why the person may go on. */
export interface Verification {
  /** `verified`: the host's server said so. `exempt`: this account or this number needs no verification. */
  status: 'verified' | 'exempt';
  account: string;
  inquiryId: string | null;
  /** ISO 8601 time, when the host's server tells it. */
  verifiedAt: string | null;
  /** Whether the person was asked just now. */
  prompted: boolean;
}
