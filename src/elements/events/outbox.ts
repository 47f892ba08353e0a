import type { ReactiveElement } from 'lit';
import { showState } from '../state-name.js';

/**
 * What an element has to tell: its status as `:state()`, and events that wait for the update after which the DOM agrees
 * with them.
 */
export class Outbox {
  readonly #element: ReactiveElement;
  #events: Event[] = [];

  constructor(element: ReactiveElement) {
    this.#element = element;
  }

  /** Fires the events after the next update. */
  push(...events: Event[]): void {
    this.#events.push(...events);
    this.#element.requestUpdate();
  }

  /** To be called after every update. */
  deliver(status: string, internals: ElementInternals | undefined): void {
    showState(internals, status);
    for (const event of this.#events.splice(0)) this.#element.dispatchEvent(event);
  }
}
