import { type Actor, someUser } from '../records/actor.js';
import { allowedActions, type InquiryAction } from '../records/inquiry.js';
import type { ReviewCase } from '../records/review-case.js';
import type { Store } from '../state/store.js';
import type { CaseDesk } from './case-desk.js';
import type { InquiryDesk } from './inquiry-desk.js';

/** How a resolution decides the inquiries of a case; any other leaves them as they are. */
const decisionBy: Record<string, InquiryAction> = { Approved: 'approve', Declined: 'decline' };

/** Where a person ends a review: deciding about the inquiry resolves its case, and so does the other way round. */
export class ReviewDesk {
  readonly #cases: CaseDesk;
  readonly #inquiries: InquiryDesk;
  readonly #store: Store;

  constructor({ cases, inquiries, store }: { cases: CaseDesk; inquiries: InquiryDesk; store: Store }) {
    this.#cases = cases;
    this.#inquiries = inquiries;
    this.#store = store;
  }

  /**
   * Sets the status of a case, with a comment if there is one; `Approved` and `Declined` decide those of its inquiries
   * that can still be decided. Throws a CaseError for a status the case template does not have, a LifecycleError for a
   * case that is resolved already.
   */
  setStatus(id: string, status: string, { comment, by = someUser }: { comment?: string; by?: Actor } = {}): ReviewCase {
    const { objects } = this.#cases.setStatus(id, status, by);
    if (comment) this.#cases.comment(id, comment, by);
    const decision = decisionBy[status];
    for (const inquiryId of decision ? objects.inquiries : []) {
      const inquiry = this.#inquiries.get(inquiryId);
      if (inquiry.redactedAt === null && allowedActions(inquiry).includes(decision!))
        this.#inquiries.act(inquiryId, decision!, { by, comment });
    }
    this.#store.save();
    return this.#cases.get(id);
  }
}
