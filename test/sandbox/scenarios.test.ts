import { describe, expect, it, vi } from 'vitest';
import { behaviourOf, ScenarioError, scenarios } from '../../src/sandbox/records/scenarios.js';
import { png } from './pictures.js';
import { type RunningSandbox, running, temporaryDirectory } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

const statusOf = async (sandbox: RunningSandbox, id: string) =>
  (await sandbox.rest(`/inquiries/${id}`)).body.data.attributes.status as string;
const control = async (sandbox: RunningSandbox, path: string, body?: object, method = 'POST') => {
  const response = await fetch(`${sandbox.origin}/sandbox${path}`, {
    method: body ? method : 'GET',
    body: body && JSON.stringify(body),
    headers: { authorization: `Bearer ${sandbox.apiKey}` },
  });
  return { status: response.status, body: await response.json() };
};

/** Shows the ID of a fresh inquiry and gives the answer to it. */
async function afterId(sandbox: RunningSandbox, pass = true) {
  const inquiryId = await sandbox.createInquiry();
  const { sessionToken } = (await sandbox.flow('/open', { inquiryId })).body;
  for (const event of [
    { type: 'country', country: 'US' },
    { type: 'id-type', idClass: 'pp' },
  ])
    await sandbox.flow('/events', event, sessionToken);
  await sandbox.flow('/pictures/front', png(), sessionToken);
  return { inquiryId, sessionToken, answer: await sandbox.flow('/events', { type: 'confirm', pass }, sessionToken) };
}

describe('behaviourOf', () => {
  it('joins scenarios and reads their seconds', () => {
    expect(behaviourOf('decline, webhook-late:60')).toEqual({
      decision: 'decline',
      webhooks: { how: 'late', ms: 60_000 },
    });
    expect(behaviourOf('')).toEqual({});
  });

  it('reads how often something happens, and keeps what several of a kind do', () => {
    const times = (text: string) => behaviourOf(text).failures?.map((failure) => [failure.scenario, failure.times]);
    expect(times('id-glare')).toEqual([['id-glare', 1]]);
    expect(times('id-glare:3,selfie-spoof:always')).toEqual([
      ['id-glare', 3],
      ['selfie-spoof', Infinity],
    ]);
    expect(behaviourOf('phone-no-text:2,phone-code-expired').codes).toEqual({ lost: 2, late: 1 });
  });

  it.each(['nobody', 'approve:3', 'slow:soon', 'slow:always', 'id-glare:1.5', 'decline:always', 'toString'])(
    'refuses "%s" and says what there is',
    (text) => {
      expect(() => behaviourOf(text)).toThrow(ScenarioError);
    },
  );

  it('knows every name it lists', () => {
    for (const name of Object.keys(scenarios)) expect(Object.keys(behaviourOf(name))).not.toEqual([]);
  });
});

describe('a scenario', () => {
  it.each([
    ['approve', 'approved'],
    ['decline', 'declined'],
    ['review', 'needs_review'],
  ])('decides: %s', async (scenario, status) => {
    const sandbox = await running({ scenario, workflow: {} });
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    expect(await statusOf(sandbox, id)).toBe('completed');
    sandbox.clock.advance(3000);
    expect(await statusOf(sandbox, id)).toBe(status);
  });

  it('lets a reviewer approve after some seconds', async () => {
    const sandbox = await running({ scenario: 'review-then-approve:30' });
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    sandbox.clock.advance(3000);
    expect(await statusOf(sandbox, id)).toBe('needs_review');
    sandbox.clock.advance(29_999);
    expect(await statusOf(sandbox, id)).toBe('needs_review');
    sandbox.clock.advance(1);
    expect(await statusOf(sandbox, id)).toBe('approved');
  });

  it('fails the first check for good, although the switch says pass', async () => {
    const sandbox = await running({ scenario: 'fail' });
    const { inquiryId, answer } = await afterId(sandbox);
    expect(answer.body.view).toMatchObject({ step: 'failed', status: 'failed' });
    expect(await statusOf(sandbox, inquiryId)).toBe('failed');
  });

  it('ends the session once, and a resumed one goes on at the selfie', async () => {
    const sandbox = await running({ scenario: 'session-lost' });
    const { inquiryId, sessionToken, answer } = await afterId(sandbox);
    expect(answer).toMatchObject({ status: 409, body: { code: 'unauthenticated' } });
    expect(await sandbox.flow('', undefined, sessionToken)).toMatchObject({ status: 409 });
    await sandbox.walk(inquiryId);
    expect(await statusOf(sandbox, inquiryId)).toBe('completed');
  });

  it('expires the inquiry once, and a resumed one goes on', async () => {
    const sandbox = await running({ scenario: 'expired' });
    const { inquiryId, answer } = await afterId(sandbox);
    expect(answer).toMatchObject({ status: 409, body: { code: 'unauthenticated' } });
    expect(await statusOf(sandbox, inquiryId)).toBe('expired');
    await sandbox.walk(inquiryId);
    expect(await statusOf(sandbox, inquiryId)).toBe('completed');
  });

  it('tells the page what to do wrong', async () => {
    const sandbox = await running();
    const acts = async (scenario: string) =>
      (await sandbox.flow('/open', { inquiryId: await sandbox.createInquiry(), scenario })).body.view.acts;
    const none = { neverReady: false, end: null, forgerOrigin: null };
    expect(await acts('never-ready')).toEqual({ ...none, neverReady: true });
    expect(await acts('complete-unreported')).toEqual({ ...none, end: 'silent' });
    expect(await acts('fail-as-complete')).toEqual({ ...none, end: 'as-complete' });
    expect(await acts('forged-message')).toEqual({
      ...none,
      forgerOrigin: sandbox.origin.replace('localhost', 'sibling.localhost'),
    });
  });

  it('refuses frames, is an error, or keeps the camera off', async () => {
    const sandbox = await running();
    const widget = (scenario: string) =>
      fetch(`${sandbox.origin}/widget?iframe-origin=http://localhost:1&scenario=${scenario}`);
    expect((await widget('framing-refused')).headers.get('x-frame-options')).toBe('DENY');
    expect((await widget('server-error')).status).toBe(500);
    expect((await widget('camera-refused')).headers.get('permissions-policy')).toBe('camera=(), microphone=()');
    const forged = (await widget('forged-message')).headers.get('content-security-policy');
    const sibling = sandbox.origin.replace('localhost', 'sibling.localhost');
    expect(forged?.split('; ').slice(-2)).toEqual(['frame-ancestors http://localhost:1', `frame-src ${sibling}`]);
    expect((await widget('nobody')).status).toBe(400);
  });

  it('takes its time by the clock', async () => {
    const sandbox = await running();
    const inquiryId = await sandbox.createInquiry();
    sandbox.play('slow:3', { inquiryId });
    let answered = false;
    const opening = sandbox.flow('/open', { inquiryId }).then((answer) => {
      answered = true;
      return answer;
    });
    await vi.waitFor(() => expect(sandbox.clock.nextIn).toBe(3000));
    expect(answered).toBe(false);
    sandbox.clock.advance(3000);
    expect((await opening).status).toBe(200);
  });
});

describe('a scenario of webhooks', () => {
  const names = async (receiver: { next(): Promise<{ name: string }> }, count: number) => {
    const all = [];
    for (let n = 0; n < count; n++) all.push((await receiver.next()).name);
    return all;
  };

  it('sends every event twice with the same id', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url, scenario: 'webhook-twice' });
    await sandbox.createInquiry();
    sandbox.clock.advance(0);
    const [first, second] = [await receiver.next(), await receiver.next()];
    expect(second.body).toBe(first.body);
  });

  it('sends events late', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url, scenario: 'webhook-late:30' });
    await sandbox.createInquiry();
    sandbox.clock.advance(0);
    expect(sandbox.clock.nextIn).toBe(30_000);
    sandbox.clock.advance(30_000);
    expect(await names(receiver, 1)).toEqual(['inquiry.created']);
  });

  it('sends none', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url, scenario: 'webhook-never' });
    const quiet = await sandbox.createInquiry();
    sandbox.play('', {});
    await sandbox.createInquiry();
    sandbox.clock.advance(0);
    expect((await receiver.next()).body).not.toContain(quiet);
  });

  it('sends the decision before what led to it', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url, scenario: 'webhook-reordered' });
    await sandbox.walk(await sandbox.createInquiry());
    sandbox.clock.advance(3000);
    expect(await names(receiver, 1)).toEqual(['inquiry.approved']);
    sandbox.clock.advance(7000);
    expect(new Set(await names(receiver, 5))).toEqual(
      new Set(['inquiry.completed', 'inquiry.created', 'inquiry.started', 'inquiry.transitioned']),
    );
  });
});

describe('choosing a scenario', () => {
  it('goes by header or query when the inquiry is made', async () => {
    const sandbox = await running({ workflow: {} });
    const body = { data: { attributes: { 'inquiry-template-id': sandbox.templateId } } };
    const made = [
      await sandbox.rest('/inquiries', body, { headers: { 'sandbox-scenario': 'decline' } }),
      await sandbox.rest('/inquiries?scenario=decline', body),
    ];
    for (const {
      body: { data },
    } of made)
      await sandbox.walk(data.id);
    sandbox.clock.advance(3000);
    for (const {
      body: { data },
    } of made)
      expect(await statusOf(sandbox, data.id)).toBe('declined');
    expect(await sandbox.rest('/inquiries?scenario=nobody', body)).toMatchObject({
      status: 400,
      body: { errors: [{ details: expect.stringContaining('There is no scenario "nobody"') }] },
    });
    expect((await sandbox.rest('/inquiries')).body.data).toHaveLength(2);
  });

  it('goes by API for an inquiry before its reference id before everybody', async () => {
    const sandbox = await running();
    const [own, shared, other] = [
      await sandbox.createInquiry({ 'reference-id': 'loc_1' }),
      await sandbox.createInquiry({ 'reference-id': 'loc_1' }),
      await sandbox.createInquiry(),
    ];
    await control(sandbox, '/scenario', { scenario: 'framing-refused', inquiryId: own }, 'PUT');
    await control(sandbox, '/scenario', { scenario: 'server-error', referenceId: 'loc_1' }, 'PUT');
    const widget = async (id: string) => {
      const { status, headers } = await fetch(
        `${sandbox.origin}/widget?iframe-origin=http://localhost:1&inquiry-id=${id}`,
      );
      return [status, headers.get('x-frame-options')];
    };
    expect(await widget(own)).toEqual([200, 'DENY']);
    expect(await widget(shared)).toEqual([500, null]);
    expect(await widget(other)).toEqual([200, null]);
    await control(sandbox, '/scenario', { scenario: 'server-error' }, 'PUT');
    expect(await widget(other)).toEqual([500, null]);
    await control(sandbox, '/scenario', { scenario: '' }, 'PUT');
    expect(await widget(other)).toEqual([200, null]);
  });

  it('lists the scenarios and refuses strangers, unknown names and unknown inquiries', async () => {
    const sandbox = await running();
    expect((await control(sandbox, '')).body.scenarios).toContainEqual({
      name: 'slow',
      does: expect.any(String),
      seconds: 3,
    });
    expect((await fetch(`${sandbox.origin}/sandbox`)).status).toBe(401);
    expect(await control(sandbox, '/scenario', { scenario: 'nobody' }, 'PUT')).toMatchObject({ status: 400 });
    expect(await control(sandbox, '/scenario', { scenario: 'fail', inquiryId: 'inq_x' }, 'PUT')).toMatchObject({
      status: 404,
    });
  });
});

describe('the clock', () => {
  it('goes forward by API, and what falls due happens', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    expect((await control(sandbox, '/clock', { advance: 86_400 })).body).toMatchObject({
      now: '2026-11-21T12:00:00.000Z',
      aheadSeconds: 86_400,
    });
    sandbox.clock.advance(0);
    expect(await statusOf(sandbox, id)).toBe('expired');
    expect((await control(sandbox, '/clock', { to: '2026-11-22T00:00:00Z' })).body.now).toBe(
      '2026-11-22T00:00:00.000Z',
    );
    expect(await control(sandbox, '/clock', { to: '2026-11-20T00:00:00Z' })).toMatchObject({ status: 400 });
    expect(await control(sandbox, '/clock', { advance: -1 })).toMatchObject({ status: 400 });
  });

  it('stays ahead over a restart', async () => {
    const dataDir = temporaryDirectory();
    const before = await running({ dataDir });
    before.moveClock(60_000);
    await before.close();
    const after = await running({ dataDir, clock: before.clock });
    expect((await control(after, '')).body.aheadSeconds).toBe(60);
  });
});

describe('a seed', () => {
  it('makes the same keys and ids in every run', async () => {
    const run = async () => {
      const sandbox = await running({ seed: 'one' });
      const [inquiryId] = [await sandbox.createInquiry(), await sandbox.rest('/inquiries')];
      return [sandbox.apiKey, sandbox.webhookSecret, sandbox.templateId, inquiryId, await sandbox.createInquiry()];
    };
    expect(await run()).toEqual(await run());
    expect((await running({ seed: 'two' })).apiKey).not.toBe((await running({ seed: 'one' })).apiKey);
  });
});
