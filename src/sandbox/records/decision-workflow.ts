import type { Inquiry, InquiryStatus } from './inquiry.js';
import type { Decision, EventContext, Trigger, Workflow } from './workflow.js';

/** A decision, or what makes one by looking at the inquiry. */
export type Rule = Decision | ((inquiry: Inquiry) => Decision);

/**
 * Workflows in short: what is decided, after a delay, about an inquiry that has reached a status; a status without a
 * rule stays as it is.
 */
export type DecisionWorkflow = Partial<Record<InquiryStatus, Rule>>;

const eventOf: Record<InquiryStatus, Exclude<Trigger, 'api'>> = {
  created: 'inquiry.created',
  pending: 'inquiry.started',
  completed: 'inquiry.completed',
  failed: 'inquiry.failed',
  expired: 'inquiry.expired',
  needs_review: 'inquiry.marked-for-review',
  approved: 'inquiry.approved',
  declined: 'inquiry.declined',
};

/** Decisions in short, as workflows of a template. A rule that is changed later counts from then on. */
export function workflowsOf(template: string, rules: DecisionWorkflow): Workflow[] {
  return (Object.keys(rules) as InquiryStatus[]).map((status) => ({
    id: `wfl_${template}_${status}`,
    name: `Decision on ${status}`,
    template,
    trigger: eventOf[status],
    run: ({ inquiry }: EventContext) => {
      const rule = rules[status];
      const decision = typeof rule === 'function' ? rule(inquiry) : rule;
      return decision && { do: decision };
    },
  }));
}
