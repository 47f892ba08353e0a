import { amount, anything, boolean, fit, flag, object, text } from '../contract/fit.js';

const statusContract = object({
  verified: boolean,
  required: flag,
  status: text,
  inquiryId: text,
  attemptsLeft: amount,
  retryAt: text,
  verifiedAt: text,
  steps: anything,
  step: text,
  device: text,
});

/** Answer of the host's status endpoint. `verified` is the one field that opens the gate. */
export interface StatusAnswer {
  verified: boolean;
  /** Whether this account needs a verification for this action at all. */
  required: boolean;
  /** Persona's word for the state of the inquiry; an unknown one is tolerated and counts as not decided. */
  status: string;
  inquiryId?: string | null | undefined;
  attemptsLeft?: number | null | undefined;
  retryAt?: string | null | undefined;
  verifiedAt?: string | null | undefined;
  /** What the inquiry asks, in order; names that are not known are passed over. */
  steps?: unknown;
  /** Which of them the person is at, on whatever device. */
  step?: string | null | undefined;
  /** Where they go on: `other` for another device than the one this page has opened the inquiry on. */
  device?: string | null | undefined;
}

/** The status answer with its defaults filled in. */
export function fitStatus(value: unknown): StatusAnswer {
  const answer = fit(statusContract, value, 'The status endpoint');
  return { ...answer, required: answer.required !== false, status: answer.status ?? 'none' };
}
