import type { InquiryRecord, InquiryStatus } from './stores/inquiry-record.js';

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
}

/** The part of a host's policy that decides where an account stands. */
export interface StandingRules {
  attempts: number;
  verifies: 'approved' | 'completed';
  pause: number;
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
 * The newest decision speaks for the account, whichever of its inquiries it was made on: a reviewer may approve a
 * failed inquiry after the user has begun another, and may decline later what a rule approved. Without a decision the
 * newest inquiry speaks.
 */
export function standing(inquiries: readonly InquiryRecord[], { attempts, verifies, pause }: StandingRules): Standing {
  const newest = (key: 'decidedAt' | 'createdAt') =>
    inquiries.toSorted((a, b) => Number(b[key] ?? 0) - Number(a[key] ?? 0))[0];
  const decided = newest('decidedAt');
  const speaks = decided?.decidedAt ? decided : newest('createdAt');
  const verified = speaks?.status === 'approved' || (speaks?.status === 'completed' && verifies === 'completed');
  const attemptsLeft = Math.max(0, attempts - inquiries.filter(({ status }) => status === 'failed').length);
  const waits = speaks?.status === 'failed' && attemptsLeft > 0 && pause > 0;
  return {
    verified,
    status: speaks?.status ?? 'none',
    inquiryId: speaks?.inquiryId,
    verifiedAt: verified ? (speaks.decidedAt ?? speaks.newsAt) : undefined,
    newsAt: speaks?.newsAt,
    attemptsLeft,
    retryAt: waits ? new Date(speaks.newsAt.getTime() + pause * second) : undefined,
  };
}

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
