import type { LogLine } from '../records/log-line.js';
import type { Message } from '../records/message.js';
import type { PhoneProof } from '../records/phone.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';

/** The phones of the stand-in: what would be sent is written down, and shown where a test or a person can read it. */
export class MessageDesk {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #log: (line: LogLine) => void;

  constructor({ store, clock, log }: { store: Store; clock: Clock; log: (line: LogLine) => void }) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  /** Writes a code down; the caller saves the state. */
  send(inquiryId: string, { number, channel, code }: PhoneProof): void {
    const message: Message = { at: this.#clock.now(), inquiryId, to: number, channel, code };
    this.#store.state.messages.push(message);
    const { inquiryId: _, ...line } = message;
    this.#log({ kind: 'message', ...line });
  }
}
