import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../../core/gate/actions.js';
import type { GateEvent, GateState, GateStatus } from '../../../core/gate/gate-state.js';
import type { Labels } from '../../../locales/labels.js';
import type { Said } from '../../announcer.js';
import type { Mark } from '../../language.js';

/** Everything the screens show derives from this. */
export interface GateView {
  state: GateState;
  labels: Labels['gate'];
  /** BCP 47 tag for `Intl`, that goes with the words. */
  language: string;
  /** What the words on screen say of themselves, where they are not in the page's language. */
  words: Mark | undefined;
  action: Action;
  inline: boolean;
  /** The browser is too old for Persona's frame in a dialog: its page opens in a tab of its own. */
  plain: boolean;
  /** Whether this device has a camera; unknown until the browser has said so. */
  camera: boolean | undefined;
  /** The page runs in a browser inside another app. */
  inApp: boolean;
  /** What is wrong with Persona's page while it is shown. */
  trouble: 'offline' | 'silent' | undefined;
  /** How many steps the person has gone through on this page, when Persona's page let them go; all, without one. */
  met: number;
  /** The link for the phone has just been copied. */
  copied: boolean;
  copy(link: string): void;
  /** A click or submit waits for the person's own press, by which it goes on, or is forgotten. */
  held: boolean;
  settle(goesOn: boolean): void;
  /** The person wants to get away from what is shown. */
  leave(): void;
  /** As `leave`; to the question whether that is meant, "no". */
  stepBack(): void;
  send(event: GateEvent): void;
  /** The browser has closed the dialog. */
  closed(): void;
}

/** The state of one status, or of several. */
export type Of<Status extends GateStatus> = Extract<GateState, { status: Status }>;

/** The heading of a screen, which takes the focus. */
export const heading = (title: string, look = ''): TemplateResult =>
  html`<h2 id="heading" part="heading" class=${look} tabindex="-1">${title}</h2>`;

export const primary = (label: string, act: () => void): TemplateResult =>
  html`<button class="primary" part="button" type="button" @click=${act}>${label}</button>`;

export const secondary = (label: string, act: () => void, name = ''): TemplateResult =>
  html`<button class="secondary ${name}" part="secondary" type="button" @click=${act}>${label}</button>`;

/** Closes the dialog; where nothing is left to do it is the one button there is. */
export const closing = ({ labels, send }: GateView): TemplateResult =>
  secondary(labels.close, () => send({ type: 'close' }));

/** Goes on on the phone; on what is one already, in a browser of its own. `first`: nothing else leads on. */
export function toThePhone({ labels, inApp, send }: GateView, look: 'first' | 'phone' | '' = ''): TemplateResult {
  const go = () => send({ type: 'begin', handoff: true });
  const label = inApp ? labels.browser : labels.phone;
  return look === 'first' ? primary(label, go) : secondary(label, go, look);
}

/** Whether the dialog stays open for the press that lets a held click go on: where it was open anyway. */
export const offersToGoOn = ({ state, held }: Pick<GateView, 'state' | 'held'>): boolean =>
  held && state.status === 'verified' && state.prompted;

/** Persona's own page, in a tab of its own. */
export const inNewTab = (labels: GateView['labels'], link: string, look: 'primary' | 'secondary'): TemplateResult =>
  html`<a
    class="${look} button" part=${look === 'primary' ? 'button' : 'secondary'}
    href=${link} target="_blank" rel="noopener noreferrer"
  >${labels.newTab}</a>`;

/** The shape of what comes. */
export const bones = (...looks: string[]): TemplateResult =>
  html`<div class="bones" aria-hidden="true">${looks.map((look) => html`<div class="bone ${look}"></div>`)}</div>`;

/** A way of the page's own for those whom the camera fails; said only where there is one. */
export function otherWay({ labels }: GateView): TemplateResult {
  const filled = ({ currentTarget }: Event) => {
    const slot = currentTarget as HTMLSlotElement;
    slot.parentElement!.hidden = slot.assignedNodes({ flatten: true }).length === 0;
  };
  return html`<div class="other" hidden>
    <h3>${labels.alternative}</h3>
    <slot name="alternative" @slotchange=${filled}></slot>
  </div>`;
}

interface MessageOptions {
  tone?: 'bad' | 'good';
  /** Something goes on by itself. */
  busy?: boolean;
  /** What the page has for those who cannot go on so; see {@link otherWay}. */
  other?: TemplateResult;
  action?: TemplateResult | undefined;
}

/** A screen that says something, and at most offers a way on. */
export function message(icon: unknown, { title, text, note }: Said, options: MessageOptions): TemplateResult {
  const { tone = '', busy, other, action } = options;
  return html`
    <div class="message">
      <span class="badge ${tone} ${busy ? 'busy' : ''}">${icon}</span>
      ${heading(title)}
      <p>${text}</p>
      ${note ? html`<p><strong>${note}</strong></p>` : nothing}
      ${other ?? nothing}
    </div>
    ${action ? html`<div class="actions">${action}</div>` : nothing}
  `;
}
