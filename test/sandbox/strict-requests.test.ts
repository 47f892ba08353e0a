import { describe, expect, it } from 'vitest';
import { refusedOperations } from '../../src/sandbox/rest/refused-operations.js';
import { kycWalk } from './kyc-walk.js';
import { running } from './running-sandbox.js';

const refusal = (details: unknown) => ({ status: 400, body: { errors: [{ title: 'Bad Request', details }] } });

describe('a request', () => {
  it.each([
    '/inquiries?filter[referenceId]=loc_1',
    '/inquiries?filter[reference_id]=loc_1',
    '/inquiries?filter[shoe]=42',
    '/inquiries?status=created',
    '/inquiries?include=account',
    '/inquiries?page[number]=2',
    '/inquiries?page[size]=0',
    '/inquiries?page[after]=inq_x',
    '/inquiries?filter[note]=a&filter[status]=created',
    '/inquiries?filter[created-at-start]=yesterday',
    '/inquiries/inq_x?filter[status]=created',
    '/accounts?filter[status]=Default',
    '/cases?filter[shoe]=42',
    '/events?filter[created-at]=now',
    '/inquiry-sessions?filter[status]=new',
    '/webhooks?filter[status]=enabled',
    '/workflow-runs?filter[shoe]=42',
    '/rate-limits?filter[name]=api',
  ])('is refused for a parameter nobody knows: %s', async (path) => {
    const sandbox = await running();
    await sandbox.createInquiry();
    expect(await sandbox.rest(path)).toMatchObject(refusal(expect.any(String)));
  });

  it('is told each mistake by its path', async () => {
    const sandbox = await running();
    const attributes = { templat: 'x', 'reference-id': 1, tags: 'a' };
    const { body } = await sandbox.rest('/inquiries', { data: { attributes }, metta: {} });
    expect(body.errors.map(({ details }: { details: string }) => details)).toEqual([
      'data.attributes.reference_id must be a string',
      'data.attributes.tags must be a array',
      'data.attributes.templat is not allowed',
      'metta is not allowed',
    ]);
    expect(await sandbox.rest('/inquiry-sessions', {})).toMatchObject(refusal('data is missing'));
  });

  it.each([
    ['key-inflection', 'bogus'],
    ['persona-version', 'nonsense'],
    ['persona-version', '2024-01-01'],
  ])('is refused with the header %s: %s', async (name, value) => {
    const sandbox = await running();
    const created = { data: { attributes: { 'inquiry-template-id': sandbox.templateId } } };
    const answer = await sandbox.rest('/inquiries', created, { headers: { [name]: value } });
    expect(answer).toMatchObject(refusal(expect.stringContaining(name.replace('-', '_'))));
    expect((await sandbox.rest('/inquiries')).body.data).toEqual([]);
  });

  it.each([
    [{ 'name-first': { type: 'string', value: 'Ada' } }, '"name-first" must be a text'],
    [{ birthdate: 'notadate' }, '"birthdate" must be a day'],
    [{ birthdate: '2001-02-30' }, '"birthdate" must be a day'],
    [{ 'current-selfie': 'self_x' }, '"current-selfie" is filled by what the person shows'],
  ])('is refused with the field %j', async (fields, details) => {
    const sandbox = await running();
    const attributes = { 'inquiry-template-id': sandbox.templateId, fields };
    expect(await sandbox.rest('/inquiries', { data: { attributes } })).toMatchObject(
      refusal(expect.stringContaining(details)),
    );
  });

  it('needs a template, and an account for a reference id', async () => {
    const sandbox = await running();
    const create = (attributes: object, meta = {}) => sandbox.rest('/inquiries', { data: { attributes }, meta });
    const template = { 'inquiry-template-id': sandbox.templateId };
    expect(await create({})).toMatchObject(refusal(expect.stringContaining('inquiry_template_id is missing')));
    const alone = { 'auto-create-account': false };
    expect(await create({ ...template, 'reference-id': 'loc_1' }, alone)).toMatchObject({ status: 400 });
    const { body } = await create({ ...template, 'theme-id': 'thm_x' }, alone);
    expect(body.data.relationships.account.data).toBeNull();
    expect((await sandbox.rest('/accounts')).body.data).toEqual([]);
  });

  it('for what the stand-in has not gets 501 and why', async () => {
    const sandbox = await running();
    const calls = [...refusedOperations, ['GET', '/reports', 'no reports'], ['GET', '/transactions/txn_x', 'no trans']];
    for (const [method, path, reason] of calls) {
      const answer = await sandbox.rest(path!.replace(':id', 'x'), undefined, { method });
      expect(answer).toMatchObject({ status: 501, body: { errors: [{ title: 'Not Implemented' }] } });
      expect(answer.body.errors[0].details).toContain(reason);
    }
    expect(await sandbox.rest('/nothing')).toMatchObject({ status: 404 });
  });
});

describe('a verification', () => {
  it('is read by the path of its kind, and redacted alone', async () => {
    const sandbox = await running();
    const { inquiryId } = await kycWalk(sandbox, {});
    const { attributes, relationships } = (await sandbox.rest(`/inquiries/${inquiryId}`)).body.data;
    const [phone, id] = relationships.verifications.data;
    expect(attributes.fields['current-government-id'].value).toEqual({
      id: relationships.documents.data[0].id,
      type: 'Document::GovernmentId',
    });
    const proved = (await sandbox.rest(`/verification/phone-numbers/${phone.id}`)).body.data.attributes;
    expect(proved).toMatchObject({
      'phone-number': '+12125550123',
      'confirmation-code': expect.stringMatching(/^\d{6}$/),
    });
    expect((await sandbox.rest(`/verification/selfies/${phone.id}`)).status).toBe(404);
    const url = (await sandbox.rest(`/verifications/${id.id}`)).body.data.attributes['front-photo-url'];
    expect((await fetch(url)).status).toBe(200);
    const redact = () => sandbox.rest(`/verifications/${id.id}`, undefined, { method: 'DELETE' });
    expect((await redact()).body.data.attributes).toMatchObject({
      'front-photo-url': null,
      'redacted-at': expect.any(String),
    });
    expect((await fetch(url)).status).toBe(404);
    expect((await redact()).status).toBe(409);
    expect((await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.attributes['redacted-at']).toBeNull();
  });
});

describe('an older version', () => {
  it('says what is personal beside the fields, whose keys follow, and carries all records along', async () => {
    const sandbox = await running();
    const fields = { 'name-first': 'Ada', birthdate: '1990-01-01' };
    const id = await sandbox.createInquiry({ 'reference-id': 'loc_1', fields });
    const read = async (version: string) =>
      (
        await sandbox.rest(`/inquiries/${id}`, undefined, {
          headers: { 'persona-version': version, 'key-inflection': 'camel' },
        })
      ).body;
    const older = await read('2023-01-05');
    expect(older.data.attributes).toMatchObject({
      nameFirst: 'Ada',
      nameLast: null,
      birthdate: '1990-01-01',
      fields: { nameFirst: { value: 'Ada' } },
    });
    expect(older.included.map(({ type }: { type: string }) => type)).toContain('account');
    const newer = await read('2025-10-27');
    expect(newer.data.attributes).not.toHaveProperty('nameFirst');
    expect(newer.data.attributes.fields).toHaveProperty('name-first');
    expect(newer).not.toHaveProperty('included');
  });
});

describe('tags and changes', () => {
  it('are told, and refused once the inquiry is redacted', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry();
    expect(id).toMatch(/^inq_\w{28}$/);
    await sandbox.rest(`/inquiries/${id}/add-tag`, { meta: { 'tag-name': 'a' } });
    await sandbox.rest(`/inquiries/${id}/add-tag`, { meta: { 'tag-name': 'a' } });
    expect((await sandbox.rest('/events?filter[name]=inquiry.updated-tags')).body.data).toHaveLength(1);
    await sandbox.rest(`/inquiries/${id}`, undefined, { method: 'DELETE' });
    const change = { data: { attributes: { note: 'again' } } };
    expect(await sandbox.rest(`/inquiries/${id}`, change, { method: 'PATCH' })).toMatchObject({
      status: 409,
      body: { errors: [{ details: 'Inquiry already redacted' }] },
    });
  });
});
