import type { AccountId } from '../../core/account-id.js';

/** A click or submit that was stopped, to be repeated when the person may pass. */
export interface HeldEvent {
  /** The account it was wanted for. */
  readonly account: AccountId;
  readonly event: Event;
  /** What was clicked, or the form. */
  readonly target: Element;
  /** What must be there and usable when it is repeated. */
  readonly trigger: Element | null;
}

const triggers =
  'button, a[href], area[href], input:is([type=submit], [type=button], [type=image]), summary, ' +
  '[role=button], [role=link], [role=menuitem]';

/** Whether a click on it is held. */
export const isTrigger = (target: EventTarget): target is HTMLElement =>
  target instanceof HTMLElement && (target.matches(triggers) || target.localName.includes('-'));

/**
 * The guarded event that this click or submit is, if it is one. Inside a guarded form the submit counts, not the
 * clicks, so that its other controls work and validation comes first.
 */
export function guardedEvent(event: Event, gate: HTMLElement & { account: AccountId }): HeldEvent | undefined {
  const path = event.composedPath();
  const inside = path.slice(0, path.indexOf(gate));
  // Only what stands in the default slot is guarded, not the gate's own dialog, nor what a page puts into it.
  const child = inside.findLast((target) => target instanceof Element && target.parentNode === gate) as
    | Element
    | undefined;
  if (!child || child.slot) return undefined;
  const { account } = gate;
  const target = inside[0] as Element;
  if (event.type === 'submit') {
    return target instanceof HTMLFormElement
      ? { account, event, target, trigger: (event as SubmitEvent).submitter }
      : undefined;
  }
  const trigger = inside.find(isTrigger);
  if (!trigger || inside.some((each) => each instanceof HTMLFormElement)) return undefined;
  return { account, event, target, trigger };
}
