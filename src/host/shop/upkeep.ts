/** What is done without anybody asking. */
export interface UpkeepParts {
  /** Looks at the orders that are due, those of a subject at once. */
  finish: (subject?: string) => Promise<void>;
  /** Tells what is due. */
  tell: () => Promise<void>;
  /** Puts down what nobody else notices. */
  look: () => Promise<void>;
  onError: (error: unknown) => void;
}

/** How often what is due is looked for, in ms. */
const pace = 2000;
/** How long the end waits for those who are being told, in ms. */
const patience = 2000;

/** Does what is due: now and then by a timer where the runtime has one, and at once when there is reason to. */
export class Upkeep {
  readonly #parts: UpkeepParts;
  readonly #underWay = new Set<Promise<void>>();
  readonly #timer: ReturnType<typeof setInterval> | undefined;
  #finishing: Promise<void> | undefined;
  #telling: Promise<void> | undefined;
  #tellAgain = false;
  #closed = false;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
    this.#timer = timer(() => void this.tick());
  }

  /**
   * Does all that is due, and waits for what was begun before. Telling that takes long keeps nothing from being bought.
   */
  async tick(): Promise<void> {
    this.#finishing ??= this.#round().finally(() => {
      this.#finishing = undefined;
    });
    await this.#finishing;
    await Promise.all(this.#underWay);
    await this.#tell();
  }

  /** An account's standing has changed: buys for it if it was approved, and tells what there is to tell. */
  soon(approved: string | undefined): void {
    if (this.#closed) return;
    if (approved === undefined) this.tellSoon();
    else this.#track(this.#attempt(() => this.#parts.finish(approved)).then(() => this.tellSoon()));
  }

  /** Tells what there is to tell, without anybody waiting for it. */
  tellSoon(): void {
    if (!this.#closed) void this.#tell();
  }

  /** Ends the timer and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#finishing;
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    // What does not return is told again by whoever starts next.
    let late: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([
      this.#telling,
      new Promise<void>((resolve) => {
        late = setTimeout(resolve, patience);
      }),
    ]);
    clearTimeout(late);
  }

  async #round(): Promise<void> {
    await this.#attempt(() => this.#parts.look());
    await this.#attempt(() => this.#parts.finish());
  }

  /** One at a time; what was put down while one is at it is told by another right after. */
  #tell(): Promise<void> {
    if (this.#telling) {
      this.#tellAgain = true;
      return this.#telling;
    }
    this.#telling = this.#tellAll().finally(() => {
      this.#telling = undefined;
    });
    return this.#telling;
  }

  async #tellAll(): Promise<void> {
    do {
      this.#tellAgain = false;
      await this.#attempt(() => this.#parts.tell());
    } while (this.#tellAgain);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#parts.onError(error);
    }
  }

  #track(work: Promise<void>): void {
    const tracked: Promise<void> = work.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }
}

/**
 * A timer that keeps no process alive. None where the runtime has no time of its own between two requests, as on
 * Workers, and forbids to ask for it.
 */
function timer(due: () => void): ReturnType<typeof setInterval> | undefined {
  if (globalThis.navigator?.userAgent === 'Cloudflare-Workers') return undefined;
  const ticking = setInterval(due, pace) as ReturnType<typeof setInterval> & { unref?: () => void };
  ticking.unref?.();
  return ticking;
}
