import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CarrierError } from '../../../src/host/carriers/carrier.js';
import { CarrierUnknownError } from '../../../src/host/carriers/carrier-failures.js';
import { refused } from './described-api.js';
import { failure, sale } from './sales.js';
import { accountSid, authToken, number, subaccountSid, twilio } from './twilio.js';

const buying = (status: number, body: unknown) =>
  failure<CarrierError>(
    twilio(() => refused(status, body), { subaccount: subaccountSid }).carrier.buy({ phoneNumber: number }, sale()),
  );

describe('a refusal of Twilio', () => {
  it.each([
    [10002, 403, 'plan_limit'],
    [21404, 400, 'plan_limit'],
    [21421, 400, 'number_unavailable'],
    [21422, 400, 'number_unavailable'],
    [21451, 400, 'number_unavailable'],
    [21452, 400, 'number_unavailable'],
    [21613, 400, 'bundle_required'],
    [21615, 400, 'address_required'],
    [21628, 400, 'address_required'],
    [21629, 400, 'address_required'],
    [21631, 400, 'address_required'],
    [21649, 400, 'bundle_required'],
    [21650, 400, 'bundle_required'],
    [21651, 400, 'bundle_required'],
    [21450, 400, 'purchase_failed'],
    [21422, 409, 'number_unavailable'],
    [99999, 400, 'purchase_failed'],
    [undefined, 402, 'payment_required'],
    [undefined, 400, 'purchase_failed'],
  ])('with code %s and status %s is %s', async (code, status, known) => {
    expect(await buying(status, { code, message: 'No.', status })).toMatchObject({ name: 'CarrierError', code: known });
  });

  it.each([
    [401, 20003, 'authToken'],
    [401, undefined, 'authToken'],
    [403, 20006, 'subaccount'],
    [404, 20404, 'subaccount'],
    [400, 21470, 'accountSid'],
    [403, 20005, 'not active'],
    [403, 10001, 'not active'],
    [400, 21472, 'not active'],
  ])('with status %s and code %s tells the engineer what to do', async (status, code, named) => {
    const error = await buying(status, { code, message: 'No', status });
    expect(error).toBeInstanceOf(CarrierError);
    expect(error.code).toBe('purchase_failed');
    expect(error.message).toContain(named);
  });

  it.each([
    [500, { code: 21422 }],
    [503, {}],
    [408, {}],
    [409, { code: 20409, message: 'Conflict' }],
    [307, {}],
  ])('is none with status %s: nobody knows what was bought', async (status, body) => {
    expect(await buying(status, body)).toBeInstanceOf(CarrierUnknownError);
  });

  it('has Twilio’s words without key, account or number', async () => {
    const message = `The requested resource /2010-04-01/Accounts/${subaccountSid} for ${number} by ${authToken} was not found`;
    const error = await buying(404, { code: 20404, message, status: 404 });
    expect(error.message).toMatch(
      /^Twilio answered 404 to POST \/2010-04-01\/Accounts\/…\/IncomingPhoneNumbers\.json: 20404 The requested/,
    );
    for (const secret of [accountSid, subaccountSid, authToken, number]) expect(inspect(error)).not.toContain(secret);
  });
});
