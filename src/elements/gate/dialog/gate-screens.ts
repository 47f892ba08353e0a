import { html, nothing, type TemplateResult } from 'lit';
import { type GateState, type GateStatus, isOpen } from '../../../core/gate/gate-state.js';
import { icons } from '../../icons.js';
import { screenControls } from '../../screen-controls.styles.js';
import { controls, tokens } from '../../tokens.styles.js';
import { checking, frame, handoff, intro } from './flow-screens.js';
import { dialogStyles } from './gate-dialog.styles.js';
import type { GateView, Of } from './gate-parts.js';
import { screenStyles } from './gate-screens.styles.js';
import { blocked, confirming, declined, retryable, review } from './outcome-screens.js';

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

interface Row<State> {
  screen(view: GateView, state: State): TemplateResult | typeof nothing;
  /** Which of the three steps it belongs to; none before the first and where there is nothing to follow. */
  step(state: State): number | undefined;
}

const closed: Row<unknown> = { screen: () => nothing, step: () => undefined };

/** What the person sees in each status; one that is missing does not compile. */
const rows: { readonly [Status in GateStatus]: Row<Of<Status>> } = {
  idle: closed,
  checking: { screen: checking, step: () => undefined },
  verified: closed,
  exempt: closed,
  required: closed,
  prompting: { screen: intro, step: () => 0 },
  starting: { screen: frame, step: () => 0 },
  verifying: { screen: frame, step: ({ step }) => (step === 'selfie' ? 1 : 0) },
  handoff: { screen: handoff, step: () => 0 },
  confirming: { screen: confirming, step: () => 2 },
  review: { screen: review, step: () => 2 },
  declined: { screen: declined, step: () => 2 },
  retryable: { screen: retryable, step: () => 2 },
  blocked: { screen: blocked, step: () => undefined },
};

/** The dialog or panel with the screen of the current state, and the confirmation after it. */
export function gateView(view: GateView): TemplateResult {
  const { state } = view;
  // The row fits the state it is asked for, which the compiler cannot see through the table.
  const row = rows[state.status] as Row<GateState>;
  const content = isOpen(state)
    ? html`${header(view, row.step(state))}<div class="body" part="body">${row.screen(view, state)}</div>`
    : nothing;
  return html`${view.inline ? panel(content, isOpen(state)) : dialog(content, view)} ${toast(view)}`;
}

const panel = (content: unknown, open: boolean): TemplateResult =>
  html`<section class="panel" part="dialog" aria-labelledby="heading" ?hidden=${!open}>${content}</section>`;

function dialog(content: unknown, { send, closed }: GateView): TemplateResult {
  const leave = (event: Event) => {
    event.preventDefault();
    send({ type: 'leave' });
  };
  const close = ({ target }: Event) => (target as HTMLDialogElement).open || closed();
  return html`<dialog part="dialog" aria-labelledby="heading" @cancel=${leave} @close=${close}>${content}</dialog>`;
}

function toast({ state, labels }: GateView): TemplateResult | typeof nothing {
  if (state.status !== 'verified' || !state.prompted) return nothing;
  return html`<div class="toast" part="toast" popover="manual" role="status">
    <span class="badge good">${icons.check}</span>
    <p><strong>${labels.verified.title}</strong><br />${labels.verified.text}</p>
  </div>`;
}

function header({ labels, send }: GateView, current: number | undefined): TemplateResult {
  return html`<header part="header">
    ${current === undefined ? html`<span></span>` : steps(labels.steps, current)}
    <button class="close" part="close" type="button" aria-label=${labels.close} @click=${() => send({ type: 'leave' })}>
      ${icons.close}
    </button>
  </header>`;
}

function steps(words: GateView['labels']['steps'], current: number): TemplateResult {
  const step = (name: string, index: number) => {
    const isDone = index < current;
    return html`<li class=${isDone ? 'done' : ''} aria-current=${index === current ? 'step' : nothing}>
      <span class="dot">${isDone ? icons.check : index + 1}</span><span class="name">${name}</span>
    </li>`;
  };
  return html`<ol class="steps" part="steps" aria-label=${words.label}>
    ${[words.id, words.selfie, words.result].map(step)}
  </ol>`;
}
