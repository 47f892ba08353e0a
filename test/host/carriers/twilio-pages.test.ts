import { describe, expect, it } from 'vitest';
import { asker } from './sales.js';
import { accountSid, number, onSale, page, twilio } from './twilio.js';

const list = `/2010-04-01/Accounts/${accountSid}/AvailablePhoneNumbers/US`;
const next = (type: string, more = 'Page=1&PageToken=PT') => `${list}/${type}.json?InRegion=TX&PageSize=9&${more}`;

describe('further pages at Twilio', () => {
  it('go on type by type, with the filters of this search', async () => {
    const { carrier, searched } = twilio(({ name, query }) => {
      if (query.Page) return page([onSale()]);
      return page([onSale()], name === 'ListLocal' ? next('Local') : undefined);
    });
    const first = await carrier.search({ countryCode: 'US', smsEnabled: true }, asker());
    expect(first.numbers).toHaveLength(2);
    const second = await carrier.search({ countryCode: 'US', smsEnabled: true, page: first.nextPage! }, asker());
    expect(second).toMatchObject({ nextPage: null, numbers: [{ phoneNumber: number, numberType: 'local' }] });
    expect(searched()).toHaveLength(3);
    expect(searched()[2]?.url.pathname).toBe(`${list}/Local.json`);
    expect(searched()[2]?.query).toEqual({ SmsEnabled: 'true', PageSize: '50', Page: '1', PageToken: 'PT' });
  });

  it('are only those of the types that are searched', async () => {
    const { carrier, searched } = twilio(({ name }) =>
      page([onSale()], next(name === 'ListLocal' ? 'Local' : 'TollFree')),
    );
    const { nextPage } = await carrier.search({ countryCode: 'US' }, asker());
    await carrier.search({ countryCode: 'US', numberTypes: ['tollFree'], page: nextPage! }, asker());
    expect(searched().map(({ name }) => name)).toEqual(['ListLocal', 'ListTollFree', 'ListTollFree']);
  });

  it.each([
    ['of another host', `https://evil.test${next('Local')}`],
    ['of another path', '/2010-04-01/Accounts/ACother/Messages.json?Page=1&PageToken=PT'],
    ['with more in it', next('Local', 'Page=1&PageToken=PT&AccountSid=ACother')],
  ])('keep of Twilio’s address %s only the place in the list', async (_, address) => {
    const { carrier, searched } = twilio(({ query }) => page([onSale()], query.Page ? undefined : address));
    const query = { countryCode: 'US', numberTypes: ['local' as const] };
    const { nextPage } = await carrier.search(query, asker());
    await carrier.search({ ...query, page: nextPage! }, asker());
    expect(searched()[1]?.url.href).toBe(`https://api.twilio.com${list}/Local.json?PageSize=50&Page=1&PageToken=PT`);
  });

  it.each([
    'https://evil.test/',
    '2',
    'null',
    '[]',
    '{}',
    '{"local":"https://evil.test/"}',
    '{"local":{"Page":"../../x"}}',
    '{"local":{"Page":1}}',
    '{"local":{"PageToken":"a b"}}',
    '{"local":{"PageToken":"\\n"}}',
    '{"local":{"Page":"1","Contains":"99"}}',
    '{"local":{"Page":"1"},"../../Messages":{"Page":"1"}}',
    '{"__proto__":{"Page":"1"}}',
    `{"local":{"PageToken":"${'x'.repeat(501)}"}}`,
  ])('are none for %s, and nothing is asked', async (hostile) => {
    const { carrier, searched } = twilio(() => page([onSale()]));
    expect(await carrier.search({ countryCode: 'US', page: hostile }, asker())).toEqual({
      numbers: [],
      nextPage: null,
    });
    expect(searched()).toEqual([]);
  });

  it('stay in their parameter, whatever their token says', async () => {
    const { carrier, searched } = twilio(() => page([onSale()]));
    const hostile = JSON.stringify({ local: { Page: '1', PageToken: 'x&Contains=99#/../..//evil.test' } });
    await carrier.search({ countryCode: 'US', numberTypes: ['local'], page: hostile }, asker());
    expect(searched()[0]?.url.pathname).toBe(`${list}/Local.json`);
    expect(searched()[0]?.query).toEqual({ PageSize: '50', Page: '1', PageToken: 'x&Contains=99#/../..//evil.test' });
  });

  it.each(['../X', 'U', 'USA', 'U/', ''])(
    'are none in a country called “%s”, and nothing is asked',
    async (countryCode) => {
      const { carrier, send } = twilio(() => page([onSale()]));
      expect((await carrier.search({ countryCode }, asker())).numbers).toEqual([]);
      expect(send).not.toHaveBeenCalled();
    },
  );
});
