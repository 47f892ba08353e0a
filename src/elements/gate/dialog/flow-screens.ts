import { html, nothing, type TemplateResult } from 'lit';
import { progressOf } from '../../../core/gate/dialog/progress.js';
import { isReachable } from '../../../core/gate/dialog/reach.js';
import type { Step } from '../../../core/gate/steps.js';
import { format, formatMinutes } from '../../../locales/format.js';
import type { Said } from '../../announcer.js';
import { icons } from '../../icons.js';
import {
  bones,
  type GateView,
  heading,
  inNewTab,
  message,
  type Of,
  otherWay,
  primary,
  secondary,
  toThePhone,
} from './gate-parts.js';

/** The status is being read, and someone has waited long enough to be told. */
export const checking = (_view: GateView, _state: unknown, { title }: Said): TemplateResult =>
  html`${heading(title)}${bones('', '', 'short')}`;

/** What is asked for, and why; what is done of it already, and that it goes on there. */
export function intro(view: GateView, { answer }: Of<'prompting'>, said: Said): TemplateResult {
  const { labels, language, camera, inApp, plain, send } = view;
  if (answer.device === 'other') return connected(view, said);
  const { intro: words } = labels;
  const { steps, done } = progressOf(view.state);
  const begin = () => send({ type: 'begin', handoff: plain });
  const time = format(words.needs.time, { time: formatMinutes(steps.length, language) });
  const needs = { ...words.needs, selfie: camera === false ? words.noCamera : words.needs.camera };
  const step = (name: Step, index: number) =>
    index < done
      ? html`<li class="done">${icons.check}<span>${labels.done[name]}</span></li>`
      : html`<li>${icons[name]}<span>${needs[name]}</span></li>`;
  return html`
    <span class="badge">${icons.shield}</span>
    ${heading(said.title)}
    <p>${said.text}</p>
    ${said.note ? html`<p class="note">${said.note}</p>` : nothing}
    ${done ? nothing : html`<h3>${words.need}</h3>`}
    <ul class="needs">
      ${steps.map(step)} ${done ? nothing : html`<li>${icons.clock}<span>${time}</span></li>`}
    </ul>
    ${otherWay(view)}
    <p class="small">${`${words.next} `}<slot name="privacy"></slot></p>
    <div class="actions">
      ${
        camera === false && !plain
          ? html`${toThePhone(view, 'first')} ${secondary(words.begin, begin)}`
          : html`${primary(words.begin, begin)} ${plain ? nothing : toThePhone(view, inApp ? '' : 'phone')}`
      }
    </div>
  `;
}

/** The person goes on on another device; the steps above follow. */
const connected = ({ labels, plain, send }: GateView, said: Said): TemplateResult =>
  message(icons.phone, said, {
    busy: true,
    action: secondary(labels.handoff.here, () => send({ type: 'begin', handoff: plain })),
  });

/**
 * Persona's allow-list of domains judges by the page's origin, which a page with `Referrer-Policy: no-referrer` would
 * keep from it; the address of the page below its origin is nobody's business there.
 */
const referrerPolicy = 'strict-origin';

/** Persona's page, or the shape of it while it loads. */
export function frame(view: GateView, state: Of<'starting' | 'verifying'>, { title, note }: Said): TemplateResult {
  const { labels } = view;
  const flow = state.status === 'verifying' ? state : undefined;
  const isLoading = !flow || flow.step === 'loading';
  return html`
    ${heading(title, 'visually-hidden')}
    <div class="stage ${isLoading ? 'loading' : ''}" ?inert=${flow?.leaving}>
      ${flow ? html`<iframe part="frame" title=${labels.frame} referrerpolicy=${referrerPolicy}></iframe>` : nothing}
      ${isLoading ? bones('title', '', '', 'short', 'button') : nothing}
    </div>
    ${flow ? besideTheFlow(view, flow, note) : nothing}
  `;
}

/** A question or a note that stands over Persona's page. */
function besideTheFlow(
  view: GateView,
  { leaving, camera }: Of<'verifying'>,
  text: string | undefined,
): TemplateResult | typeof nothing {
  const { labels, trouble, send } = view;
  if (leaving) {
    const { leave } = labels;
    return html`<div class="bar" role="alertdialog" aria-labelledby="leave" aria-describedby="kept">
      <p><strong id="leave">${leave.title}</strong> <span id="kept">${leave.text}</span></p>
      <div class="choice">
        ${primary(leave.stay, () => send({ type: 'stay' }))} ${secondary(leave.leave, () => send({ type: 'close' }))}
      </div>
    </div>`;
  }
  if (!text) return nothing;
  const note = (ways: unknown) => html`<div class="bar"><p>${text}</p>${ways}</div>`;
  if (trouble === 'offline') return note(nothing);
  if (camera === 'failed') return note(toThePhone(view));
  // As after a lost session: the same inquiry in a new one, where it was left.
  const reload = () => send({ type: 'stopped', code: 'session_lost' });
  return note(html`<div class="choice">${secondary(labels.flowTrouble.reload, reload)} ${toThePhone(view)}</div>`);
}

/**
 * How to go on on the phone, or in another tab. The address is there to be seen and copied; the link has a name in
 * words, which nobody has to hear spelt out.
 */
export function handoff(view: GateView, { link, answer }: Of<'handoff'>, said: Said): TemplateResult {
  const { labels, inApp, plain, copied, copy, send } = view;
  const { handoff: words } = labels;
  if (answer.device === 'other') return connected(view, said);
  if (plain) return message(icons.shield, said, { action: inNewTab(labels, link, 'primary') });
  const hasCode = !inApp && isReachable(link);
  const code = html`<canvas part="code" role="img" aria-label=${words.code} width="1" height="1"></canvas>`;
  return html`
    <div class="message">
      ${heading(said.title)}
      <p>${said.text}</p>
      ${hasCode ? code : nothing}
      <div class="share">
        <span class="link" aria-hidden="true">${link}</span>
        <button class="secondary" type="button" @click=${() => copy(link)}>
          ${copied ? words.copied : words.copy}
        </button>
      </div>
      <span class="visually-hidden" role="status">${copied ? words.copied : ''}</span>
    </div>
    <div class="actions">
      ${inApp ? nothing : inNewTab(labels, link, 'secondary')} ${secondary(words.here, () => send({ type: 'begin' }))}
    </div>
  `;
}
