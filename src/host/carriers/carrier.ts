import type { Hold } from '../stores/lease.js';

/** The types of numbers, in the words of the LC Phone API. */
export type NumberType = 'local' | 'tollFree' | 'mobile';

/** What is searched for: the parameters of the LC Phone API, and those that other carriers know besides. */
export interface NumberSearch {
  /** ISO 3166-1 alpha-2, in capitals. */
  countryCode: string;
  /** Any of these types; without it the carrier's usual ones. */
  numberTypes?: NumberType[];
  /** Digits the number begins with, without the country code. */
  firstPart?: string;
  /** Digits it ends with. */
  lastPart?: string;
  /** Digits that stand anywhere in it. */
  anywhere?: string;
  /** City, for carriers that can search by it; others leave it out. */
  locality?: string;
  /** State or province, in two letters; as `locality`. */
  region?: string;
  /** As `locality`. */
  postalCode?: string;
  smsEnabled?: boolean;
  mmsEnabled?: boolean;
  voiceEnabled?: boolean;
  /** What the answer before had as `nextPage`. */
  page?: string;
}

/** A number on sale: `AvailablePhoneNumberDto` of the LC Phone API, and what the shop shows beyond it. */
export interface FoundNumber {
  /** E.164. */
  phoneNumber: string;
  friendlyName: string;
  isoCountry: string;
  lata?: string | null;
  locality?: string | null;
  rateCenter?: string | null;
  latitude?: string | null;
  longitude?: string | null;
  region?: string | null;
  postalCode?: string | null;
  addressRequirements?: 'none' | 'any' | 'local' | 'foreign';
  beta?: boolean;
  capabilities: { SMS?: boolean; MMS?: boolean; voice?: boolean };
  /** Per month, in the currency `price_unit`; `setup_price` is charged once. */
  price?: { number_type?: string; price?: number; setup_price?: number; price_unit?: string };
  numberType?: NumberType;
  /** True when the country's regulator wants documents, which the account hands in at the carrier as a bundle. */
  bundleRequired?: boolean;
}

/** The answer to a search. */
export interface FoundNumbers {
  /** The search's own name at the carrier. */
  fingerprintId?: string | null;
  /** What to send as `page` for the numbers after these. */
  nextPage?: string | null;
  numbers: FoundNumber[];
}

/** For whom a carrier is asked, and until when. */
export interface CarrierContext {
  /** Your account; null for a search by somebody who names none. */
  account: string | null;
  /** Aborts at the deadline, and when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** A number to buy. What describes it is the carrier's own word from a search of ours; nothing of it is the page's. */
export interface NumberToBuy {
  /** E.164. */
  phoneNumber: string;
  /** Undefined where the carrier's search did not show the number, and its digits do not tell. */
  countryCode?: string;
  numberType?: NumberType;
  locality?: string | null;
  region?: string | null;
  /** The address at the carrier that the order names for it. */
  addressSid?: string;
  /** The regulatory bundle at the carrier that the order names for it. */
  bundleSid?: string;
}

/** The sale of one number. */
export interface SaleContext extends CarrierContext {
  account: string;
  /** The same for every try at this number for this order, and for nothing else. */
  idempotencyKey: string;
  /**
   * Await it as the last thing before the request leaves: it rejects when another process may be selling. Then nothing
   * may be sent.
   */
  stillMine(): Promise<Hold>;
}

/** Why a carrier sold nothing, by the codes that the shop has words for. */
export const carrierCodes = [
  'number_unavailable',
  'payment_required',
  'plan_limit',
  'address_required',
  'bundle_required',
  'verification_required',
  'rate_limited',
  'purchase_failed',
] as const;

/** Why a carrier sold nothing. */
export type CarrierCode = (typeof carrierCodes)[number];

/**
 * A carrier's refusal: nothing was bought. Its message is for your log; it holds no key and no personal data. Where
 * nobody knows what a carrier did, throw anything else.
 */
export class CarrierError extends Error {
  readonly code: CarrierCode;
  /** Seconds after which to try again, where the carrier says so. */
  readonly retryAfter: number | undefined;

  constructor(code: CarrierCode, message: string, retryAfter?: number) {
    super(message);
    this.name = 'CarrierError';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/**
 * Where numbers are bought. `lcPhoneCarrier` and `twilioCarrier` are ours; yours has these three functions. Each is
 * given a signal that aborts at its deadline.
 */
export interface Carrier {
  /** Numbers on sale. */
  search(query: NumberSearch, context: CarrierContext): Promise<FoundNumbers>;
  /**
   * Buys one number for the account. Rejects with a `CarrierError`, or any error with one of its codes, when nothing
   * was bought; with anything else when that is not known. Then `owns` is asked before it is tried again.
   */
  buy(number: NumberToBuy, context: SaleContext): Promise<unknown>;
  /** Which of these numbers the account has at the carrier. */
  owns(phoneNumbers: readonly string[], context: CarrierContext): Promise<Iterable<string>>;
}
