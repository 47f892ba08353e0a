import type { StatusAnswer } from './contracts.js';
import type { LcErrorCode } from './errors.js';

/** Where the person is inside Persona's flow; `loading` until its page says it is ready. */
export type FlowStep = 'loading' | 'id' | 'selfie';

/** What Persona's frame needs: an inquiry made by the host's server, or a template when there is no server for it. */
export interface Inquiry {
  inquiryId?: string | undefined;
  sessionToken?: string | undefined;
  templateId?: string | undefined;
  environmentId?: string | undefined;
  referenceId?: string | undefined;
  personaHost?: string | undefined;
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
  /** `renewing`: it starts again by itself because the frame had lost its session. */
  | { status: 'starting'; answer: StatusAnswer; renewing: boolean }
  | { status: 'verifying'; answer: StatusAnswer; renewing: boolean; inquiry: Inquiry; step: FlowStep }
  | { status: 'confirming'; answer: StatusAnswer; slow: boolean }
  | { status: 'review'; answer: StatusAnswer }
  | { status: 'declined'; answer: StatusAnswer }
  | { status: 'retryable'; answer: StatusAnswer }
  /** Something is in the way. Without an answer it was the status that could not be read. */
  | { status: 'blocked'; code: LcErrorCode; answer?: StatusAnswer };

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
  | { type: 'begin' }
  | { type: 'started'; inquiry: Inquiry }
  /** Hints from Persona's frame. None of them can verify anybody. */
  | { type: 'stepped'; step: FlowStep }
  | { type: 'done' }
  | { type: 'stopped'; code: LcErrorCode }
  | { type: 'close' };

export const initialGate: GateState = { status: 'idle' };

/** Whether the person sees the dialog. */
export const isOpen = (state: GateState): boolean =>
  state.status === 'checking' ? state.wait === 'shown' : !['idle', 'verified', 'exempt', 'required'].includes(state.status);

/** Whether a guarded click may go on. */
export const mayPass = (state: GateState): boolean => state.status === 'verified' || state.status === 'exempt';

/** Whether the status can change without the person doing anything here, so that reading it again and again is worth it. */
export const isAwaited = (state: GateState): boolean =>
  ['verifying', 'confirming', 'review'].includes(state.status) || (state.status === 'required' && ['completed', 'needs_review', 'approved'].includes(state.answer.status));

/** What a promise is rejected with when the dialog closes in this state. */
export function leavingCode(state: GateState): LcErrorCode {
  // The outcome is on its way although nobody looks: what waits for it may go on then.
  if (state.status === 'review' || state.status === 'confirming') return 'in_review';
  if (state.status === 'declined') return 'declined';
  return state.status === 'blocked' ? state.code : 'dismissed';
}

/** The screen for someone who is not verified, by what the server knows of their inquiry. */
function screenFor(answer: StatusAnswer): GateState {
  switch (answer.status) {
    case 'completed':
    case 'approved': // approved, yet not verified: the host's server has not taken it in
      return { status: 'confirming', answer, slow: false };
    case 'needs_review':
      return { status: 'review', answer };
    case 'declined':
      return { status: 'declined', answer };
    case 'failed':
      return answer.attemptsLeft === 0 ? { status: 'declined', answer } : { status: 'retryable', answer };
    default:
      return { status: 'prompting', answer };
  }
}

/** Takes the server's word: it may verify or exempt from any state, and it may move the screen on. */
function afterAnswer(state: GateState, answer: StatusAnswer): GateState {
  if (answer.verified) return { status: 'verified', answer, prompted: isOpen(state) };
  if (!answer.required) return { status: 'exempt' };

  switch (state.status) {
    case 'idle':
    case 'exempt':
    case 'required':
      return { status: 'required', answer };
    case 'checking':
      return state.wait === 'none' ? { status: 'required', answer } : screenFor(answer);
    case 'starting':
    case 'verifying': {
      const next = screenFor(answer);
      const current = state.status === 'verifying' ? state.inquiry.inquiryId : undefined;
      // Old news: of another inquiry, or a failure that may be the one this start replaces.
      const stale = answer.inquiryId && current ? answer.inquiryId !== current : next.status === 'retryable';
      return stale || next.status === 'prompting' ? state : next;
    }
    case 'confirming': {
      // The frame said "done", the server has not heard of it yet: keep waiting.
      const next = screenFor(answer);
      return next.status === 'prompting' || next.status === 'confirming' ? { ...state, answer } : next;
    }
    case 'blocked':
      return { ...state, answer };
    default:
      return screenFor(answer);
  }
}

/** The next state. An event that means nothing in a state returns that same state. */
export function gate(state: GateState, event: GateEvent): GateState {
  if (event.type === 'reset') return initialGate;
  if (event.type === 'refused' && mayPass(state)) return { status: 'checking', wait: 'none' };
  if (state.status === 'verified') return state;
  if (event.type === 'exempted') return isOpen(state) ? state : { status: 'exempt' };
  if (event.type === 'answered') return afterAnswer(state, event.answer);
  if (event.type === 'close') return closed(state);

  switch (state.status) {
    case 'idle':
      if (event.type === 'check') return { status: 'checking', wait: 'none' };
      return event.type === 'demand' ? { status: 'checking', wait: 'quiet' } : state;
    case 'checking':
      if (event.type === 'demand' && state.wait === 'none') return { status: 'checking', wait: 'quiet' };
      if (event.type === 'show' && state.wait === 'quiet') return { status: 'checking', wait: 'shown' };
      if (event.type === 'unanswered') return state.wait === 'none' ? initialGate : { status: 'blocked', code: event.code };
      return state;
    case 'required':
      return event.type === 'demand' ? screenFor(state.answer) : state;
    case 'prompting':
    case 'retryable':
      return event.type === 'begin' ? { status: 'starting', answer: state.answer, renewing: false } : state;
    case 'starting':
      if (event.type === 'started') return { ...state, status: 'verifying', inquiry: event.inquiry, step: 'loading' };
      return stopped(state, event);
    case 'verifying':
      if (event.type === 'stepped' && event.step !== state.step) return { ...state, step: event.step, renewing: false };
      return stopped(state, event);
    case 'confirming':
      return event.type === 'waited' && !state.slow ? { ...state, slow: true } : state;
    case 'blocked':
      if (event.type !== 'begin') return state;
      return state.answer ? { status: 'starting', answer: state.answer, renewing: false } : { status: 'checking', wait: 'shown' };
    default:
      return state;
  }
}

/** How starting and the flow itself may end before the server has said anything. */
function stopped(state: Extract<GateState, { status: 'starting' | 'verifying' }>, event: GateEvent): GateState {
  const { answer } = state;
  if (event.type === 'done') return { status: 'confirming', answer, slow: false };
  if (event.type !== 'stopped') return state;
  // The server refuses an inquiry because there is an outcome already: the status will say which.
  if (['already_decided', 'attempts_exhausted', 'not_required'].includes(event.code)) return { status: 'confirming', answer, slow: false };
  // A lost session is not the person's business: a new one is fetched, but not twice in a row.
  if (event.code === 'session_lost' && !state.renewing) return { status: 'starting', answer, renewing: true };
  return { status: 'blocked', code: event.code, answer };
}

function closed(state: GateState): GateState {
  if (!isOpen(state)) return state;
  return 'answer' in state && state.answer ? { status: 'required', answer: state.answer } : initialGate;
}
