import type { Action } from '../../core/gate/actions.js';
import type { GateStatus } from '../../core/gate/gate.js';
import type { PurchaseStatus } from '../../core/shop/purchase.js';
import type { LcDeclinedEvent, LcDismissedEvent, LcReviewEvent, LcStepEvent } from './dialog/dialog-events.js';
import type { LcFailedEvent } from './first/failed-event.js';
import { LcEvent } from './first/lc-event.js';
import type { LcPurchasedEvent } from './shop/purchased-event.js';
import type { LcQueryChangeEvent } from './shop/query-change-event.js';

export * from './dialog/dialog-events.js';
export * from './first/failed-event.js';

/** Who was verified, for what, and since when. */
export interface VerifiedDetail {
  /** The account as the `account` attribute gives it. */
  account: string;
  /** The action the gate guards. */
  action: Action;
  /** Persona's id of the inquiry, when the host's server tells it. */
  inquiryId: string | null;
  /** ISO 8601 time of the verification, when the host's server tells it. */
  verifiedAt: string | null;
  /** Whether the person was asked just now; `false` for an account that was verified before. */
  prompted: boolean;
}

/** The host's server has said that the account is verified. Fired once per page and account. */
export class LcVerifiedEvent extends LcEvent<VerifiedDetail> {
  static readonly type = 'verified';
  constructor(detail: VerifiedDetail) {
    super(LcVerifiedEvent.type, detail);
  }
}

/** The element's status has changed. */
export class LcStateChangeEvent<Status extends string = GateStatus | PurchaseStatus> extends LcEvent<{
  status: Status;
  previous: Status;
}> {
  static readonly type = 'statechange';
  constructor(detail: { status: Status; previous: Status }) {
    super(LcStateChangeEvent.type, detail);
  }
}

/** Events of `<lc-identity-gate>` by name, for typed listeners. */
export interface LcIdentityGateEventMap extends HTMLElementEventMap {
  verified: LcVerifiedEvent;
  review: LcReviewEvent;
  declined: LcDeclinedEvent;
  dismissed: LcDismissedEvent;
  failed: LcFailedEvent;
  step: LcStepEvent;
  statechange: LcStateChangeEvent<GateStatus>;
}

/** Events of `<lc-number-purchase>` by name, for typed listeners. */
export interface LcNumberPurchaseEventMap extends HTMLElementEventMap {
  verified: LcVerifiedEvent;
  review: LcReviewEvent;
  declined: LcDeclinedEvent;
  dismissed: LcDismissedEvent;
  step: LcStepEvent;
  failed: LcFailedEvent;
  statechange: LcStateChangeEvent<PurchaseStatus>;
  purchased: LcPurchasedEvent;
  querychange: LcQueryChangeEvent;
}
