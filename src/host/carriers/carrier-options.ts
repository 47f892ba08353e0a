import { CarrierError } from './carrier.js';
import { CarrierUnknownError, nameOf } from './carrier-failures.js';
import { unlessAborted } from './deadline.js';

/** A value, or a function that has it for an account; the account is null for a search by somebody who names none. */
export type PerAccount<T> = T | ((account: string | null) => T | Promise<T>);

/** What can stand in a header: a stray line break would make fetch throw an error that quotes all of it. */
const isSecret = (value: unknown): value is string => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);

/** @throws {TypeError} which names the option and does not show its value. */
export function assertSecret(value: unknown, name: string): asserts value is string {
  if (!isSecret(value)) throw new TypeError(`${name} is missing or has characters that do not belong there.`);
}

/**
 * An address without the slashes at its end.
 * @throws {TypeError} which names the option and does not show its value.
 */
export function addressFrom(value: string, name: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new TypeError(`${name} is no address that begins with https:// and ends with its path.`);
  return value.replace(/\/+$/, '');
}

/** @throws {TypeError} when `timeout` is no time, or `fetch` is no function. */
export function assertTransport({ timeout, fetch: send }: { timeout?: unknown; fetch?: unknown }, name: string): void {
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout > 0 && timeout <= longestTimeout))
    throw new TypeError(`${name}.timeout is not a number of milliseconds from 1 to ${longestTimeout}.`);
  if (send !== undefined && typeof send !== 'function') throw new TypeError(`${name}.fetch is not a function.`);
}

/** Timers take no more. */
const longestTimeout = 2 ** 31 - 1;

/** How a value is asked for. */
export interface Wanted {
  /** The option, as the engineer knows it: `lcPhoneCarrier.token`. */
  name: string;
  /** What the value looks like. */
  pattern: RegExp;
  /** Whether there may be none. */
  isOptional?: boolean;
  account: string | null;
  /** Who stops waiting for it. */
  signal: AbortSignal;
}

/** The option's value for this account. Without one nothing can be sold, and nothing was: a `CarrierError`. */
export async function valueFor<T extends string | undefined>(
  option: PerAccount<T>,
  { name, pattern, isOptional = false, account, signal }: Wanted,
): Promise<T> {
  const value = await answerOf(option, { name, account, signal });
  if (typeof value === 'string' ? pattern.test(value) : value === undefined && isOptional) return value;
  throw new CarrierError('purchase_failed', `${name} gave nothing that can be one for this account.`);
}

/** What the option says for this account. */
export async function answerOf<T extends string | boolean | undefined>(
  option: PerAccount<T>,
  { name, account, signal }: Omit<Wanted, 'pattern'>,
): Promise<T> {
  if (typeof option !== 'function') return option;
  try {
    return await unlessAborted(signal, (async () => option(account))());
  } catch (error) {
    signal.throwIfAborted();
    // It may well be there the next time. Without its words: they are of a token, and of an account.
    throw new CarrierUnknownError(`${name} has failed for an account (${nameOf(error)}).`);
  }
}
