import { codeOf, LcError, type LcErrorCode } from '../core/errors.js';
import type { StatusPort, StatusReading, TabPort } from '../core/gate/ports.js';
import type { StatusAnswer } from '../core/gate/status-contract.js';
import type { PagePort } from '../core/page-port.js';
import { after } from './deadline.js';

/** What a gate hears from its reader. */
export interface StatusListener {
  /** How this gate asks, as the page has said last. */
  port(): StatusPort;
  answered(answer: StatusAnswer): void;
  unanswered(code: LcErrorCode): void;
  /** Whether this gate waits for a change, so that the status is read again and again. */
  readonly awaits: boolean;
}

const firstDelay = 1_000;
const lastDelay = 15_000;
const growth = 1.6;
/** The longest one read may take. */
const readDeadline = 15_000;

/** How long an answer serves gates that appear after it. */
const freshFor = 5_000;

/** The pause before the next read: 1 s, then ×1.6 up to 15 s, ±20 % so that many pages do not ask at once. */
export const pollDelay = (reads: number, random: number): number =>
  Math.min(firstDelay * growth ** reads, lastDelay) * (0.8 + random * 0.4);

/**
 * Reads the status of one account for every gate of the page that asks for it: one request at a time, at once on focus,
 * `online`, a return from the cache of pages, and the word of another tab or of another action's reader, and again and
 * again while some gate awaits a change.
 */
export class StatusReader {
  readonly #tabs: TabPort;
  readonly #page: PagePort;
  readonly #ended: () => void;
  readonly #listeners = new Set<StatusListener>();
  #reading: AbortController | undefined;
  /** Whether another read is wanted as soon as this one has ended. */
  #isWanted = false;
  /** Ends the pause before the next read. */
  #pausing = new AbortController();
  #reads = 0;
  #retryAfter = 0;
  #last: { answer: StatusAnswer; at: number } | undefined;
  /** Ends what is heard of the page and the other tabs. */
  #listening: AbortController | undefined;
  /** Whether the host offers a stream; one that has ended is not opened again. */
  #streams: boolean | undefined;
  /** Whether the stream has told anything: what stands between may hold it back. */
  #told = false;
  /** Closes the stream, or will when it is open. */
  #stream: Promise<() => void> | undefined;

  /** `ended` is called when the last gate has left. */
  constructor(tabs: TabPort, page: PagePort, ended: () => void = () => {}) {
    this.#tabs = tabs;
    this.#page = page;
    this.#ended = ended;
  }

  /** Adds a gate; call the result to remove it. The last one to leave stops everything. */
  subscribe(listener: StatusListener): () => void {
    this.#listeners.add(listener);
    if (!this.#listening) this.#listen();
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#stop();
    };
  }

  /** Gives this gate the last answer if it is fresh, so that a page with many gates makes one request; else reads. */
  readFor(listener: StatusListener): void {
    // A clock that was set back makes no answer fresh.
    const age = this.#page.now() - (this.#last?.at ?? 0);
    if (this.#last && Math.abs(age) < freshFor) listener.answered(this.#last.answer);
    else this.read();
  }

  /**
   * Reads now, or joins the read that is under way; `anew` after something has happened that a read under way may have
   * been answered before.
   */
  read(anew = false): void {
    if (this.#reading && !anew) return;
    this.#reading?.abort();
    this.#pausing.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const settle = (tell: () => void) => {
      if (this.#reading !== reading) return;
      this.#reading = undefined;
      // Ends the deadline; the request too, if it is the deadline that has come: a host's own fetch may ignore the
      // signal.
      reading.abort();
      tell();
      if (this.#isWanted) this.readNext();
      else this.#schedule();
    };
    after(readDeadline, reading.signal, () => settle(() => this.#unanswered('unreachable')));
    this.#port.readStatus(reading.signal).then(
      (answer) => settle(() => this.#answered(answer)),
      (error: unknown) =>
        settle(() => this.#unanswered(codeOf(error, 'unreachable'), error instanceof LcError ? error.retryAfter : 0)),
    );
  }

  /** Reads after what is under way, which may be older than what the caller knows of: nobody is kept from an answer. */
  readNext(): void {
    this.#isWanted = Boolean(this.#reading);
    this.read();
  }

  /** Drops the last answer, and the read under way, which began before: the server has contradicted both. */
  forget(): void {
    this.#last = undefined;
    if (this.#reading) this.read(true);
  }

  /** Starts the series of reads from its short beginning: something has just happened. */
  hurry(): void {
    this.#reads = 0;
    this.#schedule();
  }

  /** How to ask: as the newest gate does that has a way of its own, else as any. */
  get #port(): StatusPort {
    const ports = [...this.#listeners].map((listener) => listener.port());
    return ports.findLast(({ isOwn }) => isOwn) ?? (ports.at(-1) as StatusPort);
  }

  #answered({ answer, retryAfter, streams }: StatusReading): void {
    this.#retryAfter = retryAfter ?? 0;
    this.#streams ??= streams || undefined;
    const before = this.#last?.answer;
    this.#last = { answer, at: this.#page.now() };
    if (answer.verified && before && !before.verified) {
      const { account } = this.#port;
      this.#tabs.tell(account);
      for (const reader of readers.values()) reader.#hear(account);
    }
    for (const listener of [...this.#listeners]) listener.answered(answer);
  }

  #unanswered(code: LcErrorCode, retryAfter = 0): void {
    this.#retryAfter = retryAfter;
    for (const listener of [...this.#listeners]) listener.unanswered(code);
  }

  #schedule(): void {
    this.#pausing.abort();
    if (this.#reading) return;
    const awaited =
      [...this.#listeners].some((listener) => listener.awaits) && !this.#page.isHidden && this.#page.isOnline;
    this.#listenToHost(awaited && this.#streams === true);
    if (!awaited) return;
    // A stream tells sooner; reading goes on beside it, seldom, because a stream may be silent for a reason nobody
    // sees.
    const pause = pollDelay(this.#stream && this.#told ? Infinity : this.#reads, this.#page.random());
    const next = () => {
      this.#reads += 1;
      this.read();
    };
    this.#pausing = new AbortController();
    after(Math.max(pause, this.#retryAfter), this.#pausing.signal, next);
  }

  #listenToHost(wanted: boolean): void {
    if (!wanted) {
      void this.#stream?.then(
        (close) => close(),
        () => {},
      );
      this.#stream = undefined;
      return;
    }
    const heard = (answer: StatusAnswer) => {
      this.#told = true;
      this.#answered({ answer });
      this.#schedule();
    };
    const ended = () => {
      this.#stream = undefined;
      this.#streams = false;
    };
    if (this.#stream) return;
    this.#told = false;
    this.#stream = this.#port.openStream(heard, ended);
    this.#stream.catch(ended);
  }

  #listen(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#page.onReturn(signal, () => {
      // An account that is verified stays so: nothing to look for.
      // Nor before the page knows whose account it is.
      if (this.#port.account && !this.#last?.answer.verified && !this.#page.isHidden) this.read();
    });
    signal.addEventListener('abort', this.#tabs.listen(this.#hear));
  }

  /** An account was verified, in another tab or for another action: one verification serves them all. */
  readonly #hear = (account: string): void => {
    if (account === this.#port.account && !this.#last?.answer.verified) this.read(true);
  };

  #stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#reading?.abort();
    this.#reading = undefined;
    this.#pausing.abort();
    this.#listenToHost(false);
    this.#ended();
  }
}

const readers = new Map<string, StatusReader>();

/** The reader that every gate of the page with this key shares, for as long as there is one. */
export function sharedReader(key: string, tabs: TabPort, page: PagePort): StatusReader {
  const known = readers.get(key);
  if (known) return known;
  const reader = new StatusReader(tabs, page, () => readers.delete(key));
  readers.set(key, reader);
  return reader;
}
