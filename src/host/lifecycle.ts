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

/** What is stored of one inquiry: no name, no document, nothing the user typed. */
export interface InquiryRecord {
  inquiryId: string;
  account: string;
  status: InquiryStatus;
  /** When Persona made the inquiry. */
  createdAt: Date;
  /** Time of the news that gave the present status, by Persona's clock. */
  newsAt: Date;
  /** When it was approved or declined, by Persona's clock. */
  decidedAt: Date | null;
}

/** Where an account stands, derived from all its inquiries. */
export interface Standing {
  verified: boolean;
  status: InquiryStatus | 'none';
  inquiryId?: string;
  verifiedAt: Date | null;
  newsAt?: Date;
  attemptsLeft: number;
  /** When the next attempt may begin, after a failed one. */
  retryAt: Date | null;
}

/** The part of a host's policy that decides where an account stands. */
export interface StandingRules {
  attempts: number;
  verifies: 'approved' | 'completed';
  pause: number;
}

/** Webhook events that change an inquiry's status, by Persona's names. */
export const STATUS_BY_EVENT: Readonly<Record<string, InquiryStatus>> = {
  'inquiry.created': 'created',
  'inquiry.started': 'pending',
  'inquiry.completed': 'completed',
  'inquiry.failed': 'failed',
  'inquiry.expired': 'expired',
  'inquiry.marked-for-review': 'needs_review',
  'inquiry.approved': 'approved',
  'inquiry.declined': 'declined',
};

/** Rank of a decision; only a decision replaces a decision. */
export const DECIDED = 5;

/** How far along a status is: breaks ties between two pieces of news of the same millisecond. */
export function rank(status: InquiryStatus): number {
  const ranks: Record<string, number> = {
    created: 0,
    expired: 2,
    completed: 3,
    failed: 3,
    needs_review: 4,
    approved: DECIDED,
    declined: DECIDED,
  };
  return ranks[status] ?? 1;
}

/**
 * The newest decision speaks for the account, whichever of its inquiries it was made on: a reviewer may approve a failed inquiry
 * after the user has begun another, and may decline later what a rule approved. Without a decision the newest inquiry speaks.
 */
export function standing(inquiries: readonly InquiryRecord[], { attempts, verifies, pause }: StandingRules): Standing {
  const newest = (key: 'decidedAt' | 'createdAt') =>
    inquiries.toSorted((a, b) => Number(b[key] ?? 0) - Number(a[key] ?? 0))[0];
  const decided = newest('decidedAt');
  const speaks = decided?.decidedAt ? decided : newest('createdAt');
  const verified = speaks?.status === 'approved' || (speaks?.status === 'completed' && verifies === 'completed');
  const attemptsLeft = Math.max(0, attempts - inquiries.filter(({ status }) => status === 'failed').length);
  return {
    verified,
    status: speaks?.status ?? 'none',
    inquiryId: speaks?.inquiryId,
    verifiedAt: verified ? (speaks.decidedAt ?? speaks.newsAt) : null,
    newsAt: speaks?.newsAt,
    attemptsLeft,
    retryAt:
      speaks?.status === 'failed' && attemptsLeft > 0 && pause > 0
        ? new Date(speaks.newsAt.getTime() + pause * Second)
        : null,
  };
}

const Second = 1000;
const Hour = 60 * 60 * Second;
const Day = 24 * Hour;

/**
 * How long to wait between two questions to Persona about one account, or null when there is nothing to ask yet. Often right after
 * news, when the user is likely at it, then more seldom: Persona allows 300 requests a minute for all accounts together. A
 * decision is asked about too, so that a reviewer's change of mind is learned although its event was lost.
 */
export function askAgainAfter({ status, verified, newsAt }: Standing, now: Date): number | null {
  if (!newsAt) return Hour;
  const age = now.getTime() - newsAt.getTime();
  const settled = { approved: Day, declined: Hour }[status as string];
  if (settled) return age < settled ? null : settled;
  const slowest = verified ? Hour : status === 'needs_review' || status === 'failed' ? 60 * Second : 15 * Second;
  return Math.min(slowest, Math.max(3 * Second, age / 8));
}
