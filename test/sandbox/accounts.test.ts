import { describe, expect, it } from 'vitest';
import { kycWalk } from './kyc-walk.js';
import { type Json, type RunningSandbox, running } from './running-sandbox.js';

const make = async ({ rest }: RunningSandbox, attributes: object): Promise<Json> =>
  (await rest('/accounts', { data: { attributes } })).body.data;
const patch = ({ rest }: RunningSandbox, id: string, attributes: object) =>
  rest(`/accounts/${id}`, { data: { attributes } }, { method: 'PATCH' });
const eventsAbout = async ({ rest }: RunningSandbox, id: string): Promise<Json[]> =>
  (await rest(`/events?page[size]=100&filter[object-id]=${id}`)).body.data.map(({ attributes }: Json) => attributes);

describe('an account', () => {
  it('takes what is personal beside its fields or in them, and keeps the rest of a group', async () => {
    const sandbox = await running();
    const made = await make(sandbox, {
      'reference-id': 'loc_1',
      'name-first': 'Ada',
      'address-city': 'Paris',
      'country-code': 'FR',
      'social-security-number': '123',
      fields: { shoe: 42, birthdate: '1990-01-01' },
      tags: ['a'],
    });
    const { body } = await patch(sandbox, made.id, { 'name-last': 'Lovelace' });
    const typed = (value: unknown) => ({ type: 'string', value });
    expect(body.data.attributes).toMatchObject({
      tags: ['a'],
      'account-status': 'Default',
      fields: {
        name: { type: 'hash', value: { first: typed('Ada'), middle: typed(null), last: typed('Lovelace') } },
        address: { value: { city: typed('Paris'), country_code: typed('FR'), street_1: typed(null) } },
        identification_numbers: {
          value: [{ type: 'hash', value: { identification_class: typed('ssn'), identification_number: typed('123') } }],
        },
        birthdate: { type: 'date', value: '1990-01-01' },
        shoe: { type: 'number', value: 42 },
      },
    });
  });

  it('is made once for a reference id, or changed when that is asked for', async () => {
    const sandbox = await running();
    const { id } = await make(sandbox, { 'reference-id': 'loc_1' });
    const again = (meta?: object) =>
      sandbox.rest('/accounts', {
        data: { attributes: { 'reference-id': 'loc_1', tags: ['b'] } },
        ...(meta && { meta }),
      });
    expect(await again()).toMatchObject({ status: 409, body: { errors: [{ title: 'Record not unique' }] } });
    expect(await again({ 'upsert-by': 'reference-id' })).toMatchObject({
      status: 200,
      body: { data: { id, attributes: { tags: ['b'] } } },
    });
    const other = await make(sandbox, { 'reference-id': 'loc_2' });
    expect((await patch(sandbox, other.id, { 'reference-id': 'loc_1' })).status).toBe(409);
  });

  it('tells of every change, with the tags that came and went', async () => {
    const sandbox = await running();
    const { id } = await make(sandbox, { tags: ['old'] });
    await sandbox.rest(`/accounts/${id}/add-tag`, { meta: { 'tag-name': 'old' } });
    await sandbox.rest(`/accounts/${id}/set-tags`, { meta: { 'tag-name': ['new', 'newer'] } });
    await patch(sandbox, id, { 'account-status': 'Approved', 'phone-number': '+12125550123' });
    const events = await eventsAbout(sandbox, id);
    expect(events.map(({ name }) => name).reverse()).toEqual([
      'account.created',
      'account.updated-tags',
      'account.tag-added',
      'account.tag-added',
      'account.tag-removed',
      'account.updated-fields',
      'account.status-updated',
    ]);
    expect(events.find(({ name }) => name === 'account.updated-tags').context).toEqual({
      'added-tags': ['new', 'newer'],
      'removed-tags': ['old'],
    });
  });

  it('is related to others by the name of the relation', async () => {
    const sandbox = await running();
    const [one, two, three] = [await make(sandbox, {}), await make(sandbox, {}), await make(sandbox, {})];
    const relate = (call: string, key: string, target: string) =>
      sandbox.rest(`/accounts/${one.id}/${call}`, {
        meta: { 'relation-schema-key': key, 'target-object-id': target },
      });
    const owners = async () =>
      (await sandbox.rest(`/accounts/${one.id}/relations?filter[key]=owners`)).body.data.map(({ id }: Json) => id);
    await relate('add-relation', 'owners', two.id);
    await relate('add-relation', 'owners', two.id);
    await relate('add-relation', 'payers', three.id);
    expect(await owners()).toEqual([two.id]);
    await relate('remove-relation', 'owners', two.id);
    expect(await owners()).toEqual([]);
    expect((await relate('add-relation', 'owners', 'act_x')).status).toBe(404);
    expect((await sandbox.rest(`/accounts/${one.id}/relations`)).status).toBe(400);
  });

  it('takes over what belonged to another one, which is put away', async () => {
    const sandbox = await running();
    const target = await make(sandbox, { 'reference-id': 'loc_1' });
    const inquiry = await sandbox.createInquiry({ 'reference-id': 'loc_2' });
    const account = async () => (await sandbox.rest(`/inquiries/${inquiry}`)).body.data.relationships.account.data.id;
    const source = await account();
    const consolidate = () =>
      sandbox.rest(`/accounts/${target.id}/consolidate`, { meta: { 'source-account-ids': [source] } });
    expect((await consolidate()).status).toBe(202);
    expect(await account()).toBe(target.id);
    expect((await consolidate()).status).toBe(409);
    expect((await sandbox.rest('/accounts')).body.data).toHaveLength(1);
    const attributes = { 'inquiry-template-id': sandbox.templateId, 'account-id': source };
    expect((await sandbox.rest('/inquiries', { data: { attributes } })).status).toBe(409);
  });

  it('is redacted with its inquiries, once', async () => {
    const sandbox = await running();
    const { inquiryId } = await kycWalk(sandbox, { referenceId: 'loc_1' });
    const [{ id }] = (await sandbox.rest('/accounts')).body.data;
    await patch(sandbox, id, { 'name-first': 'Ada' });
    const redact = () => sandbox.rest(`/accounts/${id}`, undefined, { method: 'DELETE' });
    expect((await redact()).body.data.attributes).toMatchObject({
      'redacted-at': expect.any(String),
      fields: { name: { value: { first: { value: null } } } },
    });
    expect((await sandbox.rest(`/inquiries/${inquiryId}`)).body.data.attributes['redacted-at']).not.toBeNull();
    expect((await redact()).status).toBe(409);
  });
});

describe('a search', () => {
  it('joins conditions, sorts and pages', async () => {
    const sandbox = await running();
    const [first, second, third] = [
      await sandbox.createInquiry({ 'reference-id': 'loc_1' }),
      await sandbox.createInquiry({ 'reference-id': 'loc_2', tags: ['a'] }),
      await sandbox.createInquiry({ 'reference-id': 'loc_3', fields: { 'name-first': 'Ada' } }),
    ];
    await sandbox.rest(`/inquiries/${first}/expire`, {});
    const find = async (search: object) =>
      (await sandbox.rest('/inquiries/search', search)).body.data.map(({ id }: Json) => id);
    const is = (attribute: string, value: unknown) => ({ attribute, operator: 'eq', value });
    const sort = { attribute: 'reference_id', direction: 'asc' };
    expect(await find({})).toEqual([third, second, first]);
    expect(await find({ query: is('status', 'expired') })).toEqual([first]);
    expect(await find({ query: { not: is('status', 'expired') }, sort })).toEqual([second, third]);
    expect(await find({ query: { or: [is('tags', 'a'), is('fields.name_first', 'Ada')] } })).toEqual([third, second]);
    const both = [is('inquiry_template_id', sandbox.templateId), { or: [is('reference_id', 'loc_1')] }];
    expect(await find({ query: { and: both } })).toEqual([first]);
    expect(await find({ query: { attribute: 'created_at', operator: 'gte', value: '2027-01-01' } })).toEqual([]);
    expect(await find({ sort, page: { size: 1, after: first } })).toEqual([second]);
  });

  it.each([
    { query: { attribute: 'shoe', operator: 'eq', value: 1 } },
    { query: { attribute: 'status', operator: 'like', value: 'a' } },
    { query: { and: [{ or: [{ not: { attribute: 'status', operator: 'eq', value: 'a' } }] }] } },
    { page: { size: 0 } },
    { page: { after: 'act_x' } },
    { filter: {} },
  ])('refuses %j', async (search) => {
    const sandbox = await running();
    await make(sandbox, {});
    expect(await sandbox.rest('/accounts/search', search)).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([{ title: 'Bad Request', details: expect.any(String) }]) },
    });
  });
});
