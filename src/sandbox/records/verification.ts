import type { Check, IdData } from './checks.js';
import type { Progress, VerificationType } from './flow.js';
import type { IdClass } from './id-types.js';

/** One submitted phone number, ID or selfie. */
export interface Verification {
  id: string;
  type: VerificationType;
  status: 'passed' | 'failed';
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
