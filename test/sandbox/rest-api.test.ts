import { describe, expect, it } from 'vitest';
import { running } from './running-sandbox.js';

describe('REST API', () => {
  it('refuses a request without the key, and with another one', async () => {
    const sandbox = await running();
    const none = await fetch(`${sandbox.origin}/api/v1/inquiries`);
    expect(none.status).toBe(401);
    expect(await none.json()).toEqual({ errors: [{ title: 'Must be authenticated to access this endpoint' }] });
    const other = await sandbox.rest('/inquiries', undefined, {
      headers: { Authorization: 'Bearer persona_sandbox_other' },
    });
    expect(other).toMatchObject({ status: 401, body: { errors: [{ title: 'Token is invalid' }] } });
  });

  it('makes no inquiry for an account that does not exist', async () => {
    const sandbox = await running();
    expect(
      await sandbox.rest('/inquiries', {
        data: { attributes: { 'inquiry-template-id': sandbox.templateId, 'account-id': 'act_x' } },
      }),
    ).toMatchObject({ status: 404, body: { errors: [{ details: 'There is no account "act_x".' }] } });
  });

  it('creates an inquiry with a session token and a link when asked', async () => {
    const sandbox = await running();
    const { status, body, headers } = await sandbox.rest(
      '/inquiries',
      {
        data: {
          attributes: {
            'inquiry-template-id': sandbox.templateId,
            'reference-id': 'loc_1',
            note: 'first',
            tags: ['a'],
            fields: { 'name-first': 'Ada' },
          },
        },
        meta: { 'auto-create-inquiry-session': true, 'auto-create-one-time-link': true },
      },
      { headers: { 'persona-version': '2025-10-27' } },
    );
    expect(status).toBe(201);
    expect(headers.get('request-id')).toMatch(/^req_/);
    expect(headers.get('persona-version')).toBe('2025-10-27');
    expect(body.data).toMatchObject({
      type: 'inquiry',
      id: expect.stringMatching(/^inq_/),
      attributes: {
        status: 'created',
        'reference-id': 'loc_1',
        note: 'first',
        tags: ['a'],
        fields: { 'name-first': { type: 'string', value: 'Ada' } },
        'started-at': null,
        'next-step-name': 'verification_government_id',
      },
      relationships: {
        'inquiry-template': { data: { type: 'inquiry-template', id: sandbox.templateId } },
        // One for the token, one for the link.
        sessions: { data: [{ type: 'inquiry-session' }, { type: 'inquiry-session' }] },
      },
    });
    expect(body.meta['session-token'].split('.')).toHaveLength(3);
    expect(body.meta['one-time-link']).toMatch(new RegExp(`^${sandbox.origin}/verify\\?code=`));
  });

  it('gives no token and no link unless asked', async () => {
    const sandbox = await running();
    const { body } = await sandbox.rest('/inquiries', {
      data: { attributes: { 'inquiry-template-id': sandbox.templateId } },
    });
    expect(body.meta).toEqual({ 'session-token': null, 'one-time-link': null, 'one-time-link-short': null });
  });

  it('writes keys as Key-Inflection asks and leaves those of fields alone', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry({ 'reference-id': 'loc_1' });
    const camel = (await sandbox.rest(`/inquiries/${id}`, undefined, { headers: { 'key-inflection': 'camel' } })).body
      .data;
    expect(camel.attributes).toMatchObject({ referenceId: 'loc_1', fields: { 'name-first': { type: 'string' } } });
    const snake = (await sandbox.rest(`/inquiries/${id}`, undefined, { headers: { 'key-inflection': 'snake' } })).body
      .data;
    expect(snake.relationships).toHaveProperty('inquiry_template');
  });

  it.each([
    ['an unknown attribute', { data: { attributes: { templat: 'x' } } }, 400, 'Bad Request'],
    [
      'an unknown field',
      { data: { attributes: { 'inquiry-template-id': 'TEMPLATE', fields: { shoe: '42' } } } },
      400,
      'Bad Request',
    ],
    ['another template', { data: { attributes: { 'inquiry-template-id': 'itmpl_other' } } }, 404, 'Record not found'],
    ['no data', {}, 400, 'Bad Request'],
  ])('refuses %s', async (_, request, status, title) => {
    const sandbox = await running({ templateId: 'TEMPLATE' });
    expect(await sandbox.rest('/inquiries', request)).toMatchObject({
      status,
      body: { errors: [{ title, details: expect.any(String) }] },
    });
  });

  it('says which inquiry it does not know', async () => {
    const sandbox = await running();
    expect(await sandbox.rest('/inquiries/inq_x/resume', {})).toMatchObject({
      status: 404,
      body: { errors: [{ title: 'Record not found', details: expect.stringContaining('inq_x') }] },
    });
  });

  it('lists the newest first, filtered, page by page in both directions', async () => {
    const sandbox = await running();
    const ids = [];
    for (let n = 0; n < 5; n++) ids.unshift(await sandbox.createInquiry({ 'reference-id': 'loc_1' }));
    await sandbox.createInquiry({ 'reference-id': 'loc_2' });
    const page = async (path: string) => {
      const { body } = await sandbox.rest(path);
      return { ids: body.data.map(({ id }: { id: string }) => id), ...body.links };
    };
    const first = await page('/inquiries?filter[reference-id]=loc_1&page[size]=2');
    expect(first).toMatchObject({ ids: ids.slice(0, 2), prev: null });
    const second = await page(first.next.replace('/api/v1', ''));
    expect(second.ids).toEqual(ids.slice(2, 4));
    const third = await page(second.next.replace('/api/v1', ''));
    expect(third).toMatchObject({ ids: ids.slice(4), next: null });
    expect((await page(third.prev.replace('/api/v1', ''))).ids).toEqual(ids.slice(2, 4));
  });

  it('finds inquiries by several statuses', async () => {
    const sandbox = await running();
    const open = await sandbox.createInquiry();
    const expired = await sandbox.createInquiry();
    await sandbox.rest(`/inquiries/${expired}/expire`, {});
    const statuses = async (filter: string) =>
      (await sandbox.rest(`/inquiries?filter[status]=${filter}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await statuses('created,pending')).toEqual([open]);
    expect(await statuses('created,expired')).toEqual([expired, open]);
  });

  it('approves a completed inquiry by itself after the delay', async () => {
    const sandbox = await running({ decisionDelay: 3000 });
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    const status = async () => (await sandbox.rest(`/inquiries/${id}`)).body.data.attributes.status;
    sandbox.clock.advance(2999);
    expect(await status()).toBe('completed');
    sandbox.clock.advance(1);
    expect(await status()).toBe('approved');
  });

  it('leaves a reviewer the decision once the inquiry is marked for review', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    await sandbox.rest(`/inquiries/${id}/mark-for-review`, {});
    sandbox.clock.advance(10_000);
    expect((await sandbox.rest(`/inquiries/${id}`)).body.data.attributes.status).toBe('needs_review');
    const declined = await sandbox.rest(`/inquiries/${id}/decline`, { meta: { comment: 'looked closer' } });
    expect(declined.body.data.attributes).toMatchObject({
      status: 'declined',
      'reviewer-comment': 'looked closer',
      'decisioned-at': expect.any(String),
    });
    expect(await sandbox.rest(`/inquiries/${id}/approve`, {})).toMatchObject({
      status: 409,
      body: { errors: [{ title: 'Conflict' }] },
    });
  });

  it('keeps a failed inquiry failed', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    await sandbox.walk(id, false);
    sandbox.clock.advance(10_000);
    const { data } = (await sandbox.rest(`/inquiries/${id}`)).body;
    expect(data.attributes).toMatchObject({ status: 'failed', 'failed-at': expect.any(String), 'completed-at': null });
    expect(data.relationships.verifications.data).toHaveLength(5);
  });

  it('follows another workflow when given one', async () => {
    const sandbox = await running({ workflow: { completed: 'mark-for-review' } });
    const id = await sandbox.createInquiry();
    await sandbox.walk(id);
    sandbox.clock.advance(3000);
    expect((await sandbox.rest(`/inquiries/${id}`)).body.data.attributes.status).toBe('needs_review');
  });

  it('expires an inquiry nobody finishes and lets it be resumed', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    sandbox.clock.advance(86_400_000);
    expect((await sandbox.rest(`/inquiries/${id}`)).body.data.attributes).toMatchObject({
      status: 'expired',
      'expired-at': '2026-11-21T12:00:00.000Z',
    });
    const resumed = (await sandbox.rest(`/inquiries/${id}/resume`, {})).body;
    expect(resumed).toMatchObject({
      data: { attributes: { status: 'pending' } },
      meta: { 'session-token': expect.any(String) },
    });
    expect((await sandbox.flow('/open', { inquiryId: id, sessionToken: resumed.meta['session-token'] })).status).toBe(
      200,
    );
  });

  it('goes through statuses without a person by simulate actions', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    const { body } = await sandbox.rest(`/inquiries/${id}/perform-simulate-actions`, {
      meta: {
        'simulate-actions': [
          { type: 'start_inquiry' },
          { type: 'complete_inquiry' },
          { type: 'mark_for_review_inquiry' },
        ],
      },
    });
    expect(body.data.attributes.status).toBe('needs_review');
  });

  it('changes note, tags and fields', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry({ note: 'old', fields: { 'name-first': 'Ada', 'name-last': 'L' } });
    const { body } = await sandbox.rest(
      `/inquiries/${id}`,
      { data: { attributes: { note: 'new', fields: { 'name-first': 'Bo' } } } },
      { method: 'PATCH' },
    );
    expect(body.data.attributes).toMatchObject({
      note: 'new',
      fields: { 'name-first': { value: 'Bo' }, 'name-last': { value: 'L' } },
    });
  });

  it('redacts what is personal and lets nothing more happen', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry({ note: 'private', fields: { 'name-first': 'Ada' } });
    await sandbox.walk(id);
    const { body } = await sandbox.rest(`/inquiries/${id}`, undefined, { method: 'DELETE' });
    expect(body.data.attributes).toMatchObject({
      note: null,
      fields: { 'name-first': { value: null } },
      'redacted-at': expect.any(String),
    });
    sandbox.clock.advance(10_000);
    expect((await sandbox.rest(`/inquiries/${id}/approve`, {})).body.errors[0].details).toBe(
      'Inquiry already redacted',
    );
  });
});
