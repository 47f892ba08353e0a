import { Refusal } from './problem.js';
import type { IdentityStore } from './stores/store.js';

/**
 * How often, in ms, an open stream looks by itself: for what no announcement told, and to keep proxies from closing a
 * silent line.
 */
const pace = 10_000;
/** After this a stream ends and the browser opens another, whose right to it is checked anew. */
const life = 5 * 60_000;

/** How many streams one process keeps, in all and of whom. */
export interface StreamLimits {
  streams: number;
  streamsPerAccount: number;
  streamsPerCaller: number;
  /** Who the signed-in user of a request is. */
  caller: (request: Request) => string;
}

/** One page that wants to hear. */
export interface Listener {
  request: Request;
  /** The account that was asked for. */
  account: string;
  /** Whose changes are its changes. */
  subject: string;
  /** What is told. */
  read: () => Promise<string>;
}

/** The status as server-sent events, for every page of this process that waits for a change. */
export class StatusStreams {
  readonly #store: IdentityStore;
  readonly #onError: (error: unknown) => void;
  readonly #limits: StreamLimits;
  readonly #watchers = new Map<string, Set<() => void>>();
  /** How many are open, of each account and of each caller. */
  readonly #ofAccount = new Map<string, number>();
  readonly #ofCaller = new Map<string, number>();
  #open = 0;
  /** Ends listening to the store, or will when it has begun. */
  #listening: Promise<() => Promise<void>> | undefined;

  constructor(store: IdentityStore, limits: StreamLimits, onError: (error: unknown) => void) {
    this.#store = store;
    this.#limits = limits;
    this.#onError = onError;
  }

  /**
   * How a status answer announces its stream: the same address, asked for in another type. Empty when streams are off.
   */
  link({ url }: Request): Record<string, string> {
    // Relative, because only the browser knows under which name it reached us.
    return this.#limits.streams > 0
      ? { link: `<${new URL(url).search}>; rel="alternate"; type="text/event-stream"` }
      : {};
  }

  /** A stream of what `read` gives, now and whenever it is another; throws a 503 when there are too many already. */
  answer({ request, account, subject, read }: Listener): Response {
    const caller = this.#limits.caller(request);
    const { streams, streamsPerAccount, streamsPerCaller } = this.#limits;
    const full = [
      this.#open >= streams,
      (this.#ofAccount.get(account) ?? 0) >= streamsPerAccount,
      (this.#ofCaller.get(caller) ?? 0) >= streamsPerCaller,
    ];
    if (full.includes(true)) throw new Refusal(503, 'busy', 'Too many pages are listening. Read the status instead.');
    count(this.#ofAccount, account, 1);
    count(this.#ofCaller, caller, 1);
    const left = () => {
      count(this.#ofAccount, account, -1);
      count(this.#ofCaller, caller, -1);
    };
    let stop = () => {};
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stop = this.#begin({ request, subject, read, left }, controller);
      },
      cancel: () => stop(),
    });
    // The last one keeps nginx from holding events back.
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
  }

  #begin(
    { request: { signal }, subject, read, left }: Omit<Listener, 'account'> & { left: () => void },
    controller: ReadableStreamDefaultController<Uint8Array>,
  ): () => void {
    const ended = new AbortController();
    let last = '';
    let looking = false;
    let again = false;

    const write = (text: string) => {
      if (!ended.signal.aborted) controller.enqueue(new TextEncoder().encode(text));
    };
    const look = async () => {
      again = looking;
      if (looking) return;
      looking = true;
      do {
        again = false;
        try {
          const data = await read();
          write(data === last ? ':\n\n' : `data: ${data}\n\n`);
          last = data;
        } catch (error) {
          // Of nobody's concern when the page has gone, as when the server is stopping.
          if (!ended.signal.aborted) this.#onError(error);
          write(':\n\n');
        }
      } while (again && !ended.signal.aborted);
      looking = false;
    };

    const leave = this.#watch(subject, () => void look());
    const looks = setInterval(() => void look(), pace);
    const stop = () => {
      if (ended.signal.aborted) return;
      ended.abort();
      clearInterval(looks);
      clearTimeout(ends);
      leave();
      left();
    };
    const close = () => {
      if (ended.signal.aborted) return;
      stop();
      controller.close();
    };
    const ends = setTimeout(close, life);
    if (signal.aborted) close();
    signal.addEventListener('abort', close, { signal: ended.signal });
    // Only once changes are heard: what happens before is in this first look.
    void this.#listen().then(look);
    return stop;
  }

  #watch(account: string, changed: () => void): () => void {
    this.#open += 1;
    const watchers = this.#watchers.get(account) ?? new Set();
    this.#watchers.set(account, watchers.add(changed));
    return () => {
      this.#open -= 1;
      watchers.delete(changed);
      if (watchers.size === 0 && this.#watchers.get(account) === watchers) this.#watchers.delete(account);
      if (this.#open > 0) return;
      void this.#listening?.then((end) => end()).catch(this.#onError);
      this.#listening = undefined;
    };
  }

  async #listen(): Promise<void> {
    this.#listening ??= this.#store.listen((account) => {
      for (const changed of this.#watchers.get(account) ?? []) changed();
    });
    const mine = this.#listening;
    await mine.catch((error: unknown) => {
      this.#onError(error);
      if (this.#listening === mine) this.#listening = undefined;
    });
  }
}

function count(open: Map<string, number>, who: string, more: 1 | -1): void {
  const left = (open.get(who) ?? 0) + more;
  if (left > 0) open.set(who, left);
  else open.delete(who);
}
