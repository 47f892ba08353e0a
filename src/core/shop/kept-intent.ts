import {
  isUnderWay,
  isUnsettled,
  type KeptIntent,
  keyOf,
  type PurchaseEvent,
  type PurchaseOutcome,
  type PurchaseState,
} from './purchase.js';

/** Whether this is how an intent ends. */
export const isOutcome = (event: PurchaseEvent): event is PurchaseOutcome =>
  ['answered', 'refused', 'ended'].includes(event.type);

/** How the state's intent is to be kept; undefined when it need not be, or stays as it was. */
export function keptFrom(state: PurchaseState): KeptIntent | undefined {
  if (state.status === 'gating')
    return { ...state.intent, parked: state.parked, sent: state.sent, ...(state.held && { held: state.held }) };
  if (state.status === 'waiting')
    return keyOf(state) ? { ...state.intent, parked: true, sent: false, held: state.held } : undefined;
  return state.status === 'purchasing' || state.status === 'unconfirmed'
    ? { ...state.intent, parked: false, sent: true }
    : undefined;
}

/**
 * What a change of state writes into the storage; `stored` is what stands there now, perhaps by another tab. What is
 * sent is written just before it is, not here. An intent that another tab has sent is not ended by this one, and one
 * that has ended stays so.
 */
export function written(
  state: PurchaseState,
  previous: PurchaseState,
  stored: (key: string) => KeptIntent | undefined,
): KeptIntent | undefined {
  const kept = isUnsettled(state) ? undefined : keptFrom(state);
  if (kept) {
    const before = stored(kept.idempotencyKey);
    if (before?.outcome) return undefined;
    const sent = kept.sent || (!kept.held && previous.status !== 'purchasing' && before?.sent === true);
    // Another tab may know by now that the host has it.
    return { ...(before?.held && { held: before.held }), ...kept, sent };
  }
  const key = keyOf(previous);
  if (!key || key === keyOf(state) || !isUnderWay(previous) || isUnsettled(previous)) return undefined;
  // What the host keeps ends at the host, whoever stops looking at it.
  if (previous.status === 'waiting') return undefined;
  const before = stored(key);
  const wasSent = before?.sent || (previous as { sent?: boolean }).sent;
  return before?.outcome || wasSent
    ? undefined
    : { ...before, ...previous.intent, parked: false, sent: false, outcome: { type: 'ended' } };
}

/**
 * How an intent is kept whose host has answered only when nobody here was at it any more; undefined when it stays as it
 * was sent, for the next visit to find out. `heard`: what the answer means, as in `heardAtTheGate`.
 */
export function keptAfterwards(
  kept: KeptIntent,
  heard: PurchaseEvent | undefined,
  isGivenUp: boolean,
): KeptIntent | undefined {
  if (heard?.type === 'unheard') return undefined;
  const came = heard?.type === 'answered' || (heard?.type === 'refused' && !isGivenUp) ? heard : undefined;
  const outcome: PurchaseOutcome | undefined = came ?? (isGivenUp ? { type: 'ended' } : undefined);
  return {
    ...kept,
    ...(heard?.type === 'kept' && { id: heard.held.id, held: heard.held }),
    ...(outcome && { outcome }),
    ...(came && { seen: false }),
  };
}
