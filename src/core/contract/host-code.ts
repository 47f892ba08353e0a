import type { LcErrorCode } from '../errors.js';

const hostCodes: readonly LcErrorCode[] = [
  'verification_required',
  'number_unavailable',
  'payment_required',
  'plan_limit',
  'address_required',
  'bundle_required',
  'rate_limited',
  'unknown_outcome',
  'already_decided',
  'attempts_exhausted',
  'not_required',
  'unauthorized',
  'order_cancelled',
  'order_expired',
  'purchase_failed',
];

/** The code a host's server may use in its answers, if it is one we know. */
export const hostCode = (value: unknown): LcErrorCode | undefined => hostCodes.find((code) => code === value);
