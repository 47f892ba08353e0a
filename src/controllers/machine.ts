/** What a machine does on entering a status: it may listen to `signal`, which aborts when the status is left. */
export type Effect<State, Event> = (state: State, signal: AbortSignal, send: (event: Event) => void) => void;

/** What a machine does on entering each status. One that is missing does not compile. */
export type Effects<State extends { status: string }, Event> = {
  readonly [Status in State['status']]: Effect<Extract<State, { status: Status }>, Event>;
};

/** The effect of a status in which there is nothing to do. */
export const rest = (): void => {};

/**
 * Runs a reducer: keeps the state, tells of changes, and runs one effect per status with one `AbortController` each.
 * What an effect of a status that was left still sends is dropped.
 */
export class Machine<State extends { status: string }, Event> {
  #state: State;
  #running = new AbortController();
  readonly #reduce: (state: State, event: Event) => State;
  readonly #effects: Effects<State, Event>;
  readonly #changed: (state: State, previous: State) => void;

  constructor(
    initial: State,
    reduce: (state: State, event: Event) => State,
    effects: Effects<State, Event>,
    changed: (state: State, previous: State) => void,
  ) {
    this.#state = initial;
    this.#reduce = reduce;
    this.#effects = effects;
    this.#changed = changed;
  }

  get state(): State {
    return this.#state;
  }

  /** Aborts when the current status is left. */
  get signal(): AbortSignal {
    return this.#running.signal;
  }

  readonly send = (event: Event): void => {
    const previous = this.#state;
    const state = this.#reduce(previous, event);
    if (state === previous) return;
    this.#state = state;
    // Listeners first, so that what an effect sends at once is told after this change.
    this.#changed(state, previous);
    if (state.status !== previous.status && this.#state === state) this.enter();
  };

  /** Runs the current status' effect anew: after a change of status, or when its element comes back to the page. */
  enter(): void {
    this.leave();
    this.#running = new AbortController();
    const { signal } = this.#running;
    // The effect fits the state it is asked for, which the compiler cannot see through the table.
    const effect = this.#effects[this.#state.status as State['status']] as Effect<State, Event>;
    effect(this.#state, signal, (event) => {
      if (!signal.aborted) this.send(event);
    });
  }

  /** Aborts the current status' effect without leaving the status: its element has left the page. */
  leave(): void {
    this.#running.abort();
  }
}
