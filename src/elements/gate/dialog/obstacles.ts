import { report } from '../../../adapters/console.js';
import { page } from '../../../adapters/page.js';
import type { FlowTrouble } from '../../../controllers/dialog/flow-watch.js';
import type { LcErrorCode } from '../../../core/errors.js';
import type { GateState } from '../../../core/gate/gate-state.js';
import { LcFailedEvent } from '../../events/events.js';
import type { GateElement } from '../gate-element.js';
import type { DialogHost } from './dialog-host.js';

/** What engineers are told; people never wait for it. */
const gateReport = () => import('../report/gate-report.js');

/** What is in the way: told to the page, and to its engineers with what they can do. */
export class Obstacles {
  readonly #element: GateElement;
  readonly #host: DialogHost;
  readonly #app: string | undefined;
  #trouble: FlowTrouble | undefined;
  /** The last code that `failed` has told. */
  #failed: LcErrorCode | undefined;
  /** Ends the wait for the network. */
  #offline = new AbortController();

  /** `app`: the app around the browser, if there is one. */
  constructor(element: GateElement, host: DialogHost, app: string | undefined) {
    this.#element = element;
    this.#host = host;
    this.#app = app;
  }

  /** What is wrong with Persona's page while it is shown. */
  get trouble(): FlowTrouble | undefined {
    return this.#trouble;
  }

  /** Tells the page what is in the way, and its engineers what only this half knows of it. */
  tell(code: LcErrorCode): void {
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

  /** Persona's page is in trouble, or no longer. */
  troubled(trouble: FlowTrouble | undefined): void {
    this.#trouble = trouble;
    if (trouble) this.tell(trouble === 'silent' ? 'frame_silent' : trouble);
    this.#element.requestUpdate();
  }

  /** What was stopped because there was no network is begun again when there is one. */
  changed(state: GateState): void {
    this.rest();
    if (state.status !== 'blocked' || state.code !== 'offline') return;
    this.#offline = new AbortController();
    page.onOnline(this.#offline.signal, () => this.#host.send({ type: 'begin' }));
  }

  /** Waits for nothing any more. */
  rest(): void {
    this.#offline.abort();
  }

  /** A report for support tickets; see `describeGate`. */
  async describe(): Promise<string> {
    const { state, action } = this.#host;
    const { describeGate } = await gateReport();
    return describeGate(this.#element, { state, action, failed: this.#failed });
  }
}
