import { describe, expect, it } from 'vitest';
import { isOther, textOf } from '../../src/core/account-id.js';
import { knownFrom, knownOrdersOf } from '../../src/core/shop/known-order.js';
import type { KeptIntent } from '../../src/core/shop/purchase.js';
import { failureOf } from '../../src/core/shop/purchase-failure.js';
import { areSame } from '../../src/core/shop/same-numbers.js';
import { covers } from '../../src/locales/covers.js';
import { answered, draft, ended, held, intent, kept, notSold, refused, sold } from './order-examples.js';

const numbers = draft.order.numbers;

describe('an order as a page may know it', () => {
  it.each([
    [{}, { status: 'waiting' }],
    [{ held }, { status: 'waiting', finishBy: held.finishBy }],
    [{ held: { id: 'ord_1' } }, { status: 'waiting' }],
    [
      { sent: true, held },
      { status: 'buying', finishBy: held.finishBy },
    ],
    [{ outcome: answered }, { status: 'done', receipt: { numbers: [sold] } }],
    [
      { outcome: { type: 'answered', answer: { numbers: [notSold], order: { id: 'o' } } } },
      { id: 'o', status: 'failed', receipt: { numbers: [notSold] } },
    ],
    [
      { outcome: { type: 'answered', answer: { numbers: [notSold, sold] } } },
      { status: 'done', receipt: { numbers: [notSold, sold] } },
    ],
    [{ outcome: refused }, { status: 'failed' }],
    [{ outcome: { type: 'refused', code: 'order_cancelled' } }, { status: 'cancelled' }],
    [{ outcome: { type: 'refused', code: 'order_expired' } }, { status: 'expired' }],
    [{ outcome: ended }, { status: 'cancelled' }],
  ] as [Partial<KeptIntent>, object][])('%j is %j', (more, expected) => {
    expect(knownFrom({ ...kept, ...more })).toEqual({ id: 'order-1', numbers, ...expected });
  });

  it('is listed beside those of the host, each once', () => {
    const answer = { orders: [{ id: 'ord_2', status: 'waiting', numbers }] };
    expect(knownOrdersOf([{ ...kept, outcome: ended }], [null, answer]).map(({ id }) => id)).toEqual([
      'order-1',
      'ord_2',
    ]);
    expect(knownOrdersOf([kept], [answer]).map(({ id }) => id)).toEqual(['ord_2']);
    expect(knownOrdersOf([{ ...kept, id: 'ord_2', outcome: answered }], [answer])).toMatchObject([
      { id: 'ord_2', status: 'done' },
    ]);
    const others = [
      { ...kept, outcome: answered },
      { ...kept, id: 'ord_2', order: { account: 'loc_1', numbers: [] } },
    ];
    expect(knownOrdersOf(others, [answer]).map(({ id, status }) => `${id} ${status}`)).toEqual([
      'order-1 done',
      'ord_2 waiting',
    ]);
  });

  it('of an earlier version has no id', () => {
    const { id: _, ...earlier } = kept;
    expect(knownFrom(earlier as KeptIntent).id).toBe('');
  });
});

describe('what is told of a purchase that did not come about', () => {
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
