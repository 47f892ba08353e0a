import { Hono } from 'hono';
import type { Desks } from '../desks/desks.js';
import { findRecord } from '../desks/find-record.js';
import type { SandboxEvent } from '../records/event.js';
import { NotFoundError } from '../records/inquiry.js';
import { apiKeyId, apiKeyResource } from '../resources/api-key-resource.js';
import type { EventBody } from '../resources/webhook-payload.js';
import { filters, filtersIn } from './known-query.js';
import type { RateLimit } from './rate-limit.js';
import { bodyOf, fits, reply, replyPage } from './rest-exchange.js';
import { emptyRequest } from './rest-requests.js';

/** Under which path records of a type are read one by one. */
const readable: Record<string, string> = {
  'account-types': 'account-type',
  verifications: 'verification',
  'verification/government-ids': 'verification/government-id',
  'verification/selfies': 'verification/selfie',
  'verification/phone-numbers': 'verification/phone-number',
  documents: 'document',
  'document/government-ids': 'document/government-id',
};

/** The part of the REST API around inquiries: verifications, documents, events, the key, the rate limit. */
export function recordApi(desks: Desks, rateLimit: RateLimit): Hono {
  const { store, flow } = desks;
  const api = new Hono();

  for (const [path, type] of Object.entries(readable)) {
    api.get(`/${path}/:id`, (context) => {
      const id = context.req.param('id') ?? '';
      const record = findRecord(desks, { type, id });
      if (!record || !`${record.type}/`.startsWith(`${type}/`)) throw new NotFoundError(`There is no ${type} "${id}".`);
      return reply(context, { data: record });
    });
  }
  api.delete('/verifications/:id', async (context) => {
    emptyRequest.parse(await bodyOf(context));
    const id = context.req.param('id');
    flow.redactVerification(id);
    return reply(context, { data: findRecord(desks, { type: 'verification', id })! });
  });

  const oneEvent = ({ body }: SandboxEvent) => {
    const { data } = JSON.parse(store.texts.read(body)) as EventBody;
    const { payload, ...attributes } = data.attributes;
    return { ...data, attributes: { ...attributes, payload: { data: payload.data } } };
  };
  api.get('/events', (context) => {
    const asked = filters.events.parse(filtersIn(context.req.query()));
    const matching = candidates(desks, asked).filter(
      ({ id, name, about }) => fits(asked.id, id) && fits(asked.name, name) && fits(asked['object-id'], about),
    );
    return replyPage(context, matching, oneEvent);
  });
  api.get('/events/:id', (context) => {
    const id = context.req.param('id');
    const event = store.events.get(id);
    if (!event) throw new NotFoundError(`There is no event "${id}".`);
    return reply(context, { data: oneEvent(event) });
  });

  api.get('/api-keys', (context) => {
    const { name } = filters['api-keys'].parse(filtersIn(context.req.query()));
    return replyPage(
      context,
      [apiKeyResource].filter((one) => fits(name, one.attributes.name)),
      (one) => one,
    );
  });
  api.get('/api-keys/:id', (context) => {
    const id = context.req.param('id');
    if (id !== apiKeyId) throw new NotFoundError(`There is no API key "${id}".`);
    return reply(context, { data: apiKeyResource });
  });

  api.get('/rate-limits', (context) => {
    const { limit, remaining, reset } = rateLimit.state;
    return reply(context, {
      data: [{ type: 'rate-limit/api', attributes: { limit, remaining, 'seconds-to-reset': reset } }],
    });
  });
  return api;
}

/** The events among which a list is looked for, newest first: those of one object, where it is named. */
function candidates({ store: { events } }: Desks, { 'object-id': about }: { 'object-id'?: string }): SandboxEvent[] {
  if (about !== undefined && !about.includes(',')) return events.by('about', about).reverse();
  return events.newestFirst();
}
