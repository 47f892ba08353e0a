/** Time as the stand-in sees it; tests pass one they move by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after `ms` milliseconds; the answer goes to `clearTimeout`. */
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** The computer's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

/** Resolves after `ms` milliseconds of that clock. */
export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.setTimeout(resolve, ms));
}

interface Timer {
  at: number;
  callback: () => void;
  handle: unknown;
}

/**
 * A clock that runs with another one and can be put forward; what falls due by that is done at once, earliest first.
 */
export class MovableClock implements Clock {
  readonly #base: Clock;
  readonly #timers = new Set<Timer>();
  #ahead: number;

  constructor(base: Clock, ahead = 0) {
    this.#base = base;
    this.#ahead = ahead;
  }

  /** Milliseconds it has been put forward in all. */
  get ahead(): number {
    return this.#ahead;
  }

  now(): number {
    return this.#base.now() + this.#ahead;
  }

  setTimeout(callback: () => void, ms: number): unknown {
    const timer: Timer = { at: this.now() + ms, callback, handle: undefined };
    this.#timers.add(timer);
    this.#arm(timer);
    return timer;
  }

  clearTimeout(handle: unknown): void {
    if (!this.#timers.delete(handle as Timer)) return;
    this.#base.clearTimeout((handle as Timer).handle);
  }

  /** Puts it forward by `ms` milliseconds. */
  advance(ms: number): void {
    this.#ahead += ms;
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      this.#base.clearTimeout(timer.handle);
      this.#arm(timer);
    }
  }

  #arm(timer: Timer): void {
    timer.handle = this.#base.setTimeout(
      () => {
        this.#timers.delete(timer);
        timer.callback();
      },
      Math.max(0, timer.at - this.now()),
    );
  }
}
