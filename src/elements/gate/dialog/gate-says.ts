import { progressOf } from '../../../core/gate/dialog/progress.js';
import { isReachable } from '../../../core/gate/dialog/reach.js';
import type { GateState, GateStatus } from '../../../core/gate/gate-state.js';
import { format, formatCount } from '../../../locales/format.js';
import type { Said } from '../../announcer.js';
import type { GateView, Of } from './gate-parts.js';

/** What of a view its words depend on. */
export type SayingView = Pick<
  GateView,
  'state' | 'labels' | 'language' | 'action' | 'inApp' | 'plain' | 'held' | 'trouble'
>;

const nothing = (): undefined => undefined;

/** What is said in each status, to be seen and to be heard; one that is missing does not compile. */
const rows: { readonly [Status in GateStatus]: (view: SayingView, state: Of<Status>) => Said | undefined } = {
  idle: nothing,
  exempt: ({ labels, held }) => (held ? labels.goOn : undefined),
  required: nothing,
  checking: ({ labels }, { wait }) => (wait === 'shown' ? { title: labels.checking } : undefined),
  prompting: (view, { answer }) => (answer.device === 'other' ? connected(view) : intro(view)),
  starting: ({ labels }) => ({ title: labels.starting }),
  verifying: flow,
  handoff: (view, { link, answer }) => (answer.device === 'other' ? connected(view) : handoff(view, link)),
  confirming({ labels: { confirming } }, { slow }) {
    return { title: confirming.title, text: slow ? confirming.slow : confirming.text };
  },
  review: ({ labels }) => labels.review,
  declined({ labels: { declined } }, { answer }) {
    return {
      title: declined.title,
      text: answer.status === 'failed' ? `${declined.noAttempts} ${declined.text}` : declined.text,
    };
  },
  retryable,
  blocked: ({ labels: { blocked } }, { code }) => blocked[code] ?? blocked.other,
  verified({ labels: { verified, goOn }, held }, { prompted }) {
    if (!prompted && !held) return undefined;
    return { title: verified.title, text: held ? goOn.text : verified.text };
  },
};

/** What the gate says in its state; undefined where it says nothing. */
export const saidBy = (view: SayingView): Said | undefined =>
  // The row fits the state it is asked for, which the compiler cannot see through the table.
  (rows[view.state.status] as (view: SayingView, state: GateState) => Said | undefined)(view, view.state);

function intro({ state, labels, action, inApp }: SayingView): Said {
  const { intro: words, leave } = labels;
  const { done } = progressOf(state);
  return {
    title: done ? words.resume : words.title,
    text: done ? leave.text : `${words.reason[action]} ${words.once}`,
    ...(inApp && { note: words.inApp }),
  };
}

/** The person goes on on another device. */
function connected({ labels, state }: SayingView): Said {
  const { steps, step, done } = progressOf(state);
  const last = steps[done - 1];
  const { connected, progress } = labels.handoff;
  const { title, text } = connected;
  return { title, text: last ? format(progress, { done: labels.done[last], now: labels.now[step], text }) : text };
}

function handoff({ labels, inApp, plain }: SayingView, link: string): Said {
  if (plain) return labels.plain;
  const { title, text, onlyHere } = labels.handoff;
  if (inApp) return labels.handoff.inApp;
  return { title, text: isReachable(link) ? text : onlyHere };
}

/** Persona's page, and what stands beside it. */
function flow({ labels, inApp, trouble }: SayingView, { step, camera }: Of<'verifying'>): Said {
  if (step === 'loading') return { title: labels.starting };
  const { flowTrouble, cameraTrouble } = labels;
  const said = { title: labels.frame, text: labels.opened };
  if (trouble === 'offline') return { ...said, note: flowTrouble.offline };
  if (camera === 'failed') return { ...said, note: inApp ? cameraTrouble.inApp : cameraTrouble.text };
  return trouble === 'silent' ? { ...said, note: flowTrouble.silent } : said;
}

/** When the person may try again, where that is not now; a time nobody can read keeps nobody waiting. */
export function waitsUntil({ retryAt }: Of<'retryable'>['answer']): Date | undefined {
  const at = new Date(retryAt ?? 0);
  return at.getTime() > Date.now() ? at : undefined;
}

function retryable({ labels: { retryable: words }, language }: SayingView, { answer }: Of<'retryable'>): Said {
  const { attemptsLeft } = answer;
  const until = waitsUntil(answer);
  const notes = [
    typeof attemptsLeft === 'number' ? formatCount(words.attempts, attemptsLeft, language) : '',
    until ? format(words.after, { time: moment(until, language) }) : '',
  ];
  return { title: words.title, text: words.text, note: notes.filter(Boolean).join(' ') };
}

const moment = (time: Date, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
