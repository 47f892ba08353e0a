import type { Due, Task } from '../records/task.js';
import type { Clock } from './clock.js';
import type { Store } from './store.js';

// Timers wrap round above this many milliseconds.
const longestTimer = 2 ** 31 - 1;

/**
 * What is to be done when. Kept with the state, so a restart continues where it stopped: a task leaves the list only
 * after it has run, and one whose time passed while nothing ran is done at the next start.
 */
export class Agenda {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #run: (task: Task) => void | Promise<void>;
  readonly #running = new Set<string>();
  #timer: unknown;
  #started = false;

  constructor(store: Store, clock: Clock, run: (task: Task) => void | Promise<void>) {
    this.#store = store;
    this.#clock = clock;
    this.#run = run;
  }

  /** Adds a task for the time `at`; the caller saves the state. */
  add(at: number, task: Task): void {
    this.#store.state.agenda.push({ id: this.#store.ids.id('due'), at, task });
    if (this.#started) this.#arm();
  }

  /** Begins to work; what is overdue is done at once. */
  start(): void {
    this.#started = true;
    this.#arm();
  }

  /** Stops; the list stays. */
  stop(): void {
    this.#started = false;
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
      await this.#run(entry.task);
    } finally {
      this.#running.delete(entry.id);
    }
    if (!this.#started) return;
    this.#store.state.agenda = this.#store.state.agenda.filter((other) => other.id !== entry.id);
    this.#store.save();
    this.#arm();
  }
}
