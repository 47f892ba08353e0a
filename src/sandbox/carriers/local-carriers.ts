import { Hono } from 'hono';
import type { CarrierRequest } from '../records/carrier-request.js';
import type { Sale } from '../records/sale.js';
import type { CarrierDesks } from './carrier-desks.js';
import type { CarrierTarget } from './carrier-scenario-desk.js';
import { lcPhoneApi } from './lc-phone-api.js';
import { twilioApi } from './twilio-api.js';

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

/** What the carriers answer; requests to other paths pass through. */
export function carrierApis(desks: CarrierDesks): Hono {
  const app = new Hono();
  app.route('/phone-system', lcPhoneApi(desks));
  app.route('/', twilioApi(desks));
  return app;
}

/** The carriers as a program that has started the stand-in uses them. */
export function localCarriers({ store, sales, scenarios, calls }: CarrierDesks, origin: string): LocalCarriers {
  const { lcToken, twilioAccountSid, twilioAuthToken } = store.state.carriers;
  const owned = (phoneNumber?: string) =>
    sales.owned().filter((sale) => phoneNumber === undefined || sale.phoneNumber === phoneNumber);
  return {
    lcPhone: { url: origin, token: lcToken },
    twilio: { url: origin, pricingUrl: origin, accountSid: twilioAccountSid, authToken: twilioAuthToken },
    play: (scenario, target) => scenarios.choose(scenario, target),
    // Copies: what a test changes or keeps is its own.
    sales: () => structuredClone(sales.all()),
    owned: (phoneNumber) => structuredClone(owned(phoneNumber)),
    requests: () => structuredClone(calls.requests()),
    pool: (locationId, name, phoneNumbers) => void sales.pool(locationId, name, phoneNumbers),
    release: (phoneNumber) => {
      for (const sale of owned(phoneNumber)) sales.release(sale);
    },
  };
}
