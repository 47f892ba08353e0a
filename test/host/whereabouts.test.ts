import { describe, expect, it } from 'vitest';
import { createIdentityHost } from '../../src/host/index.js';
import { stepOf } from '../../src/host/persona/steps.js';
import { whereabouts } from '../../src/host/whereabouts.js';
import { delivery, sign } from './signed.js';
import { at, happen, makeHost, open, opened, persona, status, world } from './stand-in-host.js';

const kyc = () => {
  const { apiKey, kycTemplateId, webhookSecret, origin, host } = persona;
  const send: typeof fetch = (input, init) => world.answer(() => fetch(input, init));
  return { apiKey, templateId: kycTemplateId, webhookSecret, apiUrl: `${origin}/api/v1`, host, fetch: send };
};
const steps = ['phone', 'id', 'selfie'] as const;
const kycHost = () => makeHost({ persona: { ...kyc(), steps } });

/** Tells the host an event of Persona's, at a second of the test's own. */
async function tell(host: ReturnType<typeof makeHost>, name: string, data: object, second: number) {
  const created = new Date(world.time + second * 1000).toISOString();
  const attributes = { name, 'created-at': created, payload: { data } };
  const body = JSON.stringify({ data: { type: 'event', id: `evt_${Math.random()}`, attributes } });
  const answer = await host.webhook(delivery(body, sign(body, { at: world.time, secret: persona.webhookSecret })));
  expect(answer.status).toBe(200);
}
const inquiry = (id: string, next: string | null) => ({
  type: 'inquiry',
  id,
  attributes: { 'next-step-name': next },
});
/** The account's inquiry, which its owner has begun. */
async function begun(host: ReturnType<typeof makeHost>): Promise<string> {
  const { inquiryId } = await opened(host);
  await tell(host, 'inquiry.started', inquiry(inquiryId, null), 0);
  return inquiryId;
}
const ofInquiry = (id: string) => ({ inquiry: { data: { type: 'inquiry', id } } });
const session = (id: string, inquiryId: string, method: string | null = null) => ({
  type: 'inquiry-session',
  id,
  attributes: { 'device-handoff-method': method },
  relationships: ofInquiry(inquiryId),
});

async function sessions(inquiryId: string): Promise<string[]> {
  const response = await fetch(`${persona.origin}/api/v1/inquiry-sessions?filter[inquiry-id]=${inquiryId}`, {
    headers: { authorization: `Bearer ${persona.apiKey}` },
  });
  return ((await response.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
}

describe('the steps of an answer', () => {
  it('are an ID and a selfie unless the host says otherwise, from the first answer on', async () => {
    expect(await status()).toMatchObject({ steps: ['id', 'selfie'] });
    expect(await status(kycHost())).toMatchObject({ steps });
    expect(await open(kycHost())).toMatchObject({ steps });
  });

  it('have before them what the person has met all the same', () => {
    const record = { inquiryId: 'inq_1', account: 'a', own: true, newsAt: new Date(), createdAt: new Date() };
    const pending = { ...record, decidedAt: null, status: 'pending', device: null };
    expect(whereabouts({}, { ...pending, step: 'phone' }).steps).toEqual(['phone', 'id', 'selfie']);
    expect(whereabouts({}, { ...pending, step: 'constructor' })).toEqual({ steps: ['id', 'selfie'] });
  });

  it('are refused when the host names one that nobody knows', () => {
    const options = { store: {} as never, authorize: () => true };
    expect(() => createIdentityHost({ ...options, persona: { ...kyc(), steps: ['id', 'face' as never] } })).toThrow(
      'persona.steps knows phone, id, selfie only.',
    );
  });
});

describe('where the person is', () => {
  it.each([
    ['verification_phone_number', 'phone'],
    ['verification_government_id', 'id'],
    ['retry_verification_government_id', 'id'],
    ['verification/government-id', 'id'],
    ['verification_selfie', 'selfie'],
    ['start', undefined],
    ['success', undefined],
    [null, undefined],
  ])('is known by Persona’s name %s: %s', (name, step) => expect(stepOf(name)).toBe(step));

  it('follows every step that Persona tells of, and stays where a name says nothing', async () => {
    const host = kycHost();
    const inquiryId = await begun(host);
    for (const [second, [name, step]] of (
      [
        ['verification_phone_number', 'phone'],
        ['verification_government_id', 'id'],
        ['consent', 'id'],
        ['verification_selfie', 'selfie'],
      ] as const
    ).entries()) {
      await tell(host, 'inquiry.transitioned', inquiry(inquiryId, name), second + 1);
      expect((await status(host)).step).toBe(step);
    }
    expect(await open(host)).toMatchObject({ inquiryId, steps, step: 'selfie' });
    // Of a moment before.
    await tell(host, 'inquiry.transitioned', inquiry(inquiryId, 'verification_phone_number'), 2);
    expect(await status(host)).toMatchObject({ step: 'selfie' });
  });

  it('goes on after what has passed, where Persona tells of verifications only', async () => {
    const host = kycHost();
    const inquiryId = await begun(host);
    const passed = (type: string) => ({ type, id: 'ver_1', relationships: ofInquiry(inquiryId) });
    await tell(host, 'verification.passed', passed('verification/phone-number'), 1);
    expect(await status(host)).toMatchObject({ step: 'id' });
    await tell(host, 'verification.passed', passed('verification/database'), 2);
    expect(await status(host)).toMatchObject({ step: 'id' });
    await tell(host, 'verification.passed', passed('verification/selfie'), 3);
    expect(await status(host)).toMatchObject({ step: 'id' });
  });

  it('is learned by asking, where no event comes', async () => {
    const host = kycHost();
    const { inquiryId } = await opened(host);
    world.time += 60_000;
    world.answer = async (go) => {
      const answer = (await (await go()).json()) as { data: { id: string; attributes: object }[] };
      const attributes = {
        status: 'pending',
        'next-step-name': 'verification_government_id',
        'updated-at': new Date(world.time),
      };
      const data = answer.data.map((one) => ({ ...one, attributes: { ...one.attributes, ...attributes } }));
      return Response.json({ data });
    };
    expect(await status(host)).toMatchObject({ inquiryId, step: 'id' });
  });

  it('is told from the beginning on, while it can go on', async () => {
    const host = kycHost();
    const { inquiryId } = await opened(host);
    expect(await status(host)).not.toHaveProperty('step');
    await tell(host, 'inquiry.started', inquiry(inquiryId, null), 0);
    await tell(host, 'inquiry.transitioned', inquiry(inquiryId, 'verification_selfie'), 1);
    expect(await status(host)).toMatchObject({ step: 'selfie' });
    await happen(inquiryId, 'start', 'complete');
    const completed = { ...inquiry(inquiryId, null), attributes: { status: 'completed' } };
    await tell(host, 'inquiry.completed', completed, 2);
    const now = await status(host);
    expect(now).toMatchObject({ status: 'completed', steps });
    expect(now).not.toHaveProperty('step');
    expect(now).not.toHaveProperty('device');
  });

  it('changes nothing for who names an inquiry that is not ours, or sends half of an event', async () => {
    const host = kycHost();
    await opened(host);
    await tell(host, 'inquiry.transitioned', inquiry('inq_other', 'verification_selfie'), 1);
    await tell(host, 'inquiry.transitioned', {}, 2);
    await tell(host, 'verification.passed', {}, 3);
    await tell(host, 'inquiry-session.started', {}, 4);
    const now = await status(host);
    expect(now).not.toHaveProperty('step');
    expect(now).toMatchObject({ device: 'here' });
  });
});

describe('whose device the person is on', () => {
  it('is the page’s that opens the inquiry, and the phone’s from the moment its link is opened', async () => {
    const host = kycHost();
    expect(await status(host)).not.toHaveProperty('device');
    const { inquiryId } = await opened(host);
    expect(await status(host)).toMatchObject({ device: 'here' });
    const linkOf = async () => ((await open(host, { link: true })) as { oneTimeLink?: string }).oneTimeLink;
    const link = await linkOf();
    expect(link).toContain('/verify?code=');
    const [linked] = await sessions(inquiryId);
    expect(await status(host)).toMatchObject({ device: 'here' });
    await tell(host, 'inquiry-session.started', session('iqse_page', inquiryId), 1);
    expect(await status(host)).toMatchObject({ device: 'here' });
    await tell(host, 'inquiry-session.started', session(linked!, inquiryId), 2);
    expect(await status(host)).toMatchObject({ device: 'other' });

    // The link has been opened: who asks again gets another.
    const again = await linkOf();
    expect(again).not.toBe(link);
    expect(await status(host)).toMatchObject({ device: 'other' });
    expect(await open(host)).toMatchObject({ inquiryId });
    expect(await status(host)).toMatchObject({ device: 'here' });
    expect(await linkOf()).not.toBe(again);
  });

  it('is the other’s too when Persona’s own page has handed the inquiry over', async () => {
    const host = kycHost();
    const { inquiryId } = await opened(host);
    await tell(host, 'inquiry-session.started', session('iqse_qr', inquiryId, 'qr'), 1);
    expect(await status(host)).toMatchObject({ device: 'other' });
  });
});

describe('a stream', () => {
  it('tells a step at once', async () => {
    const host = kycHost();
    const inquiryId = await begun(host);
    const leaving = new AbortController();
    const answer = await host.status(
      at(`status?account=${world.account}`, { headers: { accept: 'text/event-stream' }, signal: leaving.signal }),
    );
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).not.toContain('"step":"selfie"');
    await tell(host, 'inquiry.transitioned', inquiry(inquiryId, 'verification_selfie'), 1);
    // A line that says nothing may come before: the stream hears of every change of the account.
    const news = async (): Promise<string | undefined> => {
      const { value } = await reader.read();
      return value?.startsWith(':') ? news() : value;
    };
    expect(await news()).toContain('"step":"selfie"');
    leaving.abort();
  });
});
