import type { SaleRefusal } from './sale-refusal.js';

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** An error as the LC Phone API writes it. */
export const lcError = (statusCode: number, message: string, headers?: Record<string, string>): Response =>
  Response.json({ message, error: titles[statusCode], statusCode }, { status: statusCode, headers });

/** What the LC Phone API says when nothing is wrong with the request. */
export const lcTroubles = {
  tooMany: (seconds: number) => lcError(429, 'Too Many Requests', { 'retry-after': String(seconds) }),
  broken: () => lcError(500, 'Internal server error'),
};

const messages: Record<SaleRefusal['reason'], string> = {
  invalid: 'phoneNumber must be a valid E.164 phone number',
  unavailable: 'Phone number is no longer available',
  payment: 'Insufficient wallet balance to purchase this phone number',
  limit: 'Phone number limit reached for this location',
  unverified: 'Location KYC verification is required to purchase this phone number',
  address: 'Phone number requires an address, addressSid is required',
  'local-address': 'Phone number requires a local address',
  'foreign-address': 'Phone number requires a foreign address',
  'address-outside-bundle': 'addressSid is not contained in the bundle',
  bundle: 'Phone number requires a regulatory bundle, bundleSid is required',
};

/** Why a number is not sold, in the words of the LC Phone API where it publishes them. */
export const lcRefusal = ({ reason }: SaleRefusal): Response => lcError(400, messages[reason]);
