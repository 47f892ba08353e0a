import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { allAreaCodes } from '../../src/sandbox/carriers/area-codes.js';
import { findNumber, numbersOf, typesIn } from '../../src/sandbox/carriers/stock.js';
import { textOf } from '../../src/sandbox/log-lines.js';
import type { LogLine } from '../../src/sandbox/records/log-line.js';
import { areaCodesFile } from '../area-codes.js';
import { carrierCalls } from './carrier-calls.js';
import { running, temporaryDirectory } from './running-sandbox.js';

const all = (country: string) => [...numbersOf(country, typesIn(country), () => true)];

describe('the stock', () => {
  it('has a hundred fictional numbers in every area code, each once', () => {
    const codes = allAreaCodes();
    expect(codes.length).toBeGreaterThan(420);
    for (const country of ['US', 'CA', 'PR', 'JM']) {
      const numbers = all(country).filter(({ type }) => type === 'local');
      const own = codes.filter((area) => area.country === country);
      expect(new Set(numbers.map(({ phoneNumber }) => phoneNumber)).size).toBe(own.length * 100);
      expect(numbers.filter(({ national }) => !/^\d{3}55501\d\d$/.test(national))).toEqual([]);
      expect(numbers.filter(({ phoneNumber }) => findNumber(phoneNumber)?.phoneNumber !== phoneNumber)).toEqual([]);
    }
  });

  it('has every toll-free code, and the fictional numbers of Britain, Australia and Germany', () => {
    const codes = all('US').filter(({ type }) => type === 'tollFree');
    expect(new Set(codes.map(({ national }) => national.slice(0, 3)))).toEqual(
      new Set(['800', '833', '844', '855', '866', '877', '888']),
    );
    expect(typesIn('GB')).toEqual(['local', 'tollFree', 'mobile']);
    expect(typesIn('AU')).toEqual(['local', 'tollFree', 'mobile']);
    expect(typesIn('DE')).toEqual(['local', 'mobile']);
    // Britain's mobile numbers for drama are in no plan.
    const foreign = ['GB', 'AU', 'DE'].flatMap(all).filter(({ phoneNumber }) => !phoneNumber.startsWith('+447700900'));
    const wrong = foreign.filter(
      ({ phoneNumber, country }) => parsePhoneNumberFromString(phoneNumber)?.country !== country,
    );
    expect(wrong.map(({ phoneNumber }) => phoneNumber)).toEqual([]);
  });

  it('knows what each country asks for', () => {
    expect(findNumber('+493023125022')).toMatchObject({ address: 'local', bundle: true, locality: 'Berlin' });
    expect(findNumber('+61491570006')).toMatchObject({ address: 'none', bundle: true, type: 'mobile' });
    expect(findNumber('+12125550199')).toMatchObject({ address: 'none', bundle: false, region: 'NY' });
    expect(new Set(['GB', 'AU', 'DE'].flatMap(all).map(({ address }) => address))).toEqual(
      new Set(['none', 'any', 'local', 'foreign']),
    );
    expect(findNumber('+12125550200')).toBeUndefined();
  });

  it('is generated from today’s data', async () => {
    const path = resolve(import.meta.dirname, '../../src/sandbox/carriers/area-codes.ts');
    // The formatter may have chosen other quotes.
    const plain = (text: string) => text.replaceAll(/["']/g, '');
    expect(plain(await readFile(path, 'utf8'))).toBe(plain(await areaCodesFile()));
  });
});

describe('the local LC Phone API', () => {
  it('searches by country, type, digits and capabilities', async () => {
    const { lc, numbersAtLc } = carrierCalls(await running());
    const first = await lc('/numbers/location/loc_1/available?countryCode=US&firstPart=870&smsEnabled=true');
    expect(first.body.fingerprintId).toMatch(/^\d+$/);
    expect(first.body.numbers.length).toBeGreaterThan(20);
    for (const number of first.body.numbers)
      expect(number).toMatchObject({
        phoneNumber: expect.stringMatching(/^\+187055501\d\d$/),
        locality: 'Wynne',
        region: 'AR',
        capabilities: { SMS: true },
        price: { number_type: 'local', price: 1.15, price_unit: 'USD' },
      });
    expect(await numbersAtLc('countryCode=US&firstPart=212&lastPart=42')).toEqual(['+12125550142']);
    expect((await numbersAtLc('countryCode=GB&numberTypes=mobile')).every((one) => one.startsWith('+4477'))).toBe(true);
    const mixed = await lc('/numbers/location/loc_1/available?countryCode=US');
    const types = mixed.body.numbers.map(({ price }: { price: { number_type: string } }) => price.number_type);
    expect(new Set(types)).toEqual(new Set(['local', 'tollFree']));
    const next = await lc('/numbers/location/loc_1/available?countryCode=US');
    expect(next.body.fingerprintId).not.toBe(mixed.body.fingerprintId);
  });

  it('says what is wrong with a request', async () => {
    const { lc } = carrierCalls(await running());
    const message = async (path: string, headers?: Record<string, string>, body?: object) => {
      const { status, body: answer } = await lc(path, body, headers);
      return [status, answer.statusCode, answer.message];
    };
    const search = '/numbers/location/loc_1/available';
    expect(await message(search)).toEqual([400, 400, 'countryCode is required']);
    expect(await message(`${search}?countryCode=US&numberTypes=fax`)).toEqual([
      400,
      400,
      'numberTypes must be local, tollFree or mobile',
    ]);
    expect(await message(search, { authorization: 'Bearer other' })).toEqual([401, 401, 'Invalid JWT']);
    expect(await message(search, { version: '' })).toEqual([401, 401, 'version header was not found.']);
    expect(await message('/numbers/location/loc_1/purchase', {}, { phoneNumber: 5 })).toEqual([
      400,
      400,
      'phoneNumber is required',
    ]);
  });

  it('sells a number once, whatever is asked for again', async () => {
    const { carriers, ...sandbox } = await running();
    const { buyAtLc, numbersAtLc } = carrierCalls({ carriers, ...sandbox });
    const first = await buyAtLc('+12125550142', { fingerprintId: 'fp_1' });
    expect(first).toMatchObject({
      status: 201,
      body: { location_id: 'loc_1', numbers: { '+12125550142': 'conversation' } },
    });
    await buyAtLc('+12125550143');
    expect(await buyAtLc('+12125550142', { fingerprintId: 'fp_1' })).toMatchObject({ status: 201, body: first.body });
    expect(await buyAtLc('+12125550144', { fingerprintId: 'fp_1' })).toMatchObject({ status: 400 });
    // The same name of a request is another one at another location.
    expect(await buyAtLc('+12125550142', { fingerprintId: 'fp_1' }, 'loc_2')).toMatchObject({
      status: 400,
      body: { message: 'Phone number is no longer available' },
    });
    expect(carriers.sales().map(({ phoneNumber, owner }) => [phoneNumber, owner])).toEqual([
      ['+12125550142', 'loc_1'],
      ['+12125550143', 'loc_1'],
    ]);
    expect(await numbersAtLc('countryCode=US&firstPart=212&lastPart=42')).toEqual([]);
  });

  it('lists what a location has, without its pools unless asked', async () => {
    const sandbox = await running();
    const { lc, buyAtLc } = carrierCalls(sandbox);
    for (const phoneNumber of ['+12125550142', '+447700900170', '+12125550143']) await buyAtLc(phoneNumber);
    await buyAtLc('+12125550144', {}, 'loc_2');
    sandbox.carriers.pool('loc_1', 'Sales', ['+12125550143']);
    const listed = async (query = '') =>
      (await lc(`/numbers/location/loc_1?${query}`)).body.numbers.map(
        ({ phoneNumber }: { phoneNumber: string }) => phoneNumber,
      );
    expect(await listed()).toEqual(['+12125550142', '+447700900170']);
    expect(await listed('skipNumberPool=false')).toEqual(['+12125550142', '+447700900170', '+12125550143']);
    expect(await listed('searchFilter=+44')).toEqual(['+447700900170']);
    expect(await listed('searchFilter=%2B1212&skipNumberPool=false&pageSize=1&page=1')).toEqual(['+12125550143']);
    expect((await lc('/number-pools?locationId=loc_1')).body.data).toMatchObject([
      { name: 'Sales', numbers: [{ phoneNumber: '+12125550143' }] },
    ]);
    expect((await lc('/number-pools?locationId=loc_2')).body.total).toBe(0);
  });

  it('asks for the papers that a number needs', async () => {
    const { buyAtLc } = carrierCalls(await running());
    const message = async (...wanted: Parameters<typeof buyAtLc>) => (await buyAtLc(...wanted)).body.message;
    const addressSid = `AD${'0'.repeat(32)}`;
    expect(await message('+493023125022')).toMatch(/requires an address/);
    expect(await message('+493023125022', { addressSid })).toMatch(/requires a regulatory bundle/);
    expect((await buyAtLc('+493023125022', { addressSid, bundleSid: `BU${'0'.repeat(32)}` })).status).toBe(201);
  });
});

describe('the local carriers', () => {
  it('go on after a restart with what they have sold', async () => {
    const dataDir = temporaryDirectory();
    const before = await running({ dataDir });
    await carrierCalls(before).buyAtLc('+12125550142', { fingerprintId: 'fp_1' });
    await before.close();
    const after = await running({ dataDir });
    const { lc, numbersAtTwilio, buyAtLc } = carrierCalls(after);
    expect(after.carriers.lcPhone.token).toBe(before.carriers.lcPhone.token);
    expect((await lc('/numbers/location/loc_1')).body.numbers).toHaveLength(1);
    expect(await numbersAtTwilio('US/Local', 'Contains=2125550142')).toEqual([]);
    expect((await buyAtLc('+12125550142', { fingerprintId: 'fp_1' })).status).toBe(201);
    expect(after.carriers.sales()).toHaveLength(1);
  });

  it('count and log every request, and never a key', async () => {
    const lines: LogLine[] = [];
    const sandbox = await running({ log: (line) => lines.push(line) });
    const { buyAtLc, numbersAtTwilio, numbersAtLc } = carrierCalls(sandbox);
    await numbersAtLc('countryCode=US');
    await numbersAtTwilio('CA/Local');
    await buyAtLc('+12125550142');
    expect(sandbox.carriers.requests()).toMatchObject([
      { carrier: 'lc-phone', what: 'search', account: 'loc_1', about: 'US', status: 200 },
      { carrier: 'twilio', what: 'search', about: 'CA', status: 200 },
      { carrier: 'lc-phone', what: 'purchase', about: '+12125550142', status: 201 },
    ]);
    const text = lines.map((line) => textOf(line, false)).join('\n');
    expect(text).toContain('loc_1       # LC Phone purchase +12125550142 answered 201');
    const { lcPhone, twilio } = sandbox.carriers;
    for (const key of [lcPhone.token, twilio.authToken]) expect(JSON.stringify(lines)).not.toContain(key);
  });
});
