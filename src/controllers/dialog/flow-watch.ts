import { after } from '../deadline.js';

/** What may be wrong with Persona's page while it is shown. */
export type FlowTrouble = 'offline' | 'silent';

/** The page around Persona's, as far as its watch needs it. */
export interface LinePort {
  readonly isOnline: boolean;
  readonly isHidden: boolean;
  /** Calls back when the network comes or goes, and when the page is hidden or seen, until the signal aborts. */
  onChange(signal: AbortSignal, changed: () => void): void;
}

/**
 * How long Persona's page may say nothing. Looking for a passport takes a minute; what follows is no more than a hint.
 */
const patience = 120_000;
/** The same after the network was gone: a page that waits for an answer that was lost may wait for ever. */
const patienceOnReturn = 20_000;

/**
 * Watches Persona's page from its first word on, because a frame of another origin can neither be looked into nor asked
 * whether it still runs. `told` hears of a trouble once, and again with `undefined` when it is over.
 */
export class FlowWatch {
  readonly #line: LinePort;
  readonly #told: (trouble: FlowTrouble | undefined) => void;
  readonly #signal: AbortSignal;
  #waiting = new AbortController();
  #trouble: FlowTrouble | undefined;
  #hasSpoken = false;

  constructor(line: LinePort, signal: AbortSignal, told: (trouble: FlowTrouble | undefined) => void) {
    this.#line = line;
    this.#signal = signal;
    this.#told = told;
    line.onChange(signal, () => this.#look());
    signal.addEventListener('abort', () => {
      this.#waiting.abort();
      this.#tell(undefined);
    });
    this.#look();
  }

  /** Persona's page has said something. */
  heard(): void {
    this.#hasSpoken = true;
    if (this.#trouble === 'silent') this.#tell(undefined);
    this.#wait(patience);
  }

  #look(): void {
    const wasOffline = this.#trouble === 'offline';
    if (!this.#line.isOnline) this.#tell('offline');
    else if (wasOffline) this.#tell(undefined);
    this.#wait(wasOffline ? patienceOnReturn : patience);
  }

  /** Counts only while the person could see it. */
  #wait(patience: number): void {
    this.#waiting.abort();
    const { isOnline, isHidden } = this.#line;
    if (!this.#hasSpoken || !isOnline || isHidden || this.#signal.aborted) return;
    this.#waiting = new AbortController();
    after(patience, this.#waiting.signal, () => this.#tell('silent'));
  }

  #tell(trouble: FlowTrouble | undefined): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#told(trouble);
  }
}
