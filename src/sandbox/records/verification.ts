import { type Check, countingFailures, type Findings, type IdData } from './checks.js';
import { fieldsOf, type InquiryField } from './fields.js';
import type { Progress, Submission, VerificationType } from './flow.js';
import type { IdClass } from './id-types.js';

/** One submitted phone number, ID or selfie. */
export interface Verification {
  id: string;
  type: VerificationType;
  status: 'passed' | 'failed' | 'requires_retry';
  submittedAt: number;
  files: Progress['files'];
  /** Id of the document or selfie that it was made from. */
  evidenceId?: string;
  /** SHA-256 of its pictures that were chosen as files. */
  fingerprints: string[];
  checks: Check[];
  /** What the ID says about its holder, where that can be read. */
  data: IdData;
  phoneNumber: string | null;
  country: string | null;
  idClass: IdClass | null;
}

/**
 * A submission as it is written down: with the ids it is given, the time, and what was found out about its pictures.
 */
export function verificationOf(
  { type, passed, mayRetry, files }: Submission,
  { country, idClass, phone }: Progress,
  given: Pick<Verification, 'id' | 'evidenceId' | 'submittedAt'> & Findings,
): Verification {
  const isId = type === 'government-id';
  return {
    ...given,
    type,
    status: passed ? 'passed' : failureOf(given.checks, mayRetry),
    files,
    phoneNumber: type === 'phone-number' ? (phone?.number ?? null) : null,
    country: isId ? country : null,
    idClass: isId ? idClass : null,
  };
}

/** Whether a failure is one for good, or only asks for another try. */
function failureOf(checks: Check[], mayRetry: boolean): 'failed' | 'requires_retry' {
  const counting = countingFailures(checks);
  const asks = counting.length > 0 && counting.every(({ requirement }) => requirement === 'requires_retry');
  return asks && mayRetry ? 'requires_retry' : 'failed';
}

/**
 * The fields that a verification fills: a proved number, and where checks count what the ID says about its holder.
 */
export function fieldsFilledBy(
  { status, phoneNumber, data }: Verification,
  { requiredChecks }: { requiredChecks: string[] },
): Record<string, InquiryField> {
  if (status !== 'passed') return {};
  return fieldsOf({
    'phone-number': phoneNumber ?? undefined,
    ...(requiredChecks.length > 0 && {
      'name-first': data.firstName,
      'name-middle': data.middleName,
      'name-last': data.lastName,
      birthdate: data.birthdate,
      'identification-number': data.idNumber,
    }),
  });
}
