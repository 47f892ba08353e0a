import type { PropertyValues } from 'lit';
import { addressOf } from '../../../adapters/addresses.js';
import { page } from '../../../adapters/page.js';
import { reported, statusPort } from '../../../adapters/status-port.js';
import { tabChannel } from '../../../adapters/tab-channel.js';
import { GateController, type GateHost } from '../../../controllers/gate-controller.js';
import { textOf } from '../../../core/account-id.js';
import type { LcError } from '../../../core/errors.js';
import { type Action, toAction } from '../../../core/gate/actions.js';
import { type GateEvent, type GateState, type Inquiry, isOpen, mayPass } from '../../../core/gate/gate.js';
import type { FlowHint, InquiryWish, Subject } from '../../../core/gate/ports.js';
import { isRegulated } from '../../../core/regulated.js';
import { LcStateChangeEvent, LcVerifiedEvent } from '../../events/events.js';
import { Outbox } from '../../events/outbox.js';
import { lazyPart } from '../../lazy-part.js';
import type { DialogHost } from '../dialog/dialog-host.js';
import type { GateDialog } from '../dialog/gate-dialog.js';
import type { GateElement } from '../gate-element.js';
import type { HeldEvent } from '../guarded-trigger.js';
import type { EnsureVerifiedOptions, Verification } from '../verification.js';
import { replay } from './held-events.js';

const tabs = tabChannel();

/** How long a click whose outcome the person did not wait for may still go on by itself, in milliseconds. */
const parkedFor = 30 * 60_000;

/** What decides where the status is read; a change of any of them asks anew. */
const decisive = ['account', 'action', 'country', 'number', 'api', 'statusUrl'] as const;

/** How to ask; a change counts from the next request on. */
const ways = ['fetch', 'getToken'] as const;

/**
 * What the gate does once its page has shown it: it knows the status. The dialog is loaded when someone is about to
 * act.
 */
export class GateRuntime implements GateHost, DialogHost {
  /** The action of the last caller, when it was another than the attribute's. */
  #action: Action | undefined;
  readonly controller: GateController;
  /** What goes on when the verification comes. */
  parked: HeldEvent | undefined;
  readonly #element: GateElement;
  readonly #outbox: Outbox;
  #dialog: GateDialog | undefined;

  /** Loads what the dialog needs. */
  readonly prepare = lazyPart(async () => {
    const { GateDialog } = await import('../dialog/gate-dialog.js');
    this.#dialog = await GateDialog.of(this.#element, this);
    this.#element.requestUpdate();
    return this.#dialog;
  });

  constructor(element: GateElement) {
    this.#element = element;
    this.#outbox = new Outbox(element);
    this.controller = new GateController(this, tabs, page);
  }

  get state(): GateState {
    return this.controller.state;
  }

  /** What the person is about to do: what the screens, the events and the host's server are told. */
  get action(): Action {
    return this.#action ?? toAction(this.#element.action);
  }

  get send(): (event: GateEvent) => void {
    return this.controller.send;
  }

  mayPass(): boolean {
    return mayPass(this.state) || !isRegulated(this.#element);
  }

  connect(): void {
    this.#point();
    if (!isRegulated(this.#element)) {
      this.send({ type: 'exempted' });
      return;
    }
    // It may have been the country that let everybody through.
    if (this.state.status === 'exempt') this.send({ type: 'reset' });
    // Pages often learn their account later; until then there is nothing to ask.
    if (this.#element.account) this.controller.check();
  }

  /** The element is back on the page, or has been moved within it. */
  reconnect(): void {
    this.connect();
    this.controller.moved();
    this.#element.requestUpdate();
  }

  disconnect(): void {
    this.controller.disconnect();
    this.#dialog?.hide();
  }

  async ensureVerified({ action, country, number, signal }: EnsureVerifiedOptions): Promise<Verification> {
    if (isRegulated(country || number ? { country, number } : this.#element)) {
      // A gate whose country lets everybody through may still be asked about a number that does not.
      if (this.state.status === 'exempt' && !isRegulated(this.#element)) this.send({ type: 'reset' });
      // Whoever comes while another waits shares the dialog.
      if (!this.controller.isWanted && (action ?? toAction(this.#element.action)) !== this.action) {
        this.#action = action;
        this.#point();
      }
      await this.controller.pass(signal);
    }
    return this.#verification();
  }

  /** Repeats a click or submit that was held. */
  readonly replay = replay;

  /**
   * The person has left before the outcome: what they wanted goes on by itself if it comes soon enough to be expected,
   * and until something else is wanted.
   */
  park(held: HeldEvent, goOn: () => void): void {
    this.parked = held;
    const until = Date.now() + parkedFor;
    // What was wanted for one account is not done for another that the page has switched to.
    const isWanted = () => this.parked === held && held.account === this.#element.account && Date.now() < until;
    this.#element.addEventListener('verified', () => isWanted() && goOn(), { once: true });
  }

  /** @see DialogHost */
  emit(...events: Event[]): void {
    this.#outbox.push(...events);
  }

  /** @see GateHost */
  stateChanged(state: GateState, previous: GateState): void {
    const { status } = state;
    if (status !== previous.status) this.emit(new LcStateChangeEvent({ status, previous: previous.status }));
    if (status === 'verified') {
      const { account, inquiryId, verifiedAt, prompted } = this.#verification();
      this.emit(new LcVerifiedEvent({ account, action: this.action, inquiryId, verifiedAt, prompted }));
    }
    if (isOpen(state) || isOpen(previous)) {
      this.prepare().then(
        (dialog) => dialog.changed(state, previous),
        (error: LcError) => this.#giveUp(error),
      );
    }
    this.#element.requestUpdate();
  }

  /** @see GateHost */
  async createInquiry(wish: InquiryWish): Promise<Inquiry> {
    const dialog = await this.prepare();
    return dialog.createInquiry(this.#subject, wish).catch(reported);
  }

  /** @see GateHost */
  runFlow(inquiry: Inquiry, signal: AbortSignal, hint: (hint: FlowHint) => void): void {
    this.prepare()
      .then((dialog) => dialog.runFlow(inquiry, signal, hint))
      .catch(() => hint({ type: 'stopped', code: page.isOnline ? 'unreachable' : 'offline' }));
  }

  view(): unknown {
    return this.#dialog?.view();
  }

  willUpdate(changed: PropertyValues<GateElement>): void {
    // One that was taken out is pointed when it comes back.
    if (!this.#element.isConnected) return;
    if (decisive.some((name) => changed.has(name))) this.connect();
    else if (ways.some((name) => changed.has(name))) this.#point();
  }

  updated(internals: ElementInternals | undefined): void {
    this.#dialog?.updated();
    this.#outbox.deliver(this.state.status, internals);
  }

  /** Without its dialog the gate can ask nobody; whoever waits is told so, and the next one tries again. */
  #giveUp(error: LcError): void {
    if (!this.controller.isWanted) return;
    this.controller.release(error.code);
    this.send({ type: 'close' });
    this.#element.missed(error);
  }

  /** Asks the host about the account and action as they are now. */
  #point(): void {
    this.controller.connect(statusPort(this.#element, addressOf(this.#element, 'statusUrl'), this.#subject));
  }

  get #subject(): Subject {
    return { account: textOf(this.#element.account), action: this.action };
  }

  #verification(): Verification {
    const { state } = this;
    const { account } = this.#subject;
    if (state.status !== 'verified')
      return { status: 'exempt', account, inquiryId: null, verifiedAt: null, prompted: false };
    const { inquiryId, verifiedAt } = state.answer;
    return {
      status: 'verified',
      account,
      inquiryId: inquiryId ?? null,
      verifiedAt: verifiedAt ?? null,
      prompted: state.prompted,
    };
  }
}
