import { addressOf } from '../../../adapters/addresses.js';
import { report } from '../../../adapters/console.js';
import { copyText } from '../../../adapters/dialog/copy-text.js';
import { appAround, hasCamera } from '../../../adapters/dialog/device.js';
import { createInquiry } from '../../../adapters/dialog/inquiry-endpoint.js';
import { line } from '../../../adapters/dialog/line.js';
import { hostFetch } from '../../../adapters/host-fetch.js';
import { page } from '../../../adapters/page.js';
import { randomId } from '../../../adapters/writes/random-id.js';
import { type FlowTrouble, FlowWatch } from '../../../controllers/dialog/flow-watch.js';
import { textOf } from '../../../core/account-id.js';
import type { LcErrorCode } from '../../../core/errors.js';
import type { Action } from '../../../core/gate/actions.js';
import { outcomes } from '../../../core/gate/dialog/gate-outcomes.js';
import { type GateEvent, type GateState, type Inquiry, isOpen, mayPass } from '../../../core/gate/gate-state.js';
import type { FlowHint, InquiryWish, Subject } from '../../../core/gate/ports.js';
import { covers } from '../../../locales/covers.js';
import type { Labels } from '../../../locales/labels.js';
import { mergeLabels } from '../../../locales/merge-labels.js';
import { adopt } from '../../adopt.js';
import { LcDeclinedEvent, LcDismissedEvent, LcReviewEvent, LcStepEvent } from '../../events/dialog/dialog-events.js';
import { LcFailedEvent } from '../../events/events.js';
import { fallbackOf, nearestLanguage } from '../../language.js';
import { loadLabels } from '../../load-labels.js';
import type { GateElement } from '../gate-element.js';
import { offersToGoOn } from './gate-parts.js';
import { gateView, showToast, styleSheets } from './gate-screens.js';
import { hasDialogs, isDark, Modal } from './top-layer.js';
import { unguarded } from './unguarded.js';

/** What engineers are told; people never wait for it. */
const gateReport = () => import('../report/gate-report.js');

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
  readonly #modal: Modal;
  #labels: Labels;
  #language: string;
  /** The screen whose heading has had the focus. */
  #focused: string | undefined;
  /** The verified state whose confirmation has been shown. */
  #toasted: GateState | undefined;
  #camera: boolean | undefined;
  #copied = false;
  readonly #app = appAround();
  #trouble: FlowTrouble | undefined;
  /** The last code that `failed` has told. */
  #failed: LcErrorCode | undefined;
  /** Ends the wait for the network. */
  #offline = new AbortController();
  /** Watches the page's language while the dialog is open. */
  readonly #languageWatch = new MutationObserver(() => void this.#speak());

  /** The dialog, with its words loaded. */
  static async of(element: GateElement, host: DialogHost): Promise<GateDialog> {
    const language = nearestLanguage(element);
    return new GateDialog(element, host, language, await loadLabels(language));
  }

  private constructor(element: GateElement, host: DialogHost, language: string, labels: Labels) {
    this.#element = element;
    this.#host = host;
    this.#language = language;
    this.#labels = labels;
    const root = element.shadowRoot!;
    adopt(root, styleSheets);
    this.#modal = new Modal(root, () => element.requestUpdate());
    const fix = unguarded(element);
    if (fix) report(fix);
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
    this.#goOnWhenOnline(state);
    const detail = { account: textOf(this.#element.account), action: this.#host.action };
    for (const outcome of outcomes(state, previous, Boolean(this.#app))) {
      if (outcome.type === 'step') this.#host.emit(new LcStepEvent({ step: outcome.step }));
      else if (outcome.type === 'failed') this.#fail(outcome.code);
      // `verified` is the runtime's to tell: it also comes where no dialog was ever loaded.
      else if (outcome.type !== 'verified')
        this.#host.emit(
          new { review: LcReviewEvent, declined: LcDeclinedEvent, dismissed: LcDismissedEvent }[outcome.type](detail),
        );
    }
  }

  createInquiry(subject: Subject, wish: InquiryWish): Promise<Inquiry> {
    const { inquiryUrl, template, environment, personaHost } = this.#element;
    // A template stands in only where no inquiry endpoint was named.
    const url = template ? (inquiryUrl ?? undefined) : addressOf(this.#element, 'inquiryUrl');
    return createInquiry(
      hostFetch(this.#element),
      subject,
      { inquiryUrl: url, template, environment, personaHost },
      wish,
    );
  }

  /** Shows Persona's page in the frame and passes its hints on until the signal aborts. */
  async runFlow(inquiry: Inquiry, signal: AbortSignal, hint: (hint: FlowHint) => void): Promise<void> {
    const { runFlow } = await import('../../../persona/flow.js');
    await this.#element.updateComplete;
    const iframe = this.#element.renderRoot.querySelector('iframe');
    if (signal.aborted || !iframe) return;
    const watch = new FlowWatch(line, signal, (trouble) => this.#troubled(trouble));
    runFlow(iframe, {
      inquiry,
      containerId: randomId(),
      language: this.#language,
      dark: isDark(iframe),
      title: iframe.title,
      signal,
      hint,
      report,
      heard: () => watch.heard(),
      resized: (height) => {
        // Set here, because a style attribute in a template breaks strict Content-Security-Policies.
        if (this.#element.flow === 'inline') iframe.style.blockSize = `${height}px`;
      },
    });
  }

  view(): unknown {
    const own = this.#element.labels ?? undefined;
    const words = fallbackOf(this.#language, covers(own?.gate, this.#labels.gate));
    return gateView({
      state: this.#host.state,
      labels: mergeLabels(this.#labels, own).gate,
      language: words?.lang ?? this.#language,
      words,
      action: this.#host.action,
      inline: this.#element.flow === 'inline' || !hasDialogs(),
      plain: !hasDialogs(),
      camera: this.#camera,
      inApp: Boolean(this.#app),
      trouble: this.#trouble,
      copied: this.#copied,
      copy: (link) => void this.#copy(link),
      send: this.#host.send,
      held: this.#held,
      settle: (goesOn) => this.#settle(goesOn),
      leave: () => this.#leave(),
      stepBack: () => this.#stepBack(),
      // Put away, not left: the person closed nothing.
      closed: () => this.#modal.isAway || this.#stepBack(),
    });
  }

  /** Opens, closes and focuses what was rendered. */
  updated(): void {
    const root = this.#element.renderRoot as ShadowRoot;
    const { state } = this.#host;
    const wasAway = this.#modal.isAway;
    const isShown = isOpen(state) || this.#offersToGoOn;
    this.#modal.show(isShown);
    const { isAway } = this.#modal;
    if (isAway && !wasAway) queueMicrotask(() => this.#fail('not_rendered'));
    // A question inside the flow is a screen of its own for the focus.
    const asking = state.status === 'verifying' && state.leaving;
    const screen = isShown && !isAway ? state.status + (asking ? ' leaving' : '') : undefined;
    if (screen !== this.#focused && screen) {
      root.querySelector<HTMLElement>(asking ? '.bar .primary' : 'h2')?.focus({ preventScroll: true });
      if (state.status === 'handoff') void this.#drawCode(root, state.link);
    }
    this.#focused = screen;
    const toast = root.querySelector<HTMLElement>('.toast');
    if (toast && state !== this.#toasted) showToast(toast);
    this.#toasted = toast ? state : undefined;
  }

  /** A report for support tickets; see `describeGate`. */
  async diagnose(): Promise<string> {
    const { state, action } = this.#host;
    const { describeGate } = await gateReport();
    return describeGate(this.#element, { state, action, failed: this.#failed });
  }

  /** The element has left the page, and takes its hold on it along. */
  hide(): void {
    this.#languageWatch.disconnect();
    this.#offline.abort();
    this.#modal.show(false);
  }

  /** Tells the page what is in the way, and its engineers what only this half knows of it. */
  #fail(code: LcErrorCode): void {
    this.#failed = code;
    gateReport().then(
      ({ fixOf }) => {
        const fix = fixOf(code, this.#app);
        if (fix) report(fix);
      },
      () => {},
    );
    this.#host.emit(new LcFailedEvent({ code }));
  }

  #troubled(trouble: FlowTrouble | undefined): void {
    this.#trouble = trouble;
    if (trouble) this.#fail(trouble === 'silent' ? 'frame_silent' : trouble);
    this.#element.requestUpdate();
  }

  /** What was stopped because there was no network is begun again when there is one. */
  #goOnWhenOnline(state: GateState): void {
    this.#offline.abort();
    if (state.status !== 'blocked' || state.code !== 'offline') return;
    this.#offline = new AbortController();
    page.onOnline(this.#offline.signal, () => this.#host.send({ type: 'begin' }));
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
    this.#modal.show(false);
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
    this.#copied = await copyText(link, this.#element.renderRoot.querySelector('.link'));
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
    // Words that do not arrive change nothing: those of before can be read.
    const labels = language === this.#language ? undefined : await loadLabels(language).catch(() => undefined);
    if (!labels) return;
    this.#language = language;
    this.#labels = labels;
    this.#element.requestUpdate();
  }
}
