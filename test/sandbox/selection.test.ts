import { describe, expect, it } from 'vitest';
import { kycWalk } from './kyc-walk.js';
import { type Json, running } from './running-sandbox.js';

describe('include', () => {
  it('carries the named records along, each once, and not the record itself', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry({ 'reference-id': 'loc_1' });
    await sandbox.walk(id);
    const typesOf = async (include: string) =>
      (await sandbox.rest(`/inquiries/${id}?include=${include}`)).body.included?.map(({ type }: Json) => type);
    expect(await typesOf('')).toBeUndefined();
    expect(await typesOf('account,verifications')).toEqual([
      'account',
      'verification/government-id',
      'verification/selfie',
    ]);
    expect(await typesOf('documents,selfies,sessions')).toEqual([
      'document/government-id',
      'selfie/profile-and-center',
      'inquiry-session',
    ]);
    expect(await typesOf('inquiryTemplate.latest_published_version')).toEqual([
      'inquiry-template',
      'inquiry-template-version',
    ]);
    expect(await typesOf('verifications.inquiry,verifications')).toEqual([
      'verification/government-id',
      'verification/selfie',
    ]);
    expect(await typesOf('reports')).toEqual([]);
  });

  it('is refused for a path that leads nowhere', async () => {
    const sandbox = await running();
    expect(await sandbox.rest(`/inquiries/${await sandbox.createInquiry()}?include=account,shoes`)).toMatchObject({
      status: 400,
      body: { errors: [{ details: expect.stringContaining('"shoes" leads nowhere') }] },
    });
  });

  it('works for what was just made, and for cases', async () => {
    const sandbox = await running();
    const body = { data: { attributes: { 'inquiry-template-id': sandbox.templateId, 'reference-id': 'loc_1' } } };
    const made = (await sandbox.rest('/inquiries?include=account', body, { headers: { 'key-inflection': 'camel' } }))
      .body;
    expect(made.included[0].attributes).toMatchObject({ referenceId: 'loc_1' });
    await sandbox.rest(`/inquiries/${made.data.id}/perform-simulate-actions`, {
      meta: {
        'simulate-actions': [
          { type: 'start_inquiry' },
          { type: 'complete_inquiry' },
          { type: 'mark_for_review_inquiry' },
        ],
      },
    });
    const [{ id }] = (await sandbox.rest('/cases')).body.data;
    expect((await sandbox.rest(`/cases/${id}?include=inquiries`)).body.included).toMatchObject([
      { id: made.data.id, attributes: { status: 'needs_review' } },
    ]);
  });
});

describe('sparse fields', () => {
  it('leave only the attributes that are listed for a type', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry({ note: 'one' });
    const { data, included } = (
      await sandbox.rest(`/inquiries/${id}?include=account&fields[inquiry]=status,referenceId&fields[account]=tags`)
    ).body;
    expect(data.attributes).toEqual({ status: 'created', 'reference-id': null });
    expect(data.relationships.account.data.id).toBe(included[0].id);
    expect(included[0].attributes).toEqual({ tags: [] });
    expect((await sandbox.rest('/inquiries?fields[inquiry]=note')).body.data[0].attributes).toEqual({ note: 'one' });
  });
});

describe('tags', () => {
  it('are added, removed and set', async () => {
    const sandbox = await running();
    const id = await sandbox.createInquiry({ tags: ['a'] });
    const tagsAfter = async (call: string, name: unknown) =>
      (await sandbox.rest(`/inquiries/${id}/${call}`, { meta: { tagName: name } })).body.data?.attributes.tags;
    expect(await tagsAfter('add-tag', 'b')).toEqual(['a', 'b']);
    expect(await tagsAfter('add-tag', 'b')).toEqual(['a', 'b']);
    expect(await tagsAfter('remove-tag', 'a')).toEqual(['b']);
    expect(await tagsAfter('set-tags', ['c', 'd', 'c'])).toEqual(['c', 'd']);
    expect(await sandbox.rest(`/inquiries/${id}/add-tag`, { meta: { 'tag-id': 'tag_1' } })).toMatchObject({
      status: 400,
    });
  });
});

describe('documents and selfies', () => {
  it('are records of what was shown', async () => {
    const sandbox = await running();
    const { inquiryId } = await kycWalk(sandbox, { templateId: sandbox.templateId });
    const { documents, selfies } = (await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.relationships;
    expect(selfies.data).toEqual([]);
    const { attributes, relationships } = (await sandbox.rest(`/documents/${documents.data[0].id}`)).body.data;
    expect(attributes).toMatchObject({
      status: 'processed',
      'id-class': 'pp',
      'back-photo': null,
      'front-photo': { url: expect.stringMatching(/^http:\/\/localhost:\d+\/sandbox\/files\/file_/) },
    });
    expect(relationships.inquiry.data.id).toBe(inquiryId);
    expect(await sandbox.rest('/documents/doc_x')).toMatchObject({
      status: 404,
      body: { errors: [{ details: 'There is no document "doc_x".' }] },
    });
    expect(await sandbox.rest('/selfies/undefined')).toMatchObject({ status: 404 });
  });
});
