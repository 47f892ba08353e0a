import type { StatusPort, StatusReading, TabPort } from '../../src/core/gate/ports.js';
import type { StatusAnswer } from '../../src/core/gate/status-contract.js';
import { type Deferred, deferred } from './deferred.js';

export const answerOf = (status = 'none', more: Partial<StatusAnswer> = {}): StatusAnswer => ({
  verified: false,
  required: true,
  status,
  ...more,
});

export const verified = answerOf('approved', { verified: true });

/** A host whose every answer the test gives. */
export class StatusHost implements StatusPort {
  readonly account: string;
  readonly key: string;
  readonly isOwn: boolean = false;
  /** The reads so far, the latest last. */
  readonly reads: (Deferred<StatusReading> & { signal: AbortSignal })[] = [];
  /** The streams that were asked for. */
  readonly streams: {
    heard(answer: StatusAnswer): void;
    ended(): void;
    opening: Deferred<() => void>;
    isOpen: boolean;
  }[] = [];

  constructor(account = 'loc_1', key = `${account} number-purchase`) {
    this.account = account;
    this.key = key;
  }

  readStatus(signal: AbortSignal): Promise<StatusReading> {
    const read = { ...deferred<StatusReading>(), signal };
    this.reads.push(read);
    return read.promise;
  }

  openStream(heard: (answer: StatusAnswer) => void, ended: () => void): Promise<() => void> {
    const stream = { heard, ended, opening: deferred<() => void>(), isOpen: true };
    this.streams.push(stream);
    return stream.opening.promise;
  }

  /** Answers the latest read. */
  answer(answer: StatusAnswer, more: Partial<StatusReading> = {}): void {
    this.reads.at(-1)!.resolve({ answer, ...more });
  }
}

/** The other tabs, of which the test is one. */
export class OtherTabs implements TabPort {
  readonly told: string[] = [];
  readonly #listeners = new Set<(key: string) => void>();

  tell(key: string): void {
    this.told.push(key);
  }

  listen(heard: (key: string) => void): () => void {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  /** Another tab has news. */
  say(key: string): void {
    for (const heard of [...this.#listeners]) heard(key);
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}
