import { randomBytes, randomInt } from 'node:crypto';

// No 0/O, 1/l/I: ids are read aloud and typed while debugging.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A new id in Persona's form, such as `inq_` and 24 letters or digits. */
export function newId(prefix: string): string {
  const letters = Array.from({ length: 24 }, () => alphabet[randomInt(alphabet.length)]);
  return `${prefix}_${letters.join('')}`;
}

/** A new secret with the given prefix and 256 random bits. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}
