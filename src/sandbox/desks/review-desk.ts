import type { CaseStatus, ReviewCase } from '../records/review-case.js';
import type { CaseDesk } from './case-desk.js';
import type { InquiryDesk } from './inquiry-desk.js';

/** Where a person ends a review: deciding about the inquiry resolves its case, and so does the other way round. */
export class ReviewDesk {
  readonly #cases: CaseDesk;
  readonly #inquiries: InquiryDesk;

  constructor({ cases, inquiries }: { cases: CaseDesk; inquiries: InquiryDesk }) {
    this.#cases = cases;
    this.#inquiries = inquiries;
  }

  /**
   * Sets the status of a case; a resolution approves or declines the inquiry, which the case follows. Throws a
   * LifecycleError when the case is resolved already.
   */
  setStatus(id: string, status: CaseStatus): ReviewCase {
    const { inquiryId } = this.#cases.getOpen(id);
    if (status === 'Approved') this.#inquiries.act(inquiryId, 'approve');
    else if (status === 'Declined') this.#inquiries.act(inquiryId, 'decline');
    else this.#cases.setStatus(id, status);
    return this.#cases.get(id);
  }
}
