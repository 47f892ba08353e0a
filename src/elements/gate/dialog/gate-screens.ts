import { html, nothing, type TemplateResult } from 'lit';
import { progressOf } from '../../../core/gate/dialog/progress.js';
import { type GateState, type GateStatus, isOpen } from '../../../core/gate/gate-state.js';
import type { Step } from '../../../core/gate/steps.js';
import type { Said } from '../../announcer.js';
import { icons } from '../../icons.js';
import { screenControls } from '../../screen-controls.styles.js';
import { tokens } from '../../tokens.js';
import { controls } from '../../tokens.styles.js';
import { checking, frame, handoff, intro } from './flow-screens.js';
import { dialogStyles } from './gate-dialog.styles.js';
import { type GateView, type Of, offersToGoOn, primary, secondary } from './gate-parts.js';
import { saidBy } from './gate-says.js';
import { screenStyles } from './gate-screens.styles.js';
import { blocked, confirming, declined, retryable, review, verified } from './outcome-screens.js';

/** To be adopted by the gate's shadow root when the screens are loaded. */
export const styleSheets = [tokens, controls, screenControls, dialogStyles, screenStyles];

/** Shows the confirmation for a while, above everything, without taking the focus. */
export function showToast(toast: HTMLElement): void {
  // Where there are no popovers it stands in the page's own layer.
  toast.showPopover?.();
  // One with a choice stays until it was made; so does one whose code does not arrive, until it is closed.
  if (toast.querySelector('.choice')) return;
  import('./toast-stay.js').then(
    ({ stay }) => stay(toast, () => hideToast(toast)),
    () => {},
  );
}

function hideToast(toast: HTMLElement): void {
  if (!toast.showPopover) toast.hidden = true;
  else if (toast.matches(':popover-open')) toast.hidePopover();
}

/** By what is known of the person, or by how far they came here, or all that is asked, or with the result. */
type Done = 'known' | 'met' | 'asked' | 'all';

interface Row<State> {
  screen(view: GateView, state: State, said: Said): TemplateResult | typeof nothing;
  /** How many steps are behind the person; none where there is nothing to follow. */
  done: Done | undefined;
}

const closed: Row<unknown> = { screen: () => nothing, done: undefined };

/** What the person sees in each status; one that is missing does not compile. */
const rows: { readonly [Status in GateStatus]: Row<Of<Status>> } = {
  idle: closed,
  checking: { screen: checking, done: undefined },
  verified: { screen: verified, done: 'all' },
  exempt: closed,
  required: closed,
  prompting: { screen: intro, done: 'known' },
  starting: { screen: frame, done: 'known' },
  verifying: { screen: frame, done: 'known' },
  handoff: { screen: handoff, done: 'known' },
  confirming: { screen: confirming, done: 'met' },
  review: { screen: review, done: 'asked' },
  // It is over: there is nothing to follow.
  declined: { screen: declined, done: undefined },
  // The next try begins where the server says, which is the beginning.
  retryable: { screen: retryable, done: 'known' },
  blocked: { screen: blocked, done: undefined },
};

/** The dialog or panel with the screen of the current state, and the confirmation after it. */
export function gateView(view: GateView): TemplateResult {
  const { state } = view;
  const isShown = isOpen(state) || offersToGoOn(view);
  // The row fits the state it is asked for, which the compiler cannot see through the table.
  const row = rows[state.status] as Row<GateState>;
  const said = saidBy(view);
  const content =
    isShown && said
      ? html`${header(view, row.done)}
          <div class="body" part="body">${row.screen(view, state, said)}</div>
          <slot name="support"></slot>`
      : nothing;
  // Two regions: while a modal dialog is open nothing outside of it is heard.
  return html`${view.inline ? panel(content, isShown, view) : dialog(content, view)} ${toast(view, said)}
    ${region(view)}`;
}

/** Where the announcer writes. */
const region = ({ words }: GateView): TemplateResult =>
  html`<p
    class="visually-hidden heard" role="status"
    lang=${words?.lang ?? nothing} dir=${words?.dir ?? nothing}
  ></p>`;

const panel = (content: unknown, open: boolean, view: GateView): TemplateResult =>
  html`<section
    class="panel" part="dialog" aria-labelledby="heading" ?hidden=${!open} @keydown=${onEscape(view)}
    lang=${view.words?.lang ?? nothing} dir=${view.words?.dir ?? nothing}
  >
    ${content}${region(view)}
  </section>`;

function dialog(content: unknown, view: GateView): TemplateResult {
  const ask = (event: Event) => {
    event.preventDefault();
    view.stepBack();
  };
  // Chromium closes a dialog that is asked twice without a press between, whatever the page says: it was asked to
  // leave, and if that opens the question, or answers it, the update after that shows the dialog again.
  const closed = ({ target }: Event) => (target as HTMLDialogElement).open || view.closed();
  return html`<dialog
    part="dialog" aria-labelledby="heading" @keydown=${onEscape(view)} @cancel=${ask} @close=${closed}
    lang=${view.words?.lang ?? nothing} dir=${view.words?.dir ?? nothing}
  >${content}${region(view)}</dialog>`;
}

/**
 * Escape in one meaning for all browsers: heard as a key, it never becomes their own way to close a dialog. A panel
 * stands in the page, where Escape only answers its question.
 */
const onEscape =
  ({ state, inline, stepBack }: GateView) =>
  (event: KeyboardEvent): void => {
    const isAsking = state.status === 'verifying' && state.leaving;
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || (inline && !isAsking)) return;
    event.preventDefault();
    stepBack();
  };

function toast(view: GateView, said: Said | undefined): TemplateResult | typeof nothing {
  const { state, labels, words, held, settle } = view;
  const isVerified = state.status === 'verified';
  if (!said || offersToGoOn(view) || !(held || isVerified)) return nothing;
  const actions = html`<div class="choice">
    ${primary(labels.goOn.button, () => settle(true))} ${secondary(labels.close, () => settle(false))}
  </div>`;
  return html`<div
    class="toast" part="toast" popover="manual"
    lang=${words?.lang ?? nothing} dir=${words?.dir ?? nothing}
  >
    <span class="badge good">${icons.check}</span>
    <p><strong>${said.title}</strong><br />${said.text}</p>
    ${held ? actions : closing(labels, ({ currentTarget }) => hideToast((currentTarget as Element).closest('.toast')!))}
  </div>`;
}

const closing = ({ close }: GateView['labels'], act: (event: Event) => void): TemplateResult =>
  html`<button class="close" part="close" type="button" aria-label=${close} @click=${act}>${icons.close}</button>`;

function header({ state, labels, met, leave }: GateView, far: Done | undefined): TemplateResult {
  const { steps: asked, done } = progressOf(state);
  const all = asked.length;
  const behind = far && { known: done, met: Math.min(met, all), asked: all, all: all + 1 }[far];
  return html`<header part="header">
    ${behind === undefined ? html`<span></span>` : steps(labels, asked, behind)} ${closing(labels, leave)}
  </header>`;
}

function steps({ steps: words, done }: GateView['labels'], asked: Step[], behind: number): TemplateResult {
  const names = [...asked, 'result'] as const;
  const step = (name: (typeof names)[number], index: number) => {
    const isDone = index < behind;
    // The check mark in words, for those who do not see it. A result that is there has a screen of its own.
    const heard = isDone && name !== 'result' ? done[name] : undefined;
    return html`<li class=${isDone ? 'done' : ''} aria-current=${index === behind ? 'step' : nothing}>
      <span class="dot">${isDone ? icons.check : index + 1}</span>
      <span class="name" aria-hidden=${heard ? 'true' : nothing}>${words[name]}</span>
      ${heard ? html`<span class="visually-hidden">${heard}</span>` : nothing}
    </li>`;
  };
  return html`<ol class="steps" part="steps" aria-label=${words.label}>
    ${names.map(step)}
  </ol>`;
}
