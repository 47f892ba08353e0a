import { type CarrierCode, CarrierError } from './carrier.js';

/**
 * A carrier gave no usable answer: none in time, a broken one, or its own failure. Whether it sold is not known until
 * `owns` has been asked. The message is for your log; it holds no key and no account data.
 */
export class CarrierUnknownError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CarrierUnknownError';
  }
}

/** What a carrier answered, as far as it is told in an error. */
export interface Refused {
  /** The carrier's name, for people. */
  carrier: string;
  /** The method and the path, with a placeholder where an account stands in it. */
  what: string;
  status: number;
  /** The carrier's own sentence. */
  saying?: string;
  /** What never stands in a log: keys, and the account's name at the carrier. */
  hidden: readonly string[];
  /** What the engineer has to do, where it is ours to mend. */
  advice?: string;
}

const longestSaying = 120;

/**
 * A carrier's sentence for a log: the beginning of it, without line breaks, the given texts, addresses of mail, and
 * what looks like an id, a key or a phone number.
 */
function withoutSecrets(saying: string, hidden: readonly string[]): string {
  const open = hidden.filter(Boolean).reduce((text, secret) => text.replaceAll(secret, '…'), saying);
  return open
    .replace(/[^\s@]+@[^\s@]+/g, '…')
    .replace(/[\w-]{16,}/g, '…')
    .replace(/\+?\d[\d\s().-]{5,}\d/g, '…')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestSaying);
}

/** One line for the log on what a carrier answered. */
function line({ carrier, what, status, saying = '', hidden, advice }: Refused): string {
  const words = withoutSecrets(saying, hidden).replace(/\.$/, '');
  return `${carrier} answered ${status} to ${what}${words && `: ${words}`}.${advice ? ` ${advice}` : ''}`;
}

/** Nothing was bought, for this reason. */
export const refusal = (code: CarrierCode, refused: Refused): CarrierError => new CarrierError(code, line(refused));

/** Nobody knows whether something was bought. */
export const unknown = (refused: Refused): CarrierUnknownError => new CarrierUnknownError(line(refused));

/** What a runtime calls a failed request: `TimeoutError`, or a system's name such as `ECONNREFUSED`. */
export function nameOf(error: unknown): string {
  const { name, code, cause } = (error ?? {}) as { name?: string; code?: unknown; cause?: { code?: unknown } };
  return String([cause?.code, code, name].find((one) => typeof one === 'string') ?? 'unknown');
}
