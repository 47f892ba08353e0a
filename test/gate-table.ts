import { outcomes } from '../src/core/gate/dialog/gate-outcomes.js';
import { type GateEvent, type GateState, gate, initialGate, isOpen } from '../src/core/gate/gate.js';
import type { StatusAnswer } from '../src/core/gate/status-contract.js';
import { labels } from '../src/locales/en.js';
import { gateScreen } from './screens.js';

/** The text of docs/gate-states.md, from the machine itself, so that the table cannot say anything else. */

const answer = (status: string, more: Partial<StatusAnswer> = {}): StatusAnswer => ({
  verified: false,
  required: true,
  status,
  ...more,
});
const inquiry = { inquiryId: 'inq_1' };
const linked = { ...inquiry, oneTimeLink: 'https://persona.example/verify' };
const words = labels.gate;

/** Every state once, with the data that makes a difference, and the heading a person reads there. */
export const states: [name: string, state: GateState, sees: string][] = [
  ['idle', initialGate, 'nothing'],
  ['checking', { status: 'checking', wait: 'none' }, 'nothing'],
  ['checking, someone waits', { status: 'checking', wait: 'quiet' }, 'nothing yet'],
  ['checking, shown', { status: 'checking', wait: 'shown' }, words.checking],
  ['exempt', { status: 'exempt' }, 'nothing'],
  ['required', { status: 'required', answer: answer('none') }, 'nothing'],
  ['prompting', { status: 'prompting', answer: answer('none') }, words.intro.title],
  ['starting', { status: 'starting', answer: answer('none'), renewing: false, handoff: false }, words.starting],
  [
    'starting for the phone',
    { status: 'starting', answer: answer('none'), renewing: false, handoff: true },
    words.starting,
  ],
  [
    'verifying, loading',
    {
      status: 'verifying',
      answer: answer('created'),
      renewing: false,
      inquiry,
      step: 'loading',
      leaving: false,
      camera: 'unknown',
    },
    words.starting,
  ],
  [
    'verifying',
    {
      status: 'verifying',
      answer: answer('created'),
      renewing: false,
      inquiry,
      step: 'id',
      leaving: false,
      camera: 'unknown',
    },
    'Persona’s page',
  ],
  [
    'verifying, said to have failed',
    {
      status: 'verifying',
      answer: answer('failed', { attemptsLeft: 1, inquiryId: 'inq_1' }),
      renewing: false,
      inquiry,
      step: 'id',
      leaving: false,
      camera: 'unknown',
    },
    'Persona’s page',
  ],
  [
    'verifying, leaving',
    {
      status: 'verifying',
      answer: answer('created'),
      renewing: false,
      inquiry,
      step: 'id',
      leaving: true,
      camera: 'unknown',
    },
    words.leave.title,
  ],
  ['handoff', { status: 'handoff', answer: answer('created'), link: linked.oneTimeLink }, words.handoff.title],
  ['confirming', { status: 'confirming', answer: answer('completed'), slow: false }, words.confirming.title],
  ['confirming, slow', { status: 'confirming', answer: answer('completed'), slow: true }, words.confirming.title],
  ['review', { status: 'review', answer: answer('needs_review') }, words.review.title],
  ['declined', { status: 'declined', answer: answer('declined') }, words.declined.title],
  ['retryable', { status: 'retryable', answer: answer('failed', { attemptsLeft: 1 }) }, words.retryable.title],
  ['blocked', { status: 'blocked', code: 'unreachable', answer: answer('created') }, 'what is in the way'],
  ['blocked, status unknown', { status: 'blocked', code: 'unreachable' }, 'what is in the way'],
  [
    'verified',
    { status: 'verified', answer: answer('approved', { verified: true }), prompted: true },
    words.verified.title,
  ],
];

/** Every event once per difference it can make. */
export const events: [name: string, event: GateEvent][] = [
  ['the status is to be read', { type: 'check' }],
  ['someone wants to pass', { type: 'demand' }],
  ['they have waited half a second', { type: 'show' }],
  ['the number is not regulated', { type: 'exempted' }],
  ['the server: verified', { type: 'answered', answer: answer('approved', { verified: true }) }],
  ['the server: not required', { type: 'answered', answer: answer('none', { required: false }) }],
  ['the server: none', { type: 'answered', answer: answer('none') }],
  ['the server: created', { type: 'answered', answer: answer('created') }],
  ['the server: pending', { type: 'answered', answer: answer('pending') }],
  ['the server: completed', { type: 'answered', answer: answer('completed') }],
  ['the server: needs review', { type: 'answered', answer: answer('needs_review') }],
  ['the server: declined', { type: 'answered', answer: answer('declined') }],
  [
    'the server: failed, attempts left',
    { type: 'answered', answer: answer('failed', { attemptsLeft: 1, inquiryId: 'inq_1' }) },
  ],
  [
    'the server: failed, none left',
    { type: 'answered', answer: answer('failed', { attemptsLeft: 0, inquiryId: 'inq_1' }) },
  ],
  ['the server: expired', { type: 'answered', answer: answer('expired') }],
  ['the server cannot be read', { type: 'unanswered', code: 'unreachable' }],
  ['the person goes on', { type: 'begin' }],
  ['the person takes the phone', { type: 'begin', handoff: true }],
  ['the inquiry is there', { type: 'started', inquiry }],
  ['the inquiry is there, with a link', { type: 'started', inquiry: linked }],
  ['the frame: at the ID', { type: 'stepped', step: 'id' }],
  ['the frame: at the selfie', { type: 'stepped', step: 'selfie' }],
  ['the frame: no camera', { type: 'camera-failed' }],
  ['the frame: done', { type: 'done' }],
  ['the frame: session lost', { type: 'stopped', code: 'session_lost' }],
  ['the frame or its start fails', { type: 'stopped', code: 'vendor_error' }],
  ['it takes longer than usual', { type: 'waited' }],
  ['the person asks to leave', { type: 'leave' }],
  ['the person stays', { type: 'stay' }],
  ['the dialog is closed', { type: 'close' }],
  ['the server refuses the action', { type: 'refused' }],
  ['another account', { type: 'reset' }],
];

const checkingNames = { none: 'checking', quiet: 'checking, someone waits', shown: 'checking, shown' };

function nameOf(state: GateState): string {
  switch (state.status) {
    case 'checking':
      return checkingNames[state.wait];
    case 'starting':
      return state.handoff ? 'starting for the phone' : 'starting';
    case 'verifying':
      return `verifying, ${stageOf(state)}`;
    case 'confirming':
      return state.slow ? 'confirming, slow' : 'confirming';
    case 'blocked':
      return `blocked (${state.code})`;
    default:
      return state.status;
  }
}

function stageOf(state: Extract<GateState, { status: 'verifying' }>): string {
  if (state.answer.status === 'failed') return 'said to have failed';
  if (state.leaving) return 'leaving';
  if (state.step === 'loading') return 'loading';
  return `${state.step === 'id' ? 'ID' : 'selfie'}${state.camera === 'failed' ? ', camera trouble' : ''}`;
}

/** The event as the table writes it, with what tells it from others of its name. */
function firedAs(outcome: ReturnType<typeof outcomes>[number]): string {
  if ('step' in outcome) return `${outcome.type} ${outcome.step}`;
  return 'code' in outcome ? `${outcome.type} ${outcome.code}` : outcome.type;
}

/** The page's text: a section per state, a row per event that changes something there. */
export function gateTable(): string {
  const sections = states.map(([name, state, sees]) => {
    const heard = gateScreen(state, labels, 'en')?.heard;
    const rows = events.flatMap(([what, event]) => {
      const next = gate(state, event);
      if (next === state || (next.status === state.status && nameOf(next) === nameOf(state))) return [];
      const fires = [...(next.status === state.status ? [] : ['statechange']), ...outcomes(next, state).map(firedAs)];
      return [`| ${what} | ${nameOf(next)} | ${fires.map((fire) => `\`${fire}\``).join(', ') || '–'} |`];
    });
    return [
      `## ${name}`,
      '',
      `The person sees: ${sees}. The dialog is ${isOpen(state) ? 'open' : 'closed'}.`,
      '',
      ...(heard ? [`Heard on arriving: ${heard}`, ''] : []),
      ...(rows.length > 0 ? ['| What happens | Next | Fires |', '|---|---|---|', ...rows] : ['Nothing changes it.']),
      '',
    ].join('\n');
  });
  return [
    '# The gate, state by state',
    '',
    [
      'Made from the machine in `src/core/gate/gate.ts` by `npm run docs:states`; a test fails when it is out of date.',
      'What is not listed changes nothing. `verified` is only ever reached by the row “the server: verified”.',
      'What is heard in the other languages is in [heard.md](heard.md).',
    ].join(' '),
    '',
    ...sections,
  ].join('\n');
}
