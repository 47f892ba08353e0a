import { type GateEvent, type GateState, type Inquiry, initialGate, isOpen, mayPass } from './gate-state.js';
import type { StatusAnswer } from './status-contract.js';

export * from './gate-state.js';

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
      if (stale || next.status === 'prompting') return state;
      // Persona's page says why it failed. It stays until the person is done with it, or the server has said so twice.
      const isTold = state.answer.status === 'failed' && state.answer.inquiryId === answer.inquiryId;
      return answer.status === 'failed' && state.status === 'verifying' && !isTold ? { ...state, answer } : next;
    }
    case 'confirming': {
      // The frame said "done", the server has not heard of it yet: keep waiting.
      const next = screenFor(answer);
      return next.status === 'prompting' || next.status === 'confirming' ? { ...state, answer } : next;
    }
    case 'handoff': {
      // The phone has only started, or has tried and may try again there.
      const next = screenFor(answer);
      return next.status === 'prompting' ? { ...state, answer } : next;
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
  if (event.type === 'leave') return asksBack(state) ? { ...state, leaving: true } : closed(state);
  if (event.type === 'close') return closed(state);

  switch (state.status) {
    case 'idle':
      if (event.type === 'check') return { status: 'checking', wait: 'none' };
      return event.type === 'demand' ? { status: 'checking', wait: 'quiet' } : state;
    case 'checking':
      if (event.type === 'demand' && state.wait === 'none') return { status: 'checking', wait: 'quiet' };
      if (event.type === 'show' && state.wait === 'quiet') return { status: 'checking', wait: 'shown' };
      if (event.type === 'unanswered')
        return state.wait === 'none' ? initialGate : { status: 'blocked', code: event.code };
      return state;
    case 'required':
      return event.type === 'demand' ? screenFor(state.answer) : state;
    case 'prompting':
    case 'retryable':
      return event.type === 'begin' ? start(state.answer, event.handoff) : state;
    case 'starting':
      return event.type === 'started' ? started(state, event.inquiry) : stopped(state, event);
    case 'verifying':
      if (event.type === 'stepped' && event.step !== state.step) return { ...state, step: event.step, renewing: false };
      if (event.type === 'camera-failed' && state.camera === 'unknown') return { ...state, camera: 'failed' };
      if (event.type === 'stay' && state.leaving) return { ...state, leaving: false };
      if (event.type === 'begin' && event.handoff)
        return state.inquiry.oneTimeLink
          ? { status: 'handoff', answer: state.answer, link: state.inquiry.oneTimeLink }
          : start(state.answer, true);
      return stopped(state, event);
    case 'handoff':
      return event.type === 'begin' ? start(state.answer) : state;
    case 'confirming':
      return event.type === 'waited' && !state.slow ? { ...state, slow: true } : state;
    case 'blocked':
      if (event.type !== 'begin') return state;
      return state.answer ? start(state.answer, event.handoff) : { status: 'checking', wait: 'shown' };
    default:
      return state;
  }
}

const start = (answer: StatusAnswer, handoff = false): GateState => ({
  status: 'starting',
  answer,
  renewing: false,
  handoff,
});

/** Without a link the phone cannot take over: the flow opens here, and Persona's own page offers other devices too. */
function started(
  { answer, renewing, handoff }: Extract<GateState, { status: 'starting' }>,
  inquiry: Inquiry,
): GateState {
  if (handoff && inquiry.oneTimeLink) return { status: 'handoff', answer, link: inquiry.oneTimeLink };
  return { status: 'verifying', answer, renewing, inquiry, step: 'loading', leaving: false, camera: 'unknown' };
}

/** Whether leaving would throw the person out of something they have begun. */
const asksBack = (state: GateState): state is Extract<GateState, { status: 'verifying' }> =>
  state.status === 'verifying' && state.step !== 'loading';

/** How starting and the flow itself may end before the server has said anything. */
function stopped(state: Extract<GateState, { status: 'starting' | 'verifying' }>, event: GateEvent): GateState {
  const { answer } = state;
  if (event.type === 'done') return { status: 'confirming', answer, slow: false };
  if (event.type !== 'stopped') return state;
  // The server refuses an inquiry because there is an outcome already: the status will say which.
  if (['already_decided', 'attempts_exhausted', 'not_required'].includes(event.code))
    return { status: 'confirming', answer, slow: false };
  // A lost session is not the person's business: a new one is fetched, but not twice in a row.
  if (event.code === 'session_lost' && !state.renewing)
    return { status: 'starting', answer, renewing: true, handoff: false };
  return {
    status: 'blocked',
    code: event.code,
    answer,
    link: state.status === 'verifying' ? state.inquiry.oneTimeLink : undefined,
  };
}

function closed(state: GateState): GateState {
  if (!isOpen(state)) return state;
  return 'answer' in state && state.answer ? { status: 'required', answer: state.answer } : initialGate;
}
