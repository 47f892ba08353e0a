import { LeaseLostError } from '../stores/lease.js';
import { CarrierError, type SaleContext } from './carrier.js';
import { CarrierUnknownError, nameOf, unknown } from './carrier-failures.js';
import { pause, within } from './deadline.js';

/** How a carrier is reached. */
export interface CarrierTransport {
  /** The carrier's name, for people. */
  carrier: string;
  /** Default the global `fetch`. */
  fetch?: typeof fetch;
  /** Milliseconds to wait for an answer, default 10000; a sale waits 8000 at most. */
  timeout?: number;
}

/** One call to a carrier. */
export interface CarrierCall {
  method: 'GET' | 'POST';
  url: string;
  /** The method and the path for a log, with a placeholder where an account stands in it. */
  what: string;
  /** Whose requests the carrier counts together: a 429 to one of them stops them all. */
  countedFor: string;
  headers: Record<string, string>;
  body?: string;
  /** What never stands in a log: keys, and the account's name at the carrier. */
  hidden: readonly string[];
}

/** What came back: a yes, or a no whose reason the carrier knows. */
export interface CarrierReply {
  status: number;
  /** Undefined when it is no JSON. */
  body: unknown;
}

const readMs = 10_000;
/** Less than a third of the lease on a purchase (30 s): an answer is there before anybody else may take over. */
const saleMs = 8000;
/** A search rather waits this long than to fail. */
const patienceMs = 2000;
const usualPause = 5;
const longestPause = 3600;

/**
 * Requests to a carrier, with what holds for all of them: a deadline, a pause after a 429, no redirect, no secret in an
 * error. Every answer that says nothing of what the carrier did is a `CarrierUnknownError`.
 */
export class CarrierHttp {
  readonly #transport: CarrierTransport;
  readonly #pausedUntil = new Map<string, number>();

  constructor(transport: CarrierTransport) {
    this.#transport = transport;
  }

  /** Asks for something. It is broken off when the signal aborts, and waits for a pause that is nearly over. */
  read(call: CarrierCall, signal: AbortSignal): Promise<CarrierReply> {
    return this.#within(this.#transport.timeout ?? readMs, signal, call, async (inTime) => {
      const left = this.#pauseLeft(call);
      if (left > 0 && left <= patienceMs) await pause(left, inTime);
      this.#assertNoPause(call);
      return this.#send(call, inTime);
    });
  }

  /**
   * Sends a sale, if it is still ours to make. From when the bytes leave only its own deadline ends it: to break off a
   * request does not undo it.
   */
  async sell({ countedFor, ...rest }: CarrierCall, context: SaleContext): Promise<CarrierReply> {
    // Apart from searches, which anybody can ask for: they must not keep others from buying.
    const call = { ...rest, countedFor: `${countedFor} sale` };
    this.#assertNoPause(call);
    const hold = await context.stillMine();
    // Whoever asked is gone, and may be trying anew.
    context.signal.throwIfAborted();
    if (hold.left() <= 0) throw new LeaseLostError();
    // Nothing is awaited from here to `fetch`.
    return this.#within(Math.min(this.#transport.timeout ?? saleMs, saleMs), undefined, call, (inTime) =>
      this.#send(call, inTime),
    );
  }

  async #within(
    milliseconds: number,
    signal: AbortSignal | undefined,
    call: CarrierCall,
    work: (inTime: AbortSignal) => Promise<CarrierReply>,
  ): Promise<CarrierReply> {
    try {
      return await within(milliseconds, signal, work);
    } catch (error) {
      if (error instanceof CarrierError || error instanceof CarrierUnknownError) throw error;
      signal?.throwIfAborted();
      // Without the cause itself: Bun and Deno write the whole address into it, the account included.
      throw new CarrierUnknownError(
        `${this.#transport.carrier} did not answer ${call.what} within ${milliseconds} ms or could not be reached ` +
          `(${nameOf(error)}).`,
      );
    }
  }

  async #send(call: CarrierCall, signal: AbortSignal): Promise<CarrierReply> {
    const { url, method, headers, body, what, hidden } = call;
    const { carrier, fetch: send = fetch } = this.#transport;
    // A redirect could carry a sale, or a key, to who knows where. Workers know no `error` here.
    const response = await send(url, { method, headers, body, signal, redirect: 'manual' });
    const { status } = response;
    if (status === 429) {
      this.#pause(call, response.headers.get('retry-after'));
      // Its connection is free for others again.
      await response.body?.cancel().catch(() => {});
      throw this.#limited(call);
    }
    const text = await response.text();
    // 408 is said of a request that may have arrived.
    if (!(status >= 200 && status < 300) && (status < 400 || status >= 500 || status === 408))
      throw unknown({ carrier, what, status, hidden });
    return { status, body: jsonOf(text) };
  }

  #pause({ countedFor }: CarrierCall, retryAfter: string | null): void {
    const now = Date.now();
    for (const [who, until] of this.#pausedUntil) if (until <= now) this.#pausedUntil.delete(who);
    this.#pausedUntil.set(countedFor, now + secondsOf(retryAfter, now) * 1000);
  }

  #pauseLeft({ countedFor }: CarrierCall): number {
    return Math.max(0, (this.#pausedUntil.get(countedFor) ?? 0) - Date.now());
  }

  #assertNoPause(call: CarrierCall): void {
    if (this.#pauseLeft(call) > 0) throw this.#limited(call);
  }

  #limited(call: CarrierCall): CarrierError {
    const seconds = Math.max(1, Math.ceil(this.#pauseLeft(call) / 1000));
    const message = `${this.#transport.carrier} takes no more requests for ${seconds} s (${call.what}).`;
    return new CarrierError('rate_limited', message, seconds);
  }
}

/** `Retry-After` is a number of seconds or a date. */
function secondsOf(retryAfter: string | null, now: number): number {
  const text = retryAfter?.trim() || '';
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isNaN(seconds) ? usualPause : Math.min(longestPause, Math.max(1, seconds));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
