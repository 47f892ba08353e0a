import type { Side } from '../records/flow.js';
import type { FlowProblem } from '../records/flow-view.js';
import type { CameraProblem } from './camera.js';

/** What the page shows; `step` is whatever the server's current step asks for. */
export type Screen =
  | { name: 'loading' }
  | { name: 'step' }
  | { name: 'camera'; side: Side; stream: MediaStream | null }
  | { name: 'camera-problem'; side: Side; problem: CameraProblem }
  | { name: 'sending' }
  | { name: 'check'; side: Side; preview: string | null; captureMethod: 'photo' | 'upload' }
  | { name: 'checking' }
  | { name: 'other-device'; link: string; copied: boolean }
  | { name: 'problem'; problem: FlowProblem | 'offline' }
  | { name: 'closed' };
