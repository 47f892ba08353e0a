import type { Side } from '../records/flow.js';
import type { FlowProblem, FlowView } from '../records/flow-view.js';
import { type CameraProblem, closeCamera } from './camera.js';

/** What the page shows; `step` is whatever the server's current step asks for. */
export type Screen =
  | { name: 'loading' }
  | { name: 'step' }
  | { name: 'camera'; side: Side; stream?: MediaStream }
  | { name: 'camera-problem'; side: Side; problem: CameraProblem }
  | { name: 'sending' }
  | { name: 'check'; side: Side; preview: string | undefined; captureMethod: 'photo' | 'upload' }
  | { name: 'checking' }
  | { name: 'other-device'; link: string; copied: boolean }
  | { name: 'problem'; problem: FlowProblem | 'offline' }
  | { name: 'closed' };

/** Gives back what a screen holds and the next one does not: the camera, or the picture shown. */
export function letGo(screen: Screen, next: Screen): void {
  const staysOpen = screen.name === 'camera' && next.name === 'camera' && screen.stream === next.stream;
  if (screen.name === 'camera' && !staysOpen) closeCamera(screen.stream);
  if (screen.name === 'check' && screen.preview) URL.revokeObjectURL(screen.preview);
}

/**
 * What a screen is called, and which place it is: that of another picture, or of a change of device, is another one.
 */
export function placeOf(screen: Screen, view: FlowView | undefined): { name: string; place: string } {
  const name = screen.name === 'step' ? (view?.step ?? 'start') : screen.name;
  const part = partOf(screen, view);
  return { name, place: part ? `${name} ${part}` : name };
}

function partOf(screen: Screen, view: FlowView | undefined): string | null | undefined {
  if (screen.name === 'camera') return screen.side;
  return screen.name === 'other-device' ? view?.handOff : undefined;
}
