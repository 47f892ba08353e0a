import { Hono } from 'hono';
import { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import { NotFoundError } from '../records/inquiry.js';
import type { Template } from '../records/templates.js';
import { apiError } from '../resources/json-api.js';
import { templateResource, templateVersionResource } from '../resources/template-resource.js';
import { reply, replyPage } from './rest-exchange.js';
import { translationsOf } from './translations.js';

const versionFilter = z.object({ 'filter[inquiry-template-id]': z.string() });

/**
 * The part of the REST API that serves templates (https://docs.withpersona.com/api-reference/inquiry-templates). At
 * Persona it wants a production key.
 */
export function templateApi({ store }: Desks): Hono {
  const api = new Hono();
  const all = (): Template[] => Object.values(store.state.templates).reverse();
  const find = (id: string): Template => {
    const template = all().find((one) => one.id === id);
    if (!template) throw new NotFoundError(`There is no template "${id}".`);
    return template;
  };

  api.get('/inquiry-templates', (context) => replyPage(context, all(), templateResource));
  api.get('/inquiry-templates/:id', (context) =>
    reply(context, { data: templateResource(find(context.req.param('id'))) }),
  );
  api.get('/inquiry-templates/:id/translations', (context) => {
    const { versionId, ...template } = find(context.req.param('id'));
    const translations = translationsOf(template);
    return reply(context, {
      data: { type: 'inquiry-template-translations', id: versionId, attributes: { translations } },
    });
  });
  api.post('/inquiry-templates/:id/translations', () =>
    apiError(501, 'Not Implemented', "The words of the stand-in's pages are fixed: translations cannot be imported."),
  );
  api.get('/inquiry-template-versions', (context) => {
    const { 'filter[inquiry-template-id]': id } = versionFilter.parse(context.req.query());
    return replyPage(context, [find(id)], templateVersionResource);
  });
  return api;
}
