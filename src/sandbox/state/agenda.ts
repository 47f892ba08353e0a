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
  readonly #timers = new Map<string, unknown>();
  #run: Run | undefined;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Adds a task for the time `at`, in place of the one with the same id, if any; the caller saves the state. */
  add(at: number, task: Task, id = this.#store.ids.id('due')): void {
    const due = { id, at, task };
    this.#store.tasks.put(id, due);
    if (this.#run) this.#arm(due);
  }

  /** Takes a task off the list that there is no reason for any more; the caller saves the state. */
  drop(id: string): void {
    this.#store.tasks.remove(id);
    this.#disarm(id);
  }

  /** Begins to give out what falls due; what is overdue goes out at once. */
  start(run: Run): void {
    this.#run = run;
    const inOrder = this.#store.tasks.all().sort((a, b) => a.at - b.at);
    for (const due of inOrder) this.#arm(due);
  }

  /** Stops; the list stays. */
  stop(): void {
    this.#run = undefined;
    for (const id of [...this.#timers.keys()]) this.#disarm(id);
  }

  #arm(due: Due): void {
    this.#disarm(due.id);
    const wait = Math.max(0, due.at - this.#clock.now());
    const then = () => (wait > longestTimer ? this.#arm(due) : void this.#do(due));
    this.#timers.set(due.id, this.#clock.setTimeout(then, Math.min(wait, longestTimer)));
  }

  #disarm(id: string): void {
    this.#clock.clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  async #do(due: Due): Promise<void> {
    this.#timers.delete(due.id);
    await this.#run?.(due.task);
    // Stopped on the way, or put off by what it did itself.
    if (!this.#run || this.#store.tasks.get(due.id) !== due) return;
    this.#store.tasks.remove(due.id);
    this.#store.save();
  }
}
