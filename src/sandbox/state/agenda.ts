import type { Due, Task } from '../records/task.js';
import type { Clock } from './clock.js';
import type { Store } from './store.js';

/** Does a task. */
type Run = (task: Task) => void | Promise<void>;

// Timers wrap round above this many milliseconds.
const longestTimer = 2 ** 31 - 1;

/**
 * What is to be done when. Kept with the state, so a restart continues where it stopped: a task leaves the list only
 * after it has run, and one whose time passed while nothing ran is done at the next start.
 */
export class Agenda {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #running = new Set<string>();
  #timer: unknown;
  #run: Run | undefined;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Adds a task for the time `at`; the caller saves the state. */
  add(at: number, task: Task): void {
    this.#store.state.agenda.push({ id: this.#store.ids.id('due'), at, task });
    if (this.#run) this.#arm();
  }

  /** Begins to give out what falls due; what is overdue goes out at once. */
  start(run: Run): void {
    this.#run = run;
    this.#arm();
  }

  /** Stops; the list stays. */
  stop(): void {
    this.#run = undefined;
    this.#clock.clearTimeout(this.#timer);
  }

  #arm(): void {
    this.#clock.clearTimeout(this.#timer);
    const waiting = this.#store.state.agenda.filter((due) => !this.#running.has(due.id));
    if (!waiting.length) return;
    const next = Math.min(...waiting.map((due) => due.at));
    this.#timer = this.#clock.setTimeout(
      () => this.#work(),
      Math.min(Math.max(0, next - this.#clock.now()), longestTimer),
    );
  }

  #work(): void {
    const now = this.#clock.now();
    const due = this.#store.state.agenda
      .filter((entry) => entry.at <= now && !this.#running.has(entry.id))
      .sort((a, b) => a.at - b.at);
    for (const entry of due) void this.#do(entry);
    this.#arm();
  }

  async #do(entry: Due): Promise<void> {
    this.#running.add(entry.id);
    try {
      await this.#run?.(entry.task);
    } finally {
      this.#running.delete(entry.id);
    }
    if (!this.#run) return;
    this.#store.state.agenda = this.#store.state.agenda.filter((other) => other.id !== entry.id);
    this.#store.save();
    this.#arm();
  }
}
