import { describe, expect, it } from 'vitest';
import {
  act,
  createInquiry,
  type InquiryAction,
  type InquiryStatus,
  isOpen,
  LifecycleError,
} from '../../src/sandbox/records/inquiry.js';

const inquiry = createInquiry('inq_1', { templateId: 'itmpl_1', templateVersionId: 'itmplv_1' }, 1000);
const actions: InquiryAction[] = [
  'start',
  'complete',
  'fail',
  'expire',
  'resume',
  'approve',
  'decline',
  'mark-for-review',
];

/** Every allowed action; all others are refused. */
const allowed: Record<InquiryStatus, Partial<Record<InquiryAction, InquiryStatus>>> = {
  created: { start: 'pending', expire: 'expired' },
  pending: { complete: 'completed', fail: 'failed', expire: 'expired' },
  completed: { approve: 'approved', decline: 'declined', 'mark-for-review': 'needs_review' },
  failed: { approve: 'approved', decline: 'declined', 'mark-for-review': 'needs_review' },
  expired: { resume: 'pending', approve: 'approved', decline: 'declined', 'mark-for-review': 'needs_review' },
  needs_review: { approve: 'approved', decline: 'declined' },
  approved: {},
  declined: {},
};

describe('act', () => {
  for (const [status, ways] of Object.entries(allowed) as [
    InquiryStatus,
    Partial<Record<InquiryAction, InquiryStatus>>,
  ][]) {
    it.each(actions)(`takes an inquiry that is ${status} only where Persona would: %s`, (action) => {
      const before = { ...inquiry, status };
      if (ways[action]) expect(act(before, action, 2000).inquiry.status).toBe(ways[action]);
      else expect(() => act(before, action, 2000)).toThrow(LifecycleError);
    });
  }

  it('names the webhook event after what happened and stamps the time', () => {
    const { inquiry: pending, event } = act(inquiry, 'start', 2000);
    expect(event).toBe('inquiry.started');
    expect(pending).toMatchObject({ startedAt: 2000, updatedAt: 2000, expiresAt: 2000 + 86_400_000 });
    expect(act({ ...inquiry, status: 'completed' }, 'mark-for-review', 3000)).toMatchObject({
      event: 'inquiry.marked-for-review',
      inquiry: { markedForReviewAt: 3000 },
    });
  });

  it('leaves the given inquiry as it was', () => {
    const before = structuredClone(inquiry);
    act(inquiry, 'start', 2000);
    expect(inquiry).toEqual(before);
  });

  it('does nothing to a redacted inquiry', () => {
    const redacted = { ...inquiry, redactedAt: 1500 };
    expect(() => act(redacted, 'start', 2000)).toThrow('already redacted');
    expect(isOpen(redacted)).toBe(false);
  });
});
