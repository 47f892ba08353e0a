import { hostCode } from '../contract/host-code.js';
import type { LcErrorCode } from '../errors.js';
import type { PurchaseAnswer } from './number-contracts.js';
import type { Draft, Intent, Receipt } from './order.js';

export * from './order.js';

/** An intent as it is kept across reloads and tabs. */
export interface KeptIntent extends Intent {
  /** The person has left a review. */
  parked: boolean;
  /** It was sent, so it may have been bought. */
  sent: boolean;
  /** False when it ended where nobody could see it: how, is shown once when the person is back. */
  seen?: boolean | undefined;
  /** How it ended, once it has. */
  outcome?: PurchaseOutcome | undefined;
}

/** How an intent may end; `ended`: the person wants it no more. */
export type PurchaseOutcome =
  | { type: 'answered'; answer: PurchaseAnswer }
  /** `sent`: another request with this key may have been carried out. */
  | { type: 'refused'; code: LcErrorCode; sent?: boolean | undefined }
  | { type: 'ended' };

export type PurchaseState =
  /** Choosing; `notice` says why a purchase came back here, `replacing` which pool still wants how many numbers. */
  | {
      status: 'browsing';
      notice?: { code: LcErrorCode; draft: Draft };
      replacing?: { pool: { name: string }; count: number };
    }
  | { status: 'reviewing'; draft: Draft; notice?: LcErrorCode }
  /**
   * Waiting for the gate. `refused`: the server has refused this intent once. `parked`: the person has left a review.
   * `sent`: it may have been bought.
   */
  | { status: 'gating'; intent: Intent; refused: boolean; parked: boolean; sent: boolean }
  /** So much time has passed that the person is asked whether they still want it. */
  | { status: 'asking'; intent: Intent; sent: boolean }
  | { status: 'purchasing'; intent: Intent; refused: boolean; sent: boolean }
  /**
   * The answer was lost: repeating with the same key until there is one. `code`: why the last repeat told nothing.
   * `slow`: it has lasted longer than it usually does.
   */
  | { status: 'unconfirmed'; intent: Intent; refused: boolean; code?: LcErrorCode; slow?: boolean }
  | { status: 'purchased'; intent: Intent; receipt: Receipt }
  | { status: 'failed'; intent: Intent; code: LcErrorCode };

export type PurchaseStatus = PurchaseState['status'];

export type PurchaseEvent =
  | { type: 'choose'; draft: Draft }
  /**
   * The person confirms the order, or wants it again: a new intent with its own key, except after `asking`, which goes
   * on with its own. `sent`: another tab has sent an intent with this key.
   */
  | { type: 'confirm'; id: string; idempotencyKey: string; now: number; sent?: boolean }
  /** An intent of an earlier visit goes on. */
  | { type: 'resumed'; kept: KeptIntent; now: number }
  | { type: 'passed'; now: number }
  | { type: 'left'; code: LcErrorCode; now: number }
  | PurchaseOutcome
  /** No answer, or one that tells nothing. */
  | { type: 'lost' }
  /** Being unconfirmed has lasted longer than it usually does. */
  | { type: 'waited' }
  /** Replacements for what a pool did not get. */
  | { type: 'replace' }
  | { type: 'back' }
  | { type: 'reset' };

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
export const isUnderWay = (state: PurchaseState): state is Run<'gating' | 'asking' | 'purchasing' | 'unconfirmed'> =>
  isUnsettled(state) || state.status === 'gating' || state.status === 'asking';

/** The key of the state's intent, if it has one. */
export const keyOf = (state: PurchaseState): string | undefined =>
  'intent' in state ? state.intent.idempotencyKey : undefined;

/** Refusals of one request that say nothing of what an earlier one with the same key did. */
const tellsNothing: readonly LcErrorCode[] = ['unknown_outcome', 'rate_limited', 'unauthorized', 'not_configured'];

/** The next state. An event that means nothing in a state returns that same state. */
export function purchase(state: PurchaseState, event: PurchaseEvent): PurchaseState {
  if (event.type === 'reset') return isUnsettled(state) ? state : initialPurchase;

  switch (state.status) {
    case 'browsing':
      if (event.type === 'resumed') return resume(event.kept, event.now);
      return event.type === 'choose' ? { status: 'reviewing', draft: event.draft } : state;
    case 'reviewing':
      if (event.type === 'back') return initialPurchase;
      return event.type === 'confirm' ? intend(state.draft, event) : state;
    case 'gating':
      return atTheGate(state, event);
    case 'asking':
      if (event.type === 'confirm') return asked(state, event.now);
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
  { id, idempotencyKey, now, sent = false }: Extract<PurchaseEvent, { type: 'confirm' }>,
): PurchaseState {
  return {
    status: 'gating',
    intent: { id, order, offers, idempotencyKey, touchedAt: now },
    refused: false,
    parked: false,
    sent,
  };
}

function resume({ parked, sent, outcome, seen: _, ...intent }: KeptIntent, now: number): PurchaseState {
  // It ended while nobody looked: here is the receipt, or why there is none.
  if (outcome?.type === 'answered') return answered(intent, outcome.answer);
  if (outcome?.type === 'refused') return notSold(intent, outcome.code);
  if (outcome) return initialPurchase;
  if (isStale(intent, now)) return { status: 'asking', intent, sent };
  return sent
    ? { status: 'unconfirmed', intent, refused: false }
    : { status: 'gating', intent, refused: false, parked, sent };
}

function asked({ intent, sent }: Run<'asking'>, now: number): PurchaseState {
  const touched = { ...intent, touchedAt: now };
  return sent
    ? { status: 'unconfirmed', intent: touched, refused: false }
    : { status: 'gating', intent: touched, refused: false, parked: false, sent };
}

function atTheGate(state: Run<'gating'>, event: PurchaseEvent): PurchaseState {
  const { intent, refused, parked, sent } = state;
  switch (event.type) {
    case 'passed':
      if (parked && isStale(intent, event.now)) return { status: 'asking', intent, sent };
      return { status: 'purchasing', intent, refused, sent };
    case 'left':
      if (event.code === 'in_review') return { ...state, parked: true, intent: { ...intent, touchedAt: event.now } };
      // What may have been bought is not an order to be changed: it can only be looked into.
      if (sent) return { status: 'asking', intent, sent };
      return {
        status: 'reviewing',
        draft: { order: intent.order, offers: intent.offers },
        ...(event.code === 'dismissed' ? {} : { notice: event.code }),
      };
    case 'back':
      return sent ? { status: 'asking', intent, sent } : initialPurchase;
    default:
      return elsewhere(state, event);
  }
}

/** Another tab, which runs the same intent, has brought it to its end. */
function elsewhere(state: Run<'gating' | 'asking'>, event: PurchaseEvent): PurchaseState {
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
        if (!refused) return { status: 'gating', intent, refused: true, parked: false, sent };
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

function answered(intent: Intent, { numbers }: PurchaseAnswer): PurchaseState {
  if (numbers.some(({ status }) => status === 'purchased'))
    return { status: 'purchased', intent, receipt: { numbers } };
  return notSold(intent, hostCode(numbers[0]?.code) ?? 'purchase_failed');
}

function notSold(intent: Intent, code: LcErrorCode): PurchaseState {
  if (code !== 'number_unavailable') return { status: 'failed', intent, code };
  const { order, offers } = intent;
  return {
    status: 'browsing',
    notice: { code, draft: { order, offers } },
    ...(order.pool ? { replacing: { pool: order.pool, count: order.numbers.length } } : {}),
  };
}

function replace(state: Run<'purchased'>): PurchaseState {
  const { pool } = state.intent.order;
  const count = state.receipt.numbers.filter(({ status }) => status === 'failed').length;
  return pool && count > 0 ? { status: 'browsing', replacing: { pool, count } } : initialPurchase;
}
