import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Desks } from '../desks/desks.js';
import { LifecycleError, NotFoundError } from '../records/inquiry.js';
import { themeConfig } from '../records/template-config.js';
import type { Theme, ThemeSet } from '../records/theme.js';
import { apiError } from '../resources/json-api.js';
import { themeSetResource } from '../resources/theme-set-resource.js';
import { bodyOf, fits, reply, replyPage } from './rest-exchange.js';
import { stylesOf, themeOf, themeStyles } from './theme-styles.js';

const filter = z.object({ 'filter[status]': z.string().optional() });

const attributes = z.strictObject({ name: z.string().min(1), styles: themeStyles.optional() });
const createRequest = z.strictObject({ data: z.strictObject({ attributes }) });
const updateRequest = z.strictObject({ data: z.strictObject({ attributes: attributes.partial() }) });

const resource = (set: ThemeSet) => themeSetResource(set, stylesOf(set.theme));

/** The part of the REST API that serves theme sets (https://docs.withpersona.com/api-reference/theme-sets). */
export function themeApi({ store, clock }: Desks): Hono {
  const api = new Hono();
  const { themeSets } = store;
  const find = (id: string): ThemeSet => {
    const set = themeSets.get(id);
    if (!set) throw new NotFoundError(`There is no theme set "${id}".`);
    return set;
  };
  const keep = (context: Context, set: ThemeSet, status: 200 | 201 = 200) => {
    themeSets.put(set.id, set);
    store.save();
    return reply(context, { data: resource(set) }, status);
  };

  api.get('/', (context) => {
    const { 'filter[status]': status } = filter.parse(context.req.query());
    const matching = themeSets.newestFirst().filter((set) => fits(status, resource(set).attributes.status));
    return replyPage(context, matching, resource);
  });

  api.get('/:id', (context) => reply(context, { data: resource(find(context.req.param('id'))) }));

  api.post('/', async (context) => {
    const { name, styles = {} } = createRequest.parse(await bodyOf(context)).data.attributes;
    const theme = themeOf(styles);
    const [now, fault] = [clock.now(), faultIn(theme)];
    if (fault) return apiError(422, 'Unprocessable entity', fault, '/data/attributes/styles');
    const set = { id: store.ids.id('theset'), name, theme, createdAt: now, updatedAt: now, archivedAt: null };
    return keep(context, set, 201);
  });

  api.patch('/:id', async (context) => {
    const set = active(find(context.req.param('id')));
    const { name = set.name, styles } = updateRequest.parse(await bodyOf(context)).data.attributes;
    const theme = styles ? themeOf(styles) : set.theme;
    const fault = faultIn(theme);
    if (fault) return apiError(422, 'Unprocessable entity', fault, '/data/attributes/styles');
    return keep(context, { ...set, name, theme, updatedAt: clock.now() });
  });

  api.delete('/:id', (context) => {
    const set = active(find(context.req.param('id')));
    return keep(context, { ...set, updatedAt: clock.now(), archivedAt: clock.now() });
  });

  return api;
}

/** The set, when it can still be changed; throws a LifecycleError for one that is archived. */
function active(set: ThemeSet): ThemeSet {
  if (set.archivedAt !== null) throw new LifecycleError(`The theme set "${set.id}" is archived.`);
  return set;
}

/** What makes a theme unusable here, colours that cannot be read above all; undefined when nothing does. */
function faultIn(theme: Theme): string | undefined {
  return themeConfig
    .safeParse(theme)
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim())
    .join(' ');
}
