/**
 * The few functions of `node:crypto` that the stand-in calls, for a page: a browser's own digests are promises, which
 * its records cannot wait for. Compared with Node's in test/package/storybook-stand-in.test.ts.
 */

const primes = Array.from({ length: 312 }, (_, index) => index).filter(
  (number) => number > 1 && Array.from({ length: number }, (_, index) => index).every((at) => at < 2 || number % at),
);
/** The first 32 bits behind the point of a root. */
const fraction = (root: number) => ((root % 1) * 2 ** 32) | 0;
const constants = primes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime)));
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** SHA-256 by FIPS 180-4. */
function sha256(message: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer(Math.ceil((message.length + 9) / 64) * 64));
  new Uint8Array(padded.buffer).set(message);
  padded.setUint8(message.length, 0x80);
  padded.setUint32(padded.byteLength - 8, Math.floor(message.length / 2 ** 29));
  padded.setUint32(padded.byteLength - 4, message.length << 3);
  const state = Int32Array.from(start);
  for (let at = 0; at < padded.byteLength; at += 64) mix(state, padded, at);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, place) => void digest.setInt32(place * 4, word));
  return new Uint8Array(digest.buffer);
}

function mix(state: Int32Array, padded: DataView, at: number): void {
  const words = new Int32Array(64);
  for (let place = 0; place < 64; place++) {
    const [before, after] = [words[place - 15] ?? 0, words[place - 2] ?? 0];
    const small = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3);
    const large = turned(after, 17) ^ turned(after, 19) ^ (after >>> 10);
    words[place] =
      place < 16 ? padded.getInt32(at + place * 4) : words[place - 16]! + small + words[place - 7]! + large;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  words.forEach((word, place) => {
    const first =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + constants[place]! + word) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  });
  state.set([a, b, c, d, e, f, g, h].map((word, place) => word + state[place]!));
}

class Digest {
  readonly #finish: (message: Uint8Array) => Uint8Array;
  #message = Buffer.alloc(0);

  constructor(finish: (message: Uint8Array) => Uint8Array) {
    this.#finish = finish;
  }

  update(part: string | Uint8Array): this {
    this.#message = Buffer.concat([this.#message, Buffer.from(part as string)]);
    return this;
  }

  digest(): Buffer;
  digest(encoding: BufferEncoding): string;
  digest(encoding?: BufferEncoding): Buffer | string {
    const bytes = Buffer.from(this.#finish(this.#message));
    return encoding ? bytes.toString(encoding) : bytes;
  }
}

/** A digest by SHA-256; throws a RangeError for another algorithm. */
export function createHash(algorithm: string): Digest {
  if (algorithm !== 'sha256') throw new RangeError(`There is no ${algorithm} in a page.`);
  return new Digest(sha256);
}

/** A keyed digest by HMAC (RFC 2104) over SHA-256. */
export function createHmac(algorithm: string, key: string): Digest {
  const given = Buffer.from(key);
  const short = given.length > 64 ? createHash(algorithm).update(given).digest() : given;
  const padded = (by: number) => Uint8Array.from({ length: 64 }, (_, at) => (short[at] ?? 0) ^ by);
  return new Digest((message) => {
    const inner = createHash(algorithm).update(padded(0x36)).update(message).digest();
    return createHash(algorithm).update(padded(0x5c)).update(inner).digest();
  });
}

/** Whether two texts of one length are the same; in a page there is nobody to keep the time from. */
export const timingSafeEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.every((byte, at) => byte === other[at]);

/** So many random bytes. */
export const randomBytes = (count: number): Buffer => Buffer.from(crypto.getRandomValues(new Uint8Array(count)));
