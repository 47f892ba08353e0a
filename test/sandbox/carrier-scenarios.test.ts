import { describe, expect, it } from 'vitest';
import { carrierCalls } from './carrier-calls.js';
import { running } from './running-sandbox.js';

const [number, other] = ['+12125550142', '+12125550143'];

describe('a scenario of the local carriers', () => {
  it('takes the number away before it is bought', async () => {
    const { carriers, ...sandbox } = await running();
    const { buyAtLc, buyAtTwilio, numbersAtLc } = carrierCalls({ carriers, ...sandbox });
    carriers.play('taken', { phoneNumber: number });
    expect((await buyAtLc(number)).body.message).toBe('Phone number is no longer available');
    expect((await buyAtTwilio(number)).body.code).toBe(21422);
    expect((await buyAtLc(other)).status).toBe(201);
    expect(await numbersAtLc('countryCode=US&firstPart=212&lastPart=42')).toEqual([number]);
    expect(carriers.sales()).toHaveLength(1);
  });

  it('sells and cuts the connection', async () => {
    const { carriers, ...sandbox } = await running();
    const { buyAtLc, buyAtTwilio } = carrierCalls({ carriers, ...sandbox });
    carriers.play('lost-answer*1', { account: 'loc_1' });
    await expect(buyAtLc(number, { fingerprintId: 'fp_1' })).rejects.toThrow();
    expect(carriers.owned(number)).toMatchObject([{ owner: 'loc_1', carrier: 'lc-phone' }]);
    // The same request once more gets the answer that was lost.
    expect((await buyAtLc(number, { fingerprintId: 'fp_1' })).status).toBe(201);
    carriers.play('lost-answer');
    await expect(buyAtTwilio(other)).rejects.toThrow();
    expect(carriers.sales()).toHaveLength(2);
    expect(carriers.requests().map(({ status }) => status)).toEqual([null, 201, null]);
  });

  it('sells at once and answers late, by the stand-in’s clock', async () => {
    const { carriers, clock, ...sandbox } = await running();
    const { buyAtLc } = carrierCalls({ carriers, ...sandbox });
    carriers.play('slow:5');
    let isAnswered = false;
    const answer = buyAtLc(number).then((found) => {
      isAnswered = true;
      return found;
    });
    await expect.poll(() => carriers.sales().length).toBe(1);
    clock.advance(4999);
    expect(isAnswered).toBe(false);
    clock.advance(1);
    expect((await answer).status).toBe(201);
  });

  it('refuses one too many, and tells when to come again', async () => {
    const { carriers, ...sandbox } = await running();
    const { lc, tw } = carrierCalls({ carriers, ...sandbox });
    carriers.play('429:7*2');
    const atLc = await lc('/numbers/location/loc_1/available?countryCode=US');
    expect(atLc).toMatchObject({ status: 429, body: { statusCode: 429 } });
    expect(atLc.headers.get('retry-after')).toBe('7');
    const atTwilio = await tw('/AvailablePhoneNumbers/US/Local.json');
    expect(atTwilio).toMatchObject({ status: 429, body: { code: 20429 } });
    expect(atTwilio.headers.get('retry-after')).toBe('7');
    expect((await tw('/AvailablePhoneNumbers/US/Local.json')).status).toBe(200);
  });

  it('breaks before or after the sale', async () => {
    const { carriers, ...sandbox } = await running();
    const { lc, buyAtLc, buyAtTwilio } = carrierCalls({ carriers, ...sandbox });
    carriers.play('5xx*2');
    expect((await buyAtLc(number)).status).toBe(500);
    expect(await buyAtTwilio(number)).toMatchObject({ status: 500, body: { code: 20500 } });
    expect(carriers.sales()).toEqual([]);
    carriers.play('5xx-after-sale');
    expect((await buyAtTwilio(number)).status).toBe(500);
    expect(carriers.owned(number)).toHaveLength(1);
    // What is refused anyway is refused.
    expect((await buyAtTwilio(number)).status).toBe(400);
    expect((await lc('/numbers/location/loc_1')).status).toBe(200);
    carriers.play('outage');
    expect((await lc('/numbers/location/loc_1')).status).toBe(500);
  });

  it('refuses for money, for the plan, and for papers that are not there', async () => {
    const { carriers, ...sandbox } = await running();
    const { buyAtLc, buyAtTwilio } = carrierCalls({ carriers, ...sandbox });
    const refusals = async (scenario: string) => {
      carriers.play(scenario);
      return [(await buyAtLc(number)).body.message, (await buyAtTwilio(number)).body.code];
    };
    expect(await refusals('payment')).toEqual([expect.stringContaining('wallet balance'), 20005]);
    expect(await refusals('limit')).toEqual([expect.stringContaining('limit'), 21404]);
    expect(await refusals('address')).toEqual([expect.stringContaining('addressSid is required'), 21631]);
    expect(await refusals('bundle')).toEqual([expect.stringContaining('bundleSid is required'), 21649]);
    expect((await buyAtLc(number, { bundleSid: `BU${'0'.repeat(32)}` })).status).toBe(201);
  });

  it('wants locations verified, unless the request says that is done', async () => {
    const { carriers, ...sandbox } = await running();
    const { buyAtLc, buyAtTwilio } = carrierCalls({ carriers, ...sandbox });
    carriers.play('kyc');
    carriers.play('normal', { account: 'loc_verified' });
    expect(await buyAtLc(number)).toMatchObject({ status: 400, body: { message: expect.stringContaining('KYC') } });
    expect((await buyAtLc(number, { skipLocationKYC: true })).status).toBe(201);
    expect((await buyAtLc(other, {}, 'loc_verified')).status).toBe(201);
    expect((await buyAtTwilio('+12125550144')).status).toBe(201);
  });

  it('goes wrong for one call of so many, the same ones for a seed, half of them after the sale', async () => {
    const outcomes = async () => {
      const { carriers, ...sandbox } = await running({ seed: 'carriers', carrierScenario: 'flaky:2' });
      const { buyAtLc } = carrierCalls({ carriers, ...sandbox });
      const found: string[] = [];
      for (let line = 100; line < 140; line += 1) {
        const phoneNumber = `+1212555${String(line).padStart(4, '0')}`;
        const status = await buyAtLc(phoneNumber).then(
          (answer) => String(answer.status),
          () => 'none',
        );
        found.push(`${status} ${carriers.owned(phoneNumber).length ? 'sold' : 'unsold'}`);
      }
      return found;
    };
    const first = await outcomes();
    expect(new Set(first)).toEqual(new Set(['201 sold', '500 unsold', 'none sold']));
    expect(await outcomes()).toEqual(first);
  });

  it('is a number’s own, else its buyer’s, else everybody’s, and ends with an empty text', async () => {
    const { carriers, ...sandbox } = await running();
    const { buyAtLc } = carrierCalls({ carriers, ...sandbox });
    carriers.play('5xx');
    carriers.play('payment', { account: 'loc_1' });
    carriers.play('normal', { phoneNumber: number });
    expect((await buyAtLc(other)).status).toBe(400);
    expect((await buyAtLc(other, {}, 'loc_2')).status).toBe(500);
    expect((await buyAtLc(number)).status).toBe(201);
    carriers.play('', { account: 'loc_1' });
    carriers.play('');
    expect((await buyAtLc(other)).status).toBe(201);
  });

  it('has to be one that there is', async () => {
    const { carriers } = await running();
    expect(() => carriers.play('sleep')).toThrow(
      /^The carriers have no scenario "sleep"\. They have: .*taken, lost-answer/,
    );
    expect(() => carriers.play('taken:3')).toThrow('takes no number');
    await expect(running({ carrierScenario: 'sleep' })).rejects.toThrow('no scenario "sleep"');
  });
});
