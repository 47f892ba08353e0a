import { Hono } from 'hono';
import { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import { faultText, reportFault } from '../desks/fault.js';
import { FieldError } from '../records/fields.js';
import { FlowError } from '../records/flow.js';
import { LifecycleError, NotFoundError } from '../records/inquiry.js';
import { environmentId } from '../records/sandbox-ids.js';
import { ScenarioError } from '../records/scenarios.js';
import { apiError } from '../resources/json-api.js';
import { apiKeyOnly } from './api-key.js';
import { findRecord } from './find-record.js';
import { idempotency } from './idempotency.js';
import { inquiryApi } from './inquiry-api.js';
import type { RateLimit } from './rate-limit.js';
import { recordApi } from './record-api.js';
import { BadRequestError, withRecords } from './rest-exchange.js';
import { sessionApi } from './session-api.js';
import { templateApi } from './template-api.js';
import { themeApi } from './theme-api.js';

/** What a request can get wrong that no schema sees. */
const badRequests = [BadRequestError, FieldError, ScenarioError];

/** Persona's REST API under `/api/v1` (https://docs.withpersona.com/api-reference). */
export function restApi(desks: Desks, rateLimit: RateLimit): Hono {
  const { store, clock } = desks;
  const api = new Hono();

  api.use(async (context, next) => {
    await next();
    context.res.headers.set('request-id', store.ids.id('req'));
    context.res.headers.set('persona-version', context.req.header('persona-version') ?? '2025-12-08');
    context.res.headers.set('persona-environment-id', environmentId);
    context.res.headers.set('persona-organization-id', 'org_sandbox');
  });
  api.use(apiKeyOnly(() => store.state.apiKey));
  api.use(rateLimit.middleware);
  api.use(idempotency(store, clock));
  api.use(withRecords((reference) => findRecord(desks, reference)));
  api.onError((error, context) => {
    if (error instanceof NotFoundError) return apiError(404, 'Record not found', error.message);
    if (error instanceof LifecycleError || error instanceof FlowError) return apiError(409, 'Conflict', error.message);
    if (error instanceof z.ZodError) return apiError(400, 'Bad Request', z.prettifyError(error));
    if (badRequests.some((kind) => error instanceof kind)) return apiError(400, 'Bad Request', error.message);
    reportFault(desks, error, context.req);
    return apiError(500, 'Internal Server Error', faultText);
  });
  api.route('/inquiries', inquiryApi(desks));
  api.route('/inquiry-sessions', sessionApi(desks));
  api.route('/theme-sets', themeApi(desks));
  api.route('/', templateApi(desks));
  api.route('/', recordApi(desks, rateLimit));
  api.all('*', (context) =>
    apiError(404, 'Record not found', `The stand-in has no ${context.req.method} ${context.req.path}.`),
  );
  return api;
}
