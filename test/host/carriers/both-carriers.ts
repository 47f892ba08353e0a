import type { Answer } from './described-api.js';
import * as lc from './lc-phone.js';
import * as tw from './twilio.js';

/** A search for one type of numbers. */
export const query = { countryCode: 'US', numberTypes: ['local' as const] };

/** What both carriers have in common is tried with both. */
export const carriers = [
  {
    name: 'LC Phone',
    found: () => lc.found(lc.onSale()),
    sold: () => lc.sold(lc.number),
    secrets: [lc.token, lc.location],
    of: (answer: Answer, options: { timeout?: number } = {}) => {
      const { carrier, asked, send } = lc.lcPhone(answer, options);
      return { carrier, send, times: () => asked.length };
    },
  },
  {
    name: 'Twilio',
    found: () => tw.page([tw.onSale()]),
    sold: () => tw.bought(lc.number),
    secrets: [tw.authToken, tw.accountSid, tw.subaccountSid, btoa(`${tw.accountSid}:${tw.authToken}`)],
    of: (answer: Answer, options: { timeout?: number } = {}) => {
      const { carrier, searched, send } = tw.twilio(answer, { ...options, subaccount: tw.subaccountSid });
      return { carrier, send, times: () => searched().length };
    },
  },
];
