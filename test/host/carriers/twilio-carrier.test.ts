import { describe, expect, it } from 'vitest';
import { CarrierUnknownError } from '../../../src/host/carriers/carrier-failures.js';
import { broken, refused } from './described-api.js';
import { asker, failure, sale } from './sales.js';
import {
  accountSid,
  authToken,
  bought,
  number,
  numberSid,
  onSale,
  owned,
  page,
  subaccountSid,
  twilio,
} from './twilio.js';

const base = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}`;
const notFound = () => refused(404, { code: 20404, message: 'The requested resource was not found', status: 404 });

describe('a search at Twilio', () => {
  it('has the number in the words of the shop, with type and price', async () => {
    const { carrier, asked } = twilio(({ name }) => page(name === 'ListLocal' ? [onSale()] : []));
    const answer = await carrier.search({ countryCode: 'us' }, asker());
    expect(answer).toEqual({
      nextPage: null,
      numbers: [
        {
          phoneNumber: number,
          friendlyName: '(212) 555-0100',
          isoCountry: 'US',
          lata: '132',
          locality: 'New York',
          rateCenter: 'NWYRCYZN01',
          latitude: '40.71',
          longitude: '-74.00',
          region: 'NY',
          postalCode: '10001',
          addressRequirements: 'none',
          beta: false,
          capabilities: { SMS: true, MMS: false, voice: true },
          numberType: 'local',
          price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
        },
      ],
    });
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(
      Array(3).fill(`Basic ${btoa(`${accountSid}:${authToken}`)}`),
    );
  });

  it.each([
    ['US', {}, ['Local', 'TollFree']],
    ['PR', {}, ['Local', 'TollFree']],
    ['GB', {}, ['Local', 'Mobile', 'TollFree']],
    ['US', { region: 'NY' }, ['Local']],
    ['US', { numberTypes: ['mobile', 'tollFree'] as const, region: 'NY' }, ['Mobile', 'TollFree']],
  ])('searches in %s with %j the types %j', async (countryCode, given, types) => {
    const { carrier, searched } = twilio(() => page([]));
    const wish = { ...given, numberTypes: 'numberTypes' in given ? [...given.numberTypes] : undefined };
    await carrier.search({ countryCode, ...wish }, asker());
    expect(searched().map(({ url }) => url.pathname)).toEqual(
      types.map((type) => new URL(`${base}/AvailablePhoneNumbers/${countryCode}/${type}.json`).pathname),
    );
  });

  it.each([
    ['US', { firstPart: '212' }, { AreaCode: '212' }],
    ['CA', { firstPart: '416555' }, { AreaCode: '416', Contains: '416555****' }],
    ['PR', { firstPart: '787' }, { Contains: '787*******' }],
    ['US', { firstPart: '41' }, { Contains: '41********' }],
    ['US', { lastPart: '0100' }, { Contains: '******0100' }],
    ['US', { firstPart: '212', lastPart: '0100' }, { AreaCode: '212', Contains: '******0100', PageSize: '50' }],
    ['US', { anywhere: '555' }, { Contains: '555' }],
    ['GB', { lastPart: '000' }, { Contains: '000$' }],
    // What Twilio cannot be told is sorted out afterwards, from more numbers.
    ['GB', { firstPart: '20' }, { Contains: '20', PageSize: '500' }],
    ['US', { lastPart: '7' }, { PageSize: '500' }],
    ['US', { lastPart: '100', anywhere: '5550' }, { Contains: '5550', PageSize: '500' }],
    [
      'US',
      { locality: 'New York', region: 'NY', postalCode: '10001' },
      { InLocality: 'New York', InRegion: 'NY', InPostalCode: '10001' },
    ],
    ['GB', { locality: 'London', region: 'LN', postalCode: 'E1' }, { InLocality: 'London' }],
    [
      'US',
      { smsEnabled: true, mmsEnabled: false, voiceEnabled: true },
      { SmsEnabled: 'true', MmsEnabled: 'false', VoiceEnabled: 'true' },
    ],
  ])('asks in %s for %j by %j', async (countryCode, wish, sent) => {
    const { carrier, searched } = twilio(() => page([]));
    await carrier.search({ countryCode, numberTypes: ['local'], ...wish }, asker());
    expect(searched()[0]?.query).toEqual({ PageSize: '50', ...sent });
    // As documented: 2 to 16 characters, no wildcard between two digits.
    expect(searched()[0]?.query.Contains ?? '00').toMatch(/^(?=.{2,16}$)\**\d{2,}\**\$?$/);
  });

  it.each([
    ['begins', 'US', { firstPart: '212', anywhere: '010' }, '+12125550100', '+12015550100'],
    ['begins after a calling code of two digits', 'GB', { firstPart: '20' }, '+442079460000', '+441202079460'],
    ['begins after one of three', 'IE', { firstPart: '20' }, '+353201234567', '+353120123456'],
    ['begins after 7', 'KZ', { firstPart: '70' }, '+77010000000', '+77170100000'],
    ['ends', 'US', { lastPart: '9' }, '+12125550199', '+12125550190'],
    ['has', 'US', { lastPart: '99', anywhere: '1255' }, '+12125550199', '+12135550199'],
  ])('keeps a number that %s so, and no other', async (_, countryCode, wish, right, other) => {
    const numbers = [right, other].map((phone) => onSale({ phone_number: phone, iso_country: countryCode }));
    const { carrier } = twilio(() => page(numbers));
    const answer = await carrier.search({ countryCode, numberTypes: ['local'], ...wish }, asker());
    expect(answer.numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([right]);
  });

  it('has none of a type that a country has not, and none of an area code that does not exist', async () => {
    const one = twilio(({ name }) => (name === 'ListLocal' ? page([onSale()]) : notFound()));
    expect((await one.carrier.search({ countryCode: 'US' }, asker())).numbers).toHaveLength(1);
    const none = twilio(() => refused(400, { code: 21451, message: 'Invalid area code', status: 400 }));
    expect((await none.carrier.search({ countryCode: 'US', firstPart: '000' }, asker())).numbers).toEqual([]);
  });

  it('fails where a type fails otherwise: a part of the numbers would pass for all', async () => {
    const { carrier } = twilio(({ name }) => (name === 'ListLocal' ? page([onSale()]) : refused(500, {})));
    expect(await failure(carrier.search({ countryCode: 'US' }, asker()))).toBeInstanceOf(CarrierUnknownError);
  });

  it('leaves out a number that does not fit, takes what is missing for nothing, and says where none fits', async () => {
    const bare = { ...onSale(), friendly_name: null, address_requirements: null, latitude: 40.71, beta: null };
    const { carrier } = twilio(() =>
      broken(JSON.stringify({ available_phone_numbers: [{ phone_number: 'x' }, bare] })),
    );
    const { numbers } = await carrier.search({ countryCode: 'US', numberTypes: ['local'] }, asker());
    expect(numbers).toMatchObject([
      { friendlyName: number, addressRequirements: 'none', latitude: '40.71', beta: false },
    ]);
    const none = twilio(() => broken(JSON.stringify({ available_phone_numbers: [{ phone_number: 'PRIVATE' }] })));
    const error = await failure(none.carrier.search({ countryCode: 'US' }, asker()));
    expect(error).toBeInstanceOf(CarrierUnknownError);
    expect(error.message).not.toContain('PRIVATE');
  });

  it('reads capabilities in both spellings', async () => {
    const { carrier } = twilio(() => page([onSale({ capabilities: { voice: true, SMS: true, MMS: true } })]));
    const { numbers } = await carrier.search({ countryCode: 'US', numberTypes: ['local'] }, asker());
    expect(numbers[0]?.capabilities).toEqual({ SMS: true, MMS: true, voice: true });
  });

  it('searches in the account’s subaccount, or in the main one', async () => {
    const { carrier, searched } = twilio(() => page([]), {
      subaccount: async (account) => (account === 'acc' ? subaccountSid : undefined),
    });
    await carrier.search({ countryCode: 'US', numberTypes: ['local'] }, asker());
    await carrier.search({ countryCode: 'US', numberTypes: ['local'] }, asker({ account: null }));
    expect(searched().map(({ url }) => url.pathname.split('/')[3])).toEqual([subaccountSid, accountSid]);
  });
});

describe('a sale at Twilio', () => {
  it('sends number, address and bundle as a form, to the account’s subaccount', async () => {
    const { carrier, asked } = twilio(() => bought(number), { subaccount: subaccountSid });
    const [addressSid, bundleSid] = [`AD${'0'.repeat(32)}`, `BU${'0'.repeat(32)}`];
    const done = await carrier.buy({ phoneNumber: number, countryCode: 'US', addressSid, bundleSid }, sale());
    expect(done).toEqual({ phoneNumber: number, sid: numberSid });
    expect(asked[0]?.url.pathname).toBe(`/2010-04-01/Accounts/${subaccountSid}/IncomingPhoneNumbers.json`);
    expect(asked[0]?.body).toEqual({ PhoneNumber: number, AddressSid: addressSid, BundleSid: bundleSid });
  });

  it('sends no more than the number where no more is known', async () => {
    const { carrier, asked } = twilio(() => bought(number));
    await carrier.buy({ phoneNumber: number, locality: 'New York' }, sale());
    expect(asked[0]?.body).toEqual({ PhoneNumber: number });
  });

  it.each([
    ['is about another number', () => bought('+12125550199')],
    ['is no JSON', () => broken('<html>', { status: 201 })],
    ['says nothing', () => broken('{}', { status: 201 })],
  ])('is not known when its answer %s', async (_, answer) => {
    expect(await failure(twilio(answer).carrier.buy({ phoneNumber: number }, sale()))).toBeInstanceOf(
      CarrierUnknownError,
    );
  });
});

describe('an account’s own numbers at Twilio', () => {
  it('are asked for one by one, and compared digit by digit', async () => {
    const all = Array.from({ length: 12 }, (_, index) => `+121255501${String(index).padStart(2, '0')}`);
    const has = new Set([all[0], all[7], all[11]]);
    const { carrier, asked } = twilio(({ query }) =>
      owned([`${query.PhoneNumber}9`, ...(has.has(query.PhoneNumber) ? [query.PhoneNumber!] : [])]),
    );
    expect([...(await carrier.owns(all, asker()))]).toEqual([...has]);
    expect(asked.map(({ query }) => query.PhoneNumber)).toEqual(all);
    expect(asked[0]?.url.pathname).toBe(`/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json`);
  });

  it('are not known where the number may be on a further page, or one cannot be read', async () => {
    const more = twilio(() => owned(['+12125550199'], '/2010-04-01/next'));
    expect(await failure(more.carrier.owns([number], asker()))).toBeInstanceOf(CarrierUnknownError);
    const odd = twilio(() => broken(JSON.stringify({ incoming_phone_numbers: [{ sid: 'PN1' }] })));
    expect(await failure(odd.carrier.owns([number], asker()))).toBeInstanceOf(CarrierUnknownError);
  });
});
