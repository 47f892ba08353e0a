import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../core/actions.js';
import { isOpen, type GateEvent, type GateState } from '../core/gate.js';
import { format, formatCount, type Labels, type Message } from '../core/labels.js';
import { gateStyles } from './gate-screens.styles.js';
import { icons } from './icons.js';
import { controls, screenControls, tokens } from './tokens.styles.js';

/** Everything the screens show derives from this. */
export interface GateView {
  state: GateState;
  labels: Labels['gate'];
  language: string;
  action: Action;
  inline: boolean;
  send(event: GateEvent): void;
}

/** To be adopted by the gate's shadow root when the screens are loaded. */
export const styleSheets = [tokens, controls, screenControls, gateStyles].map((style) => style.styleSheet!);

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
  const close = () => send({ type: 'close' });
  return html`
    ${inline
      ? html`<section class="panel" part="dialog" aria-labelledby="heading" ?hidden=${!isOpen(state)}>${content}</section>`
      : html`<dialog
          part="dialog"
          aria-labelledby="heading"
          @cancel=${(event: Event) => {
            event.preventDefault();
            close();
          }}
          @close=${(event: Event) => (event.target as HTMLDialogElement).open || close()}
        >
          ${content}
        </dialog>`}
    ${state.status === 'verified' && state.prompted
      ? html`<div class="toast" part="toast" popover="manual" role="status">
          <span class="badge good">${icons.check}</span>
          <p><strong>${labels.verified.title}</strong><br />${labels.verified.text}</p>
        </div>`
      : nothing}
  `;
}

/** Which of the three steps a state belongs to; none before the first and where there is nothing to follow. */
function stepOf(state: GateState): number | undefined {
  switch (state.status) {
    case 'prompting':
    case 'starting':
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
    ${current === undefined
      ? html`<span></span>`
      : html`<ol class="steps" part="steps" aria-label=${steps.label}>
          ${[steps.id, steps.selfie, steps.result].map(
            (name, index) => html`<li class=${index < current ? 'done' : ''} aria-current=${index === current ? 'step' : nothing}>
              <span class="dot">${index < current ? icons.check : index + 1}</span><span class="name">${name}</span>
            </li>`,
          )}
        </ol>`}
    <button class="close" part="close" type="button" aria-label=${labels.close} @click=${() => send({ type: 'close' })}>${icons.close}</button>
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
    case 'confirming':
      return message(icons.clock, { title: labels.confirming.title, text: state.slow ? labels.confirming.slow : labels.confirming.text }, {
        busy: true,
        ...(state.slow ? { action: secondary(labels.close, () => send({ type: 'close' })) } : {}),
      });
    case 'review':
      return message(icons.person, labels.review, { action: secondary(labels.close, () => send({ type: 'close' })) });
    case 'declined':
      return message(icons.warning, { title: labels.declined.title, text: (state.answer.status === 'failed' ? `${labels.declined.noAttempts} ` : '') + labels.declined.text }, {
        tone: 'bad',
        support: true,
        action: secondary(labels.close, () => send({ type: 'close' })),
      });
    case 'retryable':
      return retry(view, state.answer.attemptsLeft, state.answer.retryAt);
    case 'blocked':
      return message(icons.warning, labels.blocked[state.code] ?? labels.blocked.other, { tone: 'bad', support: true, action: primary(labels.again, () => send({ type: 'begin' })) });
    default:
      return html`<h2 id="heading" part="heading" tabindex="-1">${labels.checking}</h2><div class="bones" aria-hidden="true"><div class="bone"></div><div class="bone"></div><div class="bone short"></div></div>`;
  }
}

const primary = (label: string, act: () => void, disabled = false): TemplateResult =>
  html`<button class="primary" part="button" type="button" aria-disabled=${disabled ? 'true' : nothing} @click=${() => disabled || act()}>${label}</button>`;

const secondary = (label: string, act: () => void): TemplateResult => html`<button class="secondary" part="secondary" type="button" @click=${act}>${label}</button>`;

function intro({ labels, action, send }: GateView): TemplateResult {
  const { intro } = labels;
  return html`
    <span class="badge">${icons.shield}</span>
    <h2 id="heading" part="heading" tabindex="-1">${intro.title}</h2>
    <p>${intro.reason[action]} ${intro.once}</p>
    <h3>${intro.need}</h3>
    <ul class="needs">
      <li>${icons.id}<span>${intro.needs.id}</span></li>
      <li>${icons.camera}<span>${intro.needs.camera}</span></li>
      <li>${icons.clock}<span>${intro.needs.time}</span></li>
    </ul>
    <div class="actions">
      <p class="small">${intro.next} <slot name="privacy"></slot></p>
      ${primary(intro.begin, () => send({ type: 'begin' }))}
    </div>
  `;
}

function frame({ state, labels }: GateView): TemplateResult {
  const loading = state.status !== 'verifying' || state.step === 'loading';
  return html`
    <h2 id="heading" part="heading" class="visually-hidden" tabindex="-1">${loading ? labels.starting : labels.frame}</h2>
    <div class="stage ${loading ? 'loading' : ''}">
      ${state.status === 'verifying' ? html`<iframe part="frame" title=${labels.frame}></iframe>` : nothing}
      ${loading
        ? html`<div class="bones" aria-hidden="true"><div class="bone title"></div><div class="bone"></div><div class="bone"></div><div class="bone short"></div><div class="bone button"></div></div>`
        : nothing}
    </div>
  `;
}

interface MessageOptions {
  tone?: 'bad';
  /** Something goes on by itself. */
  busy?: boolean;
  support?: boolean;
  note?: string | undefined;
  action?: TemplateResult;
}

function message(icon: unknown, { title, text }: Message, { tone, busy, support, note, action }: MessageOptions): TemplateResult {
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

function retry({ labels, language, send }: GateView, attemptsLeft: number | null | undefined, retryAt: string | null | undefined): TemplateResult {
  const { retryable } = labels;
  const at = retryAt ? new Date(retryAt) : undefined;
  const early = at !== undefined && at.getTime() > Date.now();
  const notes = [
    typeof attemptsLeft === 'number' ? formatCount(retryable.attempts, attemptsLeft, language) : '',
    early ? format(retryable.after, { time: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at) }) : '',
  ];
  return message(icons.retry, retryable, { note: notes.join(' ').trim(), action: primary(labels.again, () => send({ type: 'begin' }), early) });
}
