import type { CarrierCode } from './carrier.js';
import { type Refused, refusal, unknown } from './carrier-failures.js';
import type { CarrierCall, CarrierReply } from './carrier-http.js';
import { sentenceOf } from './lc-answers.js';

// LC Phone has no codes, only sentences, of which its documentation shows one: "Phone number is no longer available".
// The first that fits counts.
const sentences: readonly [CarrierCode | 'unknown', ...RegExp[]][] = [
  // Perhaps by a try of ours whose answer was lost: `owns` knows.
  ['unknown', /already\b.*\b(?:this|your) (?:account|location|sub-?account)\b/],
  [
    'number_unavailable',
    /\bnumbers?\b.*\b(?:no longer available|not available|unavailable|not found|does not exist)\b/,
    /\bnumbers?\b.*\balready (?:been )?(?:taken|sold|purchased|in use)\b/,
  ],
  [
    'payment_required',
    /\binsufficient (?:\w+ )?(?:funds?|balance|credits?)\b/,
    /\b(?:balance|wallet|funds|credits?)\b.*\b(?:low|insufficient|not enough|negative|required|recharge)\b/,
    /\bnot enough (?:funds|balance|credits?)\b/,
    /\b(?:payment|billing|card)\b.*\b(?:required|failed|declined|missing|expired|invalid|add|update)\b/,
    /\b(?:add|update)\b.*\b(?:payment|billing|card)\b/,
    /\brecharge\b/,
  ],
  // Before the address, which a bundle may lack.
  ['bundle_required', /\bbundle(?:sid)?\b/, /\bregulatory\b/],
  ['address_required', /(?<!\b(?:ip|e-?mail) )\baddress(?:sid)?\b/],
  [
    'verification_required',
    /\bkyc\b/,
    /\bidentity\b.*\b(?:verif\w*|required)/,
    /\b(?:verify|confirm|prove)\b.*\bidentity\b/,
    /\b(?:account|location|sub-?account|business|owner|user|agency)\b.*\b(?:verification|unverified)\b/,
    /\b(?:account|location|sub-?account|business|owner|user|agency)\b.*\bnot (?:yet |been )*verified\b/,
    /\bverification (?:is )?(?:required|pending|incomplete|needed|not complete\w*)\b/,
  ],
  [
    'plan_limit',
    /(?<!\brate )\blimit\b.*\b(?:reached|exceeded|plan)\b/,
    /\b(?:reached|exceed\w*)\b.*(?<!\brate )\blimit\b/,
    /\bmaximum number of\b/,
    /\bupgrade\b.*\bplan\b/,
    /\bplan\b.*\bupgrade\b/,
  ],
];

const advice: Record<number, string> = {
  401: 'Set lcPhoneCarrier.token to a valid token of this location, with the scopes phonenumbers.read and phonenumbers.write.',
  403: 'Give the token of lcPhoneCarrier the scopes phonenumbers.read and phonenumbers.write, for this location.',
  404: 'Set lcPhoneCarrier.location to the id of a location whose phone system is connected to LC Phone.',
};

/**
 * What LC Phone's no means. 401 is a setting of ours, whatever it says. A conflict without words may be with a request
 * of the same key that is still under way: nobody knows.
 */
export function lcRefusal({ status, body }: CarrierReply, { what, hidden }: CarrierCall): Error {
  const saying = sentenceOf(body);
  const refused: Refused = { carrier: 'LC Phone', what, status, saying, hidden };
  const text = saying.toLowerCase();
  const told =
    status === 401 ? undefined : sentences.find(([, ...patterns]) => patterns.some((one) => one.test(text)))?.[0];
  if (told === 'unknown' || (status === 409 && !told)) return unknown(refused);
  if (told) return refusal(told, refused);
  if (status === 402) return refusal('payment_required', refused);
  return refusal('purchase_failed', { ...refused, advice: advice[status] });
}
