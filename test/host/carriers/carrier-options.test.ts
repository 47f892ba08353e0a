import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { CarrierError } from '../../../src/host/carriers/carrier.js';
import { CarrierUnknownError } from '../../../src/host/carriers/carrier-failures.js';
import { type LcPhoneCarrierOptions, lcPhoneCarrier } from '../../../src/host/carriers/lc-phone-carrier.js';
import { type TwilioCarrierOptions, twilioCarrier } from '../../../src/host/carriers/twilio-carrier.js';
import { found, lcPhone, number } from './lc-phone.js';
import { asker, failure, sale } from './sales.js';
import { accountSid, authToken, page, twilio } from './twilio.js';

const secret = 'SECRET';
const none = undefined as never;

describe('the options of a carrier', () => {
  it.each<[string, Partial<LcPhoneCarrierOptions>]>([
    ['token', { token: none }],
    ['token', { token: '' }],
    ['token', { token: `${secret}\n` }],
    ['location', { location: none }],
    ['location', { location: `../${secret}` }],
    ['url', { url: `ftp://${secret}` }],
    ['url', { url: secret }],
    ['url', { url: `https://user:${secret}@host` }],
    ['url', { url: `https://host/?${secret}` }],
    ['timeout', { timeout: 0 }],
    ['timeout', { timeout: Number.NaN }],
    ['timeout', { timeout: 2 ** 31 }],
    ['timeout', { timeout: secret as never }],
    ['fetch', { fetch: secret as never }],
    ['skipLocationKYC', { skipLocationKYC: secret as never }],
  ])('are refused at once where %s of LC Phone is %j, without showing it', (name, wrong) => {
    const make = () => lcPhoneCarrier({ token: 'token', location: 'loc_1', ...wrong });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(new RegExp(`^lcPhoneCarrier\\.${name} `));
    expect(make).not.toThrow(secret);
  });

  it.each<[string, Partial<TwilioCarrierOptions>]>([
    ['accountSid', { accountSid: none }],
    ['accountSid', { accountSid: secret }],
    ['authToken', { authToken: none }],
    ['authToken', { authToken: `${secret}\r\n` }],
    ['subaccount', { subaccount: `AC/../${secret}` }],
    ['url', { url: secret }],
    ['pricingUrl', { pricingUrl: secret }],
    ['timeout', { timeout: -1 }],
    ['fetch', { fetch: 7 as never }],
  ])('are refused at once where %s of Twilio is %j, without showing it', (name, wrong) => {
    const make = () => twilioCarrier({ accountSid, authToken, ...wrong });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(new RegExp(`^twilioCarrier\\.${name} `));
    expect(make).not.toThrow(secret);
  });

  it('may have an address of one’s own, with a path and a slash at its end', async () => {
    const one = lcPhone(() => found(), { url: 'http://localhost:4100/' });
    await one.carrier.search({ countryCode: 'US' }, asker());
    expect(one.asked[0]?.url.origin).toBe('http://localhost:4100');
    const two = twilio(() => page([]), { url: 'http://localhost:4101', pricingUrl: 'http://localhost:4102//' });
    await two.carrier.search({ countryCode: 'US', numberTypes: ['local'] }, asker());
    expect(two.asked.map(({ url }) => url.origin).sort()).toEqual(['http://localhost:4101', 'http://localhost:4102']);
  });

  it.each<[string, Partial<LcPhoneCarrierOptions>]>([
    ['token', { token: () => '' }],
    ['token', { token: async () => `${secret}\n` }],
    ['token', { token: () => none }],
    ['location', { location: () => `../${secret}` }],
  ])('sell nothing where %s of LC Phone has no value for an account', async (name, wrong) => {
    const { carrier, send } = lcPhone(() => found(), wrong);
    const error = await failure<CarrierError>(carrier.buy({ phoneNumber: number }, sale()));
    expect(error).toBeInstanceOf(CarrierError);
    expect(error).toMatchObject({
      code: 'purchase_failed',
      message: expect.stringContaining(`lcPhoneCarrier.${name}`),
    });
    expect(inspect(error)).not.toContain(secret);
    expect(send).not.toHaveBeenCalled();
  });

  it.each<[string, Partial<LcPhoneCarrierOptions>]>([
    ['location', { location: () => Promise.reject(new Error(secret)) }],
    [
      'token',
      {
        token: () => {
          throw new Error(secret);
        },
      },
    ],
    ['skipLocationKYC', { skipLocationKYC: () => Promise.reject(new Error(secret)) }],
  ])('are asked again later where %s of LC Phone throws: nobody knows what it will be', async (name, wrong) => {
    const { carrier, send } = lcPhone(() => found(), wrong);
    const error = await failure<CarrierUnknownError>(carrier.buy({ phoneNumber: number }, sale()));
    expect(error).toBeInstanceOf(CarrierUnknownError);
    expect(error.message).toContain(`lcPhoneCarrier.${name}`);
    expect(inspect(error)).not.toContain(secret);
    expect(send).not.toHaveBeenCalled();
  });

  it('sell nothing where the subaccount is none', async () => {
    const { carrier, send } = twilio(() => page([]), { subaccount: () => `${accountSid}/../${secret}` });
    const error = await failure<CarrierError>(carrier.buy({ phoneNumber: number }, sale()));
    expect(error).toMatchObject({
      code: 'purchase_failed',
      message: expect.stringContaining('twilioCarrier.subaccount'),
    });
    expect(inspect(error)).not.toContain(secret);
    expect(send).not.toHaveBeenCalled();
  });

  it('are not waited for longer than anybody waits', async () => {
    const left = new AbortController();
    const { carrier, send } = lcPhone(() => found(), { token: () => new Promise(() => {}) });
    const searching = failure(carrier.search({ countryCode: 'US' }, asker({ signal: left.signal })));
    const buying = failure(carrier.buy({ phoneNumber: number }, sale({ signal: left.signal })));
    left.abort(new Error('left'));
    expect([(await searching).message, (await buying).message]).toEqual(['left', 'left']);
    expect(send).not.toHaveBeenCalled();
  });

  it('take the global fetch where there is none of one’s own, as it is when it is needed', async () => {
    const carrier = lcPhoneCarrier({ token: 'token', location: 'loc_1' });
    const send = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => found());
    await carrier.search({ countryCode: 'US' }, asker());
    expect(send).toHaveBeenCalledTimes(1);
    send.mockRestore();
  });
});
