/** Persona's inquiry statuses; the list is open, an unknown one counts as "the user is still at it". */
export type InquiryStatus =
  | 'created'
  | 'pending'
  | 'completed'
  | 'failed'
  | 'expired'
  | 'needs_review'
  | 'approved'
  | 'declined'
  | (string & {});

/** Whose device the person is on: this host's page, or another, such as the phone that a link was opened on. */
export type Device = 'here' | 'other';

/** What is stored of one inquiry: no name, no document, nothing the user typed. */
export interface InquiryRecord {
  inquiryId: string;
  account: string;
  /** Whether this host opened it, or an operator has adopted it. Anybody can make one in an account's name. */
  own: boolean;
  status: InquiryStatus;
  /** When Persona made the inquiry. */
  createdAt: Date;
  /** Time of the news that gave the present status, by Persona's clock. */
  newsAt: Date;
  /** When it was approved or declined, by Persona's clock. */
  decidedAt: Date | null;
  /** Which step of the verification the person is at; null while nobody knows. */
  step: string | null;
  /** Where they go on; null while nobody knows. */
  device: Device | null;
}

/** Rank of a decision; only a decision replaces a decision. */
export const decided = 5;

// A map, because names such as "constructor" are no statuses.
const ranks: ReadonlyMap<string, number> = new Map([
  ['created', 0],
  ['expired', 2],
  ['completed', 3],
  ['failed', 3],
  ['needs_review', 4],
  ['approved', decided],
  ['declined', decided],
]);

/** How far along a status is: breaks ties between two pieces of news of the same millisecond. */
export const rank = (status: InquiryStatus): number => ranks.get(status) ?? 1;

/**
 * The newest decision speaks for an account, whichever of its inquiries it was made on: a reviewer may approve a failed
 * inquiry after the user has begun another, and may decline later what a rule approved. Without a decision the newest
 * inquiry speaks.
 */
export function speaking(inquiries: readonly InquiryRecord[]): InquiryRecord | undefined {
  const newest = (key: 'decidedAt' | 'createdAt') =>
    inquiries.toSorted((a, b) => Number(b[key] ?? 0) - Number(a[key] ?? 0))[0];
  const decision = newest('decidedAt');
  return decision?.decidedAt ? decision : newest('createdAt');
}
