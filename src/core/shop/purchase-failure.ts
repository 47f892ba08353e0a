import { hostCode } from '../contract/host-code.js';
import { codeOf, type LcErrorCode } from '../errors.js';
import { heldOrder } from './number-contracts.js';
import { leadsBack, type PurchaseEvent, type PurchaseState } from './purchase.js';

/** After these nobody knows whether the purchase happened. */
const uncertain: readonly LcErrorCode[] = ['unreachable', 'offline', 'server_error', 'invalid_answer'];

/**
 * What an error of a purchase means for its order; `sent`: an earlier request with its key may have been carried out.
 */
export function refusalOf(error: unknown, sent: boolean | undefined): PurchaseEvent {
  const code = hostCode((error as { code?: unknown } | undefined)?.code) ?? codeOf(error, 'unknown_outcome');
  if (uncertain.includes(code)) return { type: 'lost' };
  // A host says it beside the code; a page's own function as a member of its error.
  const { order, cause } = (error ?? {}) as { order?: unknown; cause?: { order?: unknown } };
  const held = code === 'verification_required' && heldOrder(order ?? cause?.order);
  return { type: 'refused', code, sent, ...(held && { held }) };
}

/**
 * What an answer means to somebody who does not buy yet, but has asked the host to keep the order until the approval;
 * undefined when nothing has come of that.
 */
export function heardAtTheGate(event: PurchaseEvent): PurchaseEvent | undefined {
  if (event.type === 'lost') return { type: 'unheard' };
  if (event.type !== 'refused') return event;
  if (event.held) return { type: 'kept', held: event.held };
  if (event.code === 'unknown_outcome') return { type: 'unheard' };
  return leadsBack.includes(event.code) ? event : undefined;
}

/** Why there was no purchase, if that is to be told: a person who was declined is no failure. */
export function failureOf(state: PurchaseState): LcErrorCode | undefined {
  if (state.status === 'failed') return state.code;
  const code = state.status === 'reviewing' ? state.notice : undefined;
  return code === 'declined' || code === 'aborted' ? undefined : code;
}
