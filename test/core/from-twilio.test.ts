import { describe, expect, it } from 'vitest';
import { fromTwilio } from '../../src/core/shop/from-twilio.js';
import { fitNumbers } from '../../src/core/shop/number-contracts.js';

const rest = {
  available_phone_numbers: [
    {
      friendly_name: '(808) 925-0127',
      phone_number: '+18089250127',
      lata: '834',
      locality: 'Hilo',
      rate_center: 'HILO',
      latitude: '19.720000',
      longitude: '-155.090000',
      region: 'HI',
      postal_code: '96720',
      iso_country: 'US',
      address_requirements: 'none',
      beta: false,
      capabilities: { voice: true, SMS: true, MMS: false, fax: false },
    },
  ],
  page: 0,
  next_page_uri: null,
};
const node = [
  {
    friendlyName: '(808) 925-0127',
    phoneNumber: '+18089250127',
    locality: null,
    region: null,
    latitude: 19.72,
    isoCountry: 'US',
    addressRequirements: 'any',
    beta: true,
    capabilities: { voice: true, sms: true, mms: null },
  },
];

describe('fromTwilio', () => {
  it('reads the REST page', () => {
    const { numbers } = fitNumbers(fromTwilio(rest, { numberType: 'local' }), 'The search');
    expect(numbers).toEqual([
      {
        phoneNumber: '+18089250127',
        friendlyName: '(808) 925-0127',
        isoCountry: 'US',
        locality: 'Hilo',
        region: 'HI',
        numberType: 'local',
        addressRequirements: 'none',
        beta: false,
        capabilities: { voice: true, SMS: true, MMS: false },
        price: null,
      },
    ]);
  });

  it('reads the list of the Node library, whatever the case of a capability and however much is null', () => {
    const { numbers } = fitNumbers(fromTwilio(node), 'The search');
    expect(numbers[0]).toMatchObject({
      phoneNumber: '+18089250127',
      locality: null,
      addressRequirements: 'any',
      beta: true,
      numberType: null,
      capabilities: { voice: true, SMS: true, MMS: false },
    });
  });

  it('takes the price and the fingerprint from the page, and Twilio’s own word for toll-free', () => {
    const answer = fromTwilio(node, {
      numberType: 'TollFree',
      price: { price: 2.15, price_unit: 'USD' },
      fingerprintId: 'fp',
    });
    expect(answer).toMatchObject({
      fingerprintId: 'fp',
      numbers: [{ numberType: 'tollFree', price: { price: 2.15 } }],
    });
  });

  it.each([[null], ['numbers'], [{ numbers: [] }], [[{ friendlyName: 'nothing' }]]])(
    'refuses %j with one sentence',
    (answer) => {
      expect(() => fromTwilio(answer)).toThrow(/^fromTwilio\(\)/);
    },
  );

  it('knows nothing of what Twilio leaves out', () => {
    expect(fromTwilio([{ phoneNumber: '+18089250127' }]).numbers[0]).toEqual({
      phoneNumber: '+18089250127',
      friendlyName: null,
      isoCountry: null,
      locality: null,
      region: null,
      numberType: null,
      addressRequirements: 'none',
      beta: false,
      capabilities: { voice: false, SMS: false, MMS: false },
      price: null,
    });
  });

  it('takes a region that is a number for text, and anything else for none', () => {
    const [first, second] = fromTwilio([
      { phoneNumber: '+18089250127', region: 12, locality: '' },
      { phoneNumber: '+18089250128', region: {}, locality: true, capabilities: { mms: true } },
    ]).numbers;
    expect(first).toMatchObject({ region: '12', locality: null });
    expect(second).toMatchObject({ region: null, locality: null, capabilities: { MMS: true } });
    expect(() => fromTwilio({})).toThrow(/"available_phone_numbers", or the list of its Node library\.$/);
  });

  it('leaves an empty page empty', () => {
    expect(fromTwilio({ available_phone_numbers: [] })).toEqual({ fingerprintId: null, numbers: [] });
  });
});
