import { describe, expect, it } from 'vitest';
import { lcPhone } from '../../../src/index.js';

const ordered = (phoneNumber: string) =>
  ({ phoneNumber, countryCode: 'US', numberType: 'local', locality: null, region: 'CA', fingerprintId: 'fp' }) as const;
const [first, second] = ['+14155550101', '+14155550102'] as const;
const gone = () =>
  Response.json(
    { message: 'Phone number is no longer available', error: 'Bad Request', statusCode: 400 },
    { status: 400 },
  );

/** A server of that API: what it answers to a purchase of each number, and what the account owns. */
function api(answers: Record<string, () => Response>, owned: string[] = []) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    if (request.method === 'GET')
      return Response.json({
        numbers: owned.map((phoneNumber) => ({ phoneNumber, capabilities: { voice: true, sms: true } })),
      });
    const { phoneNumber } = (await request.clone().json()) as { phoneNumber: string };
    return answers[phoneNumber]?.() ?? Response.json({ numbers: {} }, { status: 201 });
  };
  return { requests, shop: lcPhone({ url: '/phone/location/1', fetch }) };
}

describe('lcPhone', () => {
  it('buys a pool number by number, in that API’s body and version', async () => {
    const { requests, shop } = api({});
    expect(await shop.purchase({ account: 'a', numbers: [ordered(first), ordered(second)] })).toEqual({
      numbers: [first, second].map((phoneNumber) => ({ phoneNumber, status: 'purchased' })),
    });
    expect(await requests[0]!.json()).toEqual(ordered(first));
    expect(requests[0]!.headers.get('version')).toBe('2021-07-28');
  });

  it('takes a number that is gone for bought when the account owns it: its answer was lost', async () => {
    const { shop } = api({ [first]: gone }, [first]);
    expect(await shop.purchase({ account: 'a', numbers: [ordered(first)] })).toEqual({
      numbers: [{ phoneNumber: first, status: 'purchased' }],
    });
  });

  it('says that a number is gone when the account does not own it, and that another part was bought', async () => {
    const { shop } = api({ [first]: gone });
    await expect(shop.purchase({ account: 'a', numbers: [ordered(first)] })).rejects.toMatchObject({
      code: 'number_unavailable',
    });
    expect(await shop.purchase({ account: 'a', numbers: [ordered(first), ordered(second)] })).toMatchObject({
      numbers: [{ status: 'failed', code: 'number_unavailable' }, { status: 'purchased' }],
    });
  });

  it('does not call a bad request a sold number', async () => {
    const { shop } = api({ [first]: () => Response.json({ message: 'countryCode is required' }, { status: 400 }) });
    await expect(shop.purchase({ account: 'a', numbers: [ordered(first)] })).rejects.toMatchObject({
      code: 'purchase_failed',
    });
  });

  it('does not know about a pool of which one answer is lost', async () => {
    const { shop } = api({ [second]: () => new Response('', { status: 502 }) });
    await expect(shop.purchase({ account: 'a', numbers: [ordered(first), ordered(second)] })).rejects.toMatchObject({
      code: 'server_error',
    });
  });
});
