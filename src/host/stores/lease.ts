/** Thrown where something is about to be done under a lease that has ended, or may have. */
export class LeaseLostError extends Error {
  constructor() {
    super('The lease on this work has ended: another process may have taken it over. Do nothing more.');
    this.name = 'LeaseLostError';
  }
}

/** What is left of a lease that the database has just confirmed. */
export interface Hold {
  /**
   * Milliseconds in which what is begun is still begun under the lease, 0 when it has ended. It sees that the process
   * slept: ask it last, right before the bytes leave.
   */
  left(): number;
}

/** The say over something that only one process may do at a time, for as long as that is so. */
export interface Held {
  /** Aborts with a `LeaseLostError` when the lease is lost: pass it to what may be broken off. */
  signal: AbortSignal;
  /**
   * Asks the database, by its clock, and makes the lease last anew. Rejects with a `LeaseLostError` when another has
   * taken over or may do so, and with the database's error when it cannot say. Await it right before what must not
   * happen twice.
   */
  stillMine(): Promise<Hold>;
}

/**
 * Milliseconds from now on, by whichever of two clocks says more: the wall's goes on while a computer is suspended, and
 * the other is not set by anybody. A wall clock that jumps ahead ends a lease too early, which costs a repeat.
 */
export function stopwatch(): () => number {
  const wall = Date.now();
  const steady = performance.now();
  return () => Math.max(Date.now() - wall, performance.now() - steady);
}

/** What a lease is made of. */
export interface LeaseParts {
  seconds: number;
  /** How long ago it was asked for: a `stopwatch` from before the question. */
  since: () => number;
  /** Makes it last `seconds` from now by the database's clock; false when it had ended or is another's. */
  extend: () => Promise<boolean>;
  /** Told when it could not be extended. */
  onError: (error: unknown) => void;
}

/**
 * A lease kept by the process that has it, until `end`. It is extended every third of its time. Something may be begun
 * in the first two thirds only: the last one is for what was under way when the process stopped, to arrive before
 * anybody takes over.
 */
export class Lease {
  readonly #parts: LeaseParts;
  readonly #lost = new AbortController();
  #since: () => number;
  #extending = false;
  #ticking: ReturnType<typeof setInterval> | undefined;

  private constructor(parts: LeaseParts) {
    this.#parts = parts;
    this.#since = parts.since;
  }

  /** Keeps a lease that was taken. When taking it took long, as while a database starts, it is asked for anew first. */
  static async keep(parts: LeaseParts): Promise<Lease> {
    const lease = new Lease(parts);
    if (lease.#isDue()) await lease.#extend();
    lease.#ticking = setInterval(() => lease.#tick(), (parts.seconds * 1000) / 6);
    return lease;
  }

  /** What is handed to the work that is done under it. */
  get held(): Held {
    return { signal: this.signal, stillMine: () => this.stillMine() };
  }

  /** Aborts when it is lost. */
  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  /** As `Held` has it. */
  async stillMine(): Promise<Hold> {
    this.signal.throwIfAborted();
    await this.#extend();
    // The process may have slept over the answer.
    if (this.#left() === 0) this.#lose();
    this.signal.throwIfAborted();
    return { left: () => this.#left() };
  }

  /** Stops extending it; what is left of it runs out. */
  end(): void {
    clearInterval(this.#ticking);
  }

  get #milliseconds(): number {
    return this.#parts.seconds * 1000;
  }

  #isDue(): boolean {
    return this.#since() >= this.#milliseconds / 3;
  }

  #left(): number {
    return this.signal.aborted ? 0 : Math.max(0, (this.#milliseconds * 2) / 3 - this.#since());
  }

  #lose(): void {
    this.end();
    this.#lost.abort(new LeaseLostError());
  }

  #tick(): void {
    if (this.#since() >= this.#milliseconds) this.#lose();
    else if (this.#isDue() && !this.#extending) {
      this.#extending = true;
      void this.#extend()
        .catch(this.#parts.onError)
        .finally(() => {
          this.#extending = false;
        });
    }
  }

  /** Counted from the question, not from its answer: the database's clock started somewhere in between. */
  async #extend(): Promise<void> {
    const since = stopwatch();
    if (!(await this.#parts.extend())) this.#lose();
    else if (since() < this.#since()) this.#since = since;
  }
}
