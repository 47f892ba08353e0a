import { describe, expect, it } from 'vitest';
import { askAgainAfter, standing, type InquiryRecord } from '../../src/host/lifecycle.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));

function inquiry(status: string, created: number, decided: number | null = null): InquiryRecord {
  return { inquiryId: `inq_${created}`, account: 'acc', status, createdAt: at(created), newsAt: at(decided ?? created), decidedAt: decided === null ? null : at(decided) };
}

describe('standing', () => {
  it.each<[string, InquiryRecord[], string, boolean, number]>([
    ['nothing', [], 'none', false, 3],
    ['one under way', [inquiry('pending', 1)], 'pending', false, 3],
    ['the newest under way', [inquiry('failed', 1), inquiry('created', 2)], 'created', false, 2],
    ['an approval', [inquiry('approved', 1, 2)], 'approved', true, 3],
    ['an approval, though a newer inquiry is open', [inquiry('approved', 1, 5), inquiry('pending', 3)], 'approved', true, 3],
    ['a late approval of an older inquiry', [inquiry('failed', 3), inquiry('approved', 1, 9)], 'approved', true, 2],
    ['a newer refusal after an approval', [inquiry('approved', 1, 2), inquiry('declined', 3, 4)], 'declined', false, 3],
    ['a newer approval after a refusal', [inquiry('declined', 3, 4), inquiry('approved', 1, 5)], 'approved', true, 3],
    ['all attempts used', [inquiry('failed', 1), inquiry('failed', 2), inquiry('failed', 3), inquiry('failed', 4)], 'failed', false, 0],
  ])('reads %s', (_, inquiries, status, verified, attemptsLeft) => {
    expect(standing(inquiries, 3)).toMatchObject({ status, verified, attemptsLeft });
    expect(standing(inquiries.toReversed(), 3)).toMatchObject({ status, verified });
  });

  it('says since when the account is verified, and only then', () => {
    expect(standing([inquiry('approved', 1, 2)], 3).verifiedAt).toEqual(at(2));
    expect(standing([inquiry('declined', 1, 2)], 3).verifiedAt).toBeNull();
  });
});

describe('askAgainAfter', () => {
  const after = (status: string, minutes: number) => askAgainAfter(standing([inquiry(status, 0)], 3), at(minutes));

  it('never asks about a decision', () => {
    expect([askAgainAfter(standing([inquiry('approved', 0, 1)], 3), at(9)), askAgainAfter(standing([inquiry('declined', 0, 1)], 3), at(9))]).toEqual([null, null]);
  });

  it('asks within seconds after news and more seldom later', () => {
    expect([after('pending', 0), after('pending', 1), after('completed', 59)]).toEqual([3000, 7500, 15_000]);
    expect([after('needs_review', 0), after('needs_review', 59)]).toEqual([3000, 60_000]);
  });

  it('asks once an hour about an account it has never heard of', () => {
    expect(askAgainAfter(standing([], 3), at(0))).toBe(3_600_000);
  });
});
