import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import type { Account, AccountDraft, AccountValue } from '../records/account.js';
import { accountTypeId } from '../records/sandbox-ids.js';
import { accountResource } from '../resources/account-resource.js';
import { apiError } from '../resources/json-api.js';
import { filters, filtersIn } from './known-query.js';
import { BadRequestError, bodyOf, fits, jsonOf, reply, replyPage } from './rest-exchange.js';
import { emptyRequest, tagRequest, tagsRequest } from './rest-requests.js';
import { matchingSearch, searchRequest } from './search.js';

const value: z.ZodType<AccountValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(value), z.record(z.string(), value)]),
);
const text = z.string().optional();

/** What a host may say about an account; what is personal beside `fields` is put into them. */
const attributes = z.strictObject({
  'reference-id': text,
  'account-status': text,
  tags: z.array(z.string()).nullish(),
  fields: z.record(z.string(), value).optional(),
  'country-code': text,
  'social-security-number': text,
  birthdate: z.iso.date().optional(),
  'name-first': text,
  'name-middle': text,
  'name-last': text,
  'phone-number': text,
  'email-address': text,
  'address-street-1': text,
  'address-street-2': text,
  'address-city': text,
  'address-subdivision': text,
  'address-postal-code': text,
});
const createRequest = z.strictObject({
  data: z
    .strictObject({ attributes: attributes.extend({ 'account-type-id': text }).prefault({}) })
    .prefault({ attributes: {} }),
  meta: z.strictObject({ 'upsert-by': z.string().nullish() }).prefault({}),
});
const updateRequest = z.strictObject({ data: z.strictObject({ attributes }) });
const relationRequest = z.strictObject({
  meta: z.strictObject({ 'relation-schema-key': z.string(), 'target-object-id': z.string() }),
});
const consolidateRequest = z.strictObject({
  meta: z.strictObject({ 'source-account-ids': z.array(z.string()).min(1) }),
});

/** The part of the REST API that serves accounts (https://docs.withpersona.com/api-reference/accounts). */
export function accountApi({ store, accounts, inquiries }: Desks): Hono {
  const api = new Hono();
  const answer = (context: Context, account: Account, status: 200 | 201 | 202 = 200) => {
    store.save();
    return reply(context, { data: accountResource(account) }, status);
  };
  const idIn = (context: Context) => context.req.param('id') ?? '';

  api.get('/', (context) => {
    const { 'reference-id': referenceId } = filters.accounts.parse(filtersIn(context.req.query()));
    const matching = accounts.all().filter((one) => fits(referenceId, one.referenceId));
    return replyPage(context, matching, accountResource);
  });

  api.post('/', async (context) => {
    const { data, meta } = createRequest.parse(await bodyOf(context));
    const { 'account-type-id': type, ...given } = data.attributes;
    if (type !== undefined && type !== accountTypeId)
      throw new BadRequestError(`data.attributes.account_type_id: the stand-in has one account type, ${accountTypeId}`);
    const draft = draftOf(given);
    const known = draft.referenceId ? accounts.find(draft.referenceId) : undefined;
    const upsertBy = meta['upsert-by']?.replaceAll('_', '-');
    if (upsertBy && upsertBy !== 'reference-id')
      throw new BadRequestError('meta.upsert_by: only the reference id is unique here');
    if (known && upsertBy) return answer(context, accounts.update(known.id, draft));
    if (known) return apiError(409, 'Record not unique', `The reference id "${known.referenceId}" has an account.`);
    return answer(context, accounts.create(draft), 201);
  });

  api.post('/search', async (context) => {
    const { page, ...search } = searchRequest.parse(await jsonOf(context));
    return replyPage(context, matchingSearch(accounts.all(), search, accountResource), accountResource, page);
  });

  api.get('/:id', (context) => reply(context, { data: accountResource(accounts.get(idIn(context))) }));

  api.patch('/:id', async (context) => {
    const draft = draftOf(updateRequest.parse(await bodyOf(context)).data.attributes);
    const other = draft.referenceId ? accounts.find(draft.referenceId) : undefined;
    if (other && other.id !== idIn(context))
      return apiError(409, 'Record not unique', `The reference id "${other.referenceId}" has an account.`);
    return answer(context, accounts.update(idIn(context), draft));
  });

  api.delete('/:id', async (context) => {
    emptyRequest.parse(await bodyOf(context));
    const account = accounts.redact(idIn(context));
    for (const inquiry of store.inquiries.by('account', account.id))
      if (inquiry.redactedAt === null) inquiries.redact(inquiry.id);
    return answer(context, account);
  });

  api.post('/:id/consolidate', async (context) => {
    const { meta } = consolidateRequest.parse(await bodyOf(context));
    const sources = meta['source-account-ids'];
    const target = accounts.consolidate(idIn(context), sources);
    for (const source of sources) inquiries.moveToAccount(source, target.id);
    return answer(context, target, 202);
  });

  const tagChanges: Record<string, (tags: string[], tag: string) => string[]> = {
    'add-tag': (tags, tag) => [...tags, tag],
    'remove-tag': (tags, tag) => tags.filter((one) => one !== tag),
  };
  for (const [call, change] of Object.entries(tagChanges)) {
    api.post(`/:id/${call}`, async (context) => {
      const { meta } = tagRequest.parse(await bodyOf(context));
      const { id, tags } = accounts.get(idIn(context));
      return answer(context, accounts.setTags(id, change(tags, meta['tag-name'])));
    });
  }
  api.post('/:id/set-tags', async (context) => {
    const { meta } = tagsRequest.parse(await bodyOf(context));
    return answer(context, accounts.setTags(idIn(context), meta['tag-name']));
  });

  for (const call of ['add-relation', 'remove-relation'] as const) {
    api.post(`/:id/${call}`, async (context) => {
      const { meta } = relationRequest.parse(await bodyOf(context));
      const [key, target] = [meta['relation-schema-key'], meta['target-object-id']];
      return answer(context, accounts.relate(idIn(context), key, target, call === 'add-relation'));
    });
  }
  api.get('/:id/relations', (context) => {
    const asked = filters.relations.parse(filtersIn(context.req.query()));
    const [start, end] = [asked['created-at-start'] ?? 0, asked['created-at-end'] ?? Infinity];
    const matching = accounts
      .get(idIn(context))
      .relations.filter(({ key, createdAt }) => key === asked.key && createdAt >= start && createdAt <= end)
      .map(({ accountId }) => accounts.get(accountId));
    return replyPage(context, matching.reverse(), accountResource);
  });

  return api;
}

/** What a request says about an account, with everything personal in its fields. */
function draftOf(given: z.infer<typeof attributes>): AccountDraft {
  const { 'reference-id': referenceId, 'account-status': status, tags, fields } = given;
  const group = (prefix: string, keys: string[]) =>
    present(keys.map((key) => [key.replaceAll('-', '_'), given[`${prefix}-${key}` as keyof typeof given] as string]));
  const address = {
    ...group('address', ['street-1', 'street-2', 'city', 'subdivision', 'postal-code']),
    ...present([['country_code', given['country-code']]]),
  };
  const name = group('name', ['first', 'middle', 'last']);
  const security = given['social-security-number'];
  const beside: [string, AccountValue | undefined][] = [
    ['name', Object.keys(name).length ? name : undefined],
    ['address', Object.keys(address).length ? address : undefined],
    ['birthdate', given.birthdate],
    ['phone_number', given['phone-number']],
    ['email_address', given['email-address']],
    ['identification_numbers', security && [{ identification_class: 'ssn', identification_number: security }]],
  ];
  const all = { ...present(beside), ...fields };
  return {
    ...(referenceId !== undefined && { referenceId }),
    ...(status !== undefined && { status }),
    ...(tags && { tags }),
    ...(Object.keys(all).length > 0 && { fields: all }),
  };
}

const present = (entries: [string, AccountValue | undefined][]): Record<string, AccountValue> =>
  Object.fromEntries(entries.filter((entry): entry is [string, AccountValue] => entry[1] !== undefined));
