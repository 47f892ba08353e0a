import { describe, expect, it } from 'vitest';
import { CarrierUnknownError } from '../../../src/host/carriers/carrier-failures.js';
import { broken, refused } from './described-api.js';
import { active, found, lcPhone, location, number, onSale, sold, token } from './lc-phone.js';
import { asker, failure, sale } from './sales.js';

const base = `https://services.leadconnectorhq.com/phone-system/numbers/location/${location}`;

describe('a search at LC Phone', () => {
  it('asks with every filter that it knows, and leaves out what it does not know', async () => {
    const { carrier, asked } = lcPhone(() => found(onSale()));
    await carrier.search(
      {
        countryCode: 'US',
        numberTypes: ['local', 'tollFree'],
        firstPart: '212',
        lastPart: '00',
        anywhere: '555',
        locality: 'New York',
        region: 'NY',
        postalCode: '10001',
        smsEnabled: true,
        mmsEnabled: false,
        voiceEnabled: true,
      },
      asker(),
    );
    expect(asked[0]?.url.href.split('?')[0]).toBe(`${base}/available`);
    expect(asked[0]?.headers).toMatchObject({ version: '2021-07-28', authorization: `Bearer ${token}` });
    expect(asked[0]?.query).toEqual({
      countryCode: 'US',
      numberTypes: 'local,tollFree',
      firstPart: '212',
      lastPart: '00',
      anywhere: '555',
      smsEnabled: 'true',
      mmsEnabled: 'false',
      voiceEnabled: 'true',
    });
  });

  it('sends nothing that is not asked for', async () => {
    const { carrier, asked } = lcPhone(() => found());
    await carrier.search({ countryCode: 'CA', firstPart: '' }, asker());
    expect(asked[0]?.query).toEqual({ countryCode: 'CA' });
  });

  it('has the number as it came, and its type by the price', async () => {
    const { carrier } = lcPhone(() =>
      found(onSale(), onSale({ phoneNumber: '+18005550100', price: { number_type: 'toll free', price: 2.15 } })),
    );
    const answer = await carrier.search({ countryCode: 'US' }, asker());
    expect(answer).toMatchObject({ fingerprintId: 'search-7', nextPage: null });
    expect(answer.numbers).toMatchObject([{ ...onSale(), numberType: 'local' }, { numberType: 'tollFree' }]);
  });

  it('has the type that was asked for where the price does not tell', async () => {
    const { carrier } = lcPhone(() => found(onSale({ price: undefined })));
    const of = async (...numberTypes: ('local' | 'mobile')[]) =>
      (await carrier.search({ countryCode: 'US', numberTypes }, asker())).numbers[0]?.numberType;
    expect(await of('local')).toBe('local');
    expect(await of('local', 'mobile')).toBeUndefined();
  });

  it.each([
    ['no E.164', { phoneNumber: '212 555 0100' }],
    ['no country', { isoCountry: undefined }],
    ['a price that is text', { price: { price: '1.15', price_unit: 'USD' } }],
    ['a requirement nobody knows', { addressRequirements: 'domestic' }],
  ])('leaves out a number with %s, and keeps the others', async (_, over) => {
    const numbers = [onSale(over), onSale({ phoneNumber: '+12125550101' })];
    const { carrier } = lcPhone(() => broken(JSON.stringify({ fingerprintId: 'x', numbers })));
    const answer = await carrier.search({ countryCode: 'US' }, asker());
    expect(answer.numbers.map(({ phoneNumber }) => phoneNumber)).toEqual(['+12125550101']);
  });

  it('is no answer where no number fits, or there are none to read', async () => {
    for (const body of [{ fingerprintId: 'x', numbers: [{ phoneNumber: 'PRIVATE' }] }, { numbers: 'PRIVATE' }, null]) {
      const { carrier } = lcPhone(() => broken(JSON.stringify(body)));
      const error = await failure(carrier.search({ countryCode: 'US' }, asker()));
      expect(error).toBeInstanceOf(CarrierUnknownError);
      expect(error.message).toMatch(/does not fit: /);
      expect(error.message).not.toContain('PRIVATE');
    }
  });

  it('has nothing after its one page', async () => {
    const { carrier, send } = lcPhone(() => found(onSale()));
    expect(await carrier.search({ countryCode: 'US', page: '2' }, asker())).toEqual({ numbers: [], nextPage: null });
    expect(send).not.toHaveBeenCalled();
  });

  it('gives everybody numbers of their own', async () => {
    const { carrier, send } = lcPhone(() => found(onSale()));
    const first = await carrier.search({ countryCode: 'US' }, asker());
    first.numbers[0]!.capabilities.voice = false;
    const second = await carrier.search({ countryCode: 'US' }, asker());
    expect(second.numbers[0]?.capabilities.voice).toBe(true);
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('a sale at LC Phone', () => {
  it('sends the number and the order’s key, the same at each try', async () => {
    const { carrier, asked } = lcPhone(() => sold(number));
    const wanted = {
      phoneNumber: number,
      countryCode: 'US',
      numberType: 'local',
      locality: 'New York',
      region: null,
      addressSid: 'AD1',
      bundleSid: 'BU1',
    } as const;
    await carrier.buy(wanted, sale());
    await carrier.buy(wanted, sale());
    expect(asked[0]?.url.href).toBe(`${base}/purchase`);
    expect(asked[0]?.body).toEqual({
      phoneNumber: number,
      countryCode: 'US',
      numberType: 'local',
      locality: 'New York',
      addressSid: 'AD1',
      bundleSid: 'BU1',
      fingerprintId: 'order-1-number-1',
    });
    expect(asked[1]?.body).toEqual(asked[0]?.body);
  });

  it.each([
    ['true', true, true],
    ['a function that says so', async (account: string | null) => account === 'acc', true],
    ['false', false, undefined],
    ['a function that does not', () => false, undefined],
    ['nothing', undefined, undefined],
  ])('skips the location’s own verification by %s', async (_, skipLocationKYC, sent) => {
    const { carrier, asked } = lcPhone(() => sold(number), { skipLocationKYC });
    await carrier.buy({ phoneNumber: number }, sale());
    expect(asked[0]?.body?.skipLocationKYC).toBe(sent);
  });

  it('asks token and location for the account, and for nobody', async () => {
    const { carrier, asked } = lcPhone((one) => (one.method === 'POST' ? sold(number) : found()), {
      token: async (account) => `token-of-${account}`,
      location: (account) => `loc_${account}`,
    });
    await carrier.buy({ phoneNumber: number }, sale({ account: 'jane' }));
    await carrier.search({ countryCode: 'US' }, asker({ account: null }));
    expect(asked.map(({ url }) => url.pathname.split('/')[4])).toEqual(['loc_jane', 'loc_null']);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-of-jane', 'Bearer token-of-null']);
  });

  it.each([
    ['does not list the number', () => sold('+12125550199')],
    ['is no JSON', () => broken('<html>', { status: 201 })],
    ['is empty', () => broken('', { status: 201 })],
    ['lists nothing', () => broken('{}', { status: 200 })],
  ])('is not known when its answer %s', async (_, answer) => {
    const { carrier } = lcPhone(answer);
    expect(await failure(carrier.buy({ phoneNumber: number }, sale()))).toBeInstanceOf(CarrierUnknownError);
  });
});

describe('a location’s own numbers', () => {
  it('are looked for in pools as well, and compared digit by digit', async () => {
    const { carrier, asked } = lcPhone((one) => active(one, `${number}1`, '+442079460000'));
    expect([...(await carrier.owns([number], asker()))]).toEqual([]);
    expect(asked[0]?.url.href.split('?')[0]).toBe(base);
    expect(asked[0]?.query).toEqual({ pageSize: '1000', page: '0', skipNumberPool: 'false', searchFilter: number });
  });

  it('are read page by page, though a page is shorter than was asked for', async () => {
    const all = Array.from({ length: 5 }, (_, index) => `+1212555010${index}`);
    const { carrier, asked } = lcPhone((one) => {
      const from = Number(one.query.page) * 2;
      return active(one, ...all.slice(from, from + 2));
    });
    expect([...(await carrier.owns([all[4]!, '+12125550199'], asker()))]).toEqual([all[4]]);
    expect(asked.map(({ query }) => query.page)).toEqual(['0', '1', '2', '3']);
    expect(asked[0]?.query).not.toHaveProperty('searchFilter');
  });

  it('are enough when all that are asked for were found', async () => {
    const { carrier, send } = lcPhone((one) => active(one, number));
    expect([...(await carrier.owns([number], asker()))]).toEqual([number]);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('come to an end where pages repeat, or never end', async () => {
    const same = lcPhone((one) => active(one, '+12125550199'));
    expect([...(await same.carrier.owns([number], asker()))]).toEqual([]);
    expect(same.send).toHaveBeenCalledTimes(2);
    const endless = lcPhone((one) => active(one, `+1${2_000_000_000 + Number(one.query.page)}`));
    expect(await failure(endless.carrier.owns([number], asker()))).toBeInstanceOf(CarrierUnknownError);
  });

  it('are not known where one of them cannot be read', async () => {
    const { carrier } = lcPhone(() => broken(JSON.stringify({ numbers: [{ sid: 'PN1' }] })));
    expect(await failure(carrier.owns([number], asker()))).toBeInstanceOf(CarrierUnknownError);
  });

  it('are asked anew each time', async () => {
    const { carrier, send } = lcPhone((one) => active(one, number));
    await carrier.owns([number], asker());
    await carrier.owns([number], asker());
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('are nobody’s where no phone system is connected: the engineer is told', async () => {
    const { carrier } = lcPhone(() => refused(404, { message: 'Phone system is not connected to this account' }));
    expect((await failure(carrier.owns([number], asker()))).message).toMatch(/lcPhoneCarrier\.location/);
  });
});
