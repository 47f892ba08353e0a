import type { Action } from '../../../core/gate/actions.js';
import type { Step } from '../../../core/gate/steps.js';
import { LcEvent } from '../first/lc-event.js';

/** Which account and action an outcome belongs to. */
export interface OutcomeDetail {
  account: string;
  action: Action;
}

/** A person reviews the identity; the answer comes later, without a refresh. */
export class LcReviewEvent extends LcEvent<OutcomeDetail> {
  static readonly type = 'review';
  constructor(detail: OutcomeDetail) {
    super(LcReviewEvent.type, detail);
  }
}

/** The identity was declined, or no attempts are left. */
export class LcDeclinedEvent extends LcEvent<OutcomeDetail> {
  static readonly type = 'declined';
  constructor(detail: OutcomeDetail) {
    super(LcDeclinedEvent.type, detail);
  }
}

/** The person closed the dialog without being verified. */
export class LcDismissedEvent extends LcEvent<OutcomeDetail> {
  static readonly type = 'dismissed';
  constructor(detail: OutcomeDetail) {
    super(LcDismissedEvent.type, detail);
  }
}

/** The person has reached a step of the verification, on whatever device: `phone`, `id`, `selfie` or `result`. */
export class LcStepEvent extends LcEvent<{ step: Step | 'result' }> {
  static readonly type = 'step';
  constructor(detail: { step: Step | 'result' }) {
    super(LcStepEvent.type, detail);
  }
}
