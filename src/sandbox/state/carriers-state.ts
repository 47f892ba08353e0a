import type { CarrierAddress } from '../records/carrier-address.js';
import type { FirstAnswer, NumberPool, Sale } from '../records/sale.js';
import type { Ids } from './ids.js';

/** Everything the local carriers remember. The stock is not here: it is the same at every start. */
export interface CarriersState {
  /** Key of the LC Phone API. */
  lcToken: string;
  twilioAccountSid: string;
  twilioAuthToken: string;
  /** Every sale, oldest first; of numbers that were released too. */
  sales: Sale[];
  /** The answers to purchases of the LC Phone API, by location and `fingerprintId`. */
  answers: Record<string, FirstAnswer>;
  pools: Record<string, NumberPool>;
  addresses: Record<string, CarrierAddress>;
  /** Chosen scenarios by phone number, by `for` and an account, or for all under the empty text. */
  scenarios: Record<string, string>;
}

/** Carriers that have sold nothing yet, with keys of their own. */
export const firstCarriers = (ids: Ids): CarriersState => ({
  lcToken: ids.secret('lc_sandbox'),
  twilioAccountSid: ids.sid('AC'),
  twilioAuthToken: ids.hex('twilio-token'),
  sales: [],
  answers: {},
  pools: {},
  addresses: {},
  scenarios: {},
});
