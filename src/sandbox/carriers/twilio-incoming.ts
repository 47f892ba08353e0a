import type { CarrierBehaviour } from '../records/carrier-scenarios.js';
import type { Sale } from '../records/sale.js';
import type { CarrierDesks } from './carrier-desks.js';
import { firstNumbers } from './number-filter.js';
import { SaleRefusal } from './sale-refusal.js';
import { twilioError, twilioRefusal } from './twilio-errors.js';
import { incomingRecord, numberSettings } from './twilio-records.js';

/** The fields of a form. */
export type Form = Readonly<Record<string, string>>;

/** The number that a purchase by area code is for: the first that anybody may have without papers. */
export function numberIn(desks: CarrierDesks, areaCode: string): string | undefined {
  const search = { types: ['local', 'tollFree'] as const, firstPart: areaCode, lastPart: '', anywhere: '' };
  const found = ['US', 'CA'].flatMap((country) => firstNumbers({ ...search, country }, desks.sales, 1));
  return found[0]?.phoneNumber;
}

/** Buys a number for an account. */
export function buyAtTwilio(
  { store, sales }: CarrierDesks,
  accountSid: string,
  form: Form,
  phoneNumber: string | undefined,
  behaviour: CarrierBehaviour,
): Response {
  if (!phoneNumber && form.AreaCode && !/^\d{3}$/.test(form.AreaCode))
    return twilioError(400, 21451, `Invalid area code ${form.AreaCode}`);
  if (!phoneNumber && form.AreaCode)
    return twilioError(400, 21452, `No phone numbers found in area code ${form.AreaCode}`);
  const wanted = {
    phoneNumber: phoneNumber ?? '',
    accountSid,
    addressSid: form.AddressSid || null,
    bundleSid: form.BundleSid || null,
  };
  const address = store.addresses.get(form.AddressSid ?? '');
  if (wanted.addressSid && address?.accountSid !== accountSid)
    return twilioError(
      400,
      21631,
      `Could not find Address with sid ${wanted.addressSid} for account ${accountSid} to satisfy Any Address requirement`,
    );
  try {
    const sale = sales.sell(
      {
        ...wanted,
        carrier: 'twilio',
        owner: accountSid,
        friendlyName: form.FriendlyName,
        addressCountry: address?.isoCountry,
        settings: settingsIn(form),
      },
      behaviour,
    );
    return Response.json(incomingRecord(sale), { status: 201 });
  } catch (error) {
    if (error instanceof SaleRefusal) return twilioRefusal(error, wanted);
    throw error;
  }
}

/** Changes a number of an account; with `AccountSid` it goes to another one of the same owner. */
export function updateAtTwilio({ sales }: CarrierDesks, sale: Sale, form: Form): Response {
  const updated = sales.update(sale, {
    friendlyName: form.FriendlyName ?? sale.friendlyName,
    owner: form.AccountSid || sale.owner,
    addressSid: form.AddressSid || sale.addressSid,
    bundleSid: form.BundleSid || sale.bundleSid,
    settings: { ...sale.settings, ...settingsIn(form) },
  });
  return Response.json(incomingRecord(updated));
}

const settingsIn = (form: Form): Record<string, string> =>
  Object.fromEntries(Object.entries(form).filter(([name]) => name in numberSettings || name === 'VoiceCallerIdLookup'));
