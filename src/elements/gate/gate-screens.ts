import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../core/gate/actions.js';
import { type GateEvent, type GateState, isOpen } from '../../core/gate/gate.js';
import { format, formatCount, type Labels, type Message } from '../../core/labels.js';
import { icons } from '../icons.js';
import { controls, screenControls, tokens } from '../tokens.styles.js';
import { dialogStyles } from './gate-dialog.styles.js';
import { screenStyles } from './gate-screens.styles.js';

/** Everything the screens show derives from this. */
export interface GateView {
  state: GateState;
  labels: Labels['gate'];
  language: string;
  action: Action;
  inline: boolean;
  /** Whether this device has a camera; unknown until the browser has said so. */
  camera: boolean | undefined;
  /** The page runs in a browser inside another app. */
  inApp: boolean;
  /** The link for the phone has just been copied. */
  copied: boolean;
  copy(link: string): void;
  send(event: GateEvent): void;
}

/** To be adopted by the gate's shadow root when the screens are loaded. */
export const styleSheets = [tokens, controls, screenControls, dialogStyles, screenStyles].map(
  (style) => style.styleSheet!,
);

/** How long the confirmation after the verification stays, in milliseconds. */
const toastTime = 6_000;

/** Shows the confirmation for a while, above everything, without taking the focus. */
export function showToast(toast: HTMLElement): void {
  toast.showPopover();
  setTimeout(() => toast.matches(':popover-open') && toast.hidePopover(), toastTime);
}

/** The dialog or panel with the screen of the current state, and the confirmation after it. */
export function gateView(view: GateView): TemplateResult {
  const { state, labels, inline, send } = view;
  const content = isOpen(state) ? html`${header(view)}<div class="body" part="body">${screen(view)}</div>` : nothing;
  return html`
    ${
      inline
        ? html`<section class="panel" part="dialog" aria-labelledby="heading" ?hidden=${!isOpen(state)}>${content}</section>`
        : html`<dialog
          part="dialog"
          aria-labelledby="heading"
          @cancel=${(event: Event) => {
            event.preventDefault();
            send({ type: 'leave' });
          }}
          @close=${(event: Event) => (event.target as HTMLDialogElement).open || send({ type: 'close' })}
        >
          ${content}
        </dialog>`
    }
    ${
      state.status === 'verified' && state.prompted
        ? html`<div class="toast" part="toast" popover="manual" role="status">
          <span class="badge good">${icons.check}</span>
          <p><strong>${labels.verified.title}</strong><br />${labels.verified.text}</p>
        </div>`
        : nothing
    }
  `;
}

/** Which of the three steps a state belongs to; none before the first and where there is nothing to follow. */
function stepOf(state: GateState): number | undefined {
  switch (state.status) {
    case 'prompting':
    case 'starting':
    case 'handoff':
      return 0;
    case 'verifying':
      return state.step === 'selfie' ? 1 : 0;
    case 'confirming':
    case 'review':
    case 'declined':
    case 'retryable':
      return 2;
    default:
      return undefined;
  }
}

function header({ state, labels, send }: GateView): TemplateResult {
  const current = stepOf(state);
  const { steps } = labels;
  return html`<header part="header">
    ${
      current === undefined
        ? html`<span></span>`
        : html`<ol class="steps" part="steps" aria-label=${steps.label}>
          ${[steps.id, steps.selfie, steps.result].map(
            (
              name,
              index,
            ) => html`<li class=${index < current ? 'done' : ''} aria-current=${index === current ? 'step' : nothing}>
              <span class="dot">${index < current ? icons.check : index + 1}</span><span class="name">${name}</span>
            </li>`,
          )}
        </ol>`
    }
    <button class="close" part="close" type="button" aria-label=${labels.close} @click=${() => send({ type: 'leave' })}>${icons.close}</button>
  </header>`;
}

function screen(view: GateView): TemplateResult {
  const { state, labels, send } = view;
  switch (state.status) {
    case 'prompting':
      return intro(view);
    case 'starting':
    case 'verifying':
      return frame(view);
    case 'handoff':
      return handoff(view, state.link);
    case 'confirming':
      return message(
        icons.clock,
        { title: labels.confirming.title, text: state.slow ? labels.confirming.slow : labels.confirming.text },
        {
          busy: true,
          ...(state.slow ? { action: secondary(labels.close, () => send({ type: 'close' })) } : {}),
        },
      );
    case 'review':
      return message(icons.person, labels.review, { action: secondary(labels.close, () => send({ type: 'close' })) });
    case 'declined':
      return message(
        icons.warning,
        {
          title: labels.declined.title,
          text: (state.answer.status === 'failed' ? `${labels.declined.noAttempts} ` : '') + labels.declined.text,
        },
        {
          tone: 'bad',
          support: true,
          action: secondary(labels.close, () => send({ type: 'close' })),
        },
      );
    case 'retryable':
      return retry(view, state.answer.attemptsLeft, state.answer.retryAt);
    case 'blocked':
      return blocked(view, state);
    default:
      return html`<h2 id="heading" part="heading" tabindex="-1">${labels.checking}</h2><div class="bones" aria-hidden="true"><div class="bone"></div><div class="bone"></div><div class="bone short"></div></div>`;
  }
}

const primary = (label: string, act: () => void): TemplateResult =>
  html`<button class="primary" part="button" type="button" @click=${act}>${label}</button>`;

const secondary = (label: string, act: () => void, name = ''): TemplateResult =>
  html`<button class="secondary ${name}" part="secondary" type="button" @click=${act}>${label}</button>`;

function intro({ labels, action, camera, send }: GateView): TemplateResult {
  const { intro } = labels;
  return html`
    <span class="badge">${icons.shield}</span>
    <h2 id="heading" part="heading" tabindex="-1">${intro.title}</h2>
    <p>${intro.reason[action]} ${intro.once}</p>
    <h3>${intro.need}</h3>
    <ul class="needs">
      <li>${icons.id}<span>${intro.needs.id}</span></li>
      <li>${icons.camera}<span>${camera === false ? intro.noCamera : intro.needs.camera}</span></li>
      <li>${icons.clock}<span>${intro.needs.time}</span></li>
    </ul>
    <p class="small">${intro.next} <slot name="privacy"></slot></p>
    <div class="actions">${primary(intro.begin, () => send({ type: 'begin' }))} ${secondary(labels.phone, () => send({ type: 'begin', handoff: true }), 'phone')}</div>
  `;
}

function frame({ state, labels, inApp, send }: GateView): TemplateResult {
  const flow = state.status === 'verifying' ? state : undefined;
  const loading = !flow || flow.step === 'loading';
  return html`
    <h2 id="heading" part="heading" class="visually-hidden" tabindex="-1">${loading ? labels.starting : labels.frame}</h2>
    <div class="stage ${loading ? 'loading' : ''}" ?inert=${flow?.leaving}>
      ${flow ? html`<iframe part="frame" title=${labels.frame}></iframe>` : nothing}
      ${
        loading
          ? html`<div class="bones" aria-hidden="true"><div class="bone title"></div><div class="bone"></div><div class="bone"></div><div class="bone short"></div><div class="bone button"></div></div>`
          : nothing
      }
    </div>
    ${
      flow?.leaving
        ? html`<div class="bar" role="alertdialog" aria-labelledby="leave" aria-describedby="kept">
          <p><strong id="leave">${labels.leave.title}</strong> <span id="kept">${labels.leave.text}</span></p>
          <div class="choice">${primary(labels.leave.stay, () => send({ type: 'stay' }))} ${secondary(labels.leave.leave, () => send({ type: 'close' }))}</div>
        </div>`
        : flow?.camera === 'failed'
          ? html`<div class="bar" role="status">
            <p>${inApp ? labels.cameraTrouble.inApp : labels.cameraTrouble.text}</p>
            ${secondary(labels.phone, () => send({ type: 'begin', handoff: true }))}
          </div>`
          : nothing
    }
  `;
}

function handoff({ labels, copied, copy, send }: GateView, link: string): TemplateResult {
  const { handoff } = labels;
  return html`
    <div class="message">
      <h2 id="heading" part="heading" tabindex="-1">${handoff.title}</h2>
      <p>${handoff.text}</p>
      <button class="secondary" type="button" @click=${() => copy(link)}>${copied ? handoff.copied : handoff.copy}</button>
      <canvas part="code" role="img" aria-label=${handoff.code} width="1" height="1"></canvas>
      <a class="link" href=${link} target="_blank" rel="noopener noreferrer">${link}</a>
      <span class="visually-hidden" role="status">${copied ? handoff.copied : ''}</span>
    </div>
    <div class="actions">${secondary(handoff.here, () => send({ type: 'begin' }))}</div>
  `;
}

/** What another device or tab can get around, because it does not depend on this page. */
const pageProblems = [
  'frame_refused',
  'blocked_by_csp',
  'camera_forbidden',
  'insecure_page',
  'unreachable',
  'vendor_error',
];

function blocked(
  { labels, send }: GateView,
  { code, answer, link }: Extract<GateState, { status: 'blocked' }>,
): TemplateResult {
  const elsewhere = answer && pageProblems.includes(code);
  return message(icons.warning, labels.blocked[code] ?? labels.blocked.other, {
    tone: 'bad',
    support: true,
    action: html`${primary(labels.again, () => send({ type: 'begin' }))}
    ${elsewhere && link ? html`<a class="secondary button" part="secondary" href=${link} target="_blank" rel="noopener noreferrer">${labels.newTab}</a>` : nothing}
    ${elsewhere ? secondary(labels.phone, () => send({ type: 'begin', handoff: true })) : nothing}`,
  });
}

interface MessageOptions {
  tone?: 'bad';
  /** Something goes on by itself. */
  busy?: boolean;
  support?: boolean;
  note?: string | undefined;
  action?: TemplateResult;
}

function message(
  icon: unknown,
  { title, text }: Message,
  { tone, busy, support, note, action }: MessageOptions,
): TemplateResult {
  return html`
    <div class="message">
      <span class="badge ${tone ?? ''} ${busy ? 'busy' : ''}">${icon}</span>
      <h2 id="heading" part="heading" tabindex="-1">${title}</h2>
      <p role="status">${text}</p>
      ${note ? html`<p><strong>${note}</strong></p>` : nothing} ${support ? html`<slot name="support"></slot>` : nothing}
    </div>
    ${action ? html`<div class="actions">${action}</div>` : nothing}
  `;
}

function retry(
  { labels, language, send }: GateView,
  attemptsLeft: number | null | undefined,
  retryAt: string | null | undefined,
): TemplateResult {
  const { retryable } = labels;
  const at = retryAt ? new Date(retryAt) : undefined;
  const early = at !== undefined && at.getTime() > Date.now();
  const notes = [
    typeof attemptsLeft === 'number' ? formatCount(retryable.attempts, attemptsLeft, language) : '',
    early
      ? format(retryable.after, {
          time: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at),
        })
      : '',
  ];
  return message(icons.retry, retryable, {
    note: notes.join(' ').trim(),
    action: early
      ? secondary(labels.close, () => send({ type: 'close' }))
      : primary(labels.again, () => send({ type: 'begin' })),
  });
}
