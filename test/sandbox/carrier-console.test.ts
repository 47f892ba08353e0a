import { describe, expect, it } from 'vitest';
import { carrierCalls } from './carrier-calls.js';
import { type RunningSandbox, running } from './running-sandbox.js';

/** A browser at the console's page of the carriers. */
async function visitor({ origin, apiKey }: RunningSandbox) {
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const send = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${origin}/dashboard${path}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: String(new URLSearchParams(fields)),
      redirect: 'manual',
    });
  const cookie = (await send('/key', { key: apiKey })).headers.getSetCookie()[0]!.split(';')[0]!;
  const page = async () => (await fetch(`${origin}/dashboard/carriers`, { headers: { cookie } })).text();
  const choose = async (fields: Record<string, string>) => {
    const response = await send('/carriers/scenario', fields, cookie);
    return { status: response.status, text: await response.text() };
  };
  return { page, choose };
}

describe('the console’s page of the carriers', () => {
  it('shows who bought what, by which API, and what was asked', async () => {
    const sandbox = await running();
    const { buyAtLc, buyAtTwilio } = carrierCalls(sandbox);
    const { page } = await visitor(sandbox);
    expect(await page()).toContain('None yet.');
    await buyAtLc('+12125550142', {}, 'loc_<b>');
    await buyAtTwilio('+12125550143');
    const text = await page();
    for (const shown of ['+12125550142', 'loc_&lt;b&gt;', 'LC Phone: purchase', 'Twilio: purchase', '>done<'])
      expect(text).toContain(shown);
    expect(text).not.toContain('<b>');
    expect(text).not.toContain(sandbox.carriers.lcPhone.token);
    sandbox.carriers.release('+12125550143');
    expect(await page()).toContain('released');
  });

  it('chooses a scenario and ends it', async () => {
    const sandbox = await running();
    const { buyAtLc } = carrierCalls(sandbox);
    const { page, choose } = await visitor(sandbox);
    expect((await choose({ name: 'payment', times: '2', for: 'loc_1' })).status).toBe(302);
    await choose({ name: 'slow', number: '5', for: '+12125550142' });
    expect((await buyAtLc('+12125550143')).status).toBe(400);
    expect(await page()).toContain('For loc_1: <strong>The account has no money left. 1 more</strong>');
    expect(await page()).toMatch(/For \+12125550142: <strong>Every answer comes some seconds later;.* \(5\)</);
    expect(await page()).toContain('>refused<');
    await choose({ target: 'for loc_1' });
    expect(await page()).not.toContain('For loc_1');
    expect((await buyAtLc('+12125550143')).status).toBe(201);
    expect(await choose({ name: 'taken', number: '5' })).toMatchObject({
      status: 400,
      text: expect.stringContaining('takes no number'),
    });
  });

  it('has its like for programs, behind the API key', async () => {
    const sandbox = await running();
    const { buyAtLc } = carrierCalls(sandbox);
    const control = async (path: string, body?: object) => {
      const response = await fetch(`${sandbox.origin}/sandbox/carriers${path}`, {
        method: body ? 'PUT' : 'GET',
        body: body && JSON.stringify(body),
        headers: { authorization: `Bearer ${sandbox.apiKey}` },
      });
      return { status: response.status, body: await response.json() };
    };
    expect((await fetch(`${sandbox.origin}/sandbox/carriers`)).status).toBe(401);
    expect(await control('/scenario', { scenario: '5xx*1', account: 'loc_1' })).toMatchObject({
      body: { playing: { 'for loc_1': '5xx*1' } },
    });
    expect((await buyAtLc('+12125550142')).status).toBe(500);
    expect((await buyAtLc('+12125550142')).status).toBe(201);
    expect((await control('')).body).toMatchObject({
      playing: {},
      sales: [{ phoneNumber: '+12125550142', owner: 'loc_1' }],
      requests: [{ status: 500 }, { status: 201 }],
    });
    expect((await control('/scenario', { scenario: 'sleep' })).status).toBe(400);
  });
});
