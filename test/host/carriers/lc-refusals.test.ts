import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CarrierError } from '../../../src/host/carriers/carrier.js';
import { CarrierUnknownError } from '../../../src/host/carriers/carrier-failures.js';
import { broken, refused } from './described-api.js';
import { lcPhone, location, number, token } from './lc-phone.js';
import { failure, sale } from './sales.js';

const buying = (status: number, body: unknown) =>
  failure<CarrierError>(lcPhone(() => refused(status, body)).carrier.buy({ phoneNumber: number }, sale()));

describe('a refusal of LC Phone', () => {
  it.each([
    ['number_unavailable', 'Phone number is no longer available'],
    ['number_unavailable', 'The number +12125550100 is not available for purchase.'],
    ['number_unavailable', 'Number unavailable'],
    ['number_unavailable', 'This phone number has already been purchased'],
    ['number_unavailable', 'Phone number not found'],
    ['payment_required', 'Insufficient funds in wallet'],
    ['payment_required', 'Insufficient wallet balance'],
    ['payment_required', 'Your balance is too low to buy this number'],
    ['payment_required', 'Payment method required'],
    ['payment_required', 'Please add a payment method'],
    ['payment_required', 'Card declined: payment failed'],
    ['payment_required', 'Please recharge your account'],
    ['address_required', 'addressSid is required for this number'],
    ['address_required', 'Phone Number Requires an Address'],
    ['bundle_required', 'bundleSid is required'],
    ['bundle_required', 'A regulatory bundle with an address is required'],
    ['verification_required', 'KYC is not completed for this location'],
    ['verification_required', 'Identity verification required'],
    ['verification_required', 'Please confirm your identity'],
    ['verification_required', 'The account is not verified'],
    ['verification_required', 'Verification pending'],
    ['plan_limit', 'Number limit reached for this plan'],
    ['plan_limit', 'You have reached the limit of numbers'],
    ['plan_limit', 'Maximum number of phone numbers exceeded'],
    ['plan_limit', 'Upgrade your plan to buy more numbers'],
    ['purchase_failed', 'countryCode is required'],
    ['purchase_failed', 'Your IP address is blocked'],
    ['purchase_failed', 'Enter an email address'],
    ['purchase_failed', 'Insufficient permissions'],
    ['purchase_failed', 'rate limit exceeded'],
    ['purchase_failed', ''],
  ])('is %s for “%s”', async (code, message) => {
    expect(await buying(400, { message, statusCode: 400 })).toMatchObject({ name: 'CarrierError', code });
    expect(await buying(422, { msg: message })).toMatchObject({ code });
    expect(await buying(403, { message: [message] })).toMatchObject({ code });
  });

  it.each([
    ['400 without words', 400, {}, 'purchase_failed'],
    ['400 that is no JSON', 400, undefined, 'purchase_failed'],
    ['402', 402, {}, 'payment_required'],
    ['409 with words', 409, { message: 'Phone number is no longer available' }, 'number_unavailable'],
  ])('is a CarrierError for %s', async (_, status, body, code) => {
    expect(await buying(status, body)).toMatchObject({ name: 'CarrierError', code });
  });

  it.each([
    [401, { message: 'Identity verification required' }, 'lcPhoneCarrier.token'],
    [403, { message: 'Forbidden resource' }, 'phonenumbers.write'],
    [404, { message: 'Phone system is not connected to this account' }, 'lcPhoneCarrier.location'],
  ])('%s tells the engineer what to set', async (status, body, named) => {
    const error = await buying(status, body);
    expect(error).toBeInstanceOf(CarrierError);
    expect(error.code).toBe('purchase_failed');
    expect(error.message).toContain(named);
  });

  it.each([
    ['500', 500, { msg: 'Phone number is no longer available' }],
    ['503', 503, {}],
    ['408', 408, { message: 'Request timeout' }],
    ['409 without words', 409, { message: 'Conflict' }],
    ['302', 302, {}],
    ['400 that the location has it already', 400, { message: 'Number already exists in this location' }],
  ])('is none for %s: nobody knows what was bought', async (_, status, body) => {
    expect(await buying(status, body)).toBeInstanceOf(CarrierUnknownError);
  });

  it('keeps the beginning of the sentence, and no key, id, mail address or number', async () => {
    const sentence = `No\nluck: ${token} for ${location} (0123456789abcdefXYZ), jane@doe.test, +1 (212) 555-0100. ${'x '.repeat(300)}`;
    const error = await buying(400, { message: sentence });
    expect(error.message).toMatch(
      /^LC Phone answered 400 to POST \/phone-system\/numbers\/location\/…\/purchase: No luck: … for … \(…\), … …\. x/,
    );
    expect(error.message.length).toBeLessThan(220);
    for (const secret of [token, location, 'jane', '555']) expect(inspect(error)).not.toContain(secret);
  });

  it('has no cause, and none of an answer that is a page', async () => {
    const { carrier } = lcPhone(() => broken('<html>PRIVATE', { status: 400 }));
    expect(inspect(await failure(carrier.buy({ phoneNumber: number }, sale())))).not.toContain('PRIVATE');
  });
});
