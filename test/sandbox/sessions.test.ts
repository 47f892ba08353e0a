import { describe, expect, it } from 'vitest';
import { png } from './pictures.js';
import { type Json, type RunningSandbox, running } from './running-sandbox.js';

/** What a host and its pages do about the sessions of one inquiry. */
async function oneInquiry(options: Parameters<typeof running>[0] = {}, attributes = {}, meta = {}) {
  const sandbox = await running(options);
  const inquiryId = await sandbox.createInquiry(attributes, meta);
  return { sandbox, inquiryId, ...doorsOf(sandbox, inquiryId) };
}

function doorsOf({ rest, flow }: RunningSandbox, inquiryId: string) {
  const codeIn = ({ body }: { body: Json }) => new URL(body.meta['one-time-link']).searchParams.get('code');
  return {
    /** All its sessions, newest first. */
    sessions: async (): Promise<Json[]> =>
      (await rest(`/inquiry-sessions?page[size]=100&filter[inquiry-id]=${inquiryId}`)).body.data,
    make: () => rest('/inquiry-sessions', { data: { attributes: { 'inquiry-id': inquiryId } } }),
    link: async () => codeIn(await rest(`/inquiries/${inquiryId}/generate-one-time-link`, {})),
    linkInto: async (id: string) => codeIn(await rest(`/inquiry-sessions/${id}/generate-one-time-link`, {})),
    resume: async (): Promise<string> => (await rest(`/inquiries/${inquiryId}/resume`, {})).body.meta['session-token'],
    expire: (id: string) => rest(`/inquiry-sessions/${id}/expire`, {}),
    open: async (request: object): Promise<string> => (await flow('/open', request)).body.sessionToken,
  };
}

const idIn = (token: string): string => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).sid;
const statusesOf = (sessions: Json[]) => sessions.map(({ attributes }) => attributes.status);
const sessionExpired = { status: 409, body: { code: 'unauthenticated' } };
const atTheLimit = {
  status: 409,
  body: { errors: [{ title: 'Conflict', details: expect.stringContaining('25 sessions') }] },
};

describe('a new session', () => {
  it('comes with every link and every POST /inquiry-sessions', async () => {
    const auto = { 'auto-create-inquiry-session': true, 'auto-create-one-time-link': true };
    const { inquiryId, sandbox, sessions, make, link } = await oneInquiry({}, {}, auto);
    expect(await sessions()).toHaveLength(2);
    const made = [(await make()).body.data.id, (await make()).body.data.id];
    expect((await sessions()).map(({ id }) => id).slice(0, 2)).toEqual(made.reverse());
    await link();
    await link();
    expect(statusesOf(await sessions())).toEqual(Array(6).fill('new'));
    const { relationships } = (await sandbox.rest(`/inquiries/${inquiryId}`)).body.data;
    expect(relationships.sessions.data).toHaveLength(6);
  });

  it('does not come with a link into a session that is there', async () => {
    const { sessions, make, linkInto, open } = await oneInquiry();
    const { id } = (await make()).body.data;
    const [one, two] = [await linkInto(id), await linkInto(id)];
    expect(await sessions()).toHaveLength(1);
    expect(idIn(await open({ code: two }))).toBe(id);
    expect(idIn(await open({ code: one }))).toBe(id);
    expect(await sessions()).toMatchObject([{ id, attributes: { status: 'active' } }]);
  });

  it('comes with a page that has none, and leaves those that wait for others alone', async () => {
    const { inquiryId, sessions, make, open } = await oneInquiry();
    await make();
    const [one, two] = [await open({ inquiryId }), await open({ inquiryId })];
    expect(idIn(one)).not.toBe(idIn(two));
    expect(statusesOf(await sessions())).toEqual(['active', 'active', 'new']);
  });

  it('lasts as long as the inquiry was to last when it was made', async () => {
    const hour = { 'expiration-after-create-interval-seconds': 3600, 'expiration-after-start-interval-seconds': 7200 };
    const { sandbox, inquiryId, open } = await oneInquiry({}, {}, hour);
    const sessionToken = await open({ inquiryId });
    await sandbox.rest(`/inquiries/${inquiryId}/perform-simulate-actions`, {
      meta: { 'simulate-actions': [{ type: 'start_inquiry' }] },
    });
    sandbox.clock.advance(3_599_000);
    expect((await sandbox.flow('', undefined, sessionToken)).status).toBe(200);
    sandbox.clock.advance(1000);
    expect((await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.attributes.status).toBe('pending');
    expect(await sandbox.flow('', undefined, sessionToken)).toMatchObject(sessionExpired);
  });

  it.each(['complete_inquiry', 'expire_inquiry'])('is refused after %s, and so is a link', async (last) => {
    const { sandbox, inquiryId, make, sessions } = await oneInquiry();
    const actions = last === 'complete_inquiry' ? ['start_inquiry', last] : [last];
    await sandbox.rest(`/inquiries/${inquiryId}/perform-simulate-actions`, {
      meta: { 'simulate-actions': actions.map((type) => ({ type })) },
    });
    const refused = { status: 409, body: { errors: [{ title: 'Conflict' }] } };
    expect(await make()).toMatchObject(refused);
    expect(await sandbox.rest(`/inquiries/${inquiryId}/generate-one-time-link`, {})).toMatchObject(refused);
    expect(await sessions()).toEqual([]);
  });
});

describe('25 sessions', () => {
  it('are the most an inquiry has, whichever way they came and also when they are over', async () => {
    const { sandbox, inquiryId, sessions, make, link, resume, expire } = await oneInquiry();
    for (let made = 0; made < 12; made++) await make();
    for (let made = 0; made < 13; made++) await link();
    expect(await sessions()).toHaveLength(25);
    expect(await make()).toMatchObject(atTheLimit);
    expect(await sandbox.rest(`/inquiries/${inquiryId}/generate-one-time-link`, {})).toMatchObject(atTheLimit);
    expect(await sandbox.flow('/open', { inquiryId })).toMatchObject(sessionExpired);
    const unused = await sessions();
    expect(idIn(await resume())).toBe(unused[0].id);
    for (const { id } of unused) await expire(id);
    expect(await sandbox.rest(`/inquiries/${inquiryId}/resume`, {})).toMatchObject(atTheLimit);
    expect(await sessions()).toHaveLength(25);
  });

  it('keep an expired inquiry from being resumed', async () => {
    const { sandbox, inquiryId, make } = await oneInquiry();
    for (let made = 0; made < 25; made++) await make();
    await sandbox.rest(`/inquiries/${inquiryId}/expire`, {});
    expect(await sandbox.rest(`/inquiries/${inquiryId}/resume`, {})).toMatchObject(atTheLimit);
    expect((await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.attributes.status).toBe('expired');
  });

  it('are counted for each inquiry', async () => {
    const { sandbox, make } = await oneInquiry();
    for (let made = 0; made < 25; made++) await make();
    expect((await doorsOf(sandbox, await sandbox.createInquiry()).make()).status).toBe(201);
  });
});

describe('resuming', () => {
  it('takes the newest session that nobody has used, also one that was made for a link', async () => {
    const { sessions, make, link, resume, open, inquiryId, sandbox } = await oneInquiry();
    await make();
    const code = await link();
    const [newest, oldest] = await sessions();
    const token = await resume();
    expect(idIn(token)).toBe(newest.id);
    expect((await sandbox.flow('/open', { inquiryId, sessionToken: token })).status).toBe(200);
    expect(idIn(await resume())).toBe(oldest.id);
    expect(idIn(await open({ code }))).toBe(newest.id);
    expect(await sessions()).toHaveLength(2);
  });

  it('makes one when those there are have ended', async () => {
    const { make, expire, resume, sessions } = await oneInquiry();
    await expire((await make()).body.data.id);
    expect(idIn(await resume())).toBe((await sessions())[0].id);
    expect(statusesOf(await sessions())).toEqual(['new', 'expired']);
  });
});

describe('a session token', () => {
  it('opens its own session, whatever becomes of the others', async () => {
    const { sandbox, link, open, expire, sessions } = await oneInquiry();
    const [one, two] = [await open({ code: await link() }), await open({ code: await link() })];
    await expire(idIn(one));
    expect(await sandbox.flow('', undefined, one)).toMatchObject(sessionExpired);
    expect((await sandbox.flow('', undefined, two)).status).toBe(200);
    expect(statusesOf(await sessions())).toEqual(['active', 'expired']);
  });

  it('opens no other inquiry, neither by its id nor by its link, and is not used up by the attempt', async () => {
    const { sandbox, link, open } = await oneInquiry();
    const other = await sandbox.createInquiry();
    const sessionToken = await doorsOf(sandbox, other).resume();
    const code = await link();
    expect(idIn(await open({ code, sessionToken }))).not.toBe(idIn(sessionToken));
    expect(statusesOf(await doorsOf(sandbox, other).sessions())).toEqual(['new']);
  });

  it('is not to be had by a link whose session has ended', async () => {
    const { sandbox, link, sessions, expire } = await oneInquiry();
    const code = await link();
    await expire((await sessions())[0].id);
    expect(await sandbox.flow('/open', { code })).toMatchObject(sessionExpired);
  });
});

describe('finishing the inquiry', () => {
  it('expires all of its sessions, while their pages still read how it ended', async () => {
    const { sandbox, inquiryId, link, make, open, sessions, expire } = await oneInquiry();
    const beside = await open({ code: await link() });
    const ended = await open({ code: await link() });
    await expire(idIn(ended));
    await make();
    await sandbox.walk(inquiryId);
    const all = await sessions();
    expect(statusesOf(all)).toEqual(['expired', 'expired', 'expired']);
    expect(all[0].attributes['expired-at']).toBe('2026-11-20T12:00:00.000Z');
    expect((await sandbox.flow('', undefined, beside)).body.view).toMatchObject({ status: 'completed' });
    expect(await sandbox.flow('', undefined, ended)).toMatchObject(sessionExpired);
    expect(await sandbox.flow('/pictures/front', png(), beside)).toMatchObject({ status: 409 });
    expect(await sandbox.flow('/link', {}, beside)).toMatchObject({ status: 409 });
  });

  it('leaves the end to see for whoever opens its link', async () => {
    const { sandbox, inquiryId, link } = await oneInquiry();
    const code = await link();
    await sandbox.walk(inquiryId);
    expect(await sandbox.flow('/open', { code })).toMatchObject({
      status: 200,
      body: { view: { status: 'completed' }, sessionToken: null },
    });
  });
});
