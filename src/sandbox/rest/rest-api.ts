import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import type { CaseDesk } from '../desks/case-desk.js';
import type { InquiryDesk } from '../desks/inquiry-desk.js';
import type { SessionDesk } from '../desks/session-desk.js';
import type { Webhooks } from '../desks/webhooks.js';
import { FlowError } from '../records/flow.js';
import { type Inquiry, type InquiryAction, LifecycleError, NotFoundError } from '../records/inquiry.js';
import { findTemplate } from '../records/templates.js';
import { apiError } from '../resources/json-api.js';
import type { Clock } from '../state/clock.js';
import type { Store } from '../state/store.js';
import { apiKeyOnly } from './api-key.js';
import { findRecord } from './find-record.js';
import { idempotency } from './idempotency.js';
import type { RateLimit } from './rate-limit.js';
import { recordApi } from './record-api.js';
import { BadRequestError, bodyOf, fits, reply, replyPage, withRecords } from './rest-exchange.js';
import {
  createRequest,
  linkRequest,
  listQuery,
  reviewRequest,
  simulateRequest,
  tagRequest,
  tagsRequest,
  updateRequest,
} from './rest-requests.js';
import { sessionApi } from './session-api.js';
import { simulate } from './simulate-actions.js';

/** What the calls of the REST API work with. */
export interface RestParts {
  store: Store;
  clock: Clock;
  inquiries: InquiryDesk;
  sessions: SessionDesk;
  cases: CaseDesk;
  webhooks: Webhooks;
  rateLimit: RateLimit;
  /** Address of a kept picture. */
  fileUrl: (fileId: string) => string;
}

/** Persona's REST API under `/api/v1` (https://docs.withpersona.com/api-reference). */
export function restApi(parts: RestParts): Hono {
  const { store, clock, inquiries, sessions, rateLimit } = parts;
  const api = new Hono();

  api.use(async (context, next) => {
    await next();
    context.res.headers.set('Request-Id', store.ids.id('req'));
    context.res.headers.set('Persona-Version', context.req.header('Persona-Version') ?? '2025-12-08');
    context.res.headers.set('Persona-Environment-Id', 'env_sandbox');
    context.res.headers.set('Persona-Organization-Id', 'org_sandbox');
  });
  api.use(apiKeyOnly(() => store.state.apiKey));
  api.use(rateLimit.middleware);
  api.use(idempotency(store, clock));
  api.use(withRecords((reference) => findRecord(parts, reference)));
  api.onError((error) => {
    if (error instanceof NotFoundError) return apiError(404, 'Record not found', error.message);
    if (error instanceof LifecycleError || error instanceof FlowError) return apiError(409, 'Conflict', error.message);
    if (error instanceof z.ZodError) return apiError(400, 'Bad Request', z.prettifyError(error));
    if (error instanceof BadRequestError) return apiError(400, 'Bad Request', error.message);
    throw error;
  });
  const answer = (context: Context, inquiry: Inquiry, meta?: object, status: 200 | 201 = 200) =>
    reply(context, { data: inquiries.resource(inquiry), ...(meta && { meta }) }, status);

  api.post('/inquiries', async (context) => {
    const { data, meta } = createRequest.parse(await bodyOf(context));
    const attributes = data.attributes;
    const { templates } = store.state;
    const template = findTemplate(
      templates,
      attributes['inquiry-template-id'] ?? attributes['template-id'] ?? attributes['inquiry-template-version-id'],
    );
    if (!template)
      return apiError(
        404,
        'Record not found',
        `The stand-in has two templates: ${templates.plain.id} (${templates.plain.name}) and ${templates.kyc.id} (${templates.kyc.name}).`,
      );
    const inquiry = badRequestOnError(() =>
      inquiries.create(
        {
          templateId: template.id,
          templateVersionId: template.versionId,
          accountId: attributes['account-id'] ?? null,
          referenceId: attributes['reference-id'] ?? meta['auto-create-account-reference-id'] ?? null,
          note: attributes.note ?? null,
          tags: attributes.tags ?? [],
          redirectUri: attributes['redirect-uri'] ?? null,
          fields: attributes.fields ?? {},
          lifetimes: {
            create: (meta['expiration-after-create-interval-seconds'] ?? 86_400) * 1000,
            start: (meta['expiration-after-start-interval-seconds'] ?? 86_400) * 1000,
            resume: (meta['expiration-after-resume-interval-seconds'] ?? 86_400) * 1000,
          },
        },
        context.req.header('Sandbox-Scenario') ?? context.req.query('scenario'),
      ),
    );
    const token = meta['auto-create-inquiry-session'] ? await sessions.tokenFor(inquiry) : null;
    const link = meta['auto-create-one-time-link']
      ? sessions.linkTo(inquiry, linkLifetime(meta['one-time-link-expiration-seconds']))
      : null;
    return answer(
      context,
      inquiry,
      { 'session-token': token, 'one-time-link': link, 'one-time-link-short': link },
      201,
    );
  });

  api.get('/inquiries', (context) => {
    const query = listQuery.parse(context.req.query());
    const matching = inquiries
      .all()
      .filter(
        (inquiry) =>
          fits(query['filter[inquiry-id]'], inquiry.id) &&
          fits(query['filter[reference-id]'], inquiry.referenceId) &&
          fits(query['filter[account-id]'], inquiry.accountId) &&
          fits(query['filter[status]'], inquiry.status) &&
          fits(query['filter[inquiry-template-id]'], inquiry.templateId) &&
          (query['filter[note]'] === undefined || inquiry.note === query['filter[note]']) &&
          inquiry.createdAt >= (query['filter[created-at-start]'] ?? 0) &&
          inquiry.createdAt <= (query['filter[created-at-end]'] ?? Infinity),
      );
    return replyPage(context, matching, (inquiry) => inquiries.resource(inquiry));
  });

  api.get('/inquiries/:id', (context) => answer(context, inquiries.get(context.req.param('id'))));

  api.patch('/inquiries/:id', async (context) => {
    const { attributes } = updateRequest.parse(await bodyOf(context)).data;
    return answer(
      context,
      badRequestOnError(() =>
        inquiries.update(context.req.param('id'), {
          ...attributes,
          ...(attributes['redirect-uri'] !== undefined && { redirectUri: attributes['redirect-uri'] }),
        }),
      ),
    );
  });

  api.delete('/inquiries/:id', (context) => answer(context, inquiries.redact(context.req.param('id'))));

  api.post('/inquiries/:id/resume', async (context) => {
    const { inquiry, token } = await sessions.resume(context.req.param('id'));
    return answer(context, inquiry, { 'session-token': token });
  });

  api.post('/inquiries/:id/generate-one-time-link', async (context) => {
    const { meta } = linkRequest.parse(await bodyOf(context));
    const inquiry = inquiries.get(context.req.param('id'));
    const link = sessions.linkTo(inquiry, linkLifetime(meta['expires-in-seconds']));
    return answer(context, inquiry, { 'one-time-link': link, 'one-time-link-short': link });
  });

  api.post('/inquiries/:id/perform-simulate-actions', async (context) => {
    const { meta } = simulateRequest.parse(await bodyOf(context));
    return answer(context, simulate(inquiries, store, context.req.param('id'), meta['simulate-actions']));
  });

  for (const action of ['approve', 'decline', 'mark-for-review', 'expire'] satisfies InquiryAction[]) {
    api.post(`/inquiries/:id/${action}`, async (context) => {
      const { meta } = reviewRequest.parse(await bodyOf(context));
      return answer(context, inquiries.act(context.req.param('id') ?? '', action, meta.comment));
    });
  }

  const tagChanges: Record<string, (tags: string[], tag: string) => string[]> = {
    'add-tag': (tags, tag) => [...new Set([...tags, tag])],
    'remove-tag': (tags, tag) => tags.filter((one) => one !== tag),
  };
  for (const [call, change] of Object.entries(tagChanges)) {
    api.post(`/inquiries/:id/${call}`, async (context) => {
      const { meta } = tagRequest.parse(await bodyOf(context));
      const { id, tags } = inquiries.get(context.req.param('id') ?? '');
      return answer(context, inquiries.update(id, { tags: change(tags, meta['tag-name']) }));
    });
  }
  api.post('/inquiries/:id/set-tags', async (context) => {
    const { meta } = tagsRequest.parse(await bodyOf(context));
    return answer(context, inquiries.update(context.req.param('id'), { tags: [...new Set(meta['tag-name'])] }));
  });

  api.route('/inquiry-sessions', sessionApi(parts));
  api.route('/', recordApi(parts));
  api.all('*', (context) =>
    apiError(404, 'Record not found', `The stand-in has no ${context.req.method} ${context.req.path}.`),
  );
  return api;
}

/** Turns the plain Error of an unknown field into the API's 400. */
function badRequestOnError<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof NotFoundError) throw error;
    throw new BadRequestError((error as Error).message);
  }
}

function linkLifetime(seconds: number | null | undefined): number | undefined {
  return seconds == null ? undefined : seconds * 1000;
}
