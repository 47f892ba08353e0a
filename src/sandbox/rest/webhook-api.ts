import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import { isEventName } from '../records/event-names.js';
import { inflections, versions } from '../records/versions.js';
import type { Webhook, WebhookDraft } from '../records/webhook.js';
import { webhookResource, webhookWithSecret } from '../resources/webhook-resource.js';
import { bodyOf, reply, replyPage, shapeOf } from './rest-exchange.js';
import { emptyRequest, millisecondsOf } from './rest-requests.js';

const eventName = z.string().refine(isEventName, 'must be * or the name of an event');
const state = <State extends string>(...states: State[]) => z.strictObject({ state: z.enum(states) });

const attributes = z.strictObject({
  name: z.string().optional(),
  description: z.string().nullish(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  'enabled-events': z.array(eventName).optional(),
  'api-version': z.enum(versions).optional(),
  'api-key-inflection': z.enum(inflections).optional(),
  'api-attributes-blocklist': z.array(z.string()).optional(),
  'file-access-token-expires-in': z.number().int().positive().optional(),
  'payload-filter': z.strictObject({ data: z.looseObject({}) }).optional(),
  'included-allowlist': z
    .union([
      state('include_all', 'include_none'),
      z.strictObject({
        state: z.literal('custom'),
        'event-types': z
          .array(z.strictObject({ 'event-type': z.string(), relationships: z.array(z.string()).min(1) }))
          .min(1)
          .max(200),
      }),
    ])
    .optional(),
  'relationship-allowlist': state('include_all', 'include_none').optional(),
  'custom-http-headers': z.record(z.string(), z.string()).optional(),
});
const createRequest = z.strictObject({
  data: z.strictObject({ attributes: attributes.required({ name: true, url: true, 'enabled-events': true }) }),
});
const updateRequest = z.strictObject({ data: z.strictObject({ attributes }) });

/** Without a time the old secret ends at once. */
const rotateRequest = z.strictObject({
  meta: z.strictObject({ 'expires-in-seconds': z.number().int().nonnegative().nullish() }).prefault({}),
});

/** The part of the REST API that serves webhooks (https://docs.withpersona.com/api-reference/webhooks). */
export function webhookApi({ clock, endpoints }: Desks): Hono {
  const api = new Hono();
  const withSecret = (context: Context, webhook: Webhook, status: 200 | 201 = 200) =>
    reply(context, { data: webhookWithSecret(webhook, clock.now()) }, status);
  const answer = (context: Context, webhook: Webhook) => reply(context, { data: webhookResource(webhook) });

  api.get('/', (context) => replyPage(context, endpoints.all(), webhookResource));

  api.post('/', async (context) => {
    const { data } = createRequest.parse(await bodyOf(context));
    const { version } = shapeOf(context);
    return withSecret(context, endpoints.create({ version, ...draftOf(data.attributes) }), 201);
  });

  api.get('/:id', (context) => withSecret(context, endpoints.get(context.req.param('id'))));

  api.patch('/:id', async (context) => {
    const { data } = updateRequest.parse(await bodyOf(context));
    return answer(context, endpoints.update(context.req.param('id'), draftOf(data.attributes)));
  });

  const statuses = { enable: 'enabled', disable: 'disabled', archive: 'archived' } as const;
  for (const [call, status] of Object.entries(statuses)) {
    api.post(`/:id/${call}`, async (context) => {
      emptyRequest.parse(await bodyOf(context));
      return answer(context, endpoints.setStatus(context.req.param('id') ?? '', status));
    });
  }

  api.post('/:id/rotate-secret', async (context) => {
    const { meta } = rotateRequest.parse(await bodyOf(context));
    const overlap = millisecondsOf(meta['expires-in-seconds']) ?? 0;
    return withSecret(context, endpoints.rotateSecret(context.req.param('id'), overlap));
  });

  api.post('/:id/clone', async (context) => {
    emptyRequest.parse(await bodyOf(context));
    return withSecret(context, endpoints.clone(context.req.param('id')));
  });

  return api;
}

/** What a request says about a webhook. */
function draftOf(given: z.infer<typeof attributes>): WebhookDraft {
  const draft: { [Key in keyof WebhookDraft]: WebhookDraft[Key] | undefined } = {
    name: given.name,
    description: given.description,
    url: given.url,
    events: given['enabled-events'],
    version: given['api-version'],
    inflection: given['api-key-inflection'],
    blocklist: given['api-attributes-blocklist'],
    filesOpenFor: given['file-access-token-expires-in'],
    filter: given['payload-filter'],
    included: given['included-allowlist'],
    relationships: given['relationship-allowlist'],
    headers: given['custom-http-headers'],
  };
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
}
