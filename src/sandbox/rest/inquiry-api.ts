import type { Context } from 'hono';
import { Hono } from 'hono';
import type { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import type { Inquiry, InquiryAction } from '../records/inquiry.js';
import { findTemplate, type Template, type Templates, templateList } from '../records/templates.js';
import { apiError } from '../resources/json-api.js';
import { filters, filtersIn } from './known-query.js';
import { pageWishes } from './page-wishes.js';
import { BadRequestError, bodyOf, fits, jsonOf, linkMeta, reply, replyPage } from './rest-exchange.js';
import {
  type CreateRequest,
  createRequest,
  emptyRequest,
  linkRequest,
  millisecondsOf,
  reviewRequest,
  simulateRequest,
  tagRequest,
  tagsRequest,
  updateRequest,
} from './rest-requests.js';
import { matchingSearch, searchRequest } from './search.js';
import { simulate } from './simulate-actions.js';

const day = 24 * 60 * 60 * 1000;

/** The part of the REST API that serves inquiries (https://docs.withpersona.com/api-reference/inquiries). */
export function inquiryApi(desks: Desks): Hono {
  const { store, inquiries, sessions } = desks;
  const api = new Hono();
  const answer = (context: Context, inquiry: Inquiry, meta?: object, status: 200 | 201 = 200) =>
    reply(context, { data: inquiries.resource(inquiry), ...(meta && { meta }) }, status);

  api.post('/', async (context) => {
    const { data, meta } = createRequest.parse(await bodyOf(context));
    const template = askedTemplate(store.state.templates, data.attributes);
    if (!template) return noSuchTemplate(store.state.templates, data.attributes);
    const scenario = context.req.header('sandbox-scenario') ?? context.req.query('scenario');
    const { themeSetId, firstStep } = pageWishes(store, template, data.attributes);
    const draft = { ...draftOf(template, { data, meta }), themeSetId };
    const account = meta['auto-create-account'];
    if (!account && draft.referenceId !== null)
      throw new BadRequestError('meta.auto_create_account must be true for an inquiry with a reference id');
    const inquiry = inquiries.create(draft, scenario, { firstStep, account });
    const token = meta['auto-create-inquiry-session'] ? await sessions.tokenOf(sessions.begin(inquiry)) : null;
    const lifetime = millisecondsOf(meta['one-time-link-expiration-seconds']);
    const link = meta['auto-create-one-time-link'] ? sessions.linkTo(inquiry, lifetime) : null;
    return answer(context, inquiry, { 'session-token': token, ...linkMeta(link) }, 201);
  });

  api.get('/', (context) => {
    const asked = filters.inquiries.parse(filtersIn(context.req.query()));
    const matching = candidates(desks, asked).filter((inquiry) => isAsked(inquiry, asked));
    return replyPage(context, matching, (inquiry) => inquiries.resource(inquiry));
  });

  api.post('/search', async (context) => {
    const { page, ...search } = searchRequest.parse(await jsonOf(context));
    const found = matchingSearch(inquiries.all(), search, (inquiry) => inquiries.resource(inquiry));
    return replyPage(context, found, (inquiry) => inquiries.resource(inquiry), page);
  });

  api.get('/:id', (context) => answer(context, inquiries.get(context.req.param('id'))));

  api.patch('/:id', async (context) => {
    const { 'redirect-uri': redirectUri, ...others } = updateRequest.parse(await bodyOf(context)).data.attributes;
    const change = { ...others, ...(redirectUri !== undefined && { redirectUri }) };
    return answer(context, inquiries.update(context.req.param('id'), change));
  });

  api.delete('/:id', (context) => answer(context, inquiries.redact(context.req.param('id'))));

  api.post('/:id/resume', async (context) => {
    emptyRequest.parse(await bodyOf(context));
    const { inquiry, token } = await sessions.resume(context.req.param('id'));
    return answer(context, inquiry, { 'session-token': token });
  });

  api.post('/:id/generate-one-time-link', async (context) => {
    const { meta } = linkRequest.parse(await bodyOf(context));
    const inquiry = inquiries.get(context.req.param('id'));
    const link = sessions.linkTo(inquiry, millisecondsOf(meta['expires-in-seconds']));
    return answer(context, inquiry, linkMeta(link));
  });

  api.post('/:id/perform-simulate-actions', async (context) => {
    const { meta } = simulateRequest.parse(await bodyOf(context));
    return answer(context, simulate(desks, context.req.param('id'), meta['simulate-actions']));
  });

  const decisions: [InquiryAction, typeof reviewRequest | typeof emptyRequest][] = [
    ['approve', reviewRequest],
    ['decline', reviewRequest],
    ['mark-for-review', emptyRequest],
    ['expire', emptyRequest],
  ];
  for (const [action, request] of decisions) {
    api.post(`/:id/${action}`, async (context) => {
      const body = request.parse(await bodyOf(context));
      const comment = 'meta' in body ? body.meta.comment : undefined;
      return answer(context, inquiries.act(context.req.param('id') ?? '', action, { comment }));
    });
  }

  const tagChanges: Record<string, (tags: string[], tag: string) => string[]> = {
    'add-tag': (tags, tag) => [...new Set([...tags, tag])],
    'remove-tag': (tags, tag) => tags.filter((one) => one !== tag),
  };
  for (const [call, change] of Object.entries(tagChanges)) {
    api.post(`/:id/${call}`, async (context) => {
      const { meta } = tagRequest.parse(await bodyOf(context));
      const { id, tags } = inquiries.get(context.req.param('id') ?? '');
      return answer(context, inquiries.update(id, { tags: change(tags, meta['tag-name']) }));
    });
  }
  api.post('/:id/set-tags', async (context) => {
    const { meta } = tagsRequest.parse(await bodyOf(context));
    return answer(context, inquiries.update(context.req.param('id'), { tags: [...new Set(meta['tag-name'])] }));
  });

  return api;
}

/** The template a request names, by the id of it or of its version. */
function askedTemplate(templates: Templates, attributes: CreateRequest['data']['attributes']): Template | undefined {
  return findTemplate(templates, templateIn(attributes));
}

const templateIn = (attributes: CreateRequest['data']['attributes']): string | null | undefined =>
  attributes['inquiry-template-id'] ?? attributes['template-id'] ?? attributes['inquiry-template-version-id'];

function noSuchTemplate(templates: Templates, attributes: CreateRequest['data']['attributes']): Response {
  const list = `The stand-in has the templates ${templateList(templates)}.`;
  if (templateIn(attributes)) return apiError(404, 'Record not found', list);
  return apiError(400, 'Bad Request', `data.attributes.inquiry_template_id is missing. ${list}`);
}

/** What a request wants its inquiry to be. */
function draftOf({ id, versionId }: Template, { data: { attributes }, meta }: CreateRequest) {
  return {
    templateId: id,
    templateVersionId: versionId,
    accountId: attributes['account-id'] ?? null,
    referenceId: attributes['reference-id'] ?? meta['auto-create-account-reference-id'] ?? null,
    note: attributes.note ?? null,
    tags: attributes.tags ?? [],
    redirectUri: attributes['redirect-uri'] ?? null,
    fields: attributes.fields ?? {},
    lifetimes: {
      create: millisecondsOf(meta['expiration-after-create-interval-seconds']) ?? day,
      start: millisecondsOf(meta['expiration-after-start-interval-seconds']) ?? day,
      resume: millisecondsOf(meta['expiration-after-resume-interval-seconds']) ?? day,
    },
  };
}

type Asked = z.infer<typeof filters.inquiries>;

/** Those among which a list is looked for, newest first: what an index finds, where a filter has one. */
function candidates({ store, inquiries }: Desks, asked: Asked): Inquiry[] {
  const [reference, account] = [asked['reference-id'], asked['account-id']];
  if (reference !== undefined && !reference.includes(',')) return store.inquiries.by('reference', reference).reverse();
  if (account !== undefined && !account.includes(',')) return store.inquiries.by('account', account).reverse();
  return inquiries.all();
}

/** Whether an inquiry is among those that a list is filtered for. */
function isAsked(inquiry: Inquiry, asked: Asked): boolean {
  return (
    fits(asked['inquiry-id'], inquiry.id) &&
    fits(asked['reference-id'], inquiry.referenceId) &&
    fits(asked['account-id'], inquiry.accountId) &&
    fits(asked.status, inquiry.status) &&
    fits(asked['inquiry-template-id'], inquiry.templateId) &&
    // Templates of the older kind, which the stand-in has none of.
    asked['template-id'] === undefined &&
    (asked.note === undefined || inquiry.note === asked.note) &&
    inquiry.createdAt >= (asked['created-at-start'] ?? 0) &&
    inquiry.createdAt <= (asked['created-at-end'] ?? Infinity)
  );
}
