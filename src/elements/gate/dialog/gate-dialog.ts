import { nothing } from 'lit';
import { addressOf } from '../../../adapters/addresses.js';
import { report } from '../../../adapters/console.js';
import { describeDevice, hasCamera, isInAppBrowser } from '../../../adapters/dialog/device.js';
import { createInquiry } from '../../../adapters/dialog/inquiry-endpoint.js';
import type { Fetch } from '../../../adapters/host-endpoints.js';
import { randomId } from '../../../adapters/writes/random-id.js';
import type { Action } from '../../../core/gate/actions.js';
import { outcomes } from '../../../core/gate/dialog/gate-outcomes.js';
import { type GateEvent, type GateState, type Inquiry, isOpen, mayPass } from '../../../core/gate/gate-state.js';
import type { FlowHint, InquiryWish, Subject } from '../../../core/gate/ports.js';
import { covers } from '../../../locales/covers.js';
import { type Labels, mergeLabels } from '../../../locales/labels.js';
import { adopt } from '../../adopt.js';
import { LcDeclinedEvent, LcDismissedEvent, LcReviewEvent, LcStepEvent } from '../../events/dialog/dialog-events.js';
import { LcFailedEvent } from '../../events/events.js';
import { fallbackOf, nearestLanguage } from '../../language.js';
import { loadLabels } from '../../load-labels.js';
import type { GateElement } from '../gate-element.js';
import { offersToGoOn } from './gate-parts.js';
import { gateView, showToast, styleSheets } from './gate-screens.js';
import { hasDialogs, isDark, showDialog } from './top-layer.js';
import { unguarded } from './unguarded.js';

/** What the dialog needs of what runs the gate. */
export interface DialogHost {
  readonly state: GateState;
  /** What the person is about to do. */
  readonly action: Action;
  readonly send: (event: GateEvent) => void;
  /** Fires the events after the next update, when the DOM agrees with them. */
  emit(...events: Event[]): void;
}

/**
 * The visible half of a gate: its screens, its focus, Persona's frame, and the events of what happens in the dialog.
 */
export class GateDialog {
  readonly #element: GateElement;
  readonly #host: DialogHost;
  #labels: Labels | undefined;
  #language: string | undefined;
  /** The screen whose heading has had the focus. */
  #focused: string | undefined;
  /** The verified state whose confirmation has been shown. */
  #toasted: GateState | undefined;
  #camera: boolean | undefined;
  #copied = false;
  /** Watches the page's language while the dialog is open. */
  readonly #languageWatch = new MutationObserver(() => void this.#speak());

  constructor(element: GateElement, host: DialogHost) {
    this.#element = element;
    this.#host = host;
    adopt(element.shadowRoot!, styleSheets);
    const fix = unguarded(element);
    if (fix) report(fix);
    void this.#speak();
  }

  /** The state has changed to or from one in which the dialog is open. */
  changed(state: GateState, previous: GateState): void {
    if (!isOpen(previous)) {
      void this.#speak();
      this.#languageWatch.observe(document, { subtree: true, attributeFilter: ['lang'] });
    } else if (!isOpen(state)) this.#languageWatch.disconnect();
    if (state.status === 'prompting') {
      import('../../../persona/flow.js').catch(() => {});
      void this.#lookForCamera();
    }
    if (state.status === 'handoff') this.#copied = false;
    const detail = { account: this.#element.account, action: this.#host.action };
    for (const outcome of outcomes(state, previous, isInAppBrowser())) {
      if (outcome.type === 'step') this.#host.emit(new LcStepEvent({ step: outcome.step }));
      else if (outcome.type === 'failed') this.#host.emit(new LcFailedEvent({ code: outcome.code }));
      // `verified` is the runtime's to tell: it also comes where no dialog was ever loaded.
      else if (outcome.type !== 'verified')
        this.#host.emit(
          new { review: LcReviewEvent, declined: LcDeclinedEvent, dismissed: LcDismissedEvent }[outcome.type](detail),
        );
    }
  }

  createInquiry(fetch: Fetch, subject: Subject, wish: InquiryWish): Promise<Inquiry> {
    const { inquiryUrl, template, environment, personaHost } = this.#element;
    // A template stands in only where no inquiry endpoint was named.
    const url = template ? (inquiryUrl ?? undefined) : addressOf(this.#element, 'inquiryUrl');
    return createInquiry(fetch, subject, { inquiryUrl: url, template, environment, personaHost }, wish);
  }

  /** Shows Persona's page in the frame and passes its hints on until the signal aborts. */
  async runFlow(inquiry: Inquiry, signal: AbortSignal, hint: (hint: FlowHint) => void): Promise<void> {
    const [{ runFlow }] = await Promise.all([import('../../../persona/flow.js'), this.#speak()]);
    await this.#element.updateComplete;
    const iframe = this.#element.renderRoot.querySelector('iframe');
    if (signal.aborted || !iframe) return;
    runFlow(iframe, {
      inquiry,
      containerId: randomId(),
      language: this.#language ?? 'en',
      dark: isDark(iframe),
      title: iframe.title,
      signal,
      hint,
      report,
      resized: (height) => {
        // Set here, because a style attribute in a template breaks strict Content-Security-Policies.
        if (this.#element.flow === 'inline') iframe.style.blockSize = `${height}px`;
      },
    });
  }

  view(): unknown {
    if (!this.#labels) return nothing;
    const own = this.#element.labels ?? undefined;
    const language = this.#language ?? 'en';
    const words = fallbackOf(language, covers(own?.gate, this.#labels.gate));
    return gateView({
      state: this.#host.state,
      labels: mergeLabels(this.#labels, own).gate,
      language: words?.lang ?? language,
      words,
      action: this.#host.action,
      inline: this.#element.flow === 'inline' || !hasDialogs(),
      plain: !hasDialogs(),
      camera: this.#camera,
      inApp: isInAppBrowser(),
      copied: this.#copied,
      copy: (link) => void this.#copy(link),
      send: this.#host.send,
      held: this.#held,
      settle: (goesOn) => this.#settle(goesOn),
      leave: () => this.#leave(),
      stepBack: () => this.#stepBack(),
    });
  }

  /** Opens, closes and focuses what was rendered. */
  updated(): void {
    if (!this.#labels) return;
    const root = this.#element.renderRoot as ShadowRoot;
    const { state } = this.#host;
    const isShown = isOpen(state) || this.#offersToGoOn;
    showDialog(root, isShown);
    // A question inside the flow is a screen of its own for the focus.
    const asking = state.status === 'verifying' && state.leaving;
    const screen = isShown ? state.status + (asking ? ' leaving' : '') : undefined;
    if (screen !== this.#focused && screen) {
      root.querySelector<HTMLElement>(asking ? '.bar .primary' : 'h2')?.focus({ preventScroll: true });
      if (state.status === 'handoff') void this.#drawCode(root, state.link);
    }
    this.#focused = screen;
    const toast = root.querySelector<HTMLElement>('.toast');
    if (toast && state !== this.#toasted) showToast(toast);
    this.#toasted = toast ? state : undefined;
  }

  /**
   * A copyable report for whoever has to find out why the verification does not work: no tokens, nothing about the
   * person.
   */
  async diagnose(): Promise<string> {
    const { state } = this.#host;
    const { personaHost, flow, theme } = this.#element;
    const src = this.#element.renderRoot.querySelector('iframe')?.src;
    const status = state.status === 'blocked' ? `${state.status} ${state.code}` : state.status;
    return [
      `<lc-identity-gate> ${status} at ${new Date().toISOString()}`,
      `action: ${this.#host.action}, flow: ${flow}, theme: ${theme}, language: ${nearestLanguage(this.#element)}`,
      `persona: ${src ? new URL(src).origin : (personaHost ?? 'not loaded')}`,
      `server: ${('answer' in state && state.answer?.status) || 'no answer yet'}`,
      ...(await describeDevice()),
    ].join('\n');
  }

  /** The element has left the page, and takes its hold on it along. */
  hide(): void {
    this.#languageWatch.disconnect();
    showDialog(this.#element.renderRoot as ShadowRoot, false);
  }

  /** What the person has begun, when it is for them to let it go on. */
  get #held(): boolean {
    const { replay, held, account } = this.#element;
    return replay === 'confirm' && mayPass(this.#host.state) && held?.account === account;
  }

  get #offersToGoOn(): boolean {
    return offersToGoOn({ state: this.#host.state, held: this.#held });
  }

  /**
   * Lets what was held go on, within the press that asks for it. The dialog has to be gone by then: what goes on may
   * open one itself, or take the focus.
   */
  #settle(goesOn: boolean): void {
    showDialog(this.#element.renderRoot as ShadowRoot, false);
    // The screen has said already what the confirmation would.
    this.#toasted = this.#host.state;
    this.#element.settle(goesOn);
  }

  #leave(): void {
    if (this.#offersToGoOn) this.#settle(false);
    else this.#host.send({ type: 'leave' });
  }

  #stepBack(): void {
    const { state, send } = this.#host;
    if (state.status === 'verifying' && state.leaving) send({ type: 'stay' });
    else this.#leave();
  }

  async #lookForCamera(): Promise<void> {
    this.#camera = await hasCamera();
    this.#element.requestUpdate();
  }

  async #copy(link: string): Promise<void> {
    await navigator.clipboard?.writeText(link).then(
      () => (this.#copied = true),
      () => {},
    );
    this.#element.requestUpdate();
  }

  /** The link stands beside the code, so a code that cannot be loaded is missed by nobody. */
  async #drawCode(root: ShadowRoot, link: string): Promise<void> {
    const { drawQrCode } = await import('./qr-code.js');
    const canvas = root.querySelector('canvas');
    if (canvas) canvas.hidden = !drawQrCode(canvas, link);
  }

  /** Loads the words of the page's language as it is now. */
  async #speak(): Promise<void> {
    const language = nearestLanguage(this.#element);
    if (language === this.#language && this.#labels) return;
    const labels = await loadLabels(language);
    this.#language = language;
    this.#labels = labels;
    this.#element.requestUpdate();
  }
}
