import type { LcErrorCode } from '../../errors.js';
import { type GateState, isOpen, mayPass } from '../gate-state.js';
import type { Step } from '../steps.js';
import { progressOf } from './progress.js';

/** What the page is told when the gate goes from one state to another, besides `statechange`. */
export type Outcome =
  | { type: 'verified' | 'review' | 'declined' | 'dismissed' }
  | { type: 'step'; step: Step | 'result' }
  | { type: 'failed'; code: LcErrorCode };

/** The events of a change, in their order. `inApp` names the failure of a camera in a browser inside another app. */
export function outcomes(state: GateState, previous: GateState, inApp = false): Outcome[] {
  const told: Outcome[] = [];
  const entered = state.status !== previous.status;
  const step = stepTold(state);
  if (step && step !== stepTold(previous)) told.push({ type: 'step', step });
  if (
    state.status === 'verifying' &&
    state.camera === 'failed' &&
    !('camera' in previous && previous.camera === 'failed')
  )
    told.push({ type: 'failed', code: inApp ? 'in_app_browser' : 'no_camera' });
  if (entered && state.status === 'confirming') told.push({ type: 'step', step: 'result' });
  if (entered && (state.status === 'verified' || state.status === 'review' || state.status === 'declined'))
    told.push({ type: state.status });
  if (entered && state.status === 'blocked') told.push({ type: 'failed', code: state.code });
  if (isOpen(previous) && !isOpen(state) && !mayPass(state)) told.push({ type: 'dismissed' });
  return told;
}

/** The step that the page is told of: what is shown here, or what the server tells of another device. */
function stepTold(state: GateState): Step | undefined {
  const isShown =
    state.status === 'verifying' ? state.step !== 'loading' : state.status === 'handoff' && state.answer.step;
  return isShown ? progressOf(state).step : undefined;
}
