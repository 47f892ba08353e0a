import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Carrier, lcPhoneCarrier, twilioCarrier } from '../../src/host/index.js';
import { persona, world } from './stand-in-host.js';
import { makeShop } from './whole-host.js';

const carriers: [string, () => Carrier][] = [
  ['LC Phone', () => lcPhoneCarrier({ ...persona.carriers.lcPhone, location: (account) => account ?? 'nobody' })],
  ['Twilio', () => twilioCarrier(persona.carriers.twilio)],
];

let line = 0;
/** A number that no other test has. */
const aNumber = () => `+1${['303', '404', '503'][Math.floor(line / 100)]}55501${String(line++ % 100).padStart(2, '0')}`;
const soldOf = (number: string) => persona.carriers.sales().filter(({ phoneNumber }) => phoneNumber === number).length;

describe.each(carriers)('a purchase at %s', (name, makeCarrier) => {
  const shop = () => makeShop({ carrier: makeCarrier(), policy: { required: () => false } });
  const play = (scenario: string) => persona.carriers.play(scenario);
  afterEach(() => play(''));

  it.each<[string, object, number]>([
    ['taken', { status: 409, code: 'number_unavailable' }, 0],
    // With Twilio it is the platform that pays: its buyers can do nothing about it.
    [
      'payment',
      name === 'Twilio' ? { status: 422, code: 'purchase_failed' } : { status: 402, code: 'payment_required' },
      0,
    ],
    ['limit', { status: 403, code: 'plan_limit' }, 0],
    ['address', { status: 422, code: 'address_required' }, 0],
    ['bundle', { status: 422, code: 'bundle_required' }, 0],
    ['lost-answer*1', { status: 201 }, 1],
    ['5xx-after-sale*1', { status: 201 }, 1],
  ])('that meets "%s" is answered as it is', async (scenario, answer, sold) => {
    const { buy } = shop();
    const number = aNumber();
    play(scenario);
    const first = await buy([number], `key-${scenario}`);
    expect(first).toMatchObject(answer);
    play('');
    expect(await buy([number], `key-${scenario}`)).toEqual(first);
    expect(soldOf(number)).toBe(sold);
  });

  it.each(['5xx*1', '429:1*1', 'outage*2'])('that meets "%s" is made once by and by', async (scenario) => {
    const { buy, later, orders } = shop();
    const number = aNumber();
    play(scenario);
    await buy([number], 'key-1');
    play('');
    // A carrier's pause is one of the computer's clock.
    await vi.waitFor(async () => {
      await later();
      expect(await orders()).toMatchObject([{ status: 'done' }]);
    });
    expect(soldOf(number)).toBe(1);
  });

  it('with the papers that the order names is made where they are wanted', async () => {
    const { buy } = shop();
    const number = aNumber();
    play('bundle');
    const numbers = [{ phoneNumber: number, bundleSid: `BU${'0'.repeat(32)}` }];
    expect(await buy([], 'key-1', { numbers })).toMatchObject({ status: 201 });
    expect(persona.carriers.owned(number)).toMatchObject([{ bundleSid: `BU${'0'.repeat(32)}` }]);
  });

  it('of a pool is made number by number, and kept for its owner', async () => {
    const { buy } = shop();
    const numbers = [aNumber(), aNumber(), aNumber()];
    play('');
    persona.carriers.play('taken', { phoneNumber: numbers[1] as string });
    expect(await buy(numbers, 'key-1', { pool: { name: 'Sales' } })).toMatchObject({
      status: 201,
      numbers: [{ status: 'purchased' }, { status: 'failed', code: 'number_unavailable' }, { status: 'purchased' }],
    });
    const owner = name === 'Twilio' ? persona.carriers.twilio.accountSid : world.account;
    expect(numbers.map((number) => persona.carriers.owned(number)[0]?.owner)).toEqual([owner, undefined, owner]);
  });

  it('shows in a search with its price, and no more once it is sold', async () => {
    const { ask, buy } = shop();
    const search = async () =>
      (await ask(`numbers?countryCode=US&firstPart=907&account=${world.account}`)).numbers as {
        phoneNumber: string;
        price: object;
      }[];
    const [first] = await search();
    expect(first).toMatchObject({ price: { price: 1.15, price_unit: 'USD' } });
    await buy([first?.phoneNumber as string], 'key-1');
    expect((await search()).map(({ phoneNumber }) => phoneNumber)).not.toContain(first?.phoneNumber);
  });
});
