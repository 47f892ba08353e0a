import type { Step } from './flow.js';
import type { IdClass } from './id-types.js';
import type { InquiryField, InquiryStatus } from './inquiries.js';
import type { UploadProblem } from './upload-limits.js';

/** What a page needs to know to show the current step. */
export interface FlowView {
  inquiryId: string;
  templateId: string;
  templateVersionId: string;
  referenceId: string | null;
  status: InquiryStatus;
  step: Step;
  country: string | null;
  idClass: IdClass | null;
  /** Tries that remain on a retry screen. */
  attemptsLeft: number;
  fields: Record<string, InquiryField>;
  /** Where a page opened at top level goes at the end; null when none was given or its origin is not allowed. */
  redirectUri: string | null;
  /** What the page does wrong because a scenario asks for it. */
  acts: { neverReady: boolean; end: 'silent' | 'as-complete' | null; forgerOrigin: string | null };
}

/** A refused request of a page: the vendor's codes, those of refused files, and `wrong_step` when another tab was quicker. */
export interface FlowProblem {
  status: number;
  code: 'invalid_config' | 'unauthenticated' | 'inactive_template' | 'application_error' | 'wrong_step' | UploadProblem;
  message: string;
}
