import type { Inquiry, InquiryAction, InquiryStatus } from './inquiry.js';
import type { Behaviour } from './scenarios.js';

/** What may be decided without a person. */
export type Decision = Extract<InquiryAction, 'approve' | 'decline' | 'mark-for-review'>;

/** A decision, or what makes one by looking at the inquiry. */
export type Rule = Decision | ((inquiry: Inquiry) => Decision);

/**
 * What happens by itself, after a delay, to an inquiry that has reached a status; a status without a rule stays as it
 * is.
 */
export type DecisionWorkflow = Partial<Record<InquiryStatus, Rule>>;

/**
 * The rules of the ID and selfie template: who completes the flow is approved, who fails stays failed until somebody
 * decides.
 */
export const decisionWorkflow: DecisionWorkflow = {
  completed: 'approve',
};

/**
 * The rules of the "KYC + Mobile 2FA" template: its workflows "Run Decision on Inquiry Completed" and "… on Inquiry
 * Failed".
 */
export const kycWorkflow: DecisionWorkflow = {
  completed: (inquiry) => {
    if (failedChecks(inquiry, 'passed').includes('id_expired_detection')) return 'decline';
    return inquiry.verifications.filter(({ status }) => status === 'failed').length > 1 ? 'mark-for-review' : 'approve';
  },
  // An inquiry that waits for a review gets a case.
  failed: 'mark-for-review',
};

/** Names of the failed checks in an inquiry's verifications, of those with the given result or of all. */
export function failedChecks({ verifications }: Inquiry, result?: 'passed' | 'failed'): string[] {
  const looked = verifications.filter(({ status }) => result === undefined || status === result);
  const failed = looked.flatMap(({ checks }) => checks.filter(({ status }) => status === 'failed'));
  return [...new Set(failed.map(({ name }) => name))];
}

/**
 * What is decided about an inquiry, and after how many milliseconds; undefined when nothing is. A scenario goes before
 * the rules.
 */
export function decisionOf(
  inquiry: Inquiry,
  { workflow, behaviour, delay }: { workflow: DecisionWorkflow; behaviour: Behaviour; delay: number },
): { action: Decision; after: number } | undefined {
  const { status } = inquiry;
  if (status === 'needs_review' && behaviour.approveAfterReview !== undefined)
    return { action: 'approve', after: behaviour.approveAfterReview };
  const rule = (status === 'completed' ? behaviour.decision : undefined) ?? workflow[status];
  if (!rule) return undefined;
  return { action: typeof rule === 'function' ? rule(inquiry) : rule, after: delay };
}
