import type { MiddlewareHandler } from 'hono';
import { apiError } from '../resources/json-api.js';
import type { Clock } from '../state/clock.js';

const minute = 60_000;

/** How many requests the running minute still takes. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #limit: number;
  #windowEnds = 0;
  #used = 0;

  constructor(clock: Clock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
  }

  /** The numbers of Persona's headers; `reset` in seconds. */
  get state(): { limit: number; remaining: number; reset: number } {
    const now = this.#clock.now();
    const over = now >= this.#windowEnds;
    return {
      limit: this.#limit,
      remaining: over ? this.#limit : Math.max(0, this.#limit - this.#used),
      reset: over ? minute / 1000 : Math.ceil((this.#windowEnds - now) / 1000),
    };
  }

  /** Counts every request and refuses those above the limit (https://docs.withpersona.com/rate-limiting). */
  readonly middleware: MiddlewareHandler = async (context, next) => {
    const now = this.#clock.now();
    if (now >= this.#windowEnds) [this.#windowEnds, this.#used] = [now + minute, 0];
    this.#used += 1;
    if (this.#used > this.#limit)
      context.res = apiError(
        429,
        'Rate limit exceeded',
        `The stand-in takes ${this.#limit} requests a minute. Try again in ${this.state.reset} s.`,
      );
    else await next();
    const { limit, remaining, reset } = this.state;
    for (const [name, value] of Object.entries({ limit, remaining, reset }))
      context.res.headers.set(`ratelimit-${name}`, String(value));
  };
}
