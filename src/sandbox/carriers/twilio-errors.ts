import type { NumberType } from '../records/stock-number.js';
import type { RefusalReason, SaleRefusal } from './sale-refusal.js';

/** An error as Twilio writes it (https://www.twilio.com/docs/api/errors). */
export const twilioError = (
  status: number,
  code: number,
  message: string,
  headers?: Record<string, string>,
): Response =>
  Response.json(
    { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    { status, headers },
  );

/** That there is nothing at a path. */
export const notFound = (path: string): Response =>
  twilioError(404, 20404, `The requested resource ${path} was not found`);

/** What Twilio says when nothing is wrong with the request. */
export const twilioTroubles = {
  tooMany: (seconds: number) => twilioError(429, 20429, 'Too Many Requests', { 'retry-after': String(seconds) }),
  broken: () => twilioError(500, 20500, 'Internal Server Error'),
};

/** The number somebody wants, and with what. */
interface Wanted {
  phoneNumber: string;
  accountSid: string;
  addressSid: string | null;
  bundleSid: string | null;
}

type Words = (wanted: Wanted, type: NumberType | undefined, country: string | undefined) => string;

const typeNames: Record<NumberType, string> = { local: 'LOCAL', tollFree: 'TOLL_FREE', mobile: 'MOBILE' };

const unsatisfied =
  (kind: string): Words =>
  ({ addressSid, accountSid }) =>
    `Could not find Address with sid ${addressSid} for account ${accountSid} to satisfy ${kind} Address requirement`;

const refusals: Record<RefusalReason, { status?: number; code: number; words: Words }> = {
  invalid: { code: 21421, words: ({ phoneNumber }) => `${phoneNumber} is not a valid number` },
  unavailable: { code: 21422, words: ({ phoneNumber }) => `${phoneNumber} is not available.` },
  payment: { status: 403, code: 20005, words: () => 'Account not active' },
  limit: {
    code: 21404,
    words: () =>
      'Trial accounts are allowed only one Twilio number. To purchase additional numbers, please upgrade your account.',
  },
  // Only the LC Phone API asks whether a location is verified.
  unverified: { status: 403, code: 20008, words: () => 'Account not verified' },
  address: { code: 21631, words: () => "Phone Number Requires an Address but the 'AddressSid' parameter was empty." },
  'local-address': { code: 21615, words: unsatisfied('Local') },
  'foreign-address': { code: 21631, words: unsatisfied('Foreign') },
  'address-outside-bundle': {
    code: 21651,
    words: ({ addressSid, bundleSid }) => `Address ${addressSid} not contained in bundle ${bundleSid}`,
  },
  bundle: {
    code: 21649,
    words: (_, type, country) =>
      `Bundle required and not provided for country: [${country}] and numberType: [${type && typeNames[type]}]`,
  },
};

/** Why a number is not sold; codes are Twilio's, and so are the words where it has published them. */
export function twilioRefusal({ reason, number }: SaleRefusal, wanted: Wanted): Response {
  const { status = 400, code, words } = refusals[reason];
  return twilioError(status, code, words(wanted, number?.type, number?.country));
}
