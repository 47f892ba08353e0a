import type { CarrierRequest } from '../records/carrier-request.js';
import type { Sale } from '../records/sale.js';
import type { CarrierTarget } from './carrier-scenario-desk.js';

/** The local carriers of a running stand-in: the LC Phone API and Twilio's numbers, with one stock for both. */
export interface LocalCarriers {
  /** The LC Phone API: what stands for `https://services.leadconnectorhq.com`, and the token of every location. */
  lcPhone: { url: string; token: string };
  /**
   * Twilio: what stands for `https://api.twilio.com` and `https://pricing.twilio.com`, and the keys of the main
   * account, which open every subaccount too.
   */
  twilio: { url: string; pricingUrl: string; accountSid: string; authToken: string };
  /**
   * Plays a scenario for the purchases of a number, for a location or an account, or for everybody; empty text ends it.
   * Throws an Error that lists the scenarios there are.
   */
  play(scenario: string, target?: CarrierTarget): void;
  /** Every sale, oldest first, those of released numbers too: a number that was sold twice is here twice. */
  sales(): Sale[];
  /** The sales of what is somebody's now: of that number, none or one, or of all. */
  owned(phoneNumber?: string): Sale[];
  /** The requests since the start, oldest first, ten thousand at most. */
  requests(): CarrierRequest[];
  /** Puts numbers that a location has bought at LC Phone into a new number pool; the API itself can only list these. */
  pool(locationId: string, name: string, phoneNumbers: string[]): void;
  /** Puts a number back into the stock, as Twilio's `DELETE` does. */
  release(phoneNumber: string): void;
}
