import { type TwilioCarrierOptions, twilioCarrier } from '../../../src/host/carriers/twilio-carrier.js';
import { type Answer, describedApi } from './described-api.js';
import description from './twilio.openapi.json' with { type: 'json' };

export const accountSid = `AC${'a'.repeat(32)}`;
export const subaccountSid = `AC${'b'.repeat(32)}`;
export const authToken = 'very-secret-token';
export const numberSid = `PN${'c'.repeat(32)}`;
export const number = '+12125550100';

/** A number on sale, as Twilio sends it. */
export const onSale = (over: Record<string, unknown> = {}) => ({
  phone_number: number,
  friendly_name: '(212) 555-0100',
  lata: '132',
  locality: 'New York',
  rate_center: 'NWYRCYZN01',
  latitude: '40.71',
  longitude: '-74.00',
  region: 'NY',
  postal_code: '10001',
  iso_country: 'US',
  address_requirements: 'none',
  beta: false,
  capabilities: { voice: true, sms: true, mms: false },
  ...over,
});

export const page = (numbers: unknown[], next?: string) =>
  Response.json({ available_phone_numbers: numbers, uri: '/2010-04-01/x.json', next_page_uri: next ?? null });

export const owned = (numbers: string[], next?: string) =>
  Response.json({
    incoming_phone_numbers: numbers.map((one) => ({ phone_number: one, sid: numberSid })),
    next_page_uri: next ?? null,
  });

export const bought = (phoneNumber: string) =>
  Response.json({ phone_number: phoneNumber, sid: numberSid }, { status: 201 });

export const prices = () =>
  Response.json({
    country: 'United States',
    iso_country: 'US',
    phone_number_prices: [
      { number_type: 'local', base_price: '1.00', current_price: '1.15' },
      { number_type: 'toll free', base_price: '2.00', current_price: '2.15' },
    ],
    price_unit: 'usd',
    url: 'https://pricing.twilio.com/v1/PhoneNumbers/Countries/US',
  });

/** Twilio as it is described, and the carrier that asks it. It has these prices unless they are asked for by name. */
export function twilio(answer: Answer, options: Partial<TwilioCarrierOptions> = {}, priced: Answer = prices) {
  const api = describedApi(description, (asked) =>
    asked.name === 'FetchPhoneNumberCountry' ? priced(asked) : answer(asked),
  );
  const searched = () => api.asked.filter(({ name }) => name !== 'FetchPhoneNumberCountry');
  return { ...api, searched, carrier: twilioCarrier({ accountSid, authToken, fetch: api.send, ...options }) };
}
