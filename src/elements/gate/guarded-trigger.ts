/** A click or submit that was stopped, to be repeated when the person may pass. */
export interface HeldEvent {
  /** The account it was wanted for. */
  readonly account: string;
  /** Repeats it on the same target, as the same kind of event. */
  replay(): void;
}

const triggers =
  'button, a[href], area[href], input:is([type="submit"], [type="button"], [type="image"]), summary, ' +
  '[role="button"], [role="link"], [role="menuitem"]';

/** Whether a click on it is held. */
export const isTrigger = (target: EventTarget): target is HTMLElement =>
  target instanceof HTMLElement && (target.matches(triggers) || target.localName.includes('-'));

/**
 * The guarded event that this click or submit is, if it is one. Inside a guarded form the submit counts, not the
 * clicks, so that its other controls work and validation comes first.
 */
export function guardedEvent(event: Event, gate: HTMLElement & { account: string }): HeldEvent | undefined {
  const path = event.composedPath();
  const inside = path.slice(0, path.indexOf(gate));
  // Only what stands in the default slot is guarded, not the gate's own dialog, nor what a page puts into it.
  const child = inside.findLast((target) => target instanceof Element && target.parentNode === gate) as
    | Element
    | undefined;
  if (!child || child.slot) return undefined;
  const { account } = gate;
  if (event.type === 'submit') {
    const [form] = inside;
    const { submitter } = event as SubmitEvent;
    if (!(form instanceof HTMLFormElement)) return undefined;
    // A button that has gone, or may not be used any more, does not send the form.
    return {
      account,
      replay: () =>
        form.isConnected &&
        (!submitter || (submitter.isConnected && !submitter.matches(':disabled'))) &&
        form.requestSubmit(submitter),
    };
  }
  const trigger = inside.find(isTrigger);
  if (!trigger || inside.some((target) => target instanceof HTMLFormElement)) return undefined;
  const target = inside[0] as Element;
  const Again = event.constructor as typeof MouseEvent;
  return {
    account,
    replay: () =>
      target.isConnected &&
      !trigger.matches(':disabled') &&
      target.dispatchEvent(new Again('click', event as MouseEvent)),
  };
}
