import { describe, expect, it } from 'vitest';
import { kycWalk } from './kyc-walk.js';
import { blurred } from './licence.js';
import { type RunningSandbox, running } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

/** A browser at the console: opens it with the key, then reads pages and presses buttons. */
async function reviewer(sandbox: RunningSandbox) {
  const origin = { origin: sandbox.origin, 'content-type': 'application/x-www-form-urlencoded' };
  const entry = await fetch(`${sandbox.origin}/dashboard/key`, {
    method: 'POST',
    headers: origin,
    body: `key=${sandbox.apiKey}`,
    redirect: 'manual',
  });
  const cookie = entry.headers.getSetCookie()[0]!.split(';')[0]!;
  const visit = async (path: string) => {
    const response = await fetch(`${sandbox.origin}/dashboard${path}`, { headers: { cookie } });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const press = async (path: string, headers: Record<string, string> = origin, form: Record<string, string> = {}) => {
    const response = await fetch(`${sandbox.origin}/dashboard${path}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: new URLSearchParams(form).toString(),
      redirect: 'manual',
    });
    return { status: response.status, text: await response.text() };
  };
  const fill = (path: string, form: Record<string, string>) => press(path, origin, form);
  return { entry, visit, press, fill };
}

const statusOf = async (sandbox: RunningSandbox, id: string) =>
  (await sandbox.rest(`/inquiries/${id}`)).body.data.attributes.status as string;

describe('the reviewer console', () => {
  it('opens with the API key only, and keeps the key out of the cookie', async () => {
    const sandbox = await running();
    expect((await fetch(`${sandbox.origin}/dashboard/inquiries`)).status).toBe(401);
    const wrong = await fetch(`${sandbox.origin}/dashboard/key`, {
      method: 'POST',
      headers: { origin: sandbox.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'key=other',
    });
    expect(wrong.status).toBe(403);
    const { entry, visit } = await reviewer(sandbox);
    expect(entry.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/);
    expect(entry.headers.getSetCookie()[0]).not.toContain(sandbox.apiKey);
    expect(await visit('/inquiries')).toMatchObject({
      status: 200,
      text: expect.stringContaining('There is none yet'),
    });
  });

  it('shows the checks, reasons and pictures of an inquiry, and approves its case', async () => {
    const sandbox = await running();
    const { inquiryId } = await kycWalk(sandbox, { pictures: [blurred()], tries: 5, referenceId: 'loc_<b>' });
    sandbox.clock.advance(3000);
    const { visit, press } = await reviewer(sandbox);
    expect((await visit('/cases')).text).toContain('5 verifications failed: id_blur_detection.');
    const { text } = await visit(`/inquiries/${inquiryId}`);
    expect(text).toContain('>id_blur_detection<');
    expect(text).toContain('too_blurry');
    expect(text).toContain('loc_&lt;b&gt;');
    const picture = /\/dashboard(\/files\/[^"]+)/.exec(text)![1]!;
    expect(await visit(picture)).toMatchObject({ status: 200, type: 'image/png' });
    expect(await press(`/inquiries/${inquiryId}/approve`)).toMatchObject({ status: 302 });
    expect(await statusOf(sandbox, inquiryId)).toBe('approved');
    expect((await visit('/cases')).text).toContain('Approved');
    expect(await press(`/inquiries/${inquiryId}/decline`)).toMatchObject({
      status: 409,
      text: expect.stringContaining('This is not possible now'),
    });
  });

  it('does nothing for a form of another site', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    const { press } = await reviewer(sandbox);
    expect(
      (
        await press(`/inquiries/${id}/decline`, {
          origin: 'https://elsewhere.example',
          'content-type': 'application/x-www-form-urlencoded',
        })
      ).status,
    ).toBe(403);
    expect(await statusOf(sandbox, id)).toBe('completed');
  });

  it('asks again: with the same inquiry while it is open, with a new one of the account afterwards', async () => {
    const sandbox = await running({ workflow: {} });
    const id = await sandbox.createInquiry({ 'reference-id': 'loc_1' });
    const { press } = await reviewer(sandbox);
    const codeIn = (text: string) => /code=([\w-]+)/.exec(text)![1];
    const open = async () =>
      (await sandbox.flow('/open', { code: codeIn((await press(`/inquiries/${id}/ask-again`)).text) })).body.view
        .inquiryId;
    expect(await open()).toBe(id);
    await sandbox.walk(id);
    const again = await open();
    expect(again).not.toBe(id);
    expect((await sandbox.rest('/inquiries?filter[reference-id]=loc_1')).body.data).toHaveLength(2);
  });

  it('asks again about an expired one in one new session', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    await sandbox.rest(`/inquiries/${id}/expire`, {});
    const { press } = await reviewer(sandbox);
    await press(`/inquiries/${id}/ask-again`);
    const { attributes, relationships } = (await sandbox.rest(`/inquiries/${id}`)).body.data;
    expect(attributes.status).toBe('pending');
    expect(relationships.sessions.data).toHaveLength(1);
  });

  it('sends an event again', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url });
    const id = await sandbox.createInquiry();
    sandbox.clock.advance(0);
    const first = await receiver.next();
    const { visit, press } = await reviewer(sandbox);
    await press(`/events/${JSON.parse(first.body).data.id}/resend`);
    sandbox.clock.advance(0);
    expect((await receiver.next()).body).toBe(first.body);
    expect((await visit(`/inquiries/${id}`)).text).toContain('delivered');
    expect(await press('/events/evt_x/resend')).toMatchObject({ status: 404 });
  });
});

describe('the page of a case', () => {
  /** A failed inquiry, the path of its case, and a browser at the console. */
  async function opened() {
    const sandbox = await running();
    const { inquiryId } = await kycWalk(sandbox, { pictures: [blurred()], tries: 5, referenceId: 'loc_<b>' });
    sandbox.clock.advance(3000);
    const [one] = (await sandbox.rest('/cases')).body.data;
    return { sandbox, inquiryId, path: `/cases/${one.id}`, ...(await reviewer(sandbox)) };
  }

  it('says in words why it is here, shows all pictures, and what the workflow did', async () => {
    const { path, visit } = await opened();
    expect((await visit('/cases')).text).toContain(`href="/dashboard${path}"`);
    const { text } = await visit(path);
    expect(text).toContain('A picture of the ID is too blurred (5 times).');
    expect(text).toContain('4 earlier tries');
    expect(text.match(/<img /g)).toHaveLength(5);
    expect(text).toContain('Opened a case: The inquiry failed.');
    expect(text).toContain('loc_&lt;b&gt;');
    const run = /\/dashboard(\/workflow-runs\/[^"]+)/.exec(text)![1]!;
    expect((await visit(run)).text).toContain('inquiry.failed');
    expect((await visit('/workflow-runs')).text).toContain('Run Decision on Inquiry Failed');
  });

  it('is assigned, commented, and resolved with a comment that the inquiry keeps', async () => {
    const { sandbox, inquiryId, path, visit, fill } = await opened();
    expect(await fill(`${path}/assign`, { email: 'rita@example.com' })).toMatchObject({ status: 302 });
    expect(await fill(`${path}/assign`, { email: 'rita' })).toMatchObject({ status: 409 });
    await fill(`${path}/comment`, { comment: 'Called them.' });
    await fill(`${path}/status`, { status: 'Approved', comment: 'Seen the passport.' });
    const { text } = await visit(path);
    for (const words of ['rita@example.com', 'Called them.', 'Seen the passport.', 'Resolved as Approved'])
      expect(text).toContain(words);
    expect((await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.attributes).toMatchObject({
      status: 'approved',
      'reviewer-comment': 'Seen the passport.',
    });
    expect(await fill(`${path}/status`, { status: 'Lost' })).toMatchObject({ status: 409 });
  });

  it('sends the person back by a new inquiry that belongs to the case, which waits', async () => {
    const { sandbox, inquiryId, path, visit, press } = await opened();
    expect((await visit(path)).text).toContain('Makes a new inquiry of the same account');
    const { text } = await press(`${path}/ask-again/${inquiryId}`);
    const code = /code=([\w-]+)/.exec(text)![1];
    const again = (await sandbox.flow('/open', { code })).body.view.inquiryId;
    const { attributes, relationships } = (await sandbox.rest(path)).body.data;
    expect(attributes.status).toBe('Pending');
    expect(relationships.inquiries.data.map(({ id }: { id: string }) => id)).toEqual([inquiryId, again]);
    expect(await statusOf(sandbox, inquiryId)).toBe('failed');
  });
});

describe('the pictures of a verification', () => {
  it('are answered at their address to whoever has the key', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    const [verification] = (await sandbox.rest(`/inquiries/${id}`)).body.data.relationships.verifications.data;
    const url = (await sandbox.rest(`/verifications/${verification.id}`)).body.data.attributes['front-photo-url'];
    const bare = url.replace(/\?.*/, '');
    expect((await fetch(bare)).status).toBe(401);
    const answer = await fetch(bare, { headers: { authorization: `Bearer ${sandbox.apiKey}` } });
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  });
});
