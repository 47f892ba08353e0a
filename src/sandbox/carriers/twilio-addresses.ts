import type { CarrierAddress } from '../records/carrier-address.js';
import type { CarrierDesks } from './carrier-desks.js';
import { twilioError } from './twilio-errors.js';
import type { Form } from './twilio-incoming.js';
import { addressRecord } from './twilio-records.js';

const required = ['CustomerName', 'Street', 'City', 'Region', 'PostalCode', 'IsoCountry'];

/** Keeps an address of an account. */
export function createAddress({ store, clock }: CarrierDesks, accountSid: string, form: Form): Response {
  const missing = required.find((name) => !form[name]);
  if (missing) return twilioError(400, 20001, `Missing required parameter ${missing} in the post body`);
  const address: CarrierAddress = {
    sid: store.ids.sid('AD'),
    accountSid,
    customerName: form.CustomerName ?? '',
    friendlyName: form.FriendlyName ?? '',
    street: form.Street ?? '',
    streetSecondary: form.StreetSecondary || null,
    city: form.City ?? '',
    region: form.Region ?? '',
    postalCode: form.PostalCode ?? '',
    isoCountry: (form.IsoCountry ?? '').toUpperCase(),
    emergencyEnabled: form.EmergencyEnabled === 'true',
    createdAt: clock.now(),
  };
  store.addresses.put(address.sid, address);
  store.save();
  return Response.json(addressRecord(address), { status: 201 });
}

/** The addresses of an account that a list asks for, the newest first. */
export function addressesOf({ store }: CarrierDesks, accountSid: string, query: Form): CarrierAddress[] {
  return store.addresses
    .newestFirst()
    .filter(
      (address) =>
        address.accountSid === accountSid &&
        (!query.CustomerName || address.customerName === query.CustomerName) &&
        (!query.FriendlyName || address.friendlyName === query.FriendlyName) &&
        (!query.IsoCountry || address.isoCountry === query.IsoCountry.toUpperCase()) &&
        (!query.EmergencyEnabled || String(address.emergencyEnabled) === query.EmergencyEnabled),
    );
}
