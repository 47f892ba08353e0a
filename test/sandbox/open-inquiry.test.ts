import { describe, expect, it } from 'vitest';
import { png } from './pictures.js';
import { type RunningSandbox, running } from './running-sandbox.js';

/** An inquiry whose ID is shown, so that it is pending, and its session token. */
async function pending(sandbox: RunningSandbox): Promise<{ inquiryId: string; sessionToken: string }> {
  const inquiryId = await sandbox.createInquiry();
  const { sessionToken } = (await sandbox.flow('/open', { inquiryId })).body;
  for (const event of [
    { type: 'country', country: 'US' },
    { type: 'id-type', idClass: 'pp' },
  ])
    await sandbox.flow('/events', event, sessionToken);
  await sandbox.flow('/pictures/front', png(), sessionToken);
  await sandbox.flow('/events', { type: 'confirm', pass: true }, sessionToken);
  return { inquiryId, sessionToken };
}

describe('opening an inquiry', () => {
  it('needs only the id while it is created', async () => {
    const sandbox = await running();
    const inquiryId = await sandbox.createInquiry();
    expect((await sandbox.flow('/open', { inquiryId })).body).toMatchObject({
      view: { inquiryId, status: 'created', step: 'country' },
      sessionToken: expect.any(String),
    });
  });

  it('needs a token once it is pending', async () => {
    const sandbox = await running();
    const { inquiryId, sessionToken } = await pending(sandbox);
    const expired = { status: 409, body: { status: 409, code: 'unauthenticated' } };
    expect(await sandbox.flow('/open', { inquiryId })).toMatchObject(expired);
    expect(await sandbox.flow('/open', { inquiryId, sessionToken: `${sessionToken}x` })).toMatchObject(expired);
    expect(await sandbox.flow('/open', { inquiryId, sessionToken })).toMatchObject({
      status: 200,
      body: { view: { step: 'selfie-center' } },
    });
  });

  it('refuses the token of another inquiry', async () => {
    const sandbox = await running();
    const { inquiryId } = await pending(sandbox);
    const other = await pending(sandbox);
    expect(await sandbox.flow('/open', { inquiryId, sessionToken: other.sessionToken })).toMatchObject({
      body: { code: 'unauthenticated' },
    });
  });

  it('refuses a token after a day', async () => {
    const sandbox = await running();
    const { inquiryId, sessionToken } = await pending(sandbox);
    sandbox.clock.advance(86_400_000);
    expect((await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.attributes.status).toBe('expired');
    expect(await sandbox.flow('/open', { inquiryId, sessionToken })).toMatchObject({
      body: { code: 'unauthenticated' },
    });
    expect(await sandbox.flow('', undefined, sessionToken)).toMatchObject({ body: { code: 'unauthenticated' } });
  });

  it('ends its sessions and links when it expires, also once it is resumed', async () => {
    const sandbox = await running();
    const { inquiryId, sessionToken } = await pending(sandbox);
    const link = new URL(
      (await sandbox.rest(`/inquiries/${inquiryId}/generate-one-time-link`, {})).body.meta['one-time-link'],
    );
    await sandbox.rest(`/inquiries/${inquiryId}/expire`, {});
    const { meta } = (await sandbox.rest(`/inquiries/${inquiryId}/resume`, {})).body;
    expect(await sandbox.flow('/open', { inquiryId, sessionToken })).toMatchObject({ status: 409 });
    expect(await sandbox.flow('/open', { code: link.searchParams.get('code') })).toMatchObject({ status: 409 });
    expect(await sandbox.flow('/open', { inquiryId, sessionToken: meta['session-token'] })).toMatchObject({
      status: 200,
    });
  });

  it('makes a new one on each load in template mode, with its account and fields', async () => {
    const sandbox = await running();
    const open = async () =>
      (
        await sandbox.flow('/open', {
          templateId: sandbox.templateId,
          referenceId: 'loc_1',
          fields: { 'name-first': 'Ada' },
        })
      ).body.view;
    const [first, second] = [await open(), await open()];
    expect(first.inquiryId).not.toBe(second.inquiryId);
    expect(first).toMatchObject({
      templateId: sandbox.templateId,
      fields: { 'name-first': { type: 'string', value: 'Ada' } },
    });
    const [a, b] = (await sandbox.rest('/inquiries?filter[reference-id]=loc_1')).body.data;
    expect(a.relationships.account).toEqual(b.relationships.account);
  });

  it.each([
    ['an unknown inquiry', { inquiryId: 'inq_x' }, 400, 'invalid_config'],
    ['an unknown template', { templateId: 'itmpl_x' }, 422, 'inactive_template'],
    ['nothing', {}, 400, 'invalid_config'],
    ['an unknown field', { templateId: 'TEMPLATE', fields: { shoe: '42' } }, 400, 'invalid_config'],
    [
      'a redirect to a foreign site',
      { templateId: 'TEMPLATE', redirectUri: 'https://elsewhere.example/' },
      400,
      'invalid_config',
    ],
    ['a redirect to a script', { templateId: 'TEMPLATE', redirectUri: 'javascript:alert(1)' }, 400, 'invalid_config'],
    ['an unknown link', { code: 'local1-x' }, 409, 'unauthenticated'],
  ])('reports %s as Persona does', async (_, request, status, code) => {
    const sandbox = await running({ templateId: 'TEMPLATE' });
    expect(await sandbox.flow('/open', request)).toMatchObject({
      status,
      body: { status, code, message: expect.any(String) },
    });
  });

  it('shows a finished one without a token and takes no more steps', async () => {
    const sandbox = await running();
    const { inquiryId, sessionToken } = await pending(sandbox);
    await sandbox.rest(`/inquiries/${inquiryId}/perform-simulate-actions`, {
      meta: { 'simulate-actions': [{ type: 'complete_inquiry' }] },
    });
    expect((await sandbox.flow('/open', { inquiryId })).body).toMatchObject({
      view: { status: 'completed' },
      sessionToken: null,
    });
    expect(await sandbox.flow('/events', { type: 'confirm', pass: true }, sessionToken)).toMatchObject({
      status: 409,
      body: { code: 'wrong_step' },
    });
  });
});

describe('resuming', () => {
  it('gives the unused session again, and a new one after use', async () => {
    const sandbox = await running();
    const { inquiryId } = await pending(sandbox);
    const resume = async () =>
      (await sandbox.rest(`/inquiries/${inquiryId}/resume`, {})).body.meta['session-token'] as string;
    const sessionOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).sid;
    const first = await resume();
    expect(sessionOf(await resume())).toBe(sessionOf(first));
    await sandbox.flow('/open', { inquiryId, sessionToken: first });
    expect(sessionOf(await resume())).not.toBe(sessionOf(first));
  });

  it('ends after 25 sessions', async () => {
    const sandbox = await running();
    const { inquiryId } = await pending(sandbox);
    for (let session = 2; session <= 25; session++) {
      const { meta } = (await sandbox.rest(`/inquiries/${inquiryId}/resume`, {})).body;
      await sandbox.flow('/open', { inquiryId, sessionToken: meta['session-token'] });
    }
    expect(await sandbox.rest(`/inquiries/${inquiryId}/resume`, {})).toMatchObject({
      status: 409,
      body: { errors: [{ title: 'Conflict', details: expect.stringContaining('25 sessions') }] },
    });
  });

  it('is refused for a finished inquiry', async () => {
    const sandbox = await running();
    const inquiryId = await sandbox.createInquiry();
    await sandbox.walk(inquiryId);
    expect((await sandbox.rest(`/inquiries/${inquiryId}/resume`, {})).status).toBe(409);
  });
});

describe('a one-time link', () => {
  const linkFor = async (sandbox: RunningSandbox, inquiryId: string, meta = {}) => {
    const { body } = await sandbox.rest(`/inquiries/${inquiryId}/generate-one-time-link`, { meta });
    return new URL(body.meta['one-time-link']).searchParams.get('code');
  };

  it('opens a pending inquiry without a token', async () => {
    const sandbox = await running();
    const { inquiryId } = await pending(sandbox);
    const code = await linkFor(sandbox, inquiryId);
    expect((await sandbox.flow('/open', { code })).body).toMatchObject({
      view: { inquiryId, step: 'selfie-center' },
      sessionToken: expect.any(String),
    });
  });

  it('works once, with five minutes of grace and for the tab that used it', async () => {
    const sandbox = await running();
    const { inquiryId } = await pending(sandbox);
    const code = await linkFor(sandbox, inquiryId);
    const { sessionToken } = (await sandbox.flow('/open', { code })).body;
    sandbox.clock.advance(5 * 60_000);
    expect(await sandbox.flow('/open', { code })).toMatchObject({ status: 409 });
    expect(await sandbox.flow('/open', { code, sessionToken })).toMatchObject({ status: 200 });
  });

  it('ends when its time is over', async () => {
    const sandbox = await running();
    const code = await linkFor(sandbox, await sandbox.createInquiry(), { 'expires-in-seconds': 60 });
    sandbox.clock.advance(60_000);
    expect(await sandbox.flow('/open', { code })).toMatchObject({ status: 409, body: { code: 'unauthenticated' } });
  });
});

describe('a picture', () => {
  it('is refused with a reason and may be sent again', async () => {
    const sandbox = await running();
    const { sessionToken } = await pending(sandbox);
    expect(await sandbox.flow('/pictures/center', Buffer.alloc(20_000, 'x'), sessionToken)).toMatchObject({
      status: 422,
      body: { code: 'file_type' },
    });
    expect(await sandbox.flow('/pictures/center', png(), sessionToken)).toMatchObject({ status: 200 });
  });

  it('is refused for a side nobody asked for', async () => {
    const sandbox = await running();
    const { sessionToken } = await pending(sandbox);
    expect(await sandbox.flow('/pictures/left', png(), sessionToken)).toMatchObject({
      status: 409,
      body: { code: 'wrong_step' },
    });
  });

  it('needs a session', async () => {
    const sandbox = await running();
    expect(await sandbox.flow('/pictures/front', png())).toMatchObject({
      status: 409,
      body: { code: 'unauthenticated' },
    });
  });
});
