import type { CarrierCode } from './carrier.js';
import { type Refused, refusal, unknown } from './carrier-failures.js';
import type { CarrierCall, CarrierReply } from './carrier-http.js';
import { refusalOf } from './twilio-answers.js';

// Source: Twilio's error dictionary, www.twilio.com/docs/api/errors and …/twilio-error-codes.json. 21450 and 21453 are
// about verifying a caller's own number, never about a sale, and so mean nothing in particular here.
const codes: Record<number, CarrierCode> = {
  // Trial accounts do not support the feature: one number, none on a subaccount.
  10002: 'plan_limit',
  // Inbound phone number not available to trial account.
  21404: 'plan_limit',
  // Phone number is invalid.
  21421: 'number_unavailable',
  // PhoneNumber is not available.
  21422: 'number_unavailable',
  // Invalid area code; no phone numbers found in area code.
  21451: 'number_unavailable',
  21452: 'number_unavailable',
  // PhoneNumber requires certification.
  21613: 'bundle_required',
  // Phone number requires a local address.
  21615: 'address_required',
  // Address validation error; check suggested address.
  21628: 'address_required',
  21629: 'address_required',
  // Phone number requires an address.
  21631: 'address_required',
  // Phone number requires a bundle; a verified identity document, which is handed in as one; a document does not do.
  21649: 'bundle_required',
  21650: 'bundle_required',
  21651: 'bundle_required',
};

const inactive = 'The account at Twilio is not active: look at its balance and its status in the console.';
const denied =
  'Set accountSid and authToken of twilioCarrier to those of one account, and subaccount to one of its own.';

/** What is ours to mend: accounts, keys. */
const advice: Record<number, string> = {
  // Account is not active, in three wordings.
  10001: inactive,
  20005: inactive,
  21472: inactive,
  // Authentication error; access denied.
  20003: denied,
  20006: denied,
  // Invalid AccountSid; account does not exist.
  21470: denied,
  21471: denied,
};

/** Area codes that do not exist or have nothing, and types of numbers that a country has not, are no failure. */
export const isNothingFound = ({ status, body }: CarrierReply): boolean =>
  status === 404 || [21451, 21452].includes(refusalOf(body).code ?? 0);

/** What Twilio's no means. A conflict that has no code of ours may be with a sale under way: nobody knows. */
export function twilioRefusal({ status, body }: CarrierReply, { what, hidden }: CarrierCall): Error {
  const { code, saying } = refusalOf(body);
  const refused: Refused = { carrier: 'Twilio', what, status, saying: code ? `${code} ${saying}` : saying, hidden };
  const told = codes[code ?? 0];
  if (told) return refusal(told, refused);
  if (status === 409) return unknown(refused);
  if (status === 402) return refusal('payment_required', refused);
  const ours = [401, 403, 404].includes(status) ? denied : undefined;
  return refusal('purchase_failed', { ...refused, advice: advice[code ?? 0] ?? ours });
}
