import { addressOf } from '../../../adapters/addresses.js';
import { report } from '../../../adapters/console.js';
import { copyText } from '../../../adapters/dialog/copy-text.js';
import { appAround, hasCamera } from '../../../adapters/dialog/device.js';
import { createInquiry } from '../../../adapters/dialog/inquiry-endpoint.js';
import { line } from '../../../adapters/dialog/line.js';
import { hostFetch } from '../../../adapters/host-fetch.js';
import { randomId } from '../../../adapters/writes/random-id.js';
import { FlowWatch } from '../../../controllers/dialog/flow-watch.js';
import { textOf } from '../../../core/account-id.js';
import { outcomes } from '../../../core/gate/dialog/gate-outcomes.js';
import { stepsMet } from '../../../core/gate/dialog/progress.js';
import { type GateState, type Inquiry, isOpen, mayPass } from '../../../core/gate/gate-state.js';
import type { FlowHint, InquiryWish, Subject } from '../../../core/gate/ports.js';
import { adopt } from '../../adopt.js';
import { afterRender } from '../../after-render.js';
import { Announcer } from '../../announcer.js';
import { LcDeclinedEvent, LcDismissedEvent, LcReviewEvent, LcStepEvent } from '../../events/dialog/dialog-events.js';
import type { GateElement } from '../gate-element.js';
import type { DialogHost } from './dialog-host.js';
import { DialogWords } from './dialog-words.js';
import { type GateView, offersToGoOn } from './gate-parts.js';
import { saidBy } from './gate-says.js';
import { gateView, showToast, styleSheets } from './gate-screens.js';
import { Obstacles } from './obstacles.js';
import { hasDialogs, isDark, Modal } from './top-layer.js';
import { unguarded } from './unguarded.js';

/** How long a browser may think about whether there is a camera, in milliseconds. */
const enough = 300;

/**
 * The visible half of a gate: its screens, its focus, Persona's frame, and the events of what happens in the dialog.
 */
export class GateDialog {
  readonly #element: GateElement;
  readonly #host: DialogHost;
  readonly #modal: Modal;
  readonly #words: DialogWords;
  /** The screen whose heading has had the focus. */
  #focused: string | undefined;
  /** The verified state whose confirmation has been shown. */
  #toasted: GateState | undefined;
  #camera: boolean | undefined;
  #copied = false;
  readonly #announcer = new Announcer();
  #met = Infinity;
  readonly #app = appAround();
  readonly #obstacles: Obstacles;

  /** The dialog, with its words loaded. */
  static async of(element: GateElement, host: DialogHost): Promise<GateDialog> {
    const camera = hasCamera();
    const words = await DialogWords.of(element);
    // Known before the first screen, whose buttons would change places otherwise, under a finger or the focus.
    const soon = new Promise<undefined>((passed) => setTimeout(passed, enough));
    return new GateDialog(element, host, words, await Promise.race([camera, soon]));
  }

  private constructor(element: GateElement, host: DialogHost, words: DialogWords, camera: boolean | undefined) {
    this.#element = element;
    this.#host = host;
    this.#words = words;
    this.#camera = camera;
    this.#obstacles = new Obstacles(element, host, this.#app);
    const root = element.shadowRoot!;
    adopt(root, styleSheets);
    this.#modal = new Modal(root, () => element.requestUpdate());
    const fix = unguarded(element);
    if (fix) report(fix);
  }

  /** The state has changed to or from one in which the dialog is open. */
  changed(state: GateState, previous: GateState): void {
    if (!isOpen(previous)) this.#words.follow();
    else if (!isOpen(state)) {
      this.#words.rest();
      // For the next time: one may have been plugged in.
      void hasCamera().then((camera) => (this.#camera = camera));
    }
    if (state.status === 'prompting') import('../../../persona/flow.js').catch(() => {});
    // News while the link is shown takes nothing back.
    if (state.status !== previous.status) {
      this.#copied = false;
      this.#met = stepsMet(previous);
    }
    this.#obstacles.changed(state);
    const detail = { account: textOf(this.#element.account), action: this.#host.action };
    for (const outcome of outcomes(state, previous, Boolean(this.#app))) {
      if (outcome.type === 'step') this.#host.emit(new LcStepEvent({ step: outcome.step }));
      else if (outcome.type === 'failed') this.#obstacles.tell(outcome.code);
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
    const watch = new FlowWatch(line, signal, (trouble) => this.#obstacles.troubled(trouble));
    runFlow(iframe, {
      inquiry,
      containerId: randomId(),
      language: this.#words.language,
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
    return gateView(this.#view);
  }

  get #view(): GateView {
    return {
      state: this.#host.state,
      ...this.#words.shown,
      action: this.#host.action,
      inline: this.#element.flow === 'inline' || !hasDialogs(),
      plain: !hasDialogs(),
      camera: this.#camera,
      inApp: Boolean(this.#app),
      trouble: this.#obstacles.trouble,
      met: this.#met,
      copied: this.#copied,
      copy: (link) => void this.#copy(link),
      send: this.#host.send,
      held: this.#held,
      settle: (goesOn) => this.#settle(goesOn),
      leave: () => this.#leave(),
      stepBack: () => this.#stepBack(),
      // Put away, not left: the person closed nothing.
      closed: () => this.#modal.isAway || this.#stepBack(),
    };
  }

  /** Opens, closes and focuses what was rendered. */
  updated(): void {
    const root = this.#element.renderRoot as ShadowRoot;
    afterRender(root);
    const { state } = this.#host;
    const before = root.activeElement;
    const wasAway = this.#modal.isAway;
    const isShown = isOpen(state) || this.#offersToGoOn;
    this.#modal.show(isShown);
    const { isAway } = this.#modal;
    if (isAway && !wasAway) queueMicrotask(() => this.#obstacles.tell('not_rendered'));
    // A question inside the flow is a screen of its own for the focus, and so is the word that the phone goes on.
    const asking = state.status === 'verifying' && state.leaving;
    const isElsewhere = state.status === 'handoff' && state.answer.device === 'other';
    const screen = isShown && !isAway ? [state.status, asking, isElsewhere].join(' ') : undefined;
    if (screen !== this.#focused && screen) {
      root.querySelector<HTMLElement>(asking ? '.bar .primary' : 'h2')?.focus({ preventScroll: true });
      if (state.status === 'handoff') void this.#drawCode(root, state.link);
    }
    this.#focused = screen;
    // The question is heard as the dialog that it is.
    if (!asking) {
      const region = root.querySelector(isShown ? '[part=dialog] > .heard' : '[part=dialog] ~ .heard');
      this.#announcer.tell(saidBy(this.#view), region, root.activeElement !== before);
    }
    const toast = root.querySelector<HTMLElement>('.toast');
    if (toast && state !== this.#toasted) showToast(toast);
    this.#toasted = toast ? state : undefined;
  }

  /** A report for support tickets. */
  diagnose(): Promise<string> {
    return this.#obstacles.describe();
  }

  /** The element has left the page, and takes its hold on it along. */
  hide(): void {
    this.#words.rest();
    this.#obstacles.rest();
    this.#modal.show(false);
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
}
