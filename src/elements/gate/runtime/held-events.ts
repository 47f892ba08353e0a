import type { HeldEvent } from '../guarded-trigger.js';

/**
 * Repeats what was held on the same target, as the same kind of event; not where the target or its button has gone, or
 * may not be used any more.
 */
export function replay({ event, target, trigger }: HeldEvent): void {
  if (!target.isConnected || (trigger && (!trigger.isConnected || trigger.matches(':disabled')))) return;
  const Again = event.constructor as typeof MouseEvent;
  if (target instanceof HTMLFormElement && event.type === 'submit') target.requestSubmit(trigger as HTMLElement | null);
  else target.dispatchEvent(new Again('click', event as MouseEvent));
}
