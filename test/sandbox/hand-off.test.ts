import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Json, type RunningSandbox, running } from './running-sandbox.js';

/** An inquiry that its page has just offered to another device. */
async function offered(
  sandbox: RunningSandbox,
): Promise<{ inquiryId: string; token: string; link: URL; code: string }> {
  const { view, sessionToken: token } = (
    await sandbox.flow('/open', { templateId: sandbox.templateId, redirectUri: 'http://localhost:3000/' })
  ).body;
  const link = new URL((await sandbox.flow('/link', {}, token)).body.link);
  return { inquiryId: view.inquiryId, token, link, code: link.searchParams.get('code')! };
}

const viewOf = async (sandbox: RunningSandbox, token: string) => (await sandbox.flow('', undefined, token)).body.view;

describe('handing an inquiry over', () => {
  it('gives the other device a session of its own and tells the page', async () => {
    const sandbox = await running();
    const { inquiryId, token, code } = await offered(sandbox);
    expect(await viewOf(sandbox, token)).toMatchObject({ handOff: null });
    const { view, sessionToken } = (await sandbox.flow('/open', { code })).body;
    expect(view).toMatchObject({ inquiryId, handOff: 'second-device', redirectUri: null });
    expect(sessionToken).not.toBe(token);
    expect(await viewOf(sandbox, token)).toMatchObject({
      handOff: 'handed-over',
      redirectUri: 'http://localhost:3000/',
    });
    const sessions = (await sandbox.rest(`/inquiry-sessions?filter[inquiry-id]=${inquiryId}`)).body.data;
    expect(sessions.map((session: Json) => session.attributes['device-handoff-method'])).toEqual(['qr', null]);
  });

  it('leaves the session that waits for the site’s own page alone', async () => {
    const sandbox = await running();
    const { inquiryId, code } = await offered(sandbox);
    const { meta } = (await sandbox.rest(`/inquiries/${inquiryId}/resume`, {})).body;
    const { sessionToken } = (await sandbox.flow('/open', { code })).body;
    const idOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).sid;
    expect(idOf(sessionToken)).not.toBe(idOf(meta['session-token']));
  });

  it('ends the other device’s session when it is taken back, and the link with it', async () => {
    const sandbox = await running();
    const { token, code } = await offered(sandbox);
    const { sessionToken } = (await sandbox.flow('/open', { code })).body;
    expect((await sandbox.flow('/take-back', {}, token)).body.view).toMatchObject({ step: 'country', handOff: null });
    const refused = { status: 409, body: { code: 'taken_back' } };
    expect(await sandbox.flow('/events', { type: 'country', country: 'US' }, sessionToken)).toMatchObject(refused);
    expect(await sandbox.flow('/open', { code, sessionToken })).toMatchObject(refused);
    expect(await sandbox.flow('/open', { code })).toMatchObject({ status: 409, body: { code: 'unauthenticated' } });
    expect((await sandbox.flow('/events', { type: 'country', country: 'US' }, token)).body.view.step).toBe('id-type');
  });

  it('has a link for an hour', async () => {
    const sandbox = await running();
    const { code } = await offered(sandbox);
    sandbox.clock.advance(3_600_000);
    expect(await sandbox.flow('/open', { code })).toMatchObject({ status: 409, body: { code: 'unauthenticated' } });
  });
});

// Other systems have a single loopback address unless somebody adds one.
describe.runIf(process.platform === 'linux')('an address for phones', () => {
  const get = async (sandbox: RunningSandbox, path: string, from?: string) =>
    new Promise<{ status: number; location: string | undefined }>((resolve, reject) => {
      request(sandbox.lanOrigin + path, { localAddress: from }, (response) => {
        response.resume();
        resolve({ status: response.statusCode!, location: response.headers.location });
      })
        .on('error', reject)
        .end();
    });

  it('is in every link, and serves what the links open', async () => {
    const sandbox = await running({ lan: '127.0.0.2' });
    const { link, code } = await offered(sandbox);
    expect(link.origin).toBe(sandbox.lanOrigin);
    expect(await get(sandbox, link.pathname + link.search)).toMatchObject({ status: 200 });
    const opened = await fetch(`${sandbox.lanOrigin}/flow/open`, { method: 'POST', body: JSON.stringify({ code }) });
    expect(opened.status).toBe(200);
    const { meta } = (await sandbox.rest(`/inquiries/${await sandbox.createInquiry()}/generate-one-time-link`, {}))
      .body;
    expect(new URL(meta['one-time-link']).origin).toBe(sandbox.lanOrigin);
  });

  it.each([
    '/api/v1/inquiries',
    '/dashboard',
    '/dashboard.css',
    '/sandbox',
    '/widget',
    '/preload',
    '/forger',
    '/',
    '/app/../dashboard',
    '//dashboard',
  ])('shows phones nothing of %s', async (path) => {
    expect(await get(await running({ lan: '127.0.0.2' }), path)).toMatchObject({ status: 404 });
  });

  it('leads this computer to the address where it has a camera', async () => {
    const sandbox = await running({ lan: '127.0.0.2' });
    expect(await get(sandbox, '/verify?code=1', '127.0.0.2')).toEqual({
      status: 302,
      location: `${sandbox.origin}/verify?code=1`,
    });
  });

  it('is not there unless asked for', async () => {
    const sandbox = await running();
    expect(sandbox.lanOrigin).toBeNull();
    expect((await offered(sandbox)).link.origin).toBe(sandbox.origin);
  });
});
