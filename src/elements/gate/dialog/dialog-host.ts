import type { Action } from '../../../core/gate/actions.js';
import type { GateEvent, GateState } from '../../../core/gate/gate-state.js';

/** What the dialog needs of what runs the gate. */
export interface DialogHost {
  readonly state: GateState;
  /** What the person is about to do. */
  readonly action: Action;
  readonly send: (event: GateEvent) => void;
  /** Fires the events after the next update, when the DOM agrees with them. */
  emit(...events: Event[]): void;
}
