import type { CarrierDesks } from './carrier-desks.js';
import type { LocalCarriers } from './local-carriers.js';

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
