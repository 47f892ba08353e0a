import { Hono } from 'hono';
import { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import { faultText, reportFault } from '../desks/fault.js';
import { findRecord } from '../desks/find-record.js';
import { CaseError } from '../records/case-template.js';
import { FieldError } from '../records/fields.js';
import { FlowError } from '../records/flow.js';
import { LifecycleError, NotFoundError } from '../records/inquiry.js';
import { environmentId } from '../records/sandbox-ids.js';
import { ScenarioError } from '../records/scenarios.js';
import { versions } from '../records/versions.js';
import { apiError } from '../resources/json-api.js';
import { accountApi } from './account-api.js';
import { apiKeyOnly } from './api-key.js';
import { caseApi } from './case-api.js';
import { idempotency } from './idempotency.js';
import { inquiryApi } from './inquiry-api.js';
import { knownQuery } from './known-query.js';
import { mistakesIn } from './mistakes.js';
import type { RateLimit } from './rate-limit.js';
import { recordApi } from './record-api.js';
import { refusedApi } from './refused-operations.js';
import { BadRequestError, shapeOf, withRecords } from './rest-exchange.js';
import { sessionApi } from './session-api.js';
import { templateApi } from './template-api.js';
import { themeApi } from './theme-api.js';
import { webhookApi } from './webhook-api.js';
import { workflowApi } from './workflow-api.js';

/** What a request can get wrong that no schema sees. */
const badRequests = [BadRequestError, CaseError, FieldError, ScenarioError];

/** Persona's REST API under `/api/v1` (https://docs.withpersona.com/api-reference). */
export function restApi(desks: Desks, rateLimit: RateLimit): Hono {
  const { store, clock } = desks;
  const api = new Hono();

  api.use(async (context, next) => {
    await next();
    context.res.headers.set('request-id', store.ids.id('req'));
    // Who has shown no key belongs to no environment.
    if (context.res.status === 401) return;
    context.res.headers.set('persona-version', context.req.header('persona-version') ?? versions[0]);
    context.res.headers.set('persona-environment-id', environmentId);
    context.res.headers.set('persona-organization-id', 'org_sandbox');
  });
  api.use(apiKeyOnly(() => store.state.apiKey));
  api.use(rateLimit.middleware);
  api.use((context, next) => {
    shapeOf(context);
    return next();
  });
  api.use(knownQuery);
  api.use(idempotency(store, clock));
  api.use(withRecords((reference) => findRecord(desks, reference)));
  api.onError((error, context) => {
    if (error instanceof NotFoundError) return apiError(404, 'Record not found', error.message);
    if (error instanceof LifecycleError || error instanceof FlowError) return apiError(409, 'Conflict', error.message);
    if (error instanceof z.ZodError) return apiError(400, 'Bad Request', ...mistakesIn(error));
    if (badRequests.some((kind) => error instanceof kind)) return apiError(400, 'Bad Request', error.message);
    reportFault(desks, error, context.req);
    return apiError(500, 'Internal Server Error', faultText);
  });
  api.route('/inquiries', inquiryApi(desks));
  api.route('/inquiry-sessions', sessionApi(desks));
  api.route('/theme-sets', themeApi(desks));
  api.route('/', templateApi(desks));
  api.route('/accounts', accountApi(desks));
  api.route('/webhooks', webhookApi(desks));
  api.route('/', caseApi(desks));
  api.route('/', workflowApi(desks));
  api.route('/', recordApi(desks, rateLimit));
  api.route('/', refusedApi());
  api.all('*', (context) =>
    apiError(404, 'Record not found', `The stand-in has no ${context.req.method} ${context.req.path}.`),
  );
  return api;
}
