import type { LcErrorCode } from '../../../core/errors.js';
import { LcEvent } from './lc-event.js';

/** Something is in the way; the screen offers a way on. One failure is one event. */
export class LcFailedEvent extends LcEvent<{ code: LcErrorCode }> {
  static readonly type = 'failed';
  constructor(detail: { code: LcErrorCode }) {
    super(LcFailedEvent.type, detail);
  }
}
