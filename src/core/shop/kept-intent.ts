import { type Draft, isUnderWay, isUnsettled, type KeptIntent, keyOf, type PurchaseState } from './purchase.js';

/** How the state's intent is to be kept; undefined when it need not be, or stays as it was. */
export function keptFrom(state: PurchaseState): KeptIntent | undefined {
  if (state.status === 'gating') return { ...state.intent, parked: state.parked, sent: state.sent };
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
    return before?.outcome
      ? undefined
      : { ...kept, sent: kept.sent || (previous.status !== 'purchasing' && before?.sent === true) };
  }
  const key = keyOf(previous);
  if (!key || key === keyOf(state) || !isUnderWay(previous) || isUnsettled(previous)) return undefined;
  const before = stored(key);
  const wasSent = before?.sent || (previous as { sent?: boolean }).sent;
  return before?.outcome || wasSent
    ? undefined
    : { ...previous.intent, parked: false, sent: false, outcome: { type: 'ended' } };
}

/** Whether an intent under way is about the same numbers, so that confirming this draft means that intent. */
export const isSame = (kept: KeptIntent, { order }: Draft): boolean =>
  !kept.outcome &&
  kept.order.numbers.length === order.numbers.length &&
  kept.order.numbers.every(({ phoneNumber }) => order.numbers.some((number) => number.phoneNumber === phoneNumber));
