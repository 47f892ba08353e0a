import { failedChecks } from './decision-workflow.js';
import type { Inquiry } from './inquiry.js';

/** Persona's words for how far a review is; `Approved` and `Declined` resolve it. */
export type CaseStatus = 'Open' | 'Pending' | 'Approved' | 'Declined';

/** Something a person has to look at. */
export interface ReviewCase {
  id: string;
  status: CaseStatus;
  inquiryId: string;
  accountId: string | null;
  /** Names of the checks that failed. */
  tags: string[];
  /** Why it was opened. */
  comment: string;
  createdAt: number;
  updatedAt: number;
  resolvedAt: number | null;
}

/** Whether a status ends the review. */
export const isResolution = (status: CaseStatus): boolean => status === 'Approved' || status === 'Declined';

/** A new case about an inquiry, with what has led to it. */
export function openedCase(id: string, inquiry: Inquiry, now: number): ReviewCase {
  const tags = failedChecks(inquiry);
  return {
    id,
    status: 'Open',
    inquiryId: inquiry.id,
    accountId: inquiry.accountId,
    tags,
    comment: commentOn(inquiry, tags),
    createdAt: now,
    updatedAt: now,
    resolvedAt: null,
  };
}

/** The case with another status. */
export function caseAt(before: ReviewCase, status: CaseStatus, now: number): ReviewCase {
  return { ...before, status, updatedAt: now, resolvedAt: isResolution(status) ? now : null };
}

function commentOn({ verifications }: Inquiry, tags: string[]): string {
  const failures = verifications.filter(({ status }) => status === 'failed').length;
  if (!failures) return 'Marked for review.';
  const subject = failures === 1 ? 'One verification' : `${failures} verifications`;
  return `${subject} failed${tags.length ? `: ${tags.join(', ')}` : ''}.`;
}
