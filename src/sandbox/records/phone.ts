import { type Check, failed, passed } from './checks.js';

/** Why a code was not accepted: another one was typed in, or it came too late. */
export type CodeProblem = 'wrong' | 'late';

/** A phone number being proved, and the code sent to it. */
export interface PhoneProof {
  /** E.164, such as `+12125550123`. */
  number: string;
  channel: 'sms' | 'call';
  code: string;
  /** When the last code went out, in ms since 1970. */
  sentAt: number;
  /** When it ends, in ms since 1970. */
  expiresAt: number;
  /** How many codes have gone out for this inquiry. */
  sent: number;
  /** How many more may. */
  left: number;
  /** Whether the message arrives. */
  arrives: boolean;
  /** What was wrong with what was typed in since the last code went out. */
  problem: CodeProblem | null;
}

/** How codes go out; all numbers count within one inquiry. */
export interface CodeRules {
  /** The most codes: it keeps somebody else's phone from being flooded. */
  most: number;
  /** The first codes that have expired when they arrive. */
  late: number;
  /** The first text messages that do not arrive. */
  lost: number;
  /** The first right answers that are refused. */
  refused: number;
}

/** How codes go out when no scenario is played. */
export const codeRules: CodeRules = { most: 5, late: 0, lost: 0, refused: 0 };

/** A code's digits; the wait between two, for the same reason as there are not more; how long one is good. In ms. */
export const codeLimits = { digits: 6, wait: 30_000, lasts: 10 * 60_000 };

/** A phone number or a wish for a code that is not accepted; `code` says why. */
export class PhoneError extends Error {
  override name = 'PhoneError';
  readonly code: 'phone_number' | 'too_soon' | 'too_many_codes';
  constructor(code: 'phone_number' | 'too_soon' | 'too_many_codes', message: string) {
    super(message);
    this.code = code;
  }
}

/** The proof after another code went out to `number`; throws a {@link PhoneError} when none may. */
export function nextCode(
  before: PhoneProof | null,
  { number, channel }: Pick<PhoneProof, 'number' | 'channel'>,
  { now, newCode, codes }: { now: number; newCode: () => string; codes: CodeRules },
): PhoneProof {
  const earlier = before?.sent ?? 0;
  if (earlier >= codes.most)
    throw new PhoneError('too_many_codes', `No more than ${codes.most} codes are sent for one inquiry.`);
  if (before && before.sentAt + codeLimits.wait > now)
    throw new PhoneError('too_soon', 'A code has just been sent. Wait half a minute before asking for another.');
  return {
    number,
    channel,
    code: newCode(),
    sentAt: now,
    expiresAt: earlier < codes.late ? now : now + codeLimits.lasts,
    sent: earlier + 1,
    left: codes.most - earlier - 1,
    arrives: channel === 'call' || earlier >= codes.lost,
    problem: null,
  };
}

/** What is wrong with a code that was typed in; `tries` failed before. Undefined for the right one. */
export function problemOf(
  { code, expiresAt }: PhoneProof,
  typed: string,
  { now, tries, codes }: { now: number; tries: number; codes: CodeRules },
): CodeProblem | undefined {
  if (typed.trim() !== code || tries < codes.refused) return 'wrong';
  return now >= expiresAt ? 'late' : undefined;
}

/** What is looked at in a number that was proved, or could not be for the given reason. */
export function phoneChecks(problem: CodeProblem | null, { simulated = false } = {}): Check[] {
  const metadata = simulated ? { simulated } : {};
  const checks = [
    problem === 'wrong'
      ? failed('phone_number_confirmation_code_comparison', 'too_many_retries', metadata)
      : passed('phone_number_confirmation_code_comparison'),
    problem === 'late'
      ? failed('phone_number_timeout_detection', 'confirmation_timeout', metadata)
      : passed('phone_number_timeout_detection'),
  ];
  return checks.map((check) => ({ ...check, requirement: 'required' }));
}
