import { describe, expect, it } from 'vitest';
import { promisesToFinish, type Standing, sayingsOf, standingOf } from '../../src/core/shop/standing.js';
import { labels } from '../../src/locales/en.js';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('standingOf', () => {
  it.each<[Standing, string, object | undefined, boolean?]>([
    ['free', 'verified', { status: 'approved' }],
    ['free', 'exempt', undefined],
    ['unknown', 'idle', undefined],
    ['unknown', 'checking', undefined],
    ['unknown', 'blocked', undefined],
    ['asked', 'required', { status: 'none' }],
    ['asked', 'prompting', { status: 'created' }],
    ['asked', 'required', { status: 'expired' }],
    ['asked', 'required', { status: 'a word of next year' }],
    ['begun', 'required', { status: 'pending' }, true],
    ['checked', 'required', { status: 'completed' }],
    ['checked', 'required', { status: 'approved' }],
    ['checked', 'confirming', { status: 'pending' }, true],
    ['reviewed', 'required', { status: 'needs_review' }],
    ['reviewed', 'review', { status: 'needs_review' }, true],
    ['declined', 'required', { status: 'declined' }],
    ['declined', 'declined', { status: 'failed', attemptsLeft: 0 }],
    ['failed', 'required', { status: 'failed' }],
    ['failed', 'retryable', { status: 'failed', attemptsLeft: 2, retryAt: '2026-11-22T11:59:59Z' }],
    ['failed', 'retryable', { status: 'failed', retryAt: 'some day' }],
    ['paused', 'retryable', { status: 'failed', attemptsLeft: 2, retryAt: '2026-11-22T12:00:01Z' }],
  ])('is %s for a gate that is %s with %o', (standing, gate, answer, isBegun = false) => {
    expect(standingOf(gate, answer as { status: string } | undefined, isBegun, now)).toBe(standing);
  });
});

describe('sayingsOf', () => {
  const standings = [
    'free',
    'unknown',
    'asked',
    'begun',
    'failed',
    'paused',
    'checked',
    'reviewed',
    'declined',
  ] as const satisfies readonly Standing[];

  it('says nothing to whom nothing is asked, and begins with where the others stand', () => {
    for (const finishes of [true, false]) {
      expect(sayingsOf('free', finishes)).toEqual([]);
      for (const standing of standings.slice(1)) expect(sayingsOf(standing, finishes)[0]).toBe(standing);
    }
  });

  it('promises that the order is kept only where the host keeps it, to those who are not approved yet', () => {
    expect(standings.filter((standing) => promisesToFinish(sayingsOf(standing, false)))).toEqual([]);
    expect(standings.filter((standing) => promisesToFinish(sayingsOf(standing, true)))).toEqual([
      'asked',
      'begun',
      'failed',
      'checked',
      'reviewed',
    ]);
  });

  it('has words for all it says, and says all it has words for', () => {
    const said = standings.flatMap((standing) => [...sayingsOf(standing, true), ...sayingsOf(standing, false)]);
    expect([...new Set(said)].sort()).toEqual(Object.keys(labels.purchase.identity).sort());
  });
});
