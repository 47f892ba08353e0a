import { html, nothing, type TemplateResult } from 'lit';
import type { Said } from '../../announcer.js';
import { icons } from '../../icons.js';
import {
  closing,
  type GateView,
  inNewTab,
  message,
  type Of,
  otherWay,
  primary,
  secondary,
  toThePhone,
} from './gate-parts.js';
import { waitsUntil } from './gate-says.js';

/** The person is done; the host's server has not decided yet. */
export const confirming = (view: GateView, { slow }: Of<'confirming'>, said: Said): TemplateResult =>
  message(icons.clock, said, { busy: true, action: slow ? closing(view) : undefined });

export const review = (view: GateView, _state: unknown, said: Said): TemplateResult =>
  message(icons.person, said, { action: closing(view) });

export const declined = (view: GateView, _state: unknown, said: Said): TemplateResult =>
  message(icons.warning, said, { tone: 'bad', action: closing(view) });

/** The account is verified, and the person themselves let what they began go on. */
export const verified = ({ labels, settle }: GateView, _state: unknown, said: Said): TemplateResult =>
  message(icons.check, said, { tone: 'good', action: primary(labels.goOn.button, () => settle(true)) });

/** It failed and may be tried again, at once or from a time on. */
export function retryable(view: GateView, { answer }: Of<'retryable'>, said: Said): TemplateResult {
  const { labels, plain, send } = view;
  const again = () => send({ type: 'begin', handoff: plain });
  return message(icons.retry, said, {
    other: otherWay(view),
    action: waitsUntil(answer) ? closing(view) : primary(labels.again, again),
  });
}

/** What stays as it is on this page, however often somebody tries. */
const ofThePage = ['blocked_by_csp', 'blocked_by_coep', 'camera_forbidden', 'outer_frame', 'insecure_page'];

/** What another device or tab can get around, because it does not depend on this page. */
const pageProblems = [...ofThePage, 'frame_refused', 'unreachable', 'vendor_error'];

/** Something is in the way. */
export function blocked(view: GateView, { code, answer, link }: Of<'blocked'>, said: Said): TemplateResult {
  const { labels, send } = view;
  const isElsewhere = answer !== undefined && pageProblems.includes(code);
  const isFinal = isElsewhere && ofThePage.includes(code);
  const again = () => send({ type: 'begin', handoff: view.plain });
  const newTab = isElsewhere && link ? inNewTab(labels, link, 'secondary') : nothing;
  return message(icons.warning, said, {
    tone: 'bad',
    other: otherWay(view),
    action: isFinal
      ? html`${toThePhone(view, 'first')} ${newTab} ${secondary(labels.again, again)}`
      : html`${primary(labels.again, again)} ${newTab} ${isElsewhere ? toThePhone(view) : nothing}`,
  });
}
