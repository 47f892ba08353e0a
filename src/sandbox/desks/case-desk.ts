import { failedChecks } from '../records/decision-workflow.js';
import { type Inquiry, LifecycleError, NotFoundError } from '../records/inquiry.js';
import type { LogLine } from '../records/log-line.js';
import type { CaseStatus, ReviewCase } from '../records/review-case.js';
import { caseResource } from '../resources/case-resource.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';
import type { Webhooks } from './webhooks.js';

/** Opens a case for every inquiry that waits for a review, and closes it with the decision. */
export class CaseDesk {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #webhooks: Webhooks;
  readonly #log: (line: LogLine) => void;
  readonly #act: (inquiryId: string, action: 'approve' | 'decline') => void;

  constructor(options: {
    store: Store;
    clock: Clock;
    webhooks: Webhooks;
    log: (line: LogLine) => void;
    act: (inquiryId: string, action: 'approve' | 'decline') => void;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#webhooks = options.webhooks;
    this.#log = options.log;
    this.#act = options.act;
  }

  /** All cases, newest first. */
  all(): ReviewCase[] {
    return Object.values(this.#store.state.cases).reverse();
  }

  /** The case with this id; throws a NotFoundError. */
  get(id: string): ReviewCase {
    const found = this.#store.state.cases[id];
    if (!found) throw new NotFoundError(`There is no case "${id}".`);
    return found;
  }

  /** Does for an inquiry's case what its new status asks for; the caller saves the state. */
  follow(inquiry: Inquiry): void {
    const open = this.all().find((one) => one.inquiryId === inquiry.id && one.resolvedAt === null);
    if (inquiry.status === 'needs_review' && !open) this.#open(inquiry);
    if (open && (inquiry.status === 'approved' || inquiry.status === 'declined'))
      this.#change(open, inquiry.status === 'approved' ? 'Approved' : 'Declined');
  }

  /** Sets the status; a resolution approves or declines the inquiry. Throws a LifecycleError when the case is resolved already. */
  setStatus(id: string, status: CaseStatus): ReviewCase {
    const found = this.get(id);
    if (found.resolvedAt !== null) throw new LifecycleError(`The case is ${found.status} and takes no other status.`);
    if (status === 'Approved' || status === 'Declined')
      this.#act(found.inquiryId, status === 'Approved' ? 'approve' : 'decline');
    else this.#change(found, status);
    this.#store.save();
    return this.get(id);
  }

  #open(inquiry: Inquiry): void {
    const now = this.#clock.now();
    const tags = failedChecks(inquiry);
    const attempts = inquiry.verifications.filter(({ status }) => status === 'failed').length;
    const comment = attempts
      ? `${attempts === 1 ? 'One verification' : `${attempts} verifications`} failed${tags.length ? `: ${tags.join(', ')}` : ''}.`
      : 'Marked for review.';
    const opened: ReviewCase = {
      id: this.#store.ids.id('case'),
      status: 'Open',
      inquiryId: inquiry.id,
      accountId: inquiry.accountId,
      tags,
      comment,
      createdAt: now,
      updatedAt: now,
      resolvedAt: null,
    };
    this.#keep(opened, 'case.created');
  }

  #change(before: ReviewCase, status: CaseStatus): void {
    const now = this.#clock.now();
    const resolved = status === 'Approved' || status === 'Declined';
    this.#keep(
      { ...before, status, updatedAt: now, resolvedAt: resolved ? now : null },
      resolved ? 'case.resolved' : 'case.status-updated',
    );
  }

  #keep(next: ReviewCase, event: string): void {
    const { state } = this.#store;
    state.cases[next.id] = next;
    this.#webhooks.send(event, caseResource(next, state.caseTemplateId));
    this.#log({ kind: 'case', at: next.updatedAt, id: next.id, status: next.status, about: next.inquiryId });
  }
}
