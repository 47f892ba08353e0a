import { describe, expect, it } from 'vitest';
import { kycWalk } from './kyc-walk.js';
import { blurred } from './licence.js';
import { png } from './pictures.js';
import { type Json, type RunningSandbox, running } from './running-sandbox.js';
import { webhookReceiver } from './webhook-receiver.js';

const statusOf = async (sandbox: RunningSandbox, id: string) =>
  (await sandbox.rest(`/inquiries/${id}`)).body.data.attributes.status as string;

/** An inquiry that failed, and its case. */
async function inReview(sandbox: RunningSandbox) {
  const { inquiryId } = await kycWalk(sandbox, { pictures: [blurred()], tries: 5, referenceId: 'loc_1' });
  sandbox.clock.advance(3000);
  const [opened] = (await sandbox.rest('/cases')).body.data;
  const post = (call: string, meta: object) => sandbox.rest(`/cases/${opened.id}/${call}`, { meta });
  const patch = (body: object) => sandbox.rest(`/cases/${opened.id}`, body, { method: 'PATCH' });
  const read = async () => (await sandbox.rest(`/cases/${opened.id}`)).body.data;
  return { inquiryId, opened, post, patch, read };
}

describe('a case', () => {
  it('names its inquiry, account and verifications, and who opened it', async () => {
    const sandbox = await running();
    const { inquiryId, opened } = await inReview(sandbox);
    const inquiry = (await sandbox.rest(`/inquiries/${inquiryId}`)).body.data;
    expect(opened).toMatchObject({
      type: 'case',
      attributes: {
        status: 'Open',
        name: 'KYC + Mobile 2FA Manual Review',
        resolution: null,
        'creator-type': 'workflow-run',
        'assignee-id': null,
        attachments: [],
        fields: {},
      },
      relationships: {
        inquiries: { data: [{ type: 'inquiry', id: inquiryId }] },
        accounts: { data: [inquiry.relationships.account.data] },
        verifications: inquiry.relationships.verifications,
      },
    });
    expect((await sandbox.rest(`/workflow-runs/${opened.attributes['creator-id']}`)).status).toBe(200);
  });

  it.each([
    ['Approved', 'approved'],
    ['Declined', 'declined'],
  ])('that is %s decides the inquiry', async (status, decided) => {
    const sandbox = await running();
    const { inquiryId, post } = await inReview(sandbox);
    const { body } = await post('set-status', { status });
    expect(body.data.attributes).toMatchObject({
      status,
      resolution: status,
      'resolved-at': expect.any(String),
      'resolver-type': 'user',
    });
    expect(await statusOf(sandbox, inquiryId)).toBe(decided);
  });

  it('is resolved when the inquiry is decided elsewhere', async () => {
    const sandbox = await running();
    const { inquiryId, read } = await inReview(sandbox);
    await sandbox.rest(`/inquiries/${inquiryId}/approve`, {});
    expect((await read()).attributes).toMatchObject({ status: 'Approved', resolution: 'Approved' });
  });

  it('stays open while another of its inquiries waits', async () => {
    const sandbox = await running();
    const { inquiryId, post, read } = await inReview(sandbox);
    const other = await sandbox.createInquiry();
    await post('add-objects', { 'object-ids': [other] });
    await sandbox.rest(`/inquiries/${inquiryId}/approve`, {});
    expect((await read()).attributes.status).toBe('Open');
  });

  it('is reopened by another status, and leaves what was decided', async () => {
    const sandbox = await running();
    const { inquiryId, post } = await inReview(sandbox);
    await post('set-status', { status: 'Approved' });
    expect(await post('set-status', { status: 'Declined' })).toMatchObject({ status: 409 });
    expect((await post('set-status', { status: 'Pending' })).body.data.attributes).toMatchObject({
      status: 'Pending',
      resolution: null,
      'resolved-at': null,
    });
    await post('set-status', { status: 'Declined' });
    expect(await statusOf(sandbox, inquiryId)).toBe('approved');
  });

  it('takes the statuses and fields of its template only', async () => {
    const sandbox = await running({
      caseTemplate: {
        name: 'Fraud',
        statuses: ['New', 'Escalated'],
        resolutions: ['Approved', 'Spam'],
        fields: { score: 'integer' },
      },
    });
    const { inquiryId, opened, post, patch } = await inReview(sandbox);
    expect(opened.attributes).toMatchObject({ name: 'Fraud', status: 'New' });
    expect(await post('set-status', { status: 'Open' })).toMatchObject({
      status: 400,
      body: { errors: [{ details: expect.stringContaining('New, Escalated, Approved, Spam') }] },
    });
    const withFields = (fields: object) => patch({ data: { attributes: { fields } } });
    expect(await withFields({ score: 'high' })).toMatchObject({ status: 400 });
    expect(await withFields({ other: 1 })).toMatchObject({ status: 400 });
    expect((await withFields({ score: 7 })).body.data.attributes.fields).toEqual({ score: 7 });
    expect((await post('set-status', { status: 'Spam' })).body.data.attributes.resolution).toBe('Spam');
    expect(await statusOf(sandbox, inquiryId)).toBe('failed');
    const template = opened.relationships['case-template'].data.id;
    expect((await sandbox.rest(`/case-templates/${template}`)).body.data.attributes).toMatchObject({
      name: 'Fraud',
      resolutions: ['Approved', 'Spam'],
      'field-schemas': [{ key: 'score', type: 'integer' }],
    });
  });

  it('is assigned, tagged, and keeps files', async () => {
    const sandbox = await running();
    const { post, patch } = await inReview(sandbox);
    const assigned = (await post('assign', { 'user-email-address': 'rita@example.com' })).body.data.attributes;
    expect(assigned).toMatchObject({ 'assignee-id': expect.stringMatching(/^user_/), 'assigner-type': 'user' });
    expect(await post('assign', { 'user-email-address': 'rita' })).toMatchObject({ status: 400 });
    const tagsOf = ({ body }: { body: Json }) => body.data.attributes.tags;
    expect(tagsOf(await post('add-tag', { 'tag-name': 'vip' }))).toEqual(['id_blur_detection', 'vip']);
    expect(tagsOf(await post('remove-tag', { 'tag-name': 'id_blur_detection' }))).toEqual(['vip']);
    expect(tagsOf(await post('set-tags', { 'tag-name': ['a', 'b', 'a'] }))).toEqual(['a', 'b']);
    const attach = (bytes: Buffer) =>
      patch({ data: { attributes: { attachments: [{ filename: 'letter.png', data: bytes.toString('base64') }] } } });
    const [file] = (await attach(png())).body.data.attributes.attachments;
    expect(file).toMatchObject({ filename: 'letter.png', 'byte-size': png().length });
    const answer = await fetch(file.url, { headers: { authorization: `Bearer ${sandbox.apiKey}` } });
    expect(Buffer.from(await answer.arrayBuffer())).toHaveLength(png().length);
    expect(await attach(Buffer.from('text'))).toMatchObject({ status: 400 });
  });

  it('is opened and filled by the API', async () => {
    const sandbox = await running();
    const { opened, read } = await inReview(sandbox);
    const template = opened.relationships['case-template'].data.id;
    const id = await sandbox.createInquiry({ 'reference-id': 'loc_2' });
    const account = (await sandbox.rest(`/inquiries/${id}`)).body.data.relationships.account.data.id;
    const create = (attributes: object, ids: string[]) =>
      sandbox.rest('/cases', {
        data: { attributes: { 'case-template-id': template, ...attributes } },
        meta: { 'object-ids': ids },
      });
    const made = await create({ 'creator-email-address': 'rita@example.com' }, [id]);
    expect(made).toMatchObject({ status: 201, body: { data: { attributes: { 'creator-type': 'user' } } } });
    expect(made.body.data.attributes['creator-id']).not.toBe('user_sandbox');
    expect(await create({ 'case-template-id': 'ctmpl_x' }, [])).toMatchObject({ status: 404 });
    expect(await create({ colour: 'red' }, [])).toMatchObject({ status: 400 });
    for (const wrong of ['inq_x', 'act_x', 'ver_x']) expect(await create({}, [wrong])).toMatchObject({ status: 404 });
    expect(await create({}, ['rep_x'])).toMatchObject({ status: 400 });
    const call = (name: string, ids: string[]) =>
      sandbox.rest(`/cases/${made.body.data.id}/${name}`, { meta: { 'object-ids': ids } });
    const [verification] = (await read()).relationships.verifications.data;
    const { relationships } = (await call('add-objects', [account, verification.id])).body.data;
    expect(relationships).toMatchObject({ accounts: { data: [{ id: account }] }, inquiries: { data: [{ id }] } });
    expect(relationships.verifications.data).toEqual([verification]);
    const rest = (await call('remove-objects', [id, 'inq_not-there'])).body.data.relationships;
    expect(rest).toMatchObject({ accounts: { data: [{ id: account }] }, inquiries: { data: [] } });
  });

  it('is redacted once, and then takes nothing more', async () => {
    const sandbox = await running();
    const { opened, post, patch, inquiryId } = await inReview(sandbox);
    const attachments = [{ filename: 'letter.png', data: png().toString('base64') }];
    const kept = await patch({ data: { attributes: { attachments, fields: { 'risk-level': 'high' } } } });
    const { url } = kept.body.data.attributes.attachments[0];
    const redact = () => sandbox.rest(`/cases/${opened.id}`, undefined, { method: 'DELETE' });
    const { attributes } = (await redact()).body.data;
    expect(attributes).toMatchObject({ fields: {}, attachments: [], 'redacted-at': expect.any(String) });
    expect((await fetch(url, { headers: { authorization: `Bearer ${sandbox.apiKey}` } })).status).toBe(404);
    const [comment] = (await sandbox.rest(`/cases/${opened.id}?include=case-comments`)).body.included;
    expect(comment.attributes.message).toBe('');
    expect(await redact()).toMatchObject({ status: 409 });
    expect(await post('set-status', { status: 'Approved' })).toMatchObject({ status: 409 });
    expect(await statusOf(sandbox, inquiryId)).toBe('failed');
  });
});

describe('the list of cases', () => {
  it('knows every filter of Persona’s, and refuses any other', async () => {
    const sandbox = await running();
    const { inquiryId, opened } = await inReview(sandbox);
    const other = await sandbox.createInquiry();
    await sandbox.walk(other);
    await sandbox.rest(`/inquiries/${other}/mark-for-review`, {});
    const found = async (filter: string) =>
      (await sandbox.rest(`/cases?filter${filter}`)).body.data.map(({ id }: Json) => id);
    const account = opened.relationships.accounts.data[0].id;
    const template = opened.relationships['case-template'].data.id;
    for (const filter of [`[inquiry-id]=${inquiryId}`, `[account-id]=${account}`, '[reference-id]=loc_1'])
      expect(await found(filter)).toEqual([opened.id]);
    for (const filter of ['[status]=Open', `[case-template-id]=${template}`])
      expect(await found(filter)).toHaveLength(2);
    for (const filter of ['[status]=Pending', '[report-id]=rep_x', '[case-template-id]=ctmpl_x'])
      expect(await found(filter)).toEqual([]);
    for (const filter of ['[inqiry-id]', '[inquiryId]'])
      expect(await sandbox.rest(`/cases?filter${filter}=${inquiryId}`)).toMatchObject({ status: 400 });
    expect(await sandbox.rest('/cases/case_x')).toMatchObject({ status: 404 });
  });

  it('is searched by joined conditions, sorted, page by page', async () => {
    const sandbox = await running();
    const { opened, post, patch } = await inReview(sandbox);
    await patch({ data: { attributes: { fields: { 'risk-level': 'high' } } } });
    await post('set-status', { status: 'Declined' });
    sandbox.clock.advance(60_000);
    const other = await sandbox.createInquiry();
    await sandbox.walk(other);
    const second =
      (await sandbox.rest(`/inquiries/${other}/mark-for-review`, {})) && (await sandbox.rest('/cases')).body.data[0].id;
    const search = async (body: object) => {
      const answer = await sandbox.rest('/cases/search', body);
      return answer.status === 200 ? answer.body.data.map(({ id }: Json) => id) : answer.status;
    };
    const is = (attribute: string, value: unknown, operator = 'eq') => ({ attribute, operator, value });
    expect(await search({})).toEqual([second, opened.id]);
    expect(await search({ sort: { attribute: 'created_at', direction: 'asc' } })).toEqual([opened.id, second]);
    expect(await search({ query: is('status', 'open') })).toEqual([second]);
    expect(await search({ query: { not: is('state', 'open') } })).toEqual([opened.id]);
    expect(await search({ query: is('fields.risk-level', 'high') })).toEqual([opened.id]);
    const later = is('created_at', (await sandbox.rest(`/cases/${second}`)).body.data.attributes['created-at'], 'gte');
    expect(await search({ query: { and: [later, { or: [is('status', 'Open'), is('status', 'Pending')] }] } })).toEqual([
      second,
    ]);
    expect(await search({ page: { size: 1, after: second } })).toEqual([opened.id]);
    expect(await search({ query: is('colour', 'red') })).toBe(400);
    expect(await search({ query: is('status', 'open', 'like') })).toBe(400);
    const tooDeep = { and: [{ or: [{ not: is('status', 'open') }] }] };
    expect(await search({ query: tooDeep })).toBe(400);
  });
});

describe('the events of a case', () => {
  it('tell of every change, and of tags which', async () => {
    const receiver = await webhookReceiver();
    const sandbox = await running({ webhookUrl: receiver.url, webhookEvents: ['case.*'] });
    const { opened, post, patch } = await inReview(sandbox);
    await post('assign', { 'user-email-address': 'rita@example.com' });
    await post('add-tag', { 'tag-name': 'vip' });
    await post('add-tag', { 'tag-name': 'vip' });
    await patch({ data: { attributes: { fields: { 'risk-level': 'high' } } }, meta: { 'sla-expires-in-seconds': 60 } });
    await post('set-status', { status: 'Pending' });
    sandbox.clock.advance(60_000);
    await post('set-status', { status: 'Approved' });
    await post('set-status', { status: 'Open' });
    await sandbox.rest(`/cases/${opened.id}`, undefined, { method: 'DELETE' });
    const about = (await sandbox.rest(`/events?filter[object-id]=${opened.id}`)).body.data as Json[];
    const told = about.map(({ attributes }) => attributes).reverse();
    expect(told.map(({ name }) => name)).toEqual([
      'case.created',
      'case.assigned',
      'case.updated-tags',
      'case.updated-fields',
      'case.status-updated',
      'case.sla-expired',
      'case.resolved',
      'case.reopened',
      'case.redacted',
    ]);
    expect(told[2].context).toEqual({ 'added-tags': ['vip'], 'removed-tags': [] });
    sandbox.clock.advance(0);
    expect((await receiver.next()).name).toMatch(/^case\./);
  });
});
