import { hostCode, type LcErrorCode } from './errors.js';
import type { PurchaseAnswer } from './number-contracts.js';

/** One number of an order, with what the host needs to buy it at its carrier. */
export interface OrderedNumber {
  /** E.164. */
  phoneNumber: string;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  numberType: 'local' | 'tollFree' | 'mobile';
  locality: string | null;
  region: string | null;
  /** Ties the purchase to the search result; see the LC Phone API. */
  fingerprintId: string | null;
}

/** What the person wants to buy. */
export interface Order {
  account: string;
  numbers: OrderedNumber[];
  /** Present when the numbers form a pool. */
  pool?: { name: string };
}

/** An order with the key that makes it happen once. The key exists as long as the intent does. */
export interface Intent {
  order: Order;
  idempotencyKey: string;
}

/** What became of an order, number by number. */
export interface Receipt {
  numbers: PurchaseAnswer['numbers'];
}

export type PurchaseState =
  /** Choosing; `notice` says why a purchase came back here. */
  | { status: 'browsing'; notice?: { code: LcErrorCode; phoneNumber: string } }
  | { status: 'reviewing'; order: Order; notice?: LcErrorCode }
  /** Waiting for the gate. `refused`: the server has refused this intent once. `parked`: the person has left a review. */
  | { status: 'gating'; intent: Intent; refused: boolean; parked: boolean }
  | { status: 'purchasing'; intent: Intent; refused: boolean }
  /** The answer was lost: repeating with the same key until there is one. */
  | { status: 'unconfirmed'; intent: Intent; refused: boolean }
  | { status: 'purchased'; intent: Intent; receipt: Receipt }
  | { status: 'failed'; intent: Intent; code: LcErrorCode };

export type PurchaseStatus = PurchaseState['status'];

export type PurchaseEvent =
  | { type: 'choose'; order: Order }
  /** The person confirms the order, or wants it again after it failed for good: a new intent with its own key. */
  | { type: 'confirm'; idempotencyKey: string }
  | { type: 'passed' }
  | { type: 'left'; code: LcErrorCode }
  | { type: 'answered'; answer: PurchaseAnswer }
  | { type: 'refused'; code: LcErrorCode }
  /** No answer, or one that tells nothing. */
  | { type: 'lost' }
  | { type: 'back' }
  | { type: 'reset' };

export const initialPurchase: PurchaseState = { status: 'browsing' };

/** Whether a purchase may have been made without its outcome being known: the one state that must not be left by hand. */
export const isUnsettled = (state: PurchaseState): boolean => state.status === 'purchasing' || state.status === 'unconfirmed';

/** The next state. An event that means nothing in a state returns that same state. */
export function purchase(state: PurchaseState, event: PurchaseEvent): PurchaseState {
  if (event.type === 'reset') return isUnsettled(state) ? state : initialPurchase;

  switch (state.status) {
    case 'browsing':
      return event.type === 'choose' ? { status: 'reviewing', order: event.order } : state;
    case 'reviewing':
      if (event.type === 'back') return initialPurchase;
      return event.type === 'confirm' ? intend(state.order, event.idempotencyKey) : state;
    case 'gating':
      if (event.type === 'passed') return { status: 'purchasing', intent: state.intent, refused: state.refused };
      if (event.type === 'left') return left(state, event.code);
      return event.type === 'back' ? initialPurchase : state;
    case 'purchasing':
    case 'unconfirmed':
      return settled(state, event);
    case 'failed':
      if (event.type === 'confirm') return intend(state.intent.order, event.idempotencyKey);
      return event.type === 'back' ? initialPurchase : state;
    case 'purchased':
      return event.type === 'back' ? initialPurchase : state;
  }
}

function intend(order: Order, idempotencyKey: string): PurchaseState {
  return { status: 'gating', intent: { order, idempotencyKey }, refused: false, parked: false };
}

function left(state: Extract<PurchaseState, { status: 'gating' }>, code: LcErrorCode): PurchaseState {
  if (code === 'in_review') return { ...state, parked: true };
  return { status: 'reviewing', order: state.intent.order, ...(code === 'dismissed' ? {} : { notice: code }) };
}

function settled(state: Extract<PurchaseState, { status: 'purchasing' | 'unconfirmed' }>, event: PurchaseEvent): PurchaseState {
  const { intent, refused } = state;
  switch (event.type) {
    case 'answered': {
      const first = event.answer.numbers[0];
      if (event.answer.numbers.some((number) => number.status === 'purchased')) return { status: 'purchased', intent, receipt: { numbers: event.answer.numbers } };
      return notSold(intent, hostCode(first?.code) ?? 'purchase_failed');
    }
    case 'refused':
      if (event.code === 'unknown_outcome') return { status: 'unconfirmed', intent, refused };
      // The server is the one that guards: its refusal opens the gate, and the very same intent goes on afterwards.
      if (event.code === 'verification_required' && !refused) return { status: 'gating', intent, refused: true, parked: false };
      return notSold(intent, event.code);
    case 'lost':
      return state.status === 'unconfirmed' ? state : { status: 'unconfirmed', intent, refused };
    default:
      return state;
  }
}

function notSold(intent: Intent, code: LcErrorCode): PurchaseState {
  if (code === 'number_unavailable') return { status: 'browsing', notice: { code, phoneNumber: intent.order.numbers.map((number) => number.phoneNumber).join(', ') } };
  return { status: 'failed', intent, code };
}
