import type { PropertyValues } from 'lit';
import { report } from '../../adapters/console.js';
import { readStatus, statusKey, withQuery } from '../../adapters/host-endpoints.js';
import { openStatusStream } from '../../adapters/status-stream.js';
import { tabChannel } from '../../adapters/tab-channel.js';
import { GateController, type GateHost } from '../../controllers/gate-controller.js';
import { LcError } from '../../core/errors.js';
import { type Action, toAction } from '../../core/gate/actions.js';
import { type GateState, type Inquiry, isOpen, mayPass } from '../../core/gate/gate.js';
import type { FlowHint, GatePort } from '../../core/gate/ports.js';
import { isRegulated } from '../../core/gate/regulated.js';
import { LcFailedEvent, LcStateChangeEvent, LcVerifiedEvent } from '../events/events.js';
import type { GateDialog } from './gate-dialog.js';
import type { LcIdentityGate } from './identity-gate.js';
import type { EnsureVerifiedOptions, Verification } from './verification.js';

const tabs = tabChannel();

/** What the gate does once its page has shown it: it knows the status. The dialog is loaded when someone is about to act. */
export class GateRuntime implements GateHost {
  /** The action of the last caller, when it was another than the attribute's. */
  #action: Action | undefined;
  readonly controller: GateController;
  readonly #element: LcIdentityGate;
  #dialog: GateDialog | undefined;
  #preparing: Promise<GateDialog> | undefined;
  #events: Event[] = [];

  constructor(element: LcIdentityGate) {
    this.#element = element;
    this.controller = new GateController(this, tabs);
  }

  get state(): GateState {
    return this.controller.state;
  }

  /** What the person is about to do: what the screens, the events and the host's server are told. */
  get action(): Action {
    return this.#action ?? toAction(this.#element.action);
  }

  mayPass(): boolean {
    return mayPass(this.state) || !isRegulated(this.#element);
  }

  connect(): void {
    this.controller.connect(this.#port());
    if (!isRegulated(this.#element)) return this.controller.send({ type: 'exempted' });
    // It may have been the country that let everybody through.
    if (this.state.status === 'exempt') this.controller.send({ type: 'reset' });
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
      if (this.state.status === 'exempt' && !isRegulated(this.#element)) this.controller.send({ type: 'reset' });
      // Whoever comes while another waits shares the dialog.
      if (!this.controller.isWanted && (action ?? toAction(this.#element.action)) !== this.action) {
        this.#action = action;
        this.controller.connect(this.#port());
      }
      await this.controller.pass(signal);
    }
    return this.#verification();
  }

  /** Loads what the dialog needs. */
  prepare(): Promise<GateDialog> {
    this.#preparing ??= import('./gate-dialog.js').then(
      ({ GateDialog }) => {
        this.#element.requestUpdate();
        return (this.#dialog = new GateDialog(this.#element, this));
      },
      (error: unknown) => {
        this.#preparing = undefined;
        report('A part of the script could not be loaded. Serve all files of its folder beside it.');
        this.emit(new LcFailedEvent({ code: 'unreachable' }));
        this.controller.release('unreachable');
        this.controller.send({ type: 'close' });
        throw error;
      },
    );
    return this.#preparing;
  }

  /** Fires the event after the next update, when the DOM agrees with it. */
  emit(...events: Event[]): void {
    this.#events.push(...events);
    this.#element.requestUpdate();
  }

  /** @see GateHost */
  stateChanged(state: GateState, previous: GateState): void {
    const { status } = state;
    if (status !== previous.status) this.emit(new LcStateChangeEvent({ status, previous: previous.status }));
    if (status === 'verified') {
      const { account, inquiryId, verifiedAt, prompted } = this.#verification();
      this.emit(new LcVerifiedEvent({ account, action: this.action, inquiryId, verifiedAt, prompted }));
    }
    if (isOpen(state) || isOpen(previous))
      this.prepare().then(
        (dialog) => dialog.changed(state, previous),
        () => {},
      );
    this.#element.requestUpdate();
  }

  /** @see GateHost */
  runFlow(inquiry: Inquiry, signal: AbortSignal, hint: (hint: FlowHint) => void): void {
    this.prepare()
      .then((dialog) => dialog.runFlow(inquiry, signal, hint))
      .catch(() => hint({ type: 'stopped', code: navigator.onLine ? 'unreachable' : 'offline' }));
  }

  view(): unknown {
    return this.#dialog?.view();
  }

  willUpdate(changed: PropertyValues<LcIdentityGate>): void {
    if (
      ['account', 'action', 'country', 'number', 'api', 'statusUrl', 'fetch'].some((name) =>
        changed.has(name as keyof LcIdentityGate),
      )
    )
      this.connect();
  }

  updated({ states }: ElementInternals): void {
    const { status } = this.state;
    if (!states?.has(status)) {
      states?.clear();
      states?.add(status);
    }
    this.#dialog?.updated();
    const events = this.#events;
    this.#events = [];
    for (const event of events) this.#element.dispatchEvent(event);
  }

  #port(): GatePort {
    const { account, api, statusUrl, fetch: own } = this.#element;
    const subject = { account, action: this.action };
    const url = statusUrl || (api && `${api}/status`) || undefined;
    const fetch = own ?? globalThis.fetch;
    const reported = (error: unknown): never => {
      if (error instanceof LcError && error.code !== 'offline') report(error.message);
      throw error;
    };
    return {
      account,
      key: statusKey(fetch, url, subject),
      readStatus: (signal) => readStatus(fetch, url, subject, signal).catch(reported),
      openStream: async (heard, ended) => openStatusStream(withQuery(url ?? '', { ...subject }), heard, ended),
      createInquiry: async (renew) => (await this.prepare()).createInquiry(fetch, subject, renew).catch(reported),
    };
  }

  #verification(): Verification {
    const { state } = this;
    const { account } = this.#element;
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
