/** Persona's words for how far a review is; `Approved` and `Declined` resolve it. */
export type CaseStatus = 'Open' | 'Pending' | 'Approved' | 'Declined';

/** Something a person has to look at. */
export interface ReviewCase {
  id: string;
  status: CaseStatus;
  inquiryId: string;
  accountId: string | null;
  /** Names of the checks that failed. */
  tags: string[];
  /** Why it was opened. */
  comment: string;
  createdAt: number;
  updatedAt: number;
  resolvedAt: number | null;
}
