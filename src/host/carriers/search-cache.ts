import { unlessAborted } from './deadline.js';

/** A request under way, and how many wait for it. */
interface Flight<T> {
  answer: Promise<T>;
  nobodyWaits: AbortController;
  waiting: number;
}

const freshMs = 30_000;
const mostEntries = 500;

/**
 * Answers to searches, kept for half a minute by the address that was asked: people change a filter and take it back,
 * and carriers count requests. Those who want the same at once share one request, which goes on until the last of them
 * has left.
 */
export class SearchCache<T> {
  readonly #kept = new Map<string, { answer: T; until: number }>();
  readonly #flights = new Map<string, Flight<T>>();

  /** The answer of this address. A failure is told to those who wait for it, and not kept. */
  async get(url: string, signal: AbortSignal, load: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const kept = this.#kept.get(url);
    if (kept && kept.until > Date.now()) return kept.answer;
    const flight = this.#flights.get(url) ?? this.#begin(url, load);
    flight.waiting += 1;
    try {
      return await unlessAborted(signal, flight.answer);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        this.#end(url, flight);
        flight.nobodyWaits.abort();
      }
    }
  }

  /** Forgets everything; what is under way is still told to those who wait for it, to nobody else. */
  clear(): void {
    this.#kept.clear();
    this.#flights.clear();
  }

  #begin(url: string, load: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const nobodyWaits = new AbortController();
    const flight: Flight<T> = { answer: load(nobodyWaits.signal), nobodyWaits, waiting: 0 };
    this.#flights.set(url, flight);
    flight.answer.then(
      (answer) => {
        if (this.#end(url, flight)) this.#keep(url, answer);
      },
      () => this.#end(url, flight),
    );
    return flight;
  }

  /** False when it is not in the list any more: something was sold meanwhile, and its answer may be of before. */
  #end(url: string, flight: Flight<T>): boolean {
    return this.#flights.get(url) === flight && this.#flights.delete(url);
  }

  #keep(url: string, answer: T): void {
    // Again at the end: the first is then always the oldest.
    this.#kept.delete(url);
    this.#kept.set(url, { answer, until: Date.now() + freshMs });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostEntries && oldest !== undefined) this.#kept.delete(oldest);
  }
}
