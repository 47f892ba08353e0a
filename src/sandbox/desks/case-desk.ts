import { type Inquiry, LifecycleError, NotFoundError } from '../records/inquiry.js';
import { type CaseStatus, caseAt, isResolution, openedCase, type ReviewCase } from '../records/review-case.js';
import { caseResource } from '../resources/case-resource.js';
import type { DeskParts } from './desk-parts.js';
import type { Webhooks } from './webhooks.js';

/** Opens a case for every inquiry that waits for a review, and closes it with the decision. */
export class CaseDesk {
  readonly #parts: DeskParts & { webhooks: Webhooks };

  constructor(parts: DeskParts & { webhooks: Webhooks }) {
    this.#parts = parts;
  }

  /** All cases, newest first. */
  all(): ReviewCase[] {
    return this.#parts.store.cases.newestFirst();
  }

  /** The case with this id; throws a NotFoundError. */
  get(id: string): ReviewCase {
    const found = this.#parts.store.cases.get(id);
    if (!found) throw new NotFoundError(`There is no case "${id}".`);
    return found;
  }

  /** The case with this id while it is not resolved; throws a LifecycleError once it is. */
  getOpen(id: string): ReviewCase {
    const found = this.get(id);
    if (found.resolvedAt !== null) throw new LifecycleError(`The case is ${found.status} and takes no other status.`);
    return found;
  }

  /** Does for an inquiry's case what its new status asks for; the caller saves the state. */
  follow(inquiry: Inquiry): void {
    const { store, clock } = this.#parts;
    const open = store.cases.by('inquiry', inquiry.id).find(({ resolvedAt }) => resolvedAt === null);
    if (inquiry.status === 'needs_review' && !open)
      this.#keep(openedCase(store.ids.id('case'), inquiry, clock.now()), 'case.created');
    if (open && inquiry.status === 'approved') this.#change(open, 'Approved');
    if (open && inquiry.status === 'declined') this.#change(open, 'Declined');
  }

  /** Sets the status without a word to the inquiry. */
  setStatus(id: string, status: CaseStatus): void {
    this.#change(this.get(id), status);
    this.#parts.store.save();
  }

  #change(before: ReviewCase, status: CaseStatus): void {
    const event = isResolution(status) ? 'case.resolved' : 'case.status-updated';
    this.#keep(caseAt(before, status, this.#parts.clock.now()), event);
  }

  #keep(next: ReviewCase, event: string): void {
    const { store, webhooks, log } = this.#parts;
    store.cases.put(next.id, next);
    webhooks.send(event, caseResource(next, store.state.caseTemplateId));
    log({ kind: 'case', at: next.updatedAt, id: next.id, status: next.status, about: next.inquiryId });
  }
}
