import { type InquiryRecord, type InquiryStatus, speaking } from './stores/inquiry-record.js';

/** Where an account stands, derived from all its inquiries that count. */
export interface Standing {
  verified: boolean;
  status: InquiryStatus | 'none';
  inquiryId?: string;
  verifiedAt?: Date;
  newsAt?: Date;
  attemptsLeft: number;
  /** When the next attempt may begin, after a failed one. */
  retryAt?: Date;
  /** What is kept of the inquiry that speaks for the account. */
  inquiry?: InquiryRecord;
}

/** The part of a host's policy that decides where an account stands. */
export interface StandingRules {
  attempts: number;
  verifies: 'approved' | 'completed';
  pause: number;
  /** Days for which a verification holds. */
  validFor: number;
}

/** Webhook events that change an inquiry's status, by Persona's names. */
export const statusByEvent: ReadonlyMap<string, InquiryStatus> = new Map([
  ['inquiry.created', 'created'],
  ['inquiry.started', 'pending'],
  ['inquiry.completed', 'completed'],
  ['inquiry.failed', 'failed'],
  ['inquiry.expired', 'expired'],
  ['inquiry.marked-for-review', 'needs_review'],
  ['inquiry.approved', 'approved'],
  ['inquiry.declined', 'declined'],
]);

const second = 1000;
const hour = 60 * 60 * second;
const day = 24 * hour;

/** How long a decision is taken for settled before Persona is asked about it again. */
const settledFor: ReadonlyMap<string, number> = new Map([
  ['approved', day],
  ['declined', hour],
]);

/**
 * Where the account stands at `now`. A verification that holds for `validFor` days only is forgotten after these, with
 * all that was before it.
 */
export function standing(
  all: readonly InquiryRecord[],
  { attempts, verifies, pause, validFor }: StandingRules,
  now: Date,
): Standing {
  const since = now.getTime() - validFor * day;
  const last = speaking(all);
  const isOver = last && isVerifying(last, verifies) && verifiedSince(last).getTime() <= since;
  const inquiries = isOver ? all.filter(({ createdAt }) => createdAt > verifiedSince(last)) : all;
  const speaks = isOver ? speaking(inquiries) : last;
  const verified = speaks !== undefined && isVerifying(speaks, verifies);
  const attemptsLeft = Math.max(0, attempts - inquiries.filter(({ status }) => status === 'failed').length);
  const waits = speaks?.status === 'failed' && attemptsLeft > 0 && pause > 0;
  return {
    verified,
    status: speaks?.status ?? 'none',
    inquiryId: speaks?.inquiryId,
    verifiedAt: verified ? verifiedSince(speaks) : undefined,
    newsAt: speaks?.newsAt,
    inquiry: speaks,
    attemptsLeft,
    retryAt: waits ? new Date(speaks.newsAt.getTime() + pause * second) : undefined,
  };
}

const isVerifying = ({ status }: InquiryRecord, verifies: StandingRules['verifies']): boolean =>
  status === 'approved' || (status === 'completed' && verifies === 'completed');

const verifiedSince = ({ decidedAt, newsAt }: InquiryRecord): Date => decidedAt ?? newsAt;

/**
 * How long to wait between two questions to Persona about one account, or undefined when there is nothing to ask yet.
 * Often right after news, when the user is likely at it, then more seldom: Persona allows 300 requests a minute for all
 * accounts together. A decision is asked about too, so that a reviewer's change of mind is learned although its event
 * was lost.
 */
export function askAgainAfter({ status, verified, newsAt }: Standing, now: Date): number | undefined {
  if (!newsAt) return hour;
  const age = now.getTime() - newsAt.getTime();
  const settled = settledFor.get(status);
  if (settled) return age < settled ? undefined : settled;
  return Math.min(slowest(status, verified), Math.max(3 * second, age / 8));
}

/** The pace for an account about which there has long been nothing new. */
function slowest(status: InquiryStatus, verified: boolean): number {
  if (verified) return hour;
  return status === 'needs_review' || status === 'failed' ? 60 * second : 15 * second;
}
