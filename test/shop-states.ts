import type { LcErrorCode } from '../src/core/errors.js';
import type { AvailablePhoneNumber } from '../src/core/shop/number-contracts.js';
import { type Draft, initialPurchase, type PurchaseEvent, type PurchaseState } from '../src/core/shop/purchase.js';
import type { Standing } from '../src/core/shop/standing.js';

/** The machine of a purchase for those who read of it: every state and every event once per difference they make. */

const at = Date.parse('2026-11-21T12:00:00Z');
/** More than half an hour later. */
const late = at + 45 * 60_000;
const numbers = ['+14155550165', '+14155550166'];
const offers: AvailablePhoneNumber[] = numbers.map((phoneNumber) => ({
  phoneNumber,
  friendlyName: phoneNumber.replace(/^\+1(...)(...)(....)$/, '($1) $2-$3'),
  isoCountry: 'US',
  capabilities: { voice: true, SMS: true },
  price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
}));

const draftOf = (count: number): Draft => ({
  order: {
    account: 'loc_1',
    numbers: numbers.slice(0, count).map((phoneNumber) => ({
      phoneNumber,
      countryCode: 'US',
      numberType: 'local',
      locality: null,
      region: 'CA',
      fingerprintId: 'fp',
    })),
    ...(count > 1 && { pool: { name: 'Sales' } }),
  },
  offers: offers.slice(0, count),
});

const intentOf = (count = 1) => ({ ...draftOf(count), id: 'ord_1', idempotencyKey: 'key_1', touchedAt: at });
const intent = intentOf();
const draft = draftOf(1);
const held = { id: 'ord_1', finishBy: '2026-11-22T12:00:00Z' };
const gating = { status: 'gating', intent, refused: false, parked: false, sent: false } as const;
const waiting = { status: 'waiting', intent, held, refused: false, isBuying: false, isStuck: false } as const;
const bought = (phoneNumber: string) => ({ phoneNumber, status: 'purchased' as const });
const notBought = (phoneNumber: string) => ({ phoneNumber, status: 'failed' as const, code: 'number_unavailable' });
const [first, second] = numbers as [string, string];

/** Every state of the machine, with the data that makes a difference. */
export const states: [name: string, state: PurchaseState][] = [
  ['browsing', initialPurchase],
  ['browsing, the number is gone', { status: 'browsing', notice: { code: 'number_unavailable', draft } }],
  ['browsing, the order was cancelled', { status: 'browsing', notice: { code: 'order_cancelled', draft } }],
  ['browsing, the order has expired', { status: 'browsing', notice: { code: 'order_expired', draft } }],
  ['browsing, for a pool', { status: 'browsing', replacing: { pool: { name: 'Sales' }, count: 1 } }],
  ['reviewing', { status: 'reviewing', draft }],
  ['reviewing, a pool', { status: 'reviewing', draft: draftOf(2) }],
  ['gating', gating],
  ['gating, parked', { ...gating, parked: true }],
  ['waiting', waiting],
  ['waiting, being bought', { ...waiting, isBuying: true }],
  ['waiting, not cancelled', { ...waiting, isStuck: true }],
  ['asking', { status: 'asking', intent, sent: false }],
  ['asking, sent', { status: 'asking', intent, sent: true }],
  ['purchasing', { status: 'purchasing', intent, refused: false, sent: false }],
  ['purchasing, a pool', { status: 'purchasing', intent: intentOf(2), refused: false, sent: false }],
  ['unconfirmed', { status: 'unconfirmed', intent, refused: false }],
  ['unconfirmed, slow', { status: 'unconfirmed', intent, refused: false, slow: true }],
  ['unconfirmed, signed out', { status: 'unconfirmed', intent, refused: false, code: 'unauthorized' }],
  ['unconfirmed, too many requests', { status: 'unconfirmed', intent, refused: false, code: 'rate_limited' }],
  ['purchased', { status: 'purchased', intent, receipt: { numbers: [bought(first)] } }],
  ['purchased, a pool', { status: 'purchased', intent: intentOf(2), receipt: { numbers: numbers.map(bought) } }],
  [
    'purchased, a pool in part',
    { status: 'purchased', intent: intentOf(2), receipt: { numbers: [bought(first), notBought(second)] } },
  ],
  ...(
    [
      'payment_required',
      'plan_limit',
      'address_required',
      'bundle_required',
      'rate_limited',
      'verification_required',
      'unauthorized',
      'purchase_failed',
    ] as LcErrorCode[]
  ).map((code): [string, PurchaseState] => [`failed, ${code}`, { status: 'failed', intent, code }]),
];

const every: Standing[] = ['free', 'unknown', 'asked', 'begun', 'failed', 'paused', 'checked', 'reviewed', 'declined'];
const parked: Standing[] = ['unknown', 'asked', 'paused', 'checked', 'reviewed', 'declined'];

/** Where the buyer may stand with their identity in a state, as far as it says something else then. */
export function standingsIn(name: string): readonly Standing[] {
  if (name === 'reviewing') return every;
  if (name === 'gating') return ['asked', 'free'];
  if (name === 'gating, parked') return parked;
  if (name === 'waiting') return [...parked, 'free'];
  if (name === 'asking') return ['free', 'asked', 'reviewed', 'declined'];
  return name.startsWith('waiting') || name === 'reviewing, a pool' ? ['reviewed'] : ['free'];
}

/** Every event once per difference it can make. */
export const events: [name: string, event: PurchaseEvent][] = [
  ['the person chooses a number', { type: 'choose', draft }],
  ['the person confirms', { type: 'confirm', id: 'ord_2', idempotencyKey: 'key_2', now: at }],
  ['an order of an earlier visit', { type: 'resumed', now: at, kept: { ...intent, parked: false, sent: false } }],
  ['… that was sent', { type: 'resumed', now: at, kept: { ...intent, parked: false, sent: true } }],
  ['… that the person left in review', { type: 'resumed', now: at, kept: { ...intent, parked: true, sent: false } }],
  ['… that the host keeps', { type: 'resumed', now: at, kept: { ...intent, parked: false, sent: false, held } }],
  ['… of long ago', { type: 'resumed', now: late, kept: { ...intent, parked: false, sent: false } }],
  ['the account may pass', { type: 'passed', now: at }],
  ['the account may pass, much later', { type: 'passed', now: late }],
  ['the person closes the gate', { type: 'left', code: 'dismissed', now: at }],
  ['the person leaves a review', { type: 'left', code: 'in_review', now: at }],
  ['the gate declines', { type: 'left', code: 'declined', now: at }],
  ['the host keeps it until the approval', { type: 'kept', held }],
  ['nobody knows whether the host keeps it', { type: 'unheard' }],
  ['the host is buying it', { type: 'standing', held, isBuying: true }],
  ['cancelling does not work', { type: 'cancelling', isStuck: true }],
  ['bought', { type: 'answered', answer: { numbers: [bought(first)] } }],
  ['not bought: the number is gone', { type: 'answered', answer: { numbers: [notBought(first)] } }],
  ['refused: payment_required', { type: 'refused', code: 'payment_required' }],
  ['refused: number_unavailable', { type: 'refused', code: 'number_unavailable' }],
  ['refused: order_cancelled', { type: 'refused', code: 'order_cancelled' }],
  ['refused: order_expired', { type: 'refused', code: 'order_expired' }],
  ['refused: verification_required', { type: 'refused', code: 'verification_required' }],
  ['… and kept until the approval', { type: 'refused', code: 'verification_required', held }],
  ['refused: unknown_outcome', { type: 'refused', code: 'unknown_outcome' }],
  ['refused: rate_limited', { type: 'refused', code: 'rate_limited' }],
  ['no answer', { type: 'lost' }],
  ['that has lasted long', { type: 'waited' }],
  ['it ended elsewhere', { type: 'ended' }],
  ['the person wants replacements', { type: 'replace' }],
  ['the person goes back', { type: 'back' }],
  ['another account', { type: 'reset' }],
];

/** What the table calls a state. */
export function nameOf(state: PurchaseState): string {
  const more: Partial<Record<PurchaseState['status'], () => string | false | undefined>> = {
    browsing: () => state.status === 'browsing' && (state.notice?.code ?? (state.replacing && 'for a pool')),
    gating: () =>
      state.status === 'gating' && marks({ parked: state.parked, sent: state.sent, refused: state.refused }),
    waiting: () =>
      state.status === 'waiting' && marks({ 'being bought': state.isBuying, 'not cancelled': state.isStuck }),
    asking: () => state.status === 'asking' && state.sent && 'sent',
    unconfirmed: () => state.status === 'unconfirmed' && (state.code ?? (state.slow && 'slow')),
    failed: () => state.status === 'failed' && state.code,
  };
  return [state.status, more[state.status]?.()].filter(Boolean).join(', ');
}

const marks = (given: Record<string, boolean>): string =>
  Object.keys(given)
    .filter((name) => given[name])
    .join(', ');
