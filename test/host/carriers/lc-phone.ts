import { type LcPhoneCarrierOptions, lcPhoneCarrier } from '../../../src/host/carriers/lc-phone-carrier.js';
import { type Answer, type Asked, describedApi } from './described-api.js';
import description from './lc-phone.openapi.json' with { type: 'json' };

export const token = 'pit-very-secret-token';
export const location = 'locOfJane';
export const number = '+12125550100';

/** A number on sale, as LC Phone describes it. */
export const onSale = (over: Record<string, unknown> = {}) => ({
  phoneNumber: number,
  friendlyName: '(212) 555-0100',
  lata: '132',
  locality: 'New York',
  rateCenter: 'NWYRCYZN01',
  latitude: '40.71',
  longitude: '-74.00',
  region: 'NY',
  postalCode: '10001',
  isoCountry: 'US',
  addressRequirements: 'none',
  beta: false,
  capabilities: { MMS: true, SMS: true, voice: true },
  price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
  ...over,
});

export const found = (...numbers: unknown[]) => Response.json({ fingerprintId: 'search-7', numbers });

/** The account after a sale. */
export const sold = (...numbers: string[]) =>
  Response.json(
    {
      id: 'x',
      account_sid: 'AC1',
      under_ghl_account: true,
      validate_sms: true,
      location_id: location,
      numbers: Object.fromEntries(numbers.map((one) => [one, 'conversation'])),
    },
    { status: 201 },
  );

/** A page of the location's own numbers. */
export const active = ({ query }: Asked, ...numbers: string[]) =>
  Response.json({
    numbers: numbers.map((phoneNumber) => ({
      phoneNumber,
      sid: 'PN1',
      countryCode: 'US',
      capabilities: {},
      type: 'local',
      isDefaultNumber: false,
      linkedRingAllUsers: [],
      isGroupConversationEnabled: false,
    })),
    isUnderGhl: true,
    pageSize: Number(query.pageSize),
    page: Number(query.page),
    accountStatus: 'active',
  });

/** LC Phone as it is described, and the carrier that asks it. */
export function lcPhone(answer: Answer, options: Partial<LcPhoneCarrierOptions> = {}) {
  const api = describedApi(description, answer);
  return { ...api, carrier: lcPhoneCarrier({ token, location, fetch: api.send, ...options }) };
}
