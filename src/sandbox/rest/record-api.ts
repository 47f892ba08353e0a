import { Hono } from 'hono';
import { z } from 'zod';
import { accountOf } from '../desks/account-desk.js';
import type { Desks } from '../desks/desks.js';
import { NotFoundError } from '../records/inquiry.js';
import type { ReviewCase } from '../records/review-case.js';
import { accountResource } from '../resources/account-resource.js';
import { caseResource } from '../resources/case-resource.js';
import { apiError } from '../resources/json-api.js';
import { webhookResource } from '../resources/webhook-resource.js';
import { findRecord } from './find-record.js';
import type { RateLimit } from './rate-limit.js';
import { bodyOf, fits, reply, replyPage } from './rest-exchange.js';
import { accountRequest, caseStatusRequest, millisecondsOf, rotateRequest } from './rest-requests.js';

const filter = z.object({
  'filter[reference-id]': z.string().optional(),
  'filter[status]': z.string().optional(),
  'filter[name]': z.string().optional(),
  'filter[object-id]': z.string().optional(),
});

/** Under which path records of a type are read one by one. */
const readable: Record<string, string> = {
  accounts: 'account',
  verifications: 'verification',
  documents: 'document',
  selfies: 'selfie',
  cases: 'case',
};

/** The part of the REST API around inquiries: accounts, verifications, cases, events, webhooks. */
export function recordApi(desks: Desks, rateLimit: RateLimit): Hono {
  const { store, clock, cases, reviews, webhooks } = desks;
  const api = new Hono();
  const { state } = store;
  const oneCase = (one: ReviewCase) => caseResource(one, state.caseTemplateId);

  api.get('/accounts', (context) => {
    const { 'filter[reference-id]': referenceId } = filter.parse(context.req.query());
    const matching = store.accounts.newestFirst().filter((one) => fits(referenceId, one.referenceId));
    return replyPage(context, matching, accountResource);
  });
  api.post('/accounts', async (context) => {
    const referenceId = accountRequest.parse(await bodyOf(context)).data.attributes['reference-id'] ?? null;
    if (referenceId !== null && store.accounts.has('reference', referenceId))
      return apiError(409, 'Record not unique', `The reference id "${referenceId}" has an account.`);
    const made = accountOf(store, referenceId, clock.now());
    store.save();
    return reply(context, { data: accountResource(made) }, 201);
  });

  for (const [path, type] of Object.entries(readable)) {
    api.get(`/${path}/:id`, (context) => {
      const record = findRecord(desks, { type, id: context.req.param('id') ?? '' });
      return reply(context, { data: record! });
    });
  }

  api.get('/cases', (context) => {
    const { 'filter[status]': status } = filter.parse(context.req.query());
    const matching = cases.all().filter((one) => fits(status, one.status));
    return replyPage(context, matching, oneCase);
  });
  api.post('/cases/:id/set-status', async (context) => {
    const { meta } = caseStatusRequest.parse(await bodyOf(context));
    return reply(context, { data: oneCase(reviews.setStatus(context.req.param('id'), meta.status)) });
  });

  api.get('/events', (context) => {
    const { 'filter[name]': name, 'filter[object-id]': about } = filter.parse(context.req.query());
    const matching = store.events.newestFirst().filter((event) => fits(name, event.name) && fits(about, event.about));
    return replyPage(context, matching, (event) => JSON.parse(store.texts.read(event.body)).data);
  });
  api.get('/events/:id', (context) => {
    const id = context.req.param('id');
    const event = store.events.get(id);
    if (!event) throw new NotFoundError(`There is no event "${id}".`);
    return reply(context, JSON.parse(store.texts.read(event.body)));
  });

  const webhook = () => {
    const { url, wanted, secrets } = webhooks;
    return webhookResource({ id: state.webhookId, url, wanted, secret: secrets[0] });
  };
  const checkWebhook = (id: string) => {
    if (id !== state.webhookId) throw new NotFoundError(`There is no webhook "${id}".`);
  };
  api.get('/webhooks', (context) => replyPage(context, [webhook()], (one) => one));
  api.get('/webhooks/:id', (context) => {
    checkWebhook(context.req.param('id'));
    return reply(context, { data: webhook() });
  });
  api.post('/webhooks/:id/rotate-secret', async (context) => {
    checkWebhook(context.req.param('id'));
    const { meta } = rotateRequest.parse(await bodyOf(context));
    webhooks.rotateSecret(millisecondsOf(meta['expires-in-seconds']) ?? 0);
    return reply(context, { data: webhook() });
  });

  api.get('/rate-limits', (context) =>
    reply(context, { data: [{ type: 'rate-limit', id: 'requests', attributes: rateLimit.state }] }),
  );
  return api;
}
