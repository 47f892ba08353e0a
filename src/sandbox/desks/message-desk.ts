import type { Message } from '../records/message.js';
import type { PhoneProof } from '../records/phone.js';
import type { DeskParts } from './desk-parts.js';

/** The phones of the stand-in: what would be sent is written down, and shown where a test or a person can read it. */
export class MessageDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Writes a code down; the caller saves the state. */
  send(inquiryId: string, { number, channel, code }: PhoneProof): void {
    const { store, clock, log } = this.#parts;
    const line = { at: clock.now(), to: number, channel, code };
    const message: Message = { id: store.ids.id('msg'), ...line, inquiryId };
    store.messages.put(message.id, message);
    log({ kind: 'message', ...line });
  }
}
