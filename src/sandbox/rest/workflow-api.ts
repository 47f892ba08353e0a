import { Hono } from 'hono';
import { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import { workflowRunResource } from '../resources/workflow-run-resource.js';
import { filters, filtersIn } from './known-query.js';
import { fits, jsonOf, reply, replyPage } from './rest-exchange.js';

/** `POST /workflows/{id}/trigger`; the names of the fields are the workflow's own. */
const triggerRequest = z.strictObject({
  data: z.strictObject({ attributes: z.strictObject({ fields: z.record(z.string(), z.unknown()) }) }),
});

/** The part of the REST API that serves workflows (https://docs.withpersona.com/api-reference/workflow-runs). */
export function workflowApi({ runs, workflows }: Desks): Hono {
  const api = new Hono();

  api.get('/workflow-runs', (context) => {
    const { status } = filters['workflow-runs'].parse(filtersIn(context.req.query()));
    const matching = runs.all().filter((run) => fits(status, run.status));
    return replyPage(context, matching, workflowRunResource);
  });

  api.get('/workflow-runs/:id', (context) =>
    reply(context, { data: workflowRunResource(runs.get(context.req.param('id'))) }),
  );

  api.post('/workflows/:id/trigger', async (context) => {
    const { fields } = triggerRequest.parse(await jsonOf(context)).data.attributes;
    return reply(context, { data: workflowRunResource(workflows.trigger(context.req.param('id'), fields)) });
  });

  return api;
}
