import { describe, expect, it } from 'vitest';
import type { InquiryRecord } from '../../src/host/index.js';
import { askAgainAfter, type StandingRules, standing as standingBy } from '../../src/host/lifecycle.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));

const rules: StandingRules = { attempts: 3, verifies: 'approved', pause: 0, validFor: Infinity };
const standing = (inquiries: InquiryRecord[], more: Partial<StandingRules> = {}, now = at(50)) =>
  standingBy(inquiries, { ...rules, ...more }, now);

function inquiry(status: string, created: number, decided: number | null = null): InquiryRecord {
  return {
    inquiryId: `inq_${created}`,
    account: 'acc',
    own: true,
    status,
    createdAt: at(created),
    newsAt: at(decided ?? created),
    decidedAt: decided === null ? null : at(decided),
    step: null,
    device: null,
  };
}

describe('standing', () => {
  it.each<[string, InquiryRecord[], string, boolean, number]>([
    ['nothing', [], 'none', false, 3],
    ['one under way', [inquiry('pending', 1)], 'pending', false, 3],
    ['the newest under way', [inquiry('failed', 1), inquiry('created', 2)], 'created', false, 2],
    ['an approval', [inquiry('approved', 1, 2)], 'approved', true, 3],
    [
      'an approval, though a newer inquiry is open',
      [inquiry('approved', 1, 5), inquiry('pending', 3)],
      'approved',
      true,
      3,
    ],
    ['a late approval of an older inquiry', [inquiry('failed', 3), inquiry('approved', 1, 9)], 'approved', true, 2],
    ['a newer refusal after an approval', [inquiry('approved', 1, 2), inquiry('declined', 3, 4)], 'declined', false, 3],
    ['a newer approval after a refusal', [inquiry('declined', 3, 4), inquiry('approved', 1, 5)], 'approved', true, 3],
    [
      'all attempts used',
      [inquiry('failed', 1), inquiry('failed', 2), inquiry('failed', 3), inquiry('failed', 4)],
      'failed',
      false,
      0,
    ],
  ])('reads %s', (_, inquiries, status, verified, attemptsLeft) => {
    expect(standing(inquiries)).toMatchObject({ status, verified, attemptsLeft });
    expect(standing(inquiries.toReversed())).toMatchObject({ status, verified });
  });

  it('says since when the account is verified, and only then', () => {
    expect(standing([inquiry('approved', 1, 2)]).verifiedAt).toEqual(at(2));
    expect(standing([inquiry('declined', 1, 2)]).verifiedAt).toBeUndefined();
  });
});

describe('standing by policy', () => {
  it('forgets a verification, and all that was before it, when its days are over', () => {
    const days = (count: number) => new Date(at(2).getTime() + count * 86_400_000);
    const all = [inquiry('failed', 0), inquiry('approved', 1, 2)];
    const yearly = { validFor: 365 };
    expect(standing(all, yearly, new Date(days(365).getTime() - 1))).toMatchObject({ verified: true, attemptsLeft: 2 });
    expect(standing(all, yearly, days(365))).toEqual(standing([], yearly));
    const begun = inquiry('pending', 40);
    expect(standing([...all, begun], yearly, days(365))).toMatchObject({ status: 'pending', inquiryId: 'inq_40' });
    expect(standing([...all, inquiry('approved', 40, 41)], yearly, days(365)).verified).toBe(true);
    expect(standing([...all, inquiry('declined', 1, 9)], yearly, days(365)).status).toBe('declined');
  });

  it.each<[string, boolean]>([
    ['completed', true],
    ['needs_review', false],
    ['declined', false],
    ['failed', false],
    ['pending', false],
  ])('takes "%s" for verified: %s, where completing is enough', (status, verified) => {
    expect(standing([inquiry(status, 1)], { verifies: 'completed' }).verified).toBe(verified);
    expect(standing([inquiry(status, 1)]).verified).toBe(false);
  });

  it('verifies from the time of completing, and no longer once it is declined', () => {
    expect(standing([inquiry('completed', 7)], { verifies: 'completed' }).verifiedAt).toEqual(at(7));
    expect(standing([inquiry('declined', 7, 9)], { verifies: 'completed' })).toMatchObject({
      verified: false,
      verifiedAt: undefined,
    });
  });

  it('says when the next attempt may begin, as long as there is one', () => {
    const failed = [inquiry('failed', 1), inquiry('failed', 2)];
    expect(standing(failed, { pause: 600 }).retryAt).toEqual(at(12));
    expect(standing(failed, { pause: 600, attempts: 2 }).retryAt).toBeUndefined();
    expect(standing([...failed, inquiry('created', 3)], { pause: 600 }).retryAt).toBeUndefined();
    expect(standing(failed).retryAt).toBeUndefined();
  });
});

describe('askAgainAfter', () => {
  const waits = (status: string, minutes: number) => askAgainAfter(standing([inquiry(status, 0)]), at(minutes));

  it('asks about a decision once it is a day old, about a refusal after an hour', () => {
    const settled = (status: string, minutes: number) => askAgainAfter(standing([inquiry(status, 0, 0)]), at(minutes));
    expect([settled('approved', 24 * 60 - 1), settled('declined', 59)]).toEqual([undefined, undefined]);
    expect([settled('approved', 24 * 60), settled('declined', 60)]).toEqual([86_400_000, 3_600_000]);
  });

  it('asks more seldom about what verifies without a decision', () => {
    expect(askAgainAfter(standing([inquiry('completed', 0)], { verifies: 'completed' }), at(24 * 60))).toBe(3_600_000);
  });

  it('asks within seconds after news and more seldom later', () => {
    expect([waits('pending', 0), waits('pending', 1), waits('completed', 59)]).toEqual([3000, 7500, 15_000]);
    expect([waits('needs_review', 0), waits('needs_review', 59)]).toEqual([3000, 60_000]);
  });

  it('knows no decision by a name that every object has', () => {
    expect(waits('constructor', 59)).toBe(15_000);
  });

  it('asks once an hour about an account it has never heard of', () => {
    expect(askAgainAfter(standing([]), at(0))).toBe(3_600_000);
  });
});
