import { html, nothing, type TemplateResult } from 'lit';
import { format, formatCount } from '../../../locales/format.js';
import { icons } from '../../icons.js';
import { closing, type GateView, inNewTab, message, type Of, primary, secondary, toThePhone } from './gate-parts.js';

/** The person is done; the host's server has not decided yet. */
export function confirming(view: GateView, { slow }: Of<'confirming'>): TemplateResult {
  const { title, text, slow: slowText } = view.labels.confirming;
  const action = slow ? closing(view) : undefined;
  return message(icons.clock, { title, text: slow ? slowText : text }, { busy: true, action });
}

export const review = (view: GateView): TemplateResult =>
  message(icons.person, view.labels.review, { action: closing(view) });

export function declined(view: GateView, { answer }: Of<'declined'>): TemplateResult {
  const { title, text, noAttempts } = view.labels.declined;
  const why = answer.status === 'failed' ? `${noAttempts} ${text}` : text;
  return message(icons.warning, { title, text: why }, { tone: 'bad', support: true, action: closing(view) });
}

/** The account is verified, and the person themselves let what they began go on. */
export const verified = ({ labels, settle }: GateView): TemplateResult =>
  message(
    icons.check,
    { title: labels.verified.title, text: labels.goOn.text },
    { tone: 'good', action: primary(labels.goOn.button, () => settle(true)) },
  );

/** It failed and may be tried again, at once or from a time on. */
export function retryable(view: GateView, { answer }: Of<'retryable'>): TemplateResult {
  const { labels, language, send } = view;
  const { attemptsLeft, retryAt } = answer;
  const words = labels.retryable;
  const notes = typeof attemptsLeft === 'number' ? [formatCount(words.attempts, attemptsLeft, language)] : [];
  const at = new Date(retryAt ?? 0);
  // A time nobody can read keeps nobody waiting.
  const isEarly = at.getTime() > Date.now();
  if (!isEarly) {
    const action = primary(labels.again, () => send({ type: 'begin', handoff: view.plain }));
    return message(icons.retry, words, { note: notes.join(' '), action });
  }
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  notes.push(format(words.after, { time }));
  return message(icons.retry, words, { note: notes.join(' '), action: closing(view) });
}

/** What stays as it is on this page, however often somebody tries. */
const ofThePage = ['blocked_by_csp', 'blocked_by_coep', 'camera_forbidden', 'outer_frame', 'insecure_page'];

/** What another device or tab can get around, because it does not depend on this page. */
const pageProblems = [...ofThePage, 'frame_refused', 'unreachable', 'vendor_error'];

/** Something is in the way. */
export function blocked(view: GateView, { code, answer, link }: Of<'blocked'>): TemplateResult {
  const { labels, send } = view;
  const isElsewhere = answer !== undefined && pageProblems.includes(code);
  const isFinal = isElsewhere && ofThePage.includes(code);
  const again = () => send({ type: 'begin', handoff: view.plain });
  const newTab = isElsewhere && link ? inNewTab(labels, link, 'secondary') : nothing;
  return message(icons.warning, labels.blocked[code] ?? labels.blocked.other, {
    tone: 'bad',
    support: true,
    action: isFinal
      ? html`${toThePhone(view, 'first')} ${newTab} ${secondary(labels.again, again)}`
      : html`${primary(labels.again, again)} ${newTab} ${isElsewhere ? toThePhone(view) : nothing}`,
  });
}
