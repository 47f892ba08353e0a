import type { InquiryAction, InquiryStatus } from './inquiries.js';
import type { Behaviour } from './scenarios.js';

/** What may be decided without a person. */
export type Decision = Extract<InquiryAction, 'approve' | 'decline' | 'mark-for-review'>;

/** What happens by itself, after a delay, to an inquiry that has reached a status; a status without a rule stays as it is. */
export type DecisionWorkflow = Partial<Record<InquiryStatus, Decision>>;

/**
 * The rules the stand-in starts with. They are Persona's "run a workflow on completion" in the simplest form:
 * who completes the flow is approved, who fails stays failed until somebody decides.
 */
export const decisionWorkflow: DecisionWorkflow = {
  completed: 'approve',
};

/** What is decided about an inquiry of that status, and after how many milliseconds; null when nothing is. A scenario goes before the rules. */
export function decisionOf(status: InquiryStatus, { workflow, behaviour, delay }: { workflow: DecisionWorkflow; behaviour: Behaviour; delay: number }): { action: Decision; after: number } | null {
  if (status === 'needs_review' && behaviour.approveAfterReview !== undefined) return { action: 'approve', after: behaviour.approveAfterReview };
  const action = (status === 'completed' ? behaviour.decision : undefined) ?? workflow[status];
  return action ? { action, after: delay } : null;
}
