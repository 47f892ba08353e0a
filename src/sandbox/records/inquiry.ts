import type { Actor } from './actor.js';
import type { InquiryField } from './fields.js';
import { firstProgress, type Progress, type Step } from './flow.js';
import type { Verification } from './verification.js';

/** Persona's words for how far an inquiry is; `approved` and `declined` are final. */
export type InquiryStatus =
  | 'created'
  | 'pending'
  | 'completed'
  | 'failed'
  | 'expired'
  | 'needs_review'
  | 'approved'
  | 'declined';

/** What can happen to an inquiry as a whole. */
export type InquiryAction =
  | 'start'
  | 'complete'
  | 'fail'
  | 'expire'
  | 'resume'
  | 'approve'
  | 'decline'
  | 'mark-for-review';

/** One person's run through the flow; times are milliseconds since 1970, null when it has not happened. */
export interface Inquiry {
  id: string;
  status: InquiryStatus;
  templateId: string;
  templateVersionId: string;
  accountId: string | null;
  referenceId: string | null;
  note: string | null;
  tags: string[];
  fields: Record<string, InquiryField>;
  redirectUri: string | null;
  /** The theme its pages have in place of the template's. */
  themeSetId?: string | null;
  reviewerComment: string | null;
  /** Who decided: a person or a workflow. */
  reviewer?: Actor;
  createdAt: number;
  updatedAt: number;
  startedAt: number | null;
  expiresAt: number | null;
  completedAt: number | null;
  failedAt: number | null;
  markedForReviewAt: number | null;
  decisionedAt: number | null;
  expiredAt: number | null;
  redactedAt: number | null;
  /** The screen it begins with; `start` when left out. */
  firstStep?: Step;
  /** How long it stays open, in ms, after it was created, started or resumed. */
  lifetimes: { create: number; start: number; resume: number };
  progress: Progress;
  /** A screen of the step before the present one; missing at the first. */
  previousStep?: Step;
  verifications: Verification[];
  /** Whether the interruption its scenario asks for has happened. */
  interrupted?: true;
}

/** What a new inquiry may be given. */
export type InquiryDraft = Pick<Inquiry, 'templateId' | 'templateVersionId'> &
  Partial<
    Pick<Inquiry, 'accountId' | 'referenceId' | 'note' | 'tags' | 'fields' | 'redirectUri' | 'themeSetId' | 'lifetimes'>
  >;

/** An id nobody has given out. */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
}

/** An action the inquiry's status does not allow. */
export class LifecycleError extends Error {
  override name = 'LifecycleError';
}

const day = 24 * 60 * 60 * 1000;

/** Persona's default: open for a day after it was created, started or resumed. */
const defaultLifetimes = { create: day, start: day, resume: day };

interface Transition {
  from: InquiryStatus[];
  to: InquiryStatus;
  /** The webhook event; resuming has none. */
  event?: string;
  stamp?: 'startedAt' | 'completedAt' | 'failedAt' | 'expiredAt' | 'markedForReviewAt' | 'decisionedAt';
}

// https://docs.withpersona.com/model-lifecycle
const transitions: Record<InquiryAction, Transition> = {
  start: { from: ['created'], to: 'pending', event: 'inquiry.started', stamp: 'startedAt' },
  complete: { from: ['pending'], to: 'completed', event: 'inquiry.completed', stamp: 'completedAt' },
  fail: { from: ['pending'], to: 'failed', event: 'inquiry.failed', stamp: 'failedAt' },
  expire: { from: ['created', 'pending'], to: 'expired', event: 'inquiry.expired', stamp: 'expiredAt' },
  resume: { from: ['expired'], to: 'pending' },
  approve: {
    from: ['completed', 'failed', 'expired', 'needs_review'],
    to: 'approved',
    event: 'inquiry.approved',
    stamp: 'decisionedAt',
  },
  decline: {
    from: ['completed', 'failed', 'expired', 'needs_review'],
    to: 'declined',
    event: 'inquiry.declined',
    stamp: 'decisionedAt',
  },
  'mark-for-review': {
    from: ['completed', 'failed', 'expired'],
    to: 'needs_review',
    event: 'inquiry.marked-for-review',
    stamp: 'markedForReviewAt',
  },
};

/** A new inquiry with that id, in the status `created`, at its first screen. */
export function createInquiry(id: string, draft: InquiryDraft, now: number, firstStep: Step = 'start'): Inquiry {
  const lifetimes = draft.lifetimes ?? defaultLifetimes;
  return {
    accountId: null,
    referenceId: null,
    note: null,
    tags: [],
    fields: {},
    redirectUri: null,
    ...draft,
    lifetimes,
    id,
    status: 'created',
    reviewerComment: null,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    expiresAt: now + lifetimes.create,
    completedAt: null,
    failedAt: null,
    markedForReviewAt: null,
    decisionedAt: null,
    expiredAt: null,
    redactedAt: null,
    firstStep,
    progress: { ...firstProgress, step: firstStep },
    verifications: [],
  };
}

/**
 * The inquiry after `action` and the webhook event to send, if any; throws {@link LifecycleError} when the status does
 * not allow it.
 */
export function act(inquiry: Inquiry, action: InquiryAction, now: number): { inquiry: Inquiry; event?: string } {
  const { from, to, event, stamp } = transitions[action];
  if (inquiry.redactedAt !== null) throw new LifecycleError('Inquiry already redacted');
  if (!from.includes(inquiry.status)) {
    throw new LifecycleError(
      `An inquiry that is ${inquiry.status} does not allow "${action}"; it must be ${from.join(', ')}.`,
    );
  }
  const lifetime = action === 'start' ? inquiry.lifetimes.start : inquiry.lifetimes.resume;
  const next: Inquiry = {
    ...inquiry,
    status: to,
    updatedAt: now,
    expiresAt: to === 'pending' ? now + lifetime : inquiry.expiresAt,
  };
  if (stamp) next[stamp] = now;
  return { inquiry: next, event };
}

/** What the inquiry's status allows. */
export function allowedActions({ status }: Inquiry): InquiryAction[] {
  return (Object.keys(transitions) as InquiryAction[]).filter((action) => transitions[action].from.includes(status));
}

/** Whether the person can still do something in the flow. */
export function isOpen(inquiry: Inquiry): boolean {
  return inquiry.redactedAt === null && (inquiry.status === 'created' || inquiry.status === 'pending');
}
