import { Hono } from 'hono';
import { z } from 'zod';
import { accountOf } from '../desks/account-desk.js';
import { NotFoundError } from '../records/inquiry.js';
import type { ReviewCase } from '../records/review-case.js';
import { accountResource } from '../resources/account-resource.js';
import { caseResource } from '../resources/case-resource.js';
import { apiError } from '../resources/json-api.js';
import { findRecord } from './find-record.js';
import type { RestParts } from './rest-api.js';
import { bodyOf, fits, reply, replyPage } from './rest-exchange.js';
import { accountRequest, caseStatusRequest, rotateRequest } from './rest-requests.js';

const filter = z.object({
  'filter[reference-id]': z.string().optional(),
  'filter[status]': z.string().optional(),
  'filter[name]': z.string().optional(),
  'filter[object-id]': z.string().optional(),
});

/** The part of the REST API around inquiries: accounts, verifications, cases, events, webhooks. */
export function recordApi(parts: RestParts): Hono {
  const { store, clock, cases, webhooks, rateLimit } = parts;
  const api = new Hono();
  const { state } = store;
  const oneCase = (one: ReviewCase) => caseResource(one, state.caseTemplateId);
  const found = <Item>(item: Item | undefined, kind: string, id: string): Item => {
    if (item === undefined) throw new NotFoundError(`There is no ${kind} "${id}".`);
    return item;
  };

  api.get('/accounts', (context) => {
    const { 'filter[reference-id]': referenceId } = filter.parse(context.req.query());
    return replyPage(
      context,
      Object.values(state.accounts)
        .reverse()
        .filter((one) => fits(referenceId, one.referenceId)),
      accountResource,
    );
  });
  api.post('/accounts', async (context) => {
    const referenceId = accountRequest.parse(await bodyOf(context)).data.attributes['reference-id'] ?? null;
    if (referenceId !== null && Object.values(state.accounts).some((one) => one.referenceId === referenceId))
      return apiError(409, 'Record not unique', `The reference id "${referenceId}" has an account.`);
    const made = accountOf(store, referenceId, clock.now());
    store.save();
    return reply(context, { data: accountResource(made) }, 201);
  });

  for (const [path, type] of Object.entries({
    accounts: 'account',
    verifications: 'verification',
    documents: 'document',
    selfies: 'selfie',
    cases: 'case',
  })) {
    api.get(`/${path}/:id`, (context) =>
      reply(context, { data: findRecord(parts, { type, id: context.req.param('id') ?? '' })! }),
    );
  }

  api.get('/cases', (context) => {
    const { 'filter[status]': status } = filter.parse(context.req.query());
    return replyPage(
      context,
      cases.all().filter((one) => fits(status, one.status)),
      oneCase,
    );
  });
  api.post('/cases/:id/set-status', async (context) => {
    const { meta } = caseStatusRequest.parse(await bodyOf(context));
    return reply(context, { data: oneCase(cases.setStatus(context.req.param('id'), meta.status)) });
  });

  api.get('/events', (context) => {
    const { 'filter[name]': name, 'filter[object-id]': about } = filter.parse(context.req.query());
    const matching = Object.values(state.events)
      .reverse()
      .filter((event) => fits(name, event.name) && fits(about, event.about));
    return replyPage(context, matching, (event) => JSON.parse(event.body).data);
  });
  api.get('/events/:id', (context) =>
    reply(context, JSON.parse(found(state.events[context.req.param('id')], 'event', context.req.param('id')).body)),
  );

  const webhook = () => ({
    type: 'webhook',
    id: state.webhookId,
    attributes: {
      url: webhooks.url ?? null,
      status: webhooks.url ? 'enabled' : 'disabled',
      'api-version': '2025-12-08',
      'api-key-inflection': 'kebab',
      'enabled-events': webhooks.wanted,
      secret: webhooks.secrets[0],
    },
  });
  const ownWebhook = (id: string) => found(id === state.webhookId ? id : undefined, 'webhook', id);
  api.get('/webhooks', (context) => replyPage(context, [webhook()], (one) => one));
  api.get('/webhooks/:id', (context) => (ownWebhook(context.req.param('id')), reply(context, { data: webhook() })));
  api.post('/webhooks/:id/rotate-secret', async (context) => {
    ownWebhook(context.req.param('id'));
    webhooks.rotateSecret((rotateRequest.parse(await bodyOf(context)).meta['expires-in-seconds'] ?? 0) * 1000);
    return reply(context, { data: webhook() });
  });

  api.get('/rate-limits', (context) =>
    reply(context, { data: [{ type: 'rate-limit', id: 'requests', attributes: rateLimit.state }] }),
  );
  return api;
}
