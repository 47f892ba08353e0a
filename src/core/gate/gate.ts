import {
  checking,
  type GateEvent,
  type GateState,
  type GateStatus,
  type Inquiry,
  initialGate,
  isOpen,
  mayPass,
} from './gate-state.js';
import type { StatusAnswer } from './status-contract.js';

export * from './gate-state.js';

type Of<Status extends GateStatus> = Extract<GateState, { status: Status }>;

/** What one status does. The other events mean the same in every status. */
interface Row<State> {
  /** With an answer of the server that neither verifies nor exempts. */
  answered(state: State, answer: StatusAnswer): GateState;
  /** With the events of its own. */
  own(state: State, event: GateEvent): GateState;
}

/** The next state. An event that means nothing in a state returns that same state. */
export function gate(state: GateState, event: GateEvent): GateState {
  switch (event.type) {
    case 'reset':
      return initialGate;
    case 'refused':
      return mayPass(state) ? checking('none') : state;
    case 'exempted':
      return isOpen(state) || state.status === 'verified' ? state : { status: 'exempt' };
    case 'answered':
      return afterAnswer(state, event.answer);
    case 'leave':
      return asksBack(state) ? { ...state, leaving: true } : closed(state);
    case 'close':
      return closed(state);
    default:
      return rowOf(state).own(state, event);
  }
}

const stay = (state: GateState): GateState => state;
const required = (_: GateState, answer: StatusAnswer): GateState => ({ status: 'required', answer });
const moveOn = (_: GateState, answer: StatusAnswer): GateState => screenFor(answer);
const begin = (state: Of<'prompting' | 'retryable'>, event: GateEvent): GateState =>
  event.type === 'begin' ? start(state.answer, event.handoff) : state;

/** A row for every status; one that is missing does not compile. */
const rows: { readonly [Status in GateStatus]: Row<Of<Status>> } = {
  idle: {
    answered: required,
    own(state, event) {
      if (event.type === 'check') return checking('none');
      return event.type === 'demand' ? checking('quiet') : state;
    },
  },
  checking: {
    answered: (state, answer) => (state.wait === 'none' ? { status: 'required', answer } : screenFor(answer)),
    own(state, event) {
      if (event.type === 'demand' && state.wait === 'none') return checking('quiet');
      if (event.type === 'show' && state.wait === 'quiet') return checking('shown');
      if (event.type !== 'unanswered') return state;
      return state.wait === 'none' ? initialGate : { status: 'blocked', code: event.code };
    },
  },
  verified: { answered: stay, own: stay },
  exempt: { answered: required, own: stay },
  required: {
    answered: required,
    own: (state, event) => (event.type === 'demand' ? screenFor(state.answer) : state),
  },
  prompting: { answered: moveOn, own: begin },
  starting: {
    answered(state, answer) {
      const next = screenFor(answer);
      // A failure may be the one that this start replaces.
      return next.status === 'retryable' || next.status === 'prompting' ? state : next;
    },
    own: (state, event) => (event.type === 'started' ? started(state, event.inquiry) : stopped(state, event)),
  },
  verifying: {
    answered: answeredInTheFlow,
    own(state, event) {
      if (event.type === 'stepped' && event.step !== state.step && (event.step !== 'ready' || state.step === 'loading'))
        return { ...state, step: event.step, renewing: false };
      if (event.type === 'camera-failed' && state.camera === 'unknown') return { ...state, camera: 'failed' };
      if (event.type === 'stay' && state.leaving) return { ...state, leaving: false };
      if (event.type !== 'begin' || !event.handoff) return stopped(state, event);
      const { oneTimeLink } = state.inquiry;
      return oneTimeLink ? { status: 'handoff', answer: state.answer, link: oneTimeLink } : start(state.answer, true);
    },
  },
  handoff: {
    answered(state, answer) {
      // The phone has only started, or has tried and may try again there.
      const next = screenFor(answer);
      return next.status === 'prompting' ? { ...state, answer } : next;
    },
    own: (state, event) => (event.type === 'begin' ? start(state.answer) : state),
  },
  confirming: {
    answered(state, answer) {
      // The frame said "done", the server has not heard of it yet: keep waiting.
      const next = screenFor(answer);
      return next.status === 'prompting' || next.status === 'confirming' ? { ...state, answer } : next;
    },
    own: (state, event) => (event.type === 'waited' && !state.slow ? { ...state, slow: true } : state),
  },
  review: { answered: moveOn, own: stay },
  declined: { answered: moveOn, own: stay },
  retryable: { answered: moveOn, own: begin },
  blocked: {
    answered: (state, answer) => ({ ...state, answer }),
    own(state, event) {
      if (event.type !== 'begin') return state;
      return state.answer ? start(state.answer, event.handoff) : checking('shown');
    },
  },
};

/** The row fits the state it is asked for, which the compiler cannot see through the table. */
const rowOf = (state: GateState): Row<GateState> => rows[state.status] as Row<GateState>;

/** Takes the server's word: it may verify or exempt from any state, and it may move the screen on. */
function afterAnswer(state: GateState, told: StatusAnswer): GateState {
  if (state.status === 'verified') return state;
  // Some hosts say with the inquiry only what it asks.
  const steps = told.steps ?? ('answer' in state ? state.answer?.steps : undefined);
  const answer = steps ? { ...told, steps } : told;
  if (answer.verified) return { status: 'verified', answer, prompted: isOpen(state) };
  return answer.required ? rowOf(state).answered(state, answer) : { status: 'exempt' };
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
      return { status: answer.attemptsLeft === 0 ? 'declined' : 'retryable', answer };
    default:
      return { status: 'prompting', answer };
  }
}

function answeredInTheFlow(state: Of<'verifying'>, answer: StatusAnswer): GateState {
  const next = screenFor(answer);
  const { inquiryId } = state.inquiry;
  // Old news: of another inquiry, or a failure that may be the one this start replaces.
  const isStale = answer.inquiryId && inquiryId ? answer.inquiryId !== inquiryId : next.status === 'retryable';
  if (isStale) return state;
  if (next.status === 'prompting') return elsewhere(state, answer);
  // Persona's page says why it failed. It stays until the person is done with it, or the server has said so twice.
  const isTold = state.answer.status === 'failed' && state.answer.inquiryId === answer.inquiryId;
  return answer.status === 'failed' && !isTold ? { ...state, answer } : next;
}

/** What Persona's page says here is the latest word, unless the person goes on on another device. */
function elsewhere(state: Of<'verifying'>, answer: StatusAnswer): GateState {
  const isNews = answer.device === 'other' && answer.step !== state.answer.step;
  return isNews ? { ...state, answer, step: state.step === 'loading' ? 'loading' : 'ready' } : state;
}

const start = (answer: StatusAnswer, handoff = false): GateState => ({
  status: 'starting',
  answer,
  renewing: false,
  handoff,
});

/** Without a link the phone cannot take over: the flow opens here, and Persona's own page offers other devices too. */
function started({ answer: told, renewing, handoff }: Of<'starting'>, inquiry: Inquiry): GateState {
  const answer = { ...told, steps: inquiry.steps ?? told.steps, step: inquiry.step ?? told.step };
  if (handoff && inquiry.oneTimeLink) return { status: 'handoff', answer, link: inquiry.oneTimeLink };
  return { status: 'verifying', answer, renewing, inquiry, step: 'loading', leaving: false, camera: 'unknown' };
}

/** Whether leaving would throw the person out of something they have begun. */
const asksBack = (state: GateState): state is Of<'verifying'> =>
  state.status === 'verifying' && state.step !== 'loading';

/** The server refuses an inquiry with these because there is an outcome already: the status will say which. */
const hasOutcome = ['already_decided', 'attempts_exhausted', 'not_required'];

/** How starting and the flow itself may end before the server has said anything. */
function stopped(state: Of<'starting' | 'verifying'>, event: GateEvent): GateState {
  const { answer } = state;
  if (event.type === 'done') return { status: 'confirming', answer, slow: false };
  if (event.type !== 'stopped') return state;
  if (hasOutcome.includes(event.code)) return { status: 'confirming', answer, slow: false };
  // A lost session is not the person's business: a new one is fetched, but not twice in a row.
  if (event.code === 'session_lost' && !state.renewing)
    return { status: 'starting', answer, renewing: true, handoff: false };
  const link = state.status === 'verifying' ? state.inquiry.oneTimeLink : undefined;
  return { status: 'blocked', code: event.code, answer, link };
}

function closed(state: GateState): GateState {
  // Someone who waits for the status waits no longer, seen or not: no dialog may come up later.
  if (!isOpen(state) && !(state.status === 'checking' && state.wait === 'quiet')) return state;
  return 'answer' in state && state.answer ? { status: 'required', answer: state.answer } : initialGate;
}
