import { codeOf, LcError, type LcErrorCode } from '../core/errors.js';
import {
  type GateEvent,
  type GateState,
  gate,
  type Inquiry,
  initialGate,
  isAwaited,
  isOpen,
  leavingCode,
  mayPass,
} from '../core/gate/gate.js';
import type { FlowHint, InquiryWish, StatusPort, TabPort } from '../core/gate/ports.js';
import type { PagePort } from '../core/page-port.js';
import { after } from './deadline.js';
import { type Effects, Machine, rest } from './machine.js';
import { type StatusListener, type StatusReader, sharedReader } from './status-reader.js';

/** How long a person waits for the status before the dialog says so. */
const quietWait = 500;
/** How long the inquiry endpoint may take. */
const startDeadline = 12_000;
/** When "confirming" admits that it takes longer than usual. */
const confirmingWait = 20_000;

/** What the controller needs of its element. */
export interface GateHost {
  stateChanged(state: GateState, previous: GateState): void;
  /** Creates or resumes the account's inquiry. A write: it is never aborted, asking twice gives the same inquiry. */
  createInquiry(wish: InquiryWish): Promise<Inquiry>;
  /** Shows Persona's frame for this inquiry and passes its hints on until the signal aborts. */
  runFlow(inquiry: Inquiry, signal: AbortSignal, hint: (hint: FlowHint) => void): void;
}

interface Waiter {
  resolve(): void;
  reject(reason: LcError): void;
}

/** Runs one gate's machine: reads the status, starts inquiries, keeps those who wait, and settles them. */
export class GateController {
  readonly #machine: Machine<GateState, GateEvent>;
  readonly #host: GateHost;
  readonly #tabs: TabPort;
  readonly #page: PagePort;
  readonly #waiters = new Set<Waiter>();
  #port: StatusPort | undefined;
  #reader: StatusReader | undefined;
  #listener: StatusListener | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: GateHost, tabs: TabPort, page: PagePort) {
    this.#host = host;
    this.#tabs = tabs;
    this.#page = page;
    this.#machine = new Machine<GateState, GateEvent>(initialGate, gate, this.#effects, (state, previous) =>
      this.#changed(state, previous),
    );
  }

  get state(): GateState {
    return this.#machine.state;
  }

  get send(): (event: GateEvent) => void {
    return this.#machine.send;
  }

  /**
   * Points the gate at an account and action. Another account starts from nothing and lets nobody wait any longer;
   * another action is asked about anew, unless the account is verified: that serves every action. Another way to ask
   * about the same is used from the next request on.
   */
  connect(port: StatusPort): void {
    if (this.#port?.key === port.key && this.#unsubscribe) {
      this.#port = port;
      return;
    }
    const other =
      this.#port &&
      this.#port.key !== port.key &&
      (this.#port.account !== port.account || this.state.status !== 'verified');
    this.#unsubscribe?.();
    this.#port = port;
    this.#reader = sharedReader(port.key, this.#tabs, this.#page);
    const machine = this.#machine;
    this.#listener = {
      port: () => this.#port as StatusPort,
      answered: (answer) => machine.send({ type: 'answered', answer }),
      unanswered: (code) => machine.send({ type: 'unanswered', code }),
      get awaits() {
        return isAwaited(machine.state);
      },
    };
    this.#unsubscribe = this.#reader.subscribe(this.#listener);
    if (other) this.#machine.send({ type: 'reset' });
    else this.#machine.enter();
  }

  /** Stops reading and running: the element has left the page, and nobody waits for it any more. */
  disconnect(): void {
    this.release('aborted');
    this.send({ type: 'close' });
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#machine.leave();
  }

  /** The element was moved within the page, which loads its frame anew. */
  moved(): void {
    if (this.state.status === 'verifying') this.#machine.enter();
  }

  /** Whether someone waits for the outcome or looks at the dialog. */
  get isWanted(): boolean {
    return this.#waiters.size > 0 || isOpen(this.state);
  }

  /** Reads the status; when a read is under way already, once more after it. */
  check(): void {
    if (this.state.status === 'idle') this.send({ type: 'check' });
    else if (this.state.status !== 'verified') this.#reader?.readNext();
  }

  /** The host's server has refused what this page held for verified: what it said before counts no more. */
  refused(): void {
    this.#reader?.forget();
    this.send({ type: 'refused' });
  }

  /** Resolves when the person may pass, rejects when they leave without. Opens the dialog if it has to. */
  pass(signal?: AbortSignal): Promise<void> {
    if (mayPass(this.state)) return Promise.resolve();
    if (signal?.aborted) return Promise.reject(new LcError('aborted'));
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { resolve, reject };
      this.#waiters.add(waiter);
      signal?.addEventListener('abort', () => this.#abandon(waiter), { once: true });
      this.demand();
    });
  }

  /** Opens the dialog if the person may not pass yet; nobody has to wait for the outcome. */
  demand(): void {
    this.send({ type: 'demand' });
    if (this.state.status === 'checking') after(quietWait, this.#machine.signal, () => this.send({ type: 'show' }));
  }

  /** Rejects everyone who waits. */
  release(code: LcErrorCode): void {
    this.#settle((waiter) => waiter.reject(new LcError(code)));
  }

  #changed(state: GateState, previous: GateState): void {
    this.#host.stateChanged(state, previous);
    if (mayPass(state)) this.#settle((waiter) => waiter.resolve());
    else if (isOpen(previous) && !isOpen(state)) this.release(leavingCode(previous));
    else if (state.status === 'idle') this.release('aborted');
  }

  /** A caller who gives up; when it was the last one, nobody wants the dialog any more. */
  #abandon(waiter: Waiter): void {
    if (!this.#waiters.delete(waiter)) return;
    waiter.reject(new LcError('aborted'));
    if (this.#waiters.size === 0) this.send({ type: 'close' });
  }

  #settle(settle: (waiter: Waiter) => void): void {
    const waiters = [...this.#waiters];
    this.#waiters.clear();
    waiters.forEach(settle);
  }

  /** On every screen that shows what the server has said: it may know more than when it was last asked. */
  readonly #ask = (): void => this.#reader?.read();

  /** As `#ask`, and again and again: the answer is expected. */
  readonly #await = (): void => {
    this.#reader?.read();
    this.#reader?.hurry();
  };

  readonly #effects: Effects<GateState, GateEvent> = {
    idle: rest,
    checking: ({ wait }) => {
      if (wait === 'none' && this.#listener) this.#reader?.readFor(this.#listener);
      else this.#reader?.read();
    },
    verified: rest,
    exempt: rest,
    required: (state) => {
      if (isAwaited(state)) this.#reader?.hurry();
    },
    prompting: this.#ask,
    starting: ({ renewing, handoff }, signal, send) => this.#start({ renew: renewing, link: handoff }, signal, send),
    verifying: ({ inquiry }, signal, send) => {
      this.#host.runFlow(inquiry, signal, send);
      this.#await();
    },
    handoff: this.#await,
    confirming: (_, signal, send) => {
      after(confirmingWait, signal, () => send({ type: 'waited' }));
      this.#await();
    },
    review: this.#await,
    declined: this.#ask,
    retryable: this.#ask,
    blocked: rest,
  };

  #start(wish: InquiryWish, signal: AbortSignal, send: (event: GateEvent) => void): void {
    after(startDeadline, signal, () =>
      send({ type: 'stopped', code: this.#page.isOnline ? 'unreachable' : 'offline' }),
    );
    this.#host.createInquiry(wish).then(
      (inquiry) => send({ type: 'started', inquiry }),
      (error: unknown) => send({ type: 'stopped', code: codeOf(error, 'unreachable') }),
    );
  }
}
