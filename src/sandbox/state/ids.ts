import { createHash, randomBytes } from 'node:crypto';

// No 0/O, 1/l/I: ids are read aloud and typed while debugging.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Where a series of ids stands; kept with the state, so that a restart repeats none. */
export interface IdState {
  /** The text all ids and keys follow from, or null for random ones. */
  seed: string | null;
  /** How many have been drawn, by prefix. */
  drawn: Record<string, number>;
}

/**
 * Makes ids and keys. With a seed the n-th id of a prefix is the same in every run: each prefix counts on its own, so
 * that a request more or less of one kind does not move the ids of another.
 */
export class Ids {
  readonly #state: IdState;

  constructor(state: IdState) {
    this.#state = state;
  }

  /** A new id in Persona's form: the prefix and 24 letters or digits, or as many as are asked for, up to 32. */
  id(prefix: string, length = 24): string {
    const letters = Array.from(this.#bytes(prefix).subarray(0, length), (byte) => alphabet[byte % alphabet.length]);
    return `${prefix}_${letters.join('')}`;
  }

  /** A new secret with the given prefix and 256 bits. */
  secret(prefix: string): string {
    return `${prefix}_${this.#bytes(prefix).toString('base64url')}`;
  }

  /** A new id in Twilio's form: the prefix and 32 hexadecimal digits. */
  sid(prefix: string): string {
    return `${prefix}${this.hex(prefix)}`;
  }

  /** 32 random hexadecimal digits for `what`. */
  hex(what: string): string {
    return this.#bytes(what).toString('hex').slice(0, 32);
  }

  /** A number from 0 to 1, without 1, as a die for `what`. */
  chance(what: string): number {
    return this.#bytes(what).readUInt32BE() / 2 ** 32;
  }

  /** So many random digits. */
  digits(count: number): string {
    return Array.from(this.#bytes('digits').subarray(0, count), (byte) => byte % 10).join('');
  }

  #bytes(prefix: string): Buffer {
    const { seed, drawn } = this.#state;
    const count = (drawn[prefix] ?? 0) + 1;
    drawn[prefix] = count;
    if (seed === null) return randomBytes(32);
    return createHash('sha256').update(`${seed}\n${prefix}\n${count}`).digest();
  }
}
