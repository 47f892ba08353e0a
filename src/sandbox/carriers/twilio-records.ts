import type { CarrierAddress } from '../records/carrier-address.js';
import type { Sale } from '../records/sale.js';
import type { NumberType, StockNumber } from '../records/stock-number.js';
import { findNumber } from './stock.js';

/** Twilio's dates, as in RFC 2822. */
const dateOf = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');

const capabilities = ({ can }: StockNumber) => ({ voice: can.voice, sms: can.sms, mms: can.mms, fax: false });

/** A number of `AvailablePhoneNumbers`. */
export const availableRecord = (number: StockNumber) => ({
  friendly_name: number.friendlyName,
  phone_number: number.phoneNumber,
  lata: number.lata,
  locality: number.locality,
  rate_center: number.rateCenter,
  latitude: number.latitude,
  longitude: number.longitude,
  region: number.region,
  postal_code: number.postalCode,
  iso_country: number.country,
  address_requirements: number.address,
  beta: number.beta,
  capabilities: capabilities(number),
});

const types: Record<NumberType, string> = { local: 'local', tollFree: 'tollfree', mobile: 'mobile' };

/** What can be told about a number besides its name, by the names of the requests, and what it is at first. */
export const numberSettings: Record<string, string | null> = {
  ApiVersion: '2010-04-01',
  SmsApplicationSid: '',
  SmsFallbackMethod: 'POST',
  SmsFallbackUrl: '',
  SmsMethod: 'POST',
  SmsUrl: '',
  StatusCallback: '',
  StatusCallbackMethod: 'POST',
  VoiceApplicationSid: '',
  VoiceFallbackMethod: 'POST',
  VoiceFallbackUrl: '',
  VoiceMethod: 'POST',
  VoiceUrl: '',
  EmergencyStatus: 'Active',
  EmergencyAddressSid: '',
  TrunkSid: '',
  IdentitySid: '',
  VoiceReceiveMode: 'voice',
};

const snake = (name: string): string => name.replaceAll(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** A number of `IncomingPhoneNumbers`. */
export function incomingRecord(sale: Sale) {
  const number = findNumber(sale.phoneNumber);
  const settings = Object.entries(numberSettings).map(([name, first]) => [
    snake(name),
    // What is empty is nothing, as ids and addresses are to Twilio.
    (sale.settings[name] ?? first) || null,
  ]);
  return {
    account_sid: sale.owner,
    address_sid: sale.addressSid,
    address_requirements: number?.address ?? 'none',
    beta: number?.beta ?? false,
    bundle_sid: sale.bundleSid,
    capabilities: number && capabilities(number),
    date_created: dateOf(sale.at),
    date_updated: dateOf(sale.updatedAt),
    emergency_address_status: 'unregistered',
    friendly_name: sale.friendlyName,
    origin: 'twilio',
    phone_number: sale.phoneNumber,
    sid: sale.sid,
    status: 'in-use',
    type: types[sale.type],
    uri: `/2010-04-01/Accounts/${sale.owner}/IncomingPhoneNumbers/${sale.sid}.json`,
    voice_caller_id_lookup: sale.settings.VoiceCallerIdLookup === 'true',
    ...Object.fromEntries(settings),
  };
}

/** An address of `Addresses`. */
export const addressRecord = ({ createdAt, ...address }: CarrierAddress) => ({
  account_sid: address.accountSid,
  city: address.city,
  customer_name: address.customerName,
  date_created: dateOf(createdAt),
  date_updated: dateOf(createdAt),
  emergency_enabled: address.emergencyEnabled,
  friendly_name: address.friendlyName,
  iso_country: address.isoCountry,
  postal_code: address.postalCode,
  region: address.region,
  sid: address.sid,
  street: address.street,
  street_secondary: address.streetSecondary,
  uri: `/2010-04-01/Accounts/${address.accountSid}/Addresses/${address.sid}.json`,
  validated: false,
  verified: false,
});
