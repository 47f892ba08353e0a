import { createHash } from 'node:crypto';
import type { NumberPool, Sale } from '../records/sale.js';
import type { NumberType, StockNumber } from '../records/stock-number.js';
import { priceOf } from './prices.js';
import { findNumber } from './stock.js';

/** `AvailablePhoneNumberDto`. */
export const availableNumber = ({ can, address, country, type, ...number }: StockNumber) => ({
  phoneNumber: number.phoneNumber,
  friendlyName: number.friendlyName,
  isoCountry: country,
  lata: number.lata,
  locality: number.locality,
  rateCenter: number.rateCenter,
  latitude: number.latitude,
  longitude: number.longitude,
  region: number.region,
  postalCode: number.postalCode,
  addressRequirements: address,
  beta: number.beta,
  capabilities: { MMS: can.mms, SMS: can.sms, voice: can.voice },
  price: { number_type: type, price: priceOf(country, type), price_unit: 'USD' },
});

/** The account at Twilio that LC keeps for a location. */
const accountOf = (locationId: string): string => `AC${createHash('md5').update(locationId).digest('hex')}`;

/** `TwilioAccountResponseDto`: the account of a location with all its numbers. */
export const accountRecord = (locationId: string, sales: Sale[]) => ({
  id: createHash('sha256').update(locationId).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 20),
  account_sid: accountOf(locationId),
  under_ghl_account: true,
  validate_sms: true,
  location_id: locationId,
  migration_status: null,
  migration_numbers: [],
  assigned_to_numbers: {},
  numbers: Object.fromEntries(sales.map(({ phoneNumber }) => [phoneNumber, 'conversation'])),
  number_name: Object.fromEntries(sales.map(({ phoneNumber, friendlyName }) => [phoneNumber, friendlyName])),
  new_account_sid: '',
});

const typeNames: Record<NumberType, string> = { local: 'local', tollFree: 'toll-free', mobile: 'mobile' };

/** `DetailedPhoneNumberDto`. */
export function activeNumber({ phoneNumber, country, type, ...sale }: Sale, isDefaultNumber: boolean) {
  const can = findNumber(phoneNumber)?.can ?? { voice: true, sms: false, mms: false };
  return {
    phoneNumber,
    friendlyName: sale.friendlyName,
    sid: sale.sid,
    countryCode: country,
    capabilities: { voice: can.voice, sms: can.sms, mms: can.mms, fax: false },
    type: typeNames[type],
    isDefaultNumber,
    linkedUser: null,
    linkedRingAllUsers: [],
    inboundCallService: null,
    forwardingNumber: null,
    isGroupConversationEnabled: can.sms && can.mms && ['US', 'CA'].includes(country),
    addressSid: sale.addressSid,
    bundleSid: sale.bundleSid,
    dateAdded: new Date(sale.at).toISOString(),
    dateUpdated: new Date(sale.updatedAt).toISOString(),
    origin: 'twilio',
  };
}

/** `NumberPoolDto`. */
export const poolRecord = ({ id, name, locationId }: NumberPool, sales: Sale[]) => ({
  id,
  name,
  locationId,
  numbers: sales
    .filter(({ pool }) => pool === id)
    .map(({ phoneNumber, friendlyName }) => ({ phoneNumber, friendlyName })),
  whisper: false,
  callRecording: false,
  isActive: true,
  inboundCallService: null,
});
