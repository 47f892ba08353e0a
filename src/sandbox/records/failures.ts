import type { VerificationType } from './flow.js';
import type { Inquiry } from './inquiry.js';

/** Names of the failed checks in an inquiry's verifications, of those with the given result or of all. */
export function failedChecks({ verifications }: Inquiry, result?: 'passed' | 'failed'): string[] {
  const looked = verifications.filter(({ status }) => result === undefined || status === result);
  const failed = looked.flatMap(({ checks }) => checks.filter(({ status }) => status === 'failed'));
  return [...new Set(failed.map(({ name }) => name))];
}

/** How many verifications of a type have failed. */
export const failedTries = ({ verifications }: Inquiry, type: VerificationType): number =>
  verifications.filter((one) => one.type === type && one.status === 'failed').length;

/** What has failed in an inquiry, as a sentence. */
export function reasonsOf(inquiry: Inquiry): string {
  const count = inquiry.verifications.filter(({ status }) => status === 'failed').length;
  const checks = failedChecks(inquiry);
  if (!count) return 'No verification failed.';
  const subject = count === 1 ? 'One verification' : `${count} verifications`;
  return `${subject} failed${checks.length ? `: ${checks.join(', ')}` : ''}.`;
}
