import type { LcErrorCode } from '../errors.js';
import type { StatusAnswer } from './status-contract.js';
import type { Step } from './steps.js';

/**
 * Where the person is inside Persona's flow; `loading` until its page says it is ready, and `ready` until it says more,
 * or where the server knows better.
 */
export type FlowStep = 'loading' | 'ready' | Step;

/** What Persona's frame needs: an inquiry made by the host's server, or a template when there is no server for it. */
export interface Inquiry {
  inquiryId?: string | undefined;
  sessionToken?: string | undefined;
  templateId?: string | undefined;
  environmentId?: string | undefined;
  referenceId?: string | undefined;
  personaHost?: string | undefined;
  /** Opens the same inquiry on another device or in another tab; made by the host's server. */
  oneTimeLink?: string | undefined;
  /** As in a status answer. */
  steps?: StatusAnswer['steps'];
  step?: StatusAnswer['step'];
}

/**
 * The gate at one moment. Everything else (is the dialog open, which screen, which words) derives from it.
 * `answer` is the last word of the host's server.
 */
export type GateState =
  | { status: 'idle' }
  /** Reading the status: for nobody, for someone who waits, or for someone who waits and is shown so. */
  | { status: 'checking'; wait: 'none' | 'quiet' | 'shown' }
  /** The server said so. Final for the page; `prompted` when the dialog was open just before. */
  | { status: 'verified'; answer: StatusAnswer; prompted: boolean }
  | { status: 'exempt' }
  | { status: 'required'; answer: StatusAnswer }
  | { status: 'prompting'; answer: StatusAnswer }
  /**
   * `renewing`: it starts again by itself because the frame had lost its session. `handoff`: it is to go on on the
   * phone.
   */
  | { status: 'starting'; answer: StatusAnswer; renewing: boolean; handoff: boolean }
  /** `leaving`: the person is asked whether they want to. `camera`: Persona's page could not use it. */
  | {
      status: 'verifying';
      answer: StatusAnswer;
      renewing: boolean;
      inquiry: Inquiry;
      step: FlowStep;
      leaving: boolean;
      camera: 'unknown' | 'failed';
    }
  /** Going on on the phone; the page follows the status. */
  | { status: 'handoff'; answer: StatusAnswer; link: string }
  | { status: 'confirming'; answer: StatusAnswer; slow: boolean }
  | { status: 'review'; answer: StatusAnswer }
  | { status: 'declined'; answer: StatusAnswer }
  | { status: 'retryable'; answer: StatusAnswer }
  /** Something is in the way. Without an answer it was the status that could not be read. */
  | { status: 'blocked'; code: LcErrorCode; answer?: StatusAnswer; link?: string | undefined };

export type GateStatus = GateState['status'];

export type GateEvent =
  | { type: 'reset' }
  | { type: 'exempted' }
  /** Read the status; nobody waits for it. */
  | { type: 'check' }
  /** Someone wants to pass. */
  | { type: 'demand' }
  /** The server refused what this page held for verified: ask it again. */
  | { type: 'refused' }
  | { type: 'answered'; answer: StatusAnswer }
  | { type: 'unanswered'; code: LcErrorCode }
  /** Someone has waited long enough for the status to be shown so. */
  | { type: 'show' }
  /** Confirming has lasted longer than it usually does. */
  | { type: 'waited' }
  | { type: 'begin'; handoff?: boolean }
  | { type: 'started'; inquiry: Inquiry }
  /** Hints from Persona's frame. None of them can verify anybody. */
  | { type: 'stepped'; step: FlowStep }
  | { type: 'camera-failed' }
  | { type: 'done' }
  | { type: 'stopped'; code: LcErrorCode }
  /** The person asks to leave, which in the middle of the flow is asked back; `stay` is the answer that they do not. */
  | { type: 'leave' }
  | { type: 'stay' }
  | { type: 'close' };

export const initialGate: GateState = { status: 'idle' };

export const checking = (wait: 'none' | 'quiet' | 'shown'): GateState => ({ status: 'checking', wait });

/** What a status is to the person and to the page. */
const traits: { readonly [Status in GateStatus]: { isOpen: boolean; isAwaited: boolean } } = {
  idle: { isOpen: false, isAwaited: false },
  checking: { isOpen: false, isAwaited: false },
  verified: { isOpen: false, isAwaited: false },
  exempt: { isOpen: false, isAwaited: false },
  required: { isOpen: false, isAwaited: false },
  prompting: { isOpen: true, isAwaited: false },
  starting: { isOpen: true, isAwaited: false },
  verifying: { isOpen: true, isAwaited: true },
  handoff: { isOpen: true, isAwaited: true },
  confirming: { isOpen: true, isAwaited: true },
  review: { isOpen: true, isAwaited: true },
  declined: { isOpen: true, isAwaited: false },
  retryable: { isOpen: true, isAwaited: false },
  blocked: { isOpen: true, isAwaited: false },
};

/** Whether the person sees the dialog. */
export const isOpen = (state: GateState): boolean =>
  state.status === 'checking' ? state.wait === 'shown' : traits[state.status].isOpen;

/** Whether the person goes on on another device, so that this page has to follow. */
const isElsewhere = (state: GateState): boolean =>
  'answer' in state && state.answer?.device === 'other' && !state.answer.verified;

/** Whether a guarded click may go on. */
export const mayPass = (state: GateState): boolean => state.status === 'verified' || state.status === 'exempt';

/**
 * Whether the status can change without the person doing anything here, so that reading it again and again is worth it.
 */
export const isAwaited = (state: GateState): boolean =>
  state.status === 'required'
    ? ['completed', 'needs_review', 'approved'].includes(state.answer.status) || isElsewhere(state)
    : traits[state.status].isAwaited || isElsewhere(state);

/** What a promise is rejected with when the dialog closes in this state. */
export function leavingCode(state: GateState): LcErrorCode {
  // The outcome is on its way although nobody looks: what waits for it may go on then.
  if (state.status === 'review' || state.status === 'confirming') return 'in_review';
  if (state.status === 'declined') return 'declined';
  return state.status === 'blocked' ? state.code : 'dismissed';
}
