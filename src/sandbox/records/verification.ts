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
  /** Id of the verification template that it was made by. */
  templateId: string;
  /** Id of the document or selfie that it was made from. */
  evidenceId?: string;
  /** SHA-256 of its pictures that were chosen as files. */
  fingerprints: string[];
  checks: Check[];
  /** What the ID says about its holder, where that can be read. */
  data: IdData;
  phoneNumber: string | null;
  /** The code that proved the phone number. */
  confirmationCode: string | null;
  /** How its pictures came: chosen as files, or taken in the page. */
  capturedBy: 'upload' | 'manual' | null;
  country: string | null;
  idClass: IdClass | null;
  /** When what is personal was taken out of it. */
  redactedAt?: number;
}

/**
 * A submission as it is written down: with the ids it is given, the time, and what was found out about its pictures.
 */
export function verificationOf(
  { type, passed, mayRetry, files }: Submission,
  { country, idClass, phone, live }: Progress,
  given: Pick<Verification, 'id' | 'templateId' | 'evidenceId' | 'submittedAt'> & Findings,
): Verification {
  const isId = type === 'government-id';
  const isPhone = type === 'phone-number';
  const pictures = Object.values(files);
  return {
    ...given,
    type,
    status: passed ? 'passed' : failureOf(given.checks, mayRetry),
    files,
    phoneNumber: isPhone ? (phone?.number ?? null) : null,
    confirmationCode: isPhone ? (phone?.code ?? null) : null,
    capturedBy: pictures.length ? captureOf(pictures, live) : null,
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

const captureOf = (pictures: string[], live: string[]) =>
  pictures.every((fileId) => live.includes(fileId)) ? 'manual' : 'upload';

/** How a field names what a verification was made from. */
const evidenceFields: Partial<Record<VerificationType, [field: string, type: string]>> = {
  'government-id': ['current-government-id', 'Document::GovernmentId'],
  selfie: ['current-selfie', 'Selfie::ProfileAndCenter'],
};

/**
 * The fields that a verification fills: what it was made from, and when it has passed a proved number and where checks
 * count what the ID says about its holder.
 */
export function fieldsFilledBy(
  { type, status, evidenceId, phoneNumber, data }: Verification,
  { requiredChecks }: { requiredChecks: string[] },
): Record<string, InquiryField> {
  const [field, kind] = evidenceFields[type] ?? [];
  const evidence = field && evidenceId ? { [field]: { id: evidenceId, type: kind } } : {};
  if (status !== 'passed') return fieldsOf(evidence);
  return fieldsOf({
    ...evidence,
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
