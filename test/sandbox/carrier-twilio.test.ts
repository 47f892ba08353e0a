import { describe, expect, it } from 'vitest';
import { carrierCalls } from './carrier-calls.js';
import { running } from './running-sandbox.js';

const subaccount = `AC${'5'.repeat(32)}`;

describe('the search of the local Twilio', () => {
  it('finds by area code, pattern, place and capabilities', async () => {
    const { tw, numbersAtTwilio } = carrierCalls(await running());
    expect(await numbersAtTwilio('US/Local', 'AreaCode=512&Contains=42$')).toEqual(['+15125550142']);
    // Letters are those of a telephone's keys: 5-5-5.
    expect(await numbersAtTwilio('US/Local', 'Contains=%2B1512jkl0142')).toEqual(['+15125550142']);
    expect(await numbersAtTwilio('US/Local', 'Contains=512***0142')).toEqual(['+15125550142']);
    const inNewYork = await tw('/AvailablePhoneNumbers/US/Local.json?InRegion=ny&InLocality=new%20york&PageSize=9');
    expect(inNewYork.body.available_phone_numbers).toHaveLength(9);
    for (const found of inNewYork.body.available_phone_numbers)
      expect(found).toMatchObject({ region: 'NY', locality: 'New York' });
    expect(await numbersAtTwilio('CA/Local', 'InLocality=montreal&Contains=5140142')).toEqual([]);
    expect(await numbersAtTwilio('CA/Local', 'InLocality=montreal&Contains=5145550142')).toHaveLength(1);
    expect(await numbersAtTwilio('US/Local', 'InPostalCode=94103&Contains=0142')).toHaveLength(2);
    const able = await tw('/AvailablePhoneNumbers/US/Local.json?MmsEnabled=true&PageSize=200');
    for (const { capabilities } of able.body.available_phone_numbers) expect(capabilities.mms).toBe(true);
    expect((await numbersAtTwilio('US/TollFree')).every((number) => /^\+18(00|33|44|55|66|77|88)/.test(number))).toBe(
      true,
    );
    expect(await numbersAtTwilio('GB/Local', 'ExcludeAllAddressRequired=true&PageSize=1000')).toHaveLength(528);
  });

  it('finds what is near a number or a point', async () => {
    const { numbersAtTwilio } = carrierCalls(await running());
    const codes = async (query: string) =>
      new Set(
        (await numbersAtTwilio('US/Local', `PageSize=1000&Contains=550142&${query}`)).map((one) => one.slice(2, 5)),
      );
    expect(await codes('NearNumber=%2B15125550100')).toEqual(new Set(['512', '737']));
    expect(await codes('NearNumber=%2B15125550100&Distance=100')).toEqual(new Set(['512', '737', '830', '210', '726']));
    expect(await codes('NearLatLong=47.6,-122.3')).toEqual(new Set(['206']));
    // A place that nobody knows has its own area code nearby.
    expect(await codes('NearNumber=%2B19075550100')).toEqual(new Set(['907']));
  });

  it('gives pages that go on after the last number, also when that has been sold', async () => {
    const { tw, buyAtTwilio } = carrierCalls(await running());
    const first = await tw('/AvailablePhoneNumbers/US/Local.json?AreaCode=512&PageSize=40');
    const numbers: string[] = [];
    let { body } = first;
    for (;;) {
      numbers.push(...body.available_phone_numbers.map(({ phone_number }: { phone_number: string }) => phone_number));
      if (!body.next_page_uri) break;
      await buyAtTwilio(numbers.at(-1)!);
      ({ body } = await tw(body.next_page_uri.replace(/^.*Accounts\/\w+/, '')));
    }
    expect(new Set(numbers).size).toBe(100);
    expect(numbers).toHaveLength(100);
    expect(body).toMatchObject({ page: 2, page_size: 40, start: 80, end: 99, next_page_uri: null });
  });

  it('has nothing of types and countries that are not sold, and says what it cannot read', async () => {
    const { tw } = carrierCalls(await running());
    for (const path of ['US/Mobile', 'FR/Local', 'DE/TollFree'])
      expect(await tw(`/AvailablePhoneNumbers/${path}.json`)).toMatchObject({ status: 404, body: { code: 20404 } });
    expect(await tw('/AvailablePhoneNumbers/US/Local.json?AreaCode=12')).toMatchObject({
      status: 400,
      body: { code: 21451 },
    });
    expect((await tw('/AvailablePhoneNumbers/US/Local.json?Contains=(5)')).status).toBe(400);
  });
});

describe('the numbers of the local Twilio', () => {
  it('are bought, listed, changed, moved and released by account, with the main account’s keys', async () => {
    const { carriers, ...sandbox } = await running();
    const { tw, buyAtTwilio, numbersAtTwilio, numbersAtLc } = carrierCalls({ carriers, ...sandbox });
    const bought = await buyAtTwilio('+15125550142', { FriendlyName: 'Desk' }, subaccount);
    expect(bought).toMatchObject({
      status: 201,
      body: { account_sid: subaccount, friendly_name: 'Desk', phone_number: '+15125550142', type: 'local' },
    });
    expect(await buyAtTwilio('+15125550142')).toMatchObject({
      status: 400,
      body: { code: 21422, status: 400, more_info: 'https://www.twilio.com/docs/errors/21422' },
    });
    const listed = async (query: string, account?: string) =>
      (await tw(`/IncomingPhoneNumbers.json?${query}`, undefined, account)).body.incoming_phone_numbers.length;
    expect(await listed('')).toBe(0);
    expect(await listed('PhoneNumber=%2B15125550142', subaccount)).toBe(1);
    expect(await listed('PhoneNumber=0143', subaccount)).toBe(0);
    expect(await numbersAtLc('countryCode=US&firstPart=512&lastPart=42')).toEqual([]);

    const one = `/IncomingPhoneNumbers/${bought.body.sid}.json`;
    expect((await tw(one)).status).toBe(404);
    const moved = await tw(one, { AccountSid: carriers.twilio.accountSid, SmsUrl: 'https://a.example/' }, subaccount);
    expect(moved.body).toMatchObject({ account_sid: carriers.twilio.accountSid, sms_url: 'https://a.example/' });
    expect((await tw(one, undefined, undefined, 'DELETE')).status).toBe(204);
    expect(await numbersAtTwilio('US/Local', 'Contains=5125550142')).toEqual(['+15125550142']);
    expect(carriers.sales()).toMatchObject([{ phoneNumber: '+15125550142', releasedAt: expect.any(Number) }]);
    expect(carriers.owned('+15125550142')).toEqual([]);
  });

  it('are bought by area code too', async () => {
    const { buyAtTwilio, tw } = carrierCalls(await running());
    expect((await tw('/IncomingPhoneNumbers.json', { AreaCode: '907' })).body.phone_number).toMatch(/^\+1907/);
    expect((await tw('/IncomingPhoneNumbers.json', { AreaCode: '999' })).body).toMatchObject({ code: 21452 });
    expect((await tw('/IncomingPhoneNumbers.json', { AreaCode: 'abc' })).body).toMatchObject({ code: 21451 });
    expect((await buyAtTwilio('12125550100')).body).toMatchObject({ code: 21421 });
    expect((await buyAtTwilio('+12125550200')).body).toMatchObject({ code: 21422 });
  });

  it('need the papers of their country', async () => {
    const { tw, buyAtTwilio } = carrierCalls(await running());
    const addressIn = async (IsoCountry: string) =>
      (
        await tw('/Addresses.json', {
          CustomerName: 'Shop',
          Street: '1 Main Street',
          City: 'Town',
          Region: 'R',
          PostalCode: '1000',
          IsoCountry,
        })
      ).body.sid as string;
    const [american, german, australian] = [await addressIn('US'), await addressIn('DE'), await addressIn('AU')];
    const BundleSid = `BU${'0'.repeat(32)}`;
    const code = async (number: string, papers?: Record<string, string>) =>
      (await buyAtTwilio(number, papers)).body.code;
    expect(await code('+61255500105')).toBe(21631);
    expect(await code('+61255500105', { AddressSid: `AD${'9'.repeat(32)}` })).toBe(21631);
    expect(await code('+61255500105', { AddressSid: american })).toBe(21615);
    expect(await code('+493023125022', { AddressSid: german })).toBe(21649);
    expect(await code('+493023125022', { AddressSid: american, BundleSid })).toBe(21651);
    expect(await code('+491713920005', { AddressSid: german })).toBe(21631);
    for (const [number, papers] of [
      ['+61255500105', { AddressSid: australian }],
      ['+61491570006', { BundleSid }],
      ['+493023125022', { AddressSid: german, BundleSid }],
      ['+491713920005', { AddressSid: american }],
    ] as const)
      expect((await buyAtTwilio(number, papers)).status).toBe(201);
    expect((await tw('/Addresses.json', { City: 'Town' })).body).toMatchObject({ code: 20001, status: 400 });
  });

  it('are for those who know the keys', async () => {
    const { carriers } = await running();
    const response = await fetch(`${carriers.twilio.url}/2010-04-01/Accounts/${subaccount}/IncomingPhoneNumbers.json`, {
      headers: { authorization: `Basic ${btoa(`${carriers.twilio.accountSid}:wrong`)}` },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 20003, status: 401 });
  });

  it('cost what the LC Phone API says', async () => {
    const { carriers, ...sandbox } = await running();
    const { lc, at } = carrierCalls({ carriers, ...sandbox });
    const { body } = await at(`${carriers.twilio.pricingUrl}/v1/PhoneNumbers/Countries/US`);
    const found = await lc('/numbers/location/loc_1/available?countryCode=US&numberTypes=tollFree');
    expect(body).toMatchObject({ country: 'United States', iso_country: 'US', price_unit: 'USD' });
    expect(body.phone_number_prices).toEqual([
      { number_type: 'local', base_price: '1.15', current_price: '1.15' },
      { number_type: 'toll free', base_price: '2.15', current_price: '2.15' },
    ]);
    expect(found.body.numbers[0].price.price).toBe(2.15);
    expect((await at(`${carriers.twilio.pricingUrl}/v1/PhoneNumbers/Countries/FR`)).status).toBe(404);
  });
});
