import { failedChecks, failedTries, reasonsOf } from './failures.js';
import type { VerificationType } from './flow.js';
import {
  type Action,
  approve,
  decline,
  type EventContext,
  markForReview,
  openCase,
  tag,
  type Workflow,
} from './workflow.js';

/** What to do about an inquiry that lacks a passed verification, as when somebody has simulated its end. */
function unproved({ inquiry, asks }: EventContext): Action[] | undefined {
  const hasPassed = (type: VerificationType) =>
    inquiry.verifications.some((one) => one.type === type && one.status === 'passed');
  const missing = asks.filter((type) => !hasPassed(type));
  if (!missing.length) return undefined;
  return [openCase(`Completed without: ${missing.join(', ')}.`, ['nothing_verified']), markForReview()];
}

/**
 * What happens by itself unless `workflows` says otherwise. The template with ID and selfie approves who completes it,
 * and who fails stays failed until somebody decides. The other two are those of "KYC + Mobile 2FA".
 */
export const standardWorkflows: Workflow[] = [
  {
    id: 'wfl_decision_plain',
    name: 'Approve on Inquiry Completed',
    template: 'plain',
    trigger: 'inquiry.completed',
    run: (context) => unproved(context) ?? approve(),
  },
  {
    id: 'wfl_decision_completed',
    name: 'Run Decision on Inquiry Completed',
    template: 'kyc',
    trigger: 'inquiry.completed',
    run: (context) => {
      const { inquiry } = context;
      const lacking = unproved(context);
      if (lacking) return lacking;
      if (failedChecks(inquiry, 'passed').includes('id_expired_detection'))
        return [tag('expired_id'), decline('The ID has expired.')];
      const tries = failedTries(inquiry, 'government-id');
      if (tries < 2) return approve();
      const checks = failedChecks(inquiry);
      return [
        tag(...checks),
        openCase(`Passed after ${tries} failed tries with the ID. ${reasonsOf(inquiry)}`, checks),
        markForReview(),
      ];
    },
  },
  {
    id: 'wfl_decision_failed',
    name: 'Run Decision on Inquiry Failed',
    template: 'kyc',
    trigger: 'inquiry.failed',
    // The inquiry stays failed: only a person may make something else of it.
    run: ({ inquiry }) => {
      const checks = failedChecks(inquiry);
      return [tag(...checks), openCase(`The inquiry failed. ${reasonsOf(inquiry)}`, checks)];
    },
  },
];
