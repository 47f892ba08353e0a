import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { type CarrierAnswer, carrierCalls } from './carrier-calls.js';
import { running } from './running-sandbox.js';

// The carriers' descriptions are not ours to ship; who has them says where.
const folder = process.env.CARRIER_OPENAPI ?? resolve(import.meta.dirname, '../../../shared/contracts');
const names = { lc: 'lc-phone-system', numbers: 'twilio-numbers', pricing: 'twilio-pricing' };
const present = Object.values(names).every((name) => existsSync(`${folder}/${name}.openapi.json`));
if (!present)
  console.warn(
    `The check against the carriers' OpenAPI files is left out: they are not in ${folder}. ` +
      'Set CARRIER_OPENAPI to their folder.',
  );

const ajv = new Ajv({ strict: false, logger: false, allErrors: true });
addFormats.default(ajv);
// Twilio's addresses are paths, as its own examples show.
ajv.addFormat('uri', { type: 'string', validate: (text: string) => URL.canParse(text, 'https://api.example') });
ajv.addFormat('date-time-rfc-2822', { type: 'string', validate: (text: string) => / \+0000$/.test(text) });
ajv.addFormat('phone-number', true);
ajv.addFormat('http-method', true);

/**
 * A description in words that ajv knows, which has no `nullable`. Twilio says number of amounts and coordinates that
 * its own examples show as texts.
 */
function readable(value: unknown, isTwilio: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => readable(item, isTwilio));
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as { nullable?: boolean };
  const described: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).map(([key, item]) => [key, readable(item, isTwilio)]),
  );
  if (isTwilio && described.type === 'number') described.type = ['number', 'string'];
  return nullable === true ? { anyOf: [{ type: 'null' }, described] } : described;
}

const documents = Object.fromEntries(
  Object.entries(names).map(([key, name]) => {
    const document = present ? JSON.parse(readFileSync(`${folder}/${name}.openapi.json`, 'utf8')) : { paths: {} };
    if (present) ajv.addSchema(readable(document, key !== 'lc') as object, key);
    return [key, document];
  }),
);

function at(...keys: string[]): ValidateFunction {
  const [document, ...path] = keys.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')));
  return ajv.compile({ $ref: `${document}#/${path.join('/')}` });
}

/** Asserts that an answer is as the description says for that path, method and status. */
function expectFit(document: keyof typeof names, path: string, method: string, { status, body }: CarrierAnswer): void {
  const described = documents[document].paths[path][method].responses[String(status)];
  expect(described, `${method} ${path} ${status}`).toBeDefined();
  if (!described.content) return;
  const validate = at(
    document,
    'paths',
    path,
    method,
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  );
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}

const location = '/phone-system/numbers/location/{locationId}';
const account = '/2010-04-01/Accounts/{AccountSid}';

describe.runIf(present)('the descriptions of the carriers’ APIs', () => {
  it('fit every answer of the local LC Phone API', async () => {
    const sandbox = await running();
    const { lc, buyAtLc } = carrierCalls(sandbox);
    for (const country of ['US', 'CA', 'PR', 'JM', 'GB', 'AU', 'DE'])
      expectFit(
        'lc',
        `${location}/available`,
        'get',
        await lc(`/numbers/location/loc_1/available?countryCode=${country}`),
      );
    expectFit('lc', `${location}/available`, 'get', await lc('/numbers/location/loc_1/available'));
    const bought = await buyAtLc('+12125550100', { fingerprintId: 'fp_1' });
    expect(bought.status).toBe(201);
    expectFit('lc', `${location}/purchase`, 'post', bought);
    expectFit('lc', `${location}/purchase`, 'post', await buyAtLc('+12125550100'));
    const list = await lc('/numbers/location/loc_1');
    expect(list.body.numbers).toHaveLength(1);
    expectFit('lc', location, 'get', list);
    expectFit('lc', location, 'get', await lc('/numbers/location/loc_1?pageSize=0'));
    sandbox.carriers.pool('loc_1', 'Sales', ['+12125550100']);
    const pools = await lc('/number-pools?locationId=loc_1');
    expect(pools.body.total).toBe(1);
    expectFit('lc', '/phone-system/number-pools', 'get', pools);
  });

  it('fit every answer of the local Twilio', async () => {
    const sandbox = await running();
    const { tw, at: call, buyAtTwilio } = carrierCalls(sandbox);
    for (const kind of ['US/Local', 'US/TollFree', 'GB/Mobile']) {
      const found = await tw(`/AvailablePhoneNumbers/${kind}.json?PageSize=3`);
      expect(found.body.available_phone_numbers).toHaveLength(3);
      expectFit('numbers', `${account}/AvailablePhoneNumbers/{CountryCode}/${kind.slice(3)}.json`, 'get', found);
    }
    const address = await tw('/Addresses.json', {
      CustomerName: 'Shop',
      Street: '1 Main Street',
      City: 'Sydney',
      Region: 'NSW',
      PostalCode: '2000',
      IsoCountry: 'AU',
    });
    expect(address.status).toBe(201);
    expectFit('numbers', `${account}/Addresses.json`, 'post', address);
    expectFit('numbers', `${account}/Addresses.json`, 'get', await tw('/Addresses.json'));
    const bought = await buyAtTwilio('+61255500105', {
      AddressSid: address.body.sid,
      SmsUrl: 'https://shop.example/sms',
    });
    expect(bought.status).toBe(201);
    expectFit('numbers', `${account}/IncomingPhoneNumbers.json`, 'post', bought);
    expectFit('numbers', `${account}/IncomingPhoneNumbers.json`, 'get', await tw('/IncomingPhoneNumbers.json'));
    const one = `/IncomingPhoneNumbers/${bought.body.sid}.json`;
    const described = `${account}/IncomingPhoneNumbers/{Sid}.json`;
    expectFit('numbers', described, 'get', await tw(one));
    expectFit('numbers', described, 'post', await tw(one, { FriendlyName: 'Front desk' }));
    expectFit('numbers', described, 'delete', await tw(one, undefined, undefined, 'DELETE'));
    for (const country of ['US', 'GB', 'DE'])
      expectFit(
        'pricing',
        '/v1/PhoneNumbers/Countries/{IsoCountry}',
        'get',
        await call(`${sandbox.carriers.twilio.pricingUrl}/v1/PhoneNumbers/Countries/${country}`),
      );
  });
});
