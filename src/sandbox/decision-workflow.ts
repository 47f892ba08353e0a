import type { InquiryAction, InquiryStatus } from './inquiries.js';

/** What happens by itself, after a delay, to an inquiry that has reached a status; a status without a rule stays as it is. */
export type DecisionWorkflow = Partial<Record<InquiryStatus, Extract<InquiryAction, 'approve' | 'decline' | 'mark-for-review'>>>;

/**
 * The rules the stand-in starts with. They are Persona's "run a workflow on completion" in the simplest form:
 * who completes the flow is approved, who fails stays failed until somebody decides.
 */
export const decisionWorkflow: DecisionWorkflow = {
  completed: 'approve',
};
