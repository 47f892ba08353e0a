import { describe, expect, it } from 'vitest';
import { isOther, textOf } from '../../src/core/account-id.js';
import { knownFrom } from '../../src/core/shop/known-order.js';
import type { KeptIntent } from '../../src/core/shop/purchase.js';
import { failureOf } from '../../src/core/shop/purchase-failure.js';
import { areSame } from '../../src/core/shop/same-numbers.js';
import { covers } from '../../src/locales/covers.js';

const number = { phoneNumber: '+14155550101', countryCode: 'US', numberType: 'local' } as const;
const ordered = { ...number, locality: null, region: null, fingerprintId: null };
const kept: KeptIntent = {
  id: 'order-1',
  idempotencyKey: 'key-1',
  order: { account: 'loc_1', numbers: [ordered] },
  offers: [number],
  touchedAt: 1,
  parked: false,
  sent: false,
};
const sold = (...statuses: ('purchased' | 'failed')[]) => ({
  type: 'answered' as const,
  answer: { numbers: statuses.map((status, at) => ({ phoneNumber: `+1415555010${at}`, status })) },
});

describe('an order as a page may know it', () => {
  it.each([
    [{}, 'waiting'],
    [{ sent: true }, 'buying'],
    [{ outcome: { type: 'refused', code: 'payment_required' } }, 'failed'],
    [{ outcome: { type: 'ended' } }, 'cancelled'],
  ] as [Partial<KeptIntent>, string][])('kept with %j is %s', (more, status) => {
    expect(knownFrom({ ...kept, ...more })).toEqual({ id: 'order-1', status, numbers: [ordered] });
  });

  it('is done when one of its numbers was bought, and failed when none was, with a receipt', () => {
    for (const [outcome, status] of [
      [sold('failed', 'purchased'), 'done'],
      [sold('failed', 'failed'), 'failed'],
    ] as const) {
      expect(knownFrom({ ...kept, outcome })).toEqual({
        id: 'order-1',
        status,
        numbers: [ordered],
        receipt: { numbers: outcome.answer.numbers },
      });
    }
  });

  it('of an earlier version has no id', () => {
    const { id: _, ...earlier } = kept;
    expect(knownFrom(earlier as KeptIntent).id).toBe('');
  });
});

describe('what is told of a purchase that did not come about', () => {
  const intent = { ...kept };
  it.each([
    [{ status: 'failed', intent, code: 'payment_required' }, 'payment_required'],
    [{ status: 'reviewing', draft: intent, notice: 'unreachable' }, 'unreachable'],
    [{ status: 'reviewing', draft: intent, notice: 'declined' }, undefined],
    [{ status: 'reviewing', draft: intent, notice: 'aborted' }, undefined],
    [{ status: 'reviewing', draft: intent }, undefined],
    [{ status: 'browsing', notice: { code: 'number_unavailable', draft: intent } }, undefined],
  ] as [Parameters<typeof failureOf>[0], string | undefined][])('%#: is %2$s', (state, code) => {
    expect(failureOf(state)).toBe(code);
  });
});

describe('a list of numbers', () => {
  const [one, two] = [{ phoneNumber: '+14155550101' }, { phoneNumber: '+14155550102' }];
  it.each([
    [[one, two], [{ ...one }, { ...two }], true],
    [[one], [one, two], false],
    [[one, two], [two, one], false],
    [[one], [{ ...one, region: 'CA' }], false],
    [[], [], true],
    [null, null, true],
    [null, [one], false],
    [[one], null, false],
    [undefined, [one], true],
  ])('%j and %j: the same is %s', (first, second, same) => {
    expect(areSame(first, second)).toBe(same);
  });
});

describe('an account', () => {
  it('is a text, whatever a framework gives', () => {
    expect([12, '12', '', null, undefined].map(textOf)).toEqual(['12', '12', '', '', '']);
    expect([isOther(12, '12'), isOther(null, ''), isOther('a', 'b'), isOther(undefined, 0)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('words of a page', () => {
  const labels = { close: 'Close', intro: { title: 'Title', text: 'Text' } };
  it.each([
    [{ close: 'x', intro: { title: 'x', text: 'x' } }, true],
    [{ close: 'x', intro: { title: 'x' } }, false],
    [{ intro: { title: 'x', text: 'x' } }, false],
    [{ close: 'x' }, false],
    [{}, false],
    [null, false],
    [undefined, false],
  ])('%j cover ours: %s', (own, all) => {
    expect(covers(own, labels)).toBe(all);
  });
});
