import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { type AccountId, isOther } from '../../core/account-id.js';
import type { LcError } from '../../core/errors.js';
import type { Action } from '../../core/gate/actions.js';
import type { GateStatus } from '../../core/gate/gate.js';
import type { StatusAnswer } from '../../core/gate/status-contract.js';
import { front } from '../../locales/front.js';
import type { OwnLabels } from '../../locales/labels.js';
import type { LcIdentityGateEventMap } from '../events/events.js';
import { LcFailedEvent } from '../events/first/failed-event.js';
import { lazyPart } from '../lazy-part.js';
import { showState } from '../state-name.js';
import type { GateElement } from './gate-element.js';
import { guardedEvent, type HeldEvent } from './guarded-trigger.js';
import type { GateRuntime } from './runtime/gate-runtime.js';
import type { EnsureVerifiedOptions, Verification } from './verification.js';

/**
 * Asks the owner of an account to prove their identity, once, before a guarded action goes on.
 *
 * Wrap the button, link or form of the action. A click or submit is held while it is not known whether the account is
 * verified; verified accounts pass without noticing, others see a dialog, and afterwards the very same click or submit
 * goes on. Only the host's status endpoint can verify; the server must refuse unverified actions as well.
 *
 * @element lc-identity-gate
 * @attr {'1' | '2' | '3' | '4' | '5' | '6'} [heading-level=2] - How deep the headings of the screens are in the page's
 *   outline, as readers are told; what stands below one is a level deeper.
 * @slot - The guarded trigger: a button, link or form.
 * @slot privacy - Words and links on what happens with the data, on the first screen.
 * @slot support - How to reach support, at the end of every screen.
 * @slot alternative - Another way to verify, such as by appointment or with a person, for those whom a camera or a
 *   selfie fails: on the first screen, and where something failed.
 * @fires {LcVerifiedEvent} verified - The host's server has said that the account is verified. Once per page and
 *   account.
 * @fires {LcReviewEvent} review - The identity is being reviewed by a person.
 * @fires {LcDeclinedEvent} declined - The identity was declined, or no attempts are left.
 * @fires {LcDismissedEvent} dismissed - The person closed the dialog without being verified.
 * @fires {LcFailedEvent} failed - Something is in the way; `detail.code` says what.
 * @fires {LcStepEvent} step - The person has reached `phone`, `id`, `selfie` or `result`, on whatever device.
 * @fires {LcStateChangeEvent} statechange - The status has changed.
 * @csspart dialog - The dialog, or the panel with flow="inline".
 * @csspart header - The row with the steps and the close button.
 * @csspart steps - The list of the steps.
 * @csspart close - The close button.
 * @csspart body - The area of the current screen.
 * @csspart heading - The heading of the current screen.
 * @csspart button - The primary button of the current screen.
 * @csspart secondary - The other button of the current screen.
 * @csspart frame - Persona's frame.
 * @csspart code - The QR code for going on on the phone.
 * @csspart toast - The short confirmation after the verification.
 * @csspart missing - The line beside the trigger when a part of the script did not arrive.
 * @cssproperty [--lc-accent=light-dark(#1d4fd7, #8fb0ff)] - Colour of the primary button, the current step and the
 *   focus ring.
 * @cssproperty [--lc-on-accent=light-dark(#fff, #0b1533)] - Text on the accent colour.
 * @cssproperty [--lc-surface=light-dark(#fff, #16181d)] - Background.
 * @cssproperty [--lc-raised=light-dark(#f5f6f8, #20232a)] - Background of what stands out from the surface.
 * @cssproperty [--lc-text=light-dark(#14171f, #f2f4f8)] - Text.
 * @cssproperty [--lc-muted=light-dark(#545b69, #a9b1c0)] - Secondary text.
 * @cssproperty [--lc-border=light-dark(#858c99, #767e8e)] - Borders of controls.
 * @cssproperty [--lc-danger=light-dark(#b3261e, #ff9d94)] - What went wrong.
 * @cssproperty [--lc-success=light-dark(#12703a, #6fd598)] - What went well.
 * @cssproperty [--lc-radius=12px] - Corner radius of the dialog; controls derive theirs from it.
 * @cssproperty [--lc-font=system-ui] - Font family.
 * @cssstate idle - Nothing is known yet; exactly one state, named like `status`, is set at a time.
 * @cssstate checking - The status is being asked for.
 * @cssstate verified - The account is verified.
 * @cssstate exempt - The number is not regulated, or the account needs no verification.
 * @cssstate required - The account is not verified; nobody was asked yet.
 * @cssstate prompting - The first screen is shown.
 * @cssstate starting - Persona's page is being opened.
 * @cssstate verifying - The person is on Persona's page.
 * @cssstate handoff - The person goes on on a phone or in another tab.
 * @cssstate confirming - Persona is done; the host's answer is awaited.
 * @cssstate review - A person reviews the identity.
 * @cssstate declined - The identity was declined, or no attempts are left.
 * @cssstate retryable - It did not work; another try is possible.
 * @cssstate blocked - Something is in the way.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the interface below only types a method that HTMLElement has
export class LcIdentityGate extends LitElement implements GateElement {
  /** @internal */
  static override properties = {
    api: {},
    account: { hasChanged: isOther },
    action: {},
    country: {},
    number: {},
    statusUrl: { attribute: 'status-url' },
    inquiryUrl: { attribute: 'inquiry-url' },
    template: {},
    environment: {},
    personaHost: { attribute: 'persona-host' },
    flow: {},
    theme: { reflect: true, useDefault: true },
    replay: {},
    held: { state: true },
    fetch: { attribute: false },
    getToken: { attribute: false },
    isMissing: { state: true },
    labels: { attribute: false },
  };

  /** @internal */
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) > slot {
      display: none;
    }
  `;

  /** Base URL of the host's endpoints: `{api}/status` and `{api}/inquiry`. */
  api = '';
  /** The host's own id of the account that acts; a number counts as its text. Without one nothing is asked. */
  account: AccountId = '';
  /**
   * What is guarded: `number-purchase` (default), `number-pool-purchase`, `a2p-brand-registration`,
   * `toll-free-verification`, `cnam` or `shaken-stir`.
   */
  action: Action = 'number-purchase';
  /** ISO 3166-1 alpha-2 country of the number. Another than US, CA or PR lets everybody through. */
  country: string | null = null;
  /** The number in E.164, used when there is no country. */
  number: string | null = null;
  /** URL of the status endpoint; default `{api}/status`. */
  statusUrl: string | null = null;
  /** URL of the inquiry endpoint; default `{api}/inquiry`. */
  inquiryUrl: string | null = null;
  /**
   * Persona template id (`itmpl_…`) for hosts without an inquiry endpoint. Each opening then makes a new inquiry:
   * prefer the endpoint.
   */
  template: string | null = null;
  /** Persona environment id (`env_…`), with `template`. */
  environment: string | null = null;
  /**
   * Host name of Persona's pages without a scheme; default `inquiry.withpersona.com`. The inquiry endpoint's answer
   * wins.
   */
  personaHost: string | null = null;
  /** `modal` (default): a dialog over the page. `inline`: a panel below the trigger. */
  flow: 'modal' | 'inline' = 'modal';
  /** `auto` (default): as the page's `color-scheme`. `light` and `dark` are fixed. */
  theme: 'auto' | 'light' | 'dark' = 'auto';
  /**
   * `auto` (default): a held click or submit goes on by itself as soon as the account is verified. `confirm`: a button
   * “Continue” stands there then, whose own click is the gesture that browsers ask for before a page may open a window,
   * a payment sheet or a share sheet.
   */
  replay: 'auto' | 'confirm' = 'auto';
  /**
   * Replaces `window.fetch` for the host's endpoints, for example to add a header. A new function is used from the next
   * request on.
   */
  fetch: typeof globalThis.fetch | null = null;
  /**
   * Gives the token that goes with every request to the host's endpoints as `Authorization: Bearer …`. Asked at each
   * request, so keep it as long as it lasts; an empty text sends none. When it rejects, the person is asked to sign in.
   */
  getToken: (() => string | Promise<string>) | null = null;
  /** Own words, laid over those of the language. */
  labels: OwnLabels | null = null;

  /** @internal */
  held: HeldEvent | undefined;

  // Missing in browsers made for tests, such as happy-dom: there are no states to style then.
  readonly #internals: ElementInternals | undefined = this.attachInternals?.();
  #runtime: GateRuntime | undefined;
  #replaying = false;
  /** @internal A press led to nothing, because a part of the script did not arrive. */
  isMissing = false;

  constructor() {
    super();
    this.addEventListener('click', this.#guard, { capture: true });
    this.addEventListener('submit', this.#guard, { capture: true });
    // The first sign that someone is about to act.
    for (const sign of ['pointerenter', 'focusin']) this.addEventListener(sign, this.#prepare, { once: true });
  }

  /**
   * Where the gate is: `idle`, `checking`, `verified`, `exempt`, `required`, `prompting`, `starting`, `verifying`,
   * `handoff`, `confirming`, `review`, `declined`, `retryable` or `blocked`. Read-only.
   */
  get status(): GateStatus {
    return this.#runtime?.state.status ?? 'idle';
  }

  /** @internal What the host's server has said last. */
  get answer(): StatusAnswer | undefined {
    const state = this.#runtime?.state;
    return state && 'answer' in state ? state.answer : undefined;
  }

  /**
   * Resolves when the person may go on, at once or after the dialog. Asks nobody when the number is not regulated or
   * the account is exempt. Several callers at once share one dialog.
   * @throws {LcError} `dismissed`, `declined`, `in_review`, `aborted`, or why the verification could not be opened.
   */
  async ensureVerified(options: EnsureVerifiedOptions = {}): Promise<Verification> {
    return (await this.#need()).ensureVerified(options);
  }

  /** Asks the host's server for the status now, for example after something else has verified the account. */
  async check(): Promise<void> {
    (await this.#need()).controller.check();
  }

  /** Opens the dialog, unless the account may pass anyway. */
  async open(): Promise<void> {
    (await this.#need()).controller.demand();
  }

  /**
   * Closes the dialog like the person would; what they have done so far is kept by Persona. Whoever still waits for the
   * status is let go as well, with `aborted`.
   */
  close(): void {
    const close = () => this.#runtime?.controller.send({ type: 'close' });
    // What was asked for before the runtime had come is closed as soon as it has.
    if (this.#runtime) close();
    else
      void this.#load()
        .catch(() => {})
        .then(close);
  }

  /** A report of what the gate sees, to copy into a support ticket. It holds no token and nothing about the person. */
  async diagnose(): Promise<string> {
    return (await (await this.#need()).prepare()).diagnose();
  }

  /**
   * The host's server has refused an action this page held for verified: forgets the verification and asks again.
   * @internal
   */
  async refused(): Promise<void> {
    (await this.#need()).controller.refused();
  }

  /** @internal */
  missed({ code }: LcError): void {
    // Where nothing is guarded, whoever called says it.
    this.isMissing = Boolean(this.querySelector(':scope > :not([slot])'));
    this.dispatchEvent(new LcFailedEvent({ code }));
  }

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    showState(this.#internals, this.status);
    if (this.#runtime) this.#runtime.reconnect();
    else this.#load().catch(() => {});
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move takes the element out and puts it back at once: that is no reason to stop.
    queueMicrotask(() => this.isConnected || this.#runtime?.disconnect());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#runtime?.willUpdate(changed);
  }

  protected override updated(): void {
    this.#runtime?.updated(this.#internals);
  }

  protected override render(): unknown {
    const own = this.labels?.gate?.missing;
    // Where this part is missing, no other words can be counted on.
    const missing = () =>
      html`<p part="missing" role="alert" lang=${own ? nothing : 'en'} dir=${own ? nothing : 'ltr'}>
        ${own ?? front.missing}
      </p>`;
    return html`<slot></slot>${this.isMissing ? missing() : nothing}
      ${this.#runtime?.view() ?? nothing}`;
  }

  /** @internal */
  settle(goesOn: boolean): void {
    const { held } = this;
    this.held = undefined;
    this.#replaying = true;
    try {
      if (goesOn && held) this.#runtime?.replay(held);
    } finally {
      this.#replaying = false;
    }
  }

  readonly #guard = (event: Event): void => {
    const held = this.#replaying ? undefined : guardedEvent(event, this);
    if (!held) return;
    if (this.#runtime?.mayPass()) {
      // One that waits for "Continue" has been done by hand now.
      this.held = undefined;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    // One that is still wanted: repeated clicks do nothing more.
    if (this.held && this.#runtime?.controller.isWanted !== false) return;
    if (this.#runtime) this.#runtime.parked = undefined;
    this.held = held;
    void this.#passThen(held);
  };

  async #passThen(held: HeldEvent): Promise<void> {
    try {
      const { prompted } = await this.ensureVerified();
      // Nobody was asked, and the browser still counts the click itself as the gesture: no second one is needed.
      this.#goOn(held, !prompted && navigator.userActivation?.isActive);
    } catch (error) {
      if (this.held === held) this.held = undefined;
      if ((error as LcError).code === 'in_review') this.#runtime?.park(held, () => this.#goOn(held));
    }
  }

  /** Lets it go on, or keeps it for the dialog to offer. */
  #goOn(held: HeldEvent, isGesture = false): void {
    this.held = held;
    if (this.replay !== 'confirm' || isGesture) this.settle(true);
    else this.#prepare();
  }

  /** As `#load`, for somebody who waits for it. */
  readonly #need = (): Promise<GateRuntime> => {
    this.isMissing = false;
    return this.#load().catch((error: LcError) => {
      this.missed(error);
      throw error;
    });
  };
  readonly #prepare = (): void =>
    void this.#load()
      .then((runtime) => runtime.prepare())
      .catch(() => {});

  readonly #load = lazyPart(async () => {
    const { GateRuntime } = await import('./runtime/gate-runtime.js');
    this.#runtime = new GateRuntime(this);
    if (this.isConnected) this.#runtime.connect();
    return this.#runtime;
  });
}

// Types only: a method that overrides the browser's would be code that does nothing.
export interface LcIdentityGate {
  addEventListener<K extends keyof LcIdentityGateEventMap>(
    type: K,
    listener: (this: LcIdentityGate, event: LcIdentityGateEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
