import { type Context, Hono } from 'hono';
import { caseObjects } from '../desks/case-objects.js';
import type { Desks } from '../desks/desks.js';
import { userOf } from '../desks/users.js';
import { NotFoundError } from '../records/inquiry.js';
import type { ReviewCase } from '../records/review-case.js';
import { caseTemplateResource } from '../resources/case-resource.js';
import {
  assignRequest,
  caseStatusRequest,
  caseTagRequest,
  caseTagsRequest,
  createCaseRequest,
  millisecondsOrNull,
  objectsRequest,
  updateCaseRequest,
} from './case-requests.js';
import { searchedBy } from './case-search.js';
import { filters, filtersIn } from './known-query.js';
import { bodyOf, fits, reply, replyPage } from './rest-exchange.js';
import { matchingSearch, searchRequest } from './search.js';

/** The part of the REST API that serves cases (https://docs.withpersona.com/api-reference/cases). */
export function caseApi(desks: Desks): Hono {
  const { store, cases, reviews } = desks;
  const api = new Hono();
  const { caseTemplateId } = store.state;
  const resource = (one: ReviewCase) => cases.resource(one);
  const idOf = (context: Context) => context.req.param('id') ?? '';
  /** Answers with a case that was just changed. */
  const changed = (context: Context, one: ReviewCase, status: 200 | 201 = 200) => {
    store.save();
    return reply(context, { data: resource(one) }, status);
  };

  api.get('/case-templates/:id', (context) => {
    checkTemplate(idOf(context), caseTemplateId);
    return reply(context, { data: caseTemplateResource(caseTemplateId, cases.template) });
  });

  api.get('/cases', (context) => {
    const asked = filters.cases.parse(filtersIn(context.req.query()));
    const referenceOf = (id: string) => store.accounts.get(id)?.referenceId ?? null;
    const some = (filter: string | undefined, values: (string | null)[]) =>
      filter === undefined || values.some((value) => fits(filter, value));
    const matching = cases.all().filter(
      ({ status, objects }) =>
        fits(asked.status, status) &&
        fits(asked['case-template-id'], caseTemplateId) &&
        some(asked['account-id'], objects.accounts) &&
        some(asked['reference-id'], objects.accounts.map(referenceOf)) &&
        some(asked['inquiry-id'], objects.inquiries) &&
        // There are no reports.
        some(asked['report-id'], []),
    );
    return replyPage(context, matching, resource);
  });

  api.post('/cases', async (context) => {
    const { data, meta } = createCaseRequest.parse(await bodyOf(context));
    checkTemplate(data.attributes['case-template-id'], caseTemplateId);
    const email = data.attributes['creator-email-address'];
    const opened = cases.open({
      ...(email !== undefined && { by: userOf(email) }),
      objects: caseObjects(store, meta['object-ids'] ?? []),
      fields: data.attributes.fields,
      slaAfter: millisecondsOrNull(meta['sla-expires-in-seconds']),
    });
    return changed(context, opened, 201);
  });

  api.post('/cases/search', async (context) => {
    const { page, ...search } = searchRequest.parse(await bodyOf(context));
    return replyPage(context, matchingSearch(cases.all(), search, searchedBy(caseTemplateId)), resource, page);
  });

  api.get('/cases/:id', (context) => reply(context, { data: resource(cases.get(idOf(context))) }));

  api.patch('/cases/:id', async (context) => {
    const { data, meta } = updateCaseRequest.parse(await bodyOf(context));
    const { fields, attachments = [] } = data.attributes;
    const files = attachments.map((one) => ({ filename: one.filename, bytes: Buffer.from(one.data, 'base64') }));
    const slaAfter = millisecondsOrNull(meta['sla-expires-in-seconds']);
    return changed(context, cases.update(idOf(context), { fields, attachments: files, slaAfter }));
  });

  api.delete('/cases/:id', (context) => changed(context, cases.redact(idOf(context))));

  api.post('/cases/:id/assign', async (context) => {
    const { meta } = assignRequest.parse(await bodyOf(context));
    return changed(context, cases.assign(idOf(context), meta['user-email-address']));
  });

  api.post('/cases/:id/set-status', async (context) => {
    const { meta } = caseStatusRequest.parse(await bodyOf(context));
    return changed(context, reviews.setStatus(idOf(context), meta.status));
  });

  api.post('/cases/:id/add-tag', async (context) => {
    const { meta } = caseTagRequest.parse(await bodyOf(context));
    return changed(context, cases.add(idOf(context), { tags: [meta['tag-name']] }));
  });

  api.post('/cases/:id/remove-tag', async (context) => {
    const { meta } = caseTagRequest.parse(await bodyOf(context));
    const { id, tags } = cases.get(idOf(context));
    const rest = tags.filter((one) => one !== meta['tag-name']);
    return changed(context, cases.setTags(id, rest));
  });

  api.post('/cases/:id/set-tags', async (context) => {
    const { meta } = caseTagsRequest.parse(await bodyOf(context));
    return changed(context, cases.setTags(idOf(context), meta['tag-name']));
  });

  api.post('/cases/:id/add-objects', async (context) => {
    const { meta } = objectsRequest.parse(await bodyOf(context));
    const add = caseObjects(store, meta['object-ids'] ?? []);
    return changed(context, cases.setObjects(idOf(context), { add }));
  });

  api.post('/cases/:id/remove-objects', async (context) => {
    const { meta } = objectsRequest.parse(await bodyOf(context));
    return changed(context, cases.setObjects(idOf(context), { remove: meta['object-ids'] ?? [] }));
  });

  return api;
}

/** Throws a NotFoundError unless it is the id of the one case template. */
function checkTemplate(id: string, caseTemplateId: string): void {
  if (id !== caseTemplateId)
    throw new NotFoundError(`There is no case template "${id}". There is one: ${caseTemplateId}.`);
}
