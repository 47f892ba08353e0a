import type { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import { carrierApis } from '../../src/sandbox/carriers/carrier-apis.js';
import { makeCarrierDesks } from '../../src/sandbox/carriers/carrier-desks.js';
import { controlApi } from '../../src/sandbox/console/control-api.js';
import { dashboard } from '../../src/sandbox/console/dashboard.js';
import { type Desks, makeDesks } from '../../src/sandbox/desks/desks.js';
import { faultText } from '../../src/sandbox/desks/fault.js';
import { flowApi } from '../../src/sandbox/pages/flow-api.js';
import { pages } from '../../src/sandbox/pages/pages.js';
import type { LogLine } from '../../src/sandbox/records/log-line.js';
import { templatesFrom } from '../../src/sandbox/records/template-config.js';
import { RateLimit } from '../../src/sandbox/rest/rate-limit.js';
import { restApi } from '../../src/sandbox/rest/rest-api.js';
import { MovableClock } from '../../src/sandbox/state/clock.js';
import { keepTemplates } from '../../src/sandbox/state/keep-templates.js';
import { Store } from '../../src/sandbox/state/store.js';
import { FakeClock } from './fake-clock.js';

/** Desks whose code for inquiries and scenarios is broken, what they log, and the key to them. */
function brokenDesks(): { desks: Desks; lines: LogLine[]; authorization: string } {
  const lines: LogLine[] = [];
  const store = new Store();
  keepTemplates(store, templatesFrom(), 0);
  const desks = makeDesks(
    { store, clock: new MovableClock(new FakeClock()), log: (line) => lines.push(line) },
    {
      origin: 'http://localhost:4001',
      linkOrigin: 'http://localhost:4001',
      webhooks: { wanted: [], retryScale: 1 },
      rules: { workflows: [], decisionDelay: 0 },
    },
  );
  const breaks = () => {
    throw new TypeError('records is not iterable');
  };
  vi.spyOn(desks.inquiries, 'create').mockImplementation(breaks);
  vi.spyOn(desks.inquiries, 'get').mockImplementation(breaks);
  vi.spyOn(desks.scenarios, 'for').mockImplementation(breaks);
  vi.spyOn(desks.scenarios, 'choose').mockImplementation(breaks);
  return { desks, lines, authorization: `Bearer ${store.state.apiKey}` };
}

const send = (app: Hono, path: string, body: object, headers: Record<string, string> = {}, method = 'POST') =>
  app.request(path, { method, body: JSON.stringify(body), headers });

const fault = (about: string) =>
  expect.objectContaining({
    kind: 'fault',
    about,
    message: expect.stringMatching(/^TypeError: records is not iterable at .*faults\.test/),
  });

describe('a mistake of the stand-in itself', () => {
  it('is a 500 of the REST API, whose log says what it was', async () => {
    const { desks, lines, authorization } = brokenDesks();
    const api = restApi(desks, new RateLimit(desks.clock, 100));
    const attributes = { 'inquiry-template-id': desks.store.state.templates.plain.id };
    const made = await send(api, '/inquiries', { data: { attributes } }, { authorization });
    expect(made.status).toBe(500);
    expect(await made.json()).toEqual({ errors: [{ title: 'Internal Server Error', details: faultText }] });
    const changed = await send(api, '/inquiries/inq_1', { data: { attributes: {} } }, { authorization }, 'PATCH');
    expect(changed.status).toBe(500);
    expect(lines).toEqual([fault('POST /inquiries'), fault('PATCH /inquiries/inq_1')]);
  });

  it('is an application error for a page, never a wrong configuration', async () => {
    const { desks, lines } = brokenDesks();
    const api = flowApi(desks, { allows: () => true, block: false, forgerOrigin: 'http://sibling.localhost:4001' });
    const problem = { status: 500, code: 'application_error', message: faultText };
    for (const request of [{ templateId: desks.store.state.templates.plain.id }, { inquiryId: 'inq_1' }]) {
      const opened = await send(api, '/open', request);
      expect(opened.status).toBe(500);
      expect(await opened.json()).toEqual(problem);
    }
    expect(lines).toEqual([fault('POST /open'), fault('POST /open')]);
  });

  it('is a 500 of the page, of the control API and of the console', async () => {
    const { desks, lines, authorization } = brokenDesks();
    const built = { assets: async () => {}, html: '', allows: () => true, forgerOrigin: '' };
    expect((await pages(desks, built).request('/widget')).status).toBe(500);
    const chosen = await send(
      controlApi(desks, makeCarrierDesks(desks)),
      '/scenario',
      { scenario: 'slow' },
      { authorization },
      'PUT',
    );
    expect(chosen.status).toBe(500);
    const console = dashboard(desks, makeCarrierDesks(desks));
    const entry = await console.request('/dashboard/key', {
      method: 'POST',
      headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
      body: `key=${desks.store.state.apiKey}`,
    });
    const cookie = entry.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const shown = await console.request('/dashboard/inquiries/inq_1', { headers: { cookie } });
    expect(shown.status).toBe(500);
    expect(await shown.text()).toContain(faultText);
    expect(lines).toEqual([fault('GET /widget'), fault('PUT /scenario'), fault('GET /dashboard/inquiries/inq_1')]);
  });
});

describe('a mistake of the local carriers', () => {
  it('is a 500 in the words of each API, whose log says what it was', async () => {
    const { desks, lines } = brokenDesks();
    const carriers = makeCarrierDesks(desks);
    vi.spyOn(carriers.sales, 'owned').mockImplementation(() => {
      throw new TypeError('records is not iterable');
    });
    const { lcToken, twilioAccountSid, twilioAuthToken } = desks.store.state.carriers;
    const app = carrierApis(carriers);
    const atLc = await app.request('/phone-system/numbers/location/loc_1', {
      headers: { authorization: `Bearer ${lcToken}`, version: '2021-07-28' },
    });
    expect(atLc.status).toBe(500);
    expect(await atLc.json()).toMatchObject({ statusCode: 500, message: faultText });
    const path = `/2010-04-01/Accounts/${twilioAccountSid}/IncomingPhoneNumbers.json`;
    const headers = { authorization: `Basic ${btoa(`${twilioAccountSid}:${twilioAuthToken}`)}` };
    const atTwilio = await app.request(path, { headers });
    expect(atTwilio.status).toBe(500);
    expect(await atTwilio.json()).toMatchObject({ code: 20500, message: faultText });
    expect(lines).toEqual([fault('GET /phone-system/numbers/location/loc_1'), fault(`GET ${path}`)]);
  });
});

describe('a body that is not JSON', () => {
  it('is the caller’s mistake everywhere', async () => {
    const { desks, lines, authorization } = brokenDesks();
    const headers = { authorization };
    const broken = (app: Hono, path: string, method = 'POST') => app.request(path, { method, body: '{', headers });
    expect((await broken(restApi(desks, new RateLimit(desks.clock, 100)), '/inquiries')).status).toBe(400);
    expect((await broken(controlApi(desks, makeCarrierDesks(desks)), '/clock')).status).toBe(400);
    const opened = await broken(flowApi(desks, { allows: () => true, block: false, forgerOrigin: '' }), '/open');
    expect(opened.status).toBe(400);
    expect(await opened.json()).toMatchObject({ code: 'invalid_config' });
    expect(lines).toEqual([]);
  });
});
