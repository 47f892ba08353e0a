import type { CarrierBehaviour } from '../records/carrier-scenarios.js';
import type { CarrierDesks } from './carrier-desks.js';
import type { PurchaseBody } from './lc-phone-body.js';
import { lcError } from './lc-phone-errors.js';
import { accountRecord } from './lc-phone-records.js';
import { SaleRefusal } from './sale-refusal.js';

const headers = { 'content-type': 'application/json' };

/**
 * Buys a number for a location. A request that names itself by a `fingerprintId` is answered once: again with the same
 * number it gives the first answer and sells nothing. Throws a {@link SaleRefusal}.
 */
export function buyAtLcPhone(
  { store, sales }: CarrierDesks,
  locationId: string,
  { phoneNumber, addressSid, bundleSid, fingerprintId, skipLocationKYC }: PurchaseBody,
  behaviour: CarrierBehaviour,
): Response {
  const { firstAnswers } = store;
  const key = `${locationId} ${fingerprintId}`;
  const first = fingerprintId ? firstAnswers.get(key) : undefined;
  if (first && first.phoneNumber !== phoneNumber)
    return lcError(400, 'fingerprintId has already been used for another phone number');
  if (first) return new Response(first.body, { status: 201, headers });

  if (behaviour.unverified && skipLocationKYC !== true) throw new SaleRefusal('unverified');
  sales.sell(
    {
      phoneNumber,
      carrier: 'lc-phone',
      owner: locationId,
      fingerprintId: fingerprintId || null,
      addressSid: addressSid || null,
      bundleSid: bundleSid || null,
    },
    behaviour,
  );
  const body = JSON.stringify(accountRecord(locationId, sales.owned(locationId)));
  if (fingerprintId) firstAnswers.put(key, { phoneNumber, body });
  store.save();
  return new Response(body, { status: 201, headers });
}
