import { hostCode } from '../contract/host-code.js';
import type { LcErrorCode } from '../errors.js';
import type { HeldOrder, PurchaseAnswer } from './number-contracts.js';
import type { Draft, Intent } from './order.js';
import type { PurchaseEvent, PurchaseState } from './purchase-state.js';

export * from './order.js';
export * from './purchase-state.js';

type Run<Status> = Extract<PurchaseState, { status: Status }>;

/** After so long the person is asked again before anything is bought. */
export const patience = 30 * 60_000;

/** How far apart the clocks of one person's tabs and visits may be. */
const slack = 60_000;

/** Whether so much time has passed that the person is asked again; a clock that was set back tells nothing of it. */
const isStale = ({ touchedAt }: Intent, now: number): boolean => now - touchedAt > patience || touchedAt > now + slack;

export const initialPurchase: PurchaseState = { status: 'browsing' };

/**
 * Whether a purchase may have been made without its outcome being known: the one state that must not be left by hand.
 */
export const isUnsettled = (state: PurchaseState): boolean =>
  state.status === 'purchasing' || state.status === 'unconfirmed';

/** Whether the state's intent is still to be carried out. */
export const isUnderWay = (
  state: PurchaseState,
): state is Run<'gating' | 'waiting' | 'asking' | 'purchasing' | 'unconfirmed'> =>
  isUnsettled(state) || ['gating', 'waiting', 'asking'].includes(state.status);

/** The key of the state's intent, if it has one. */
export const keyOf = (state: PurchaseState): string | undefined =>
  ('intent' in state && state.intent.idempotencyKey) || undefined;

/** Refusals of one request that say nothing of what an earlier one with the same key did. */
const tellsNothing: readonly LcErrorCode[] = ['unknown_outcome', 'rate_limited', 'unauthorized', 'not_configured'];

/** Where it ends without a purchase, and another number may be chosen. */
export const leadsBack: readonly LcErrorCode[] = ['number_unavailable', 'order_cancelled', 'order_expired'];

/** The next state. An event that means nothing in a state returns that same state. */
export function purchase(state: PurchaseState, event: PurchaseEvent): PurchaseState {
  if (event.type === 'reset') return isUnsettled(state) ? state : initialPurchase;

  switch (state.status) {
    case 'browsing':
      if (event.type === 'resumed') return resume(event);
      return event.type === 'choose' ? { status: 'reviewing', draft: event.draft } : state;
    case 'reviewing':
      if (event.type === 'back') return initialPurchase;
      return event.type === 'confirm' ? intend(state.draft, event) : state;
    case 'gating':
      return atTheGate(state, event);
    case 'waiting':
      return atTheHost(state, event);
    case 'asking':
      if (event.type === 'confirm') return asked(state, event);
      return event.type === 'back' ? initialPurchase : elsewhere(state, event);
    case 'purchasing':
    case 'unconfirmed':
      return settle(state, event);
    case 'failed':
      if (event.type === 'confirm') return intend(state.intent, event);
      return event.type === 'back' ? initialPurchase : state;
    case 'purchased':
      if (event.type === 'replace') return replace(state);
      return event.type === 'back' ? initialPurchase : state;
  }
}

function intend(
  { order, offers }: Draft,
  { id, idempotencyKey, now, sent = false, mayWait }: Extract<PurchaseEvent, { type: 'confirm' }>,
): PurchaseState {
  return {
    status: 'gating',
    intent: { id, order, offers, idempotencyKey, touchedAt: now, ...(mayWait && { mayWait }) },
    refused: false,
    parked: false,
    sent,
  };
}

/** Whether the host has kept it for as long as it said. */
const isPast = ({ finishBy }: HeldOrder, now: number): boolean =>
  Boolean(finishBy) && now > Date.parse(finishBy!) + slack;

function resume({ kept, now, listed }: Extract<PurchaseEvent, { type: 'resumed' }>): PurchaseState {
  const { parked, sent, held, outcome, seen: _, ...intent } = kept;
  // It ended while nobody looked: here is the receipt, or why there is none.
  if (outcome?.type === 'answered') return answered(intent, outcome.answer);
  if (outcome?.type === 'refused') return notSold(intent, outcome.code);
  if (outcome) return initialPurchase;
  // What the host has kept for as long as it said, and long does not list any more, is an intent like another.
  const isGone = listed === 'gone';
  const isOver = held && (isGone || !listed) && (isPast(held, now) || (isGone && isStale(intent, now)));
  if (held && !isOver) return waiting(intent, held, false, listed === 'buying');
  if (isStale(intent, now)) return { status: 'asking', intent, sent };
  return sent
    ? { status: 'unconfirmed', intent, refused: false }
    : { status: 'gating', intent, refused: false, parked, sent };
}

function asked({ intent, sent }: Run<'asking'>, { now, mayWait }: { now: number; mayWait?: boolean }): PurchaseState {
  const touched = { ...intent, touchedAt: now, mayWait };
  return sent
    ? { status: 'unconfirmed', intent: touched, refused: false }
    : { status: 'gating', intent: touched, refused: false, parked: false, sent };
}

const waiting = (intent: Intent, held: HeldOrder, refused = false, isBuying = false): PurchaseState => ({
  status: 'waiting',
  intent: { ...intent, id: held.id },
  held,
  refused,
  isBuying,
  isStuck: false,
});

function atTheGate(state: Run<'gating'>, event: PurchaseEvent): PurchaseState {
  const { intent, refused, parked, sent, held } = state;
  switch (event.type) {
    case 'passed':
      if (parked && isStale(intent, event.now)) return { status: 'asking', intent, sent };
      return { status: 'purchasing', intent, refused, sent };
    case 'left':
      if (event.code === 'in_review') {
        const touched = { ...intent, touchedAt: event.now };
        return held ? waiting(touched, held) : { ...state, parked: true, intent: touched };
      }
      // What may have been bought is not an order to be changed: it can only be looked into.
      if (sent) return { status: 'asking', intent, sent };
      return {
        status: 'reviewing',
        draft: { order: intent.order, offers: intent.offers },
        ...(event.code === 'dismissed' ? {} : { notice: event.code }),
      };
    case 'back':
      return sent ? { status: 'asking', intent, sent } : initialPurchase;
    case 'kept':
      return parked
        ? waiting(intent, event.held)
        : { ...state, intent: { ...intent, id: event.held.id }, sent: false, held: event.held };
    case 'unheard':
      return sent ? state : { ...state, sent: true };
    default:
      return elsewhere(state, event);
  }
}

function atTheHost(state: Run<'waiting'>, event: PurchaseEvent): PurchaseState {
  const { intent, held, refused, isBuying } = state;
  switch (event.type) {
    case 'standing':
      return event.isBuying === isBuying && event.held.finishBy === held.finishBy
        ? state
        : { ...state, held: event.held, isBuying: event.isBuying };
    case 'passed':
      // Who has the key need not wait for the host, unless it is at it: both get the one answer.
      if (!intent.idempotencyKey || refused || isBuying) return state;
      return isPast(held, event.now)
        ? { status: 'asking', intent, sent: false }
        : { status: 'purchasing', intent, refused, sent: false };
    case 'cancelling':
      return event.isStuck === state.isStuck ? state : { ...state, isStuck: event.isStuck };
    case 'back':
      return initialPurchase;
    default:
      return elsewhere(state, event);
  }
}

/** Another tab, which runs the same intent, has brought it to its end. */
function elsewhere(state: Run<'gating' | 'waiting' | 'asking'>, event: PurchaseEvent): PurchaseState {
  if (event.type === 'answered') return answered(state.intent, event.answer);
  if (event.type === 'refused') return notSold(state.intent, event.code);
  return event.type === 'ended' ? initialPurchase : state;
}

function settle(state: Run<'purchasing' | 'unconfirmed'>, event: PurchaseEvent): PurchaseState {
  const { intent, refused } = state;
  switch (event.type) {
    case 'answered':
      return answered(intent, event.answer);
    case 'ended':
      return initialPurchase;
    case 'refused': {
      const sent = state.status === 'unconfirmed' || state.sent || event.sent === true;
      // The server is the one that guards: its refusal opens the gate, and the very same intent goes on afterwards.
      if (event.code === 'verification_required') {
        const { held } = event;
        const gating = { status: 'gating', intent, refused: true, parked: false, sent } as const;
        if (!refused) return held ? atTheGate(gating, { type: 'kept', held }) : gating;
        if (held) return waiting(intent, held, true);
        return sent ? { status: 'asking', intent, sent } : notSold(intent, event.code);
      }
      const unknown = event.code === 'unknown_outcome' || (sent && tellsNothing.includes(event.code));
      if (!unknown) return notSold(intent, event.code);
      const slow = state.status === 'unconfirmed' && state.slow === true;
      return { status: 'unconfirmed', intent, refused, code: event.code, ...(slow ? { slow } : {}) };
    }
    case 'waited':
      return state.status === 'unconfirmed' && !state.slow ? { ...state, slow: true } : state;
    case 'lost':
      return state.status === 'unconfirmed' ? state : { status: 'unconfirmed', intent, refused };
    default:
      return state;
  }
}

function answered(intent: Intent, { numbers, order }: PurchaseAnswer): PurchaseState {
  if (numbers.some(({ status }) => status === 'purchased'))
    return { status: 'purchased', intent: { ...intent, id: order?.id ?? intent.id }, receipt: { numbers } };
  return notSold(intent, hostCode(numbers[0]?.code) ?? 'purchase_failed');
}

function notSold(intent: Intent, code: LcErrorCode): PurchaseState {
  if (!leadsBack.includes(code)) return { status: 'failed', intent, code };
  const { order, offers } = intent;
  return {
    status: 'browsing',
    notice: { code, draft: { order, offers } },
    ...(order.pool && code === 'number_unavailable'
      ? { replacing: { pool: order.pool, count: order.numbers.length } }
      : {}),
  };
}

function replace(state: Run<'purchased'>): PurchaseState {
  const { pool } = state.intent.order;
  const count = state.receipt.numbers.filter(({ status }) => status === 'failed').length;
  return pool && count > 0 ? { status: 'browsing', replacing: { pool, count } } : initialPurchase;
}
