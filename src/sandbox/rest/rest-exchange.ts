import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { type Inflection, inflections, isBefore2025, type Version, versions } from '../records/versions.js';
import { kebab, type Reference, type Resource, toKebab } from '../resources/json-api.js';
import { written } from '../resources/written.js';

/** A request with a value the stand-in cannot use. */
export class BadRequestError extends Error {
  override name = 'BadRequestError';
}

/** The JSON of a request, `{}` for none; rejects with {@link BadRequestError}. */
export async function jsonOf(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    throw new BadRequestError('The body is not JSON.');
  }
}

/** The same with its keys in kebab-case, in whichever inflection they were written. */
export const bodyOf = async (context: Context): Promise<unknown> => toKebab(await jsonOf(context));

/** Where `include` finds the records that another one names; undefined for one that is not kept. */
export type FindRecord = (reference: Reference) => Resource | undefined;

/** Lets the answers of an API carry records along. */
export const withRecords =
  (find: FindRecord): MiddlewareHandler =>
  (context, next) => {
    context.set('findRecord', find);
    return next();
  };

const shape = z.object({
  'persona-version': z.enum(versions).default(versions[0]),
  'key-inflection': z.enum(inflections).default('kebab'),
});

/** How a request wants its answer written; throws a ZodError for a version or an inflection that Persona has not. */
export function shapeOf({ req }: Context): { version: Version; inflection: Inflection } {
  const given = shape.parse({
    'persona-version': req.header('persona-version'),
    'key-inflection': req.header('key-inflection'),
  });
  return { version: given['persona-version'], inflection: given['key-inflection'] };
}

/**
 * An answer with the records its request's `include` names, only the attributes its `fields[type]` list, and written
 * as its `Key-Inflection` and `Persona-Version` ask (https://docs.withpersona.com/serialization). Lists carry nothing
 * along.
 */
export function reply(
  context: Context,
  body: { data: Resource | Omit<Resource, 'id'>[]; [more: string]: unknown },
  status: 200 | 201 | 202 = 200,
): Response {
  const query = context.req.query();
  const { data, ...rest } = body;
  const answer = Array.isArray(data)
    ? { data: data.map((one) => sparse(one, query)) }
    : { data: sparse(data, query), ...includedBy(context, data) };
  return Response.json(written({ ...answer, ...rest }, shapeOf(context)), { status });
}

function includedBy(context: Context, data: Resource): { included?: Resource[] } {
  const query = context.req.query();
  // Without being asked, older versions carry all there is along.
  const all = isBefore2025(shapeOf(context).version) ? Object.keys(data.relationships ?? {}).join(',') : undefined;
  const paths = query.include ?? all;
  if (!paths) return {};
  return { included: related(data, paths, context.get('findRecord')).map((one) => sparse(one, query)) };
}

/** The records at paths of relationships such as `account,sessions`, each once. */
function related(data: Resource, paths: string, find: FindRecord): Resource[] {
  const found = new Map<string, Resource>();
  for (const path of paths.split(',').filter(Boolean)) {
    let level = [data];
    for (const name of path.split('.').map(kebab)) {
      checkLeads(level, name, path);
      const references = level.flatMap(({ relationships }) => [relationships?.[name]?.data ?? []].flat());
      level = references.flatMap((reference) => find(reference) ?? []);
      for (const one of level) if (one.id !== data.id) found.set(one.id, one);
    }
  }
  return [...found.values()];
}

/** Throws a {@link BadRequestError} when none of the records has a relationship of that name. */
function checkLeads(records: Resource[], name: string, path: string): void {
  const known = new Set(records.flatMap(({ relationships = {} }) => Object.keys(relationships)));
  if (records.length && !known.has(name))
    throw new BadRequestError(`include: "${path}" leads nowhere. The relationships are: ${[...known].join(', ')}.`);
}

function sparse<Part extends Omit<Resource, 'id'>>(resource: Part, query: Record<string, string>): Part {
  const wanted = query[`fields[${resource.type}]`]?.split(',').map(kebab);
  if (!wanted) return resource;
  const attributes = Object.entries(resource.attributes).filter(([name]) => wanted.includes(name));
  return { ...resource, attributes: Object.fromEntries(attributes) };
}

/** The query of every list. */
const pageQuery = z.strictObject({
  size: z.coerce.number().int().min(1).max(100).default(10),
  after: z.string().optional(),
  before: z.string().optional(),
});

/** Whether a value is among those a filter lists, separated by commas; without a filter everything is. */
export const fits = (filter: string | undefined, value: string | null): boolean =>
  filter === undefined || (value !== null && filter.split(',').includes(value));

/**
 * The asked page of what matches, newest first or as it was sorted, with links to the pages before and after. A search
 * may ask for its page in its body, `asked`.
 */
export function replyPage<Item extends { id: string }>(
  context: Context,
  matching: Item[],
  resourceOf: (item: Item) => Resource,
  asked: object = {},
): Response {
  const inQuery = ['size', 'after', 'before'].map((name) => [name, context.req.query(`page[${name}]`)]);
  const { page: wanted } = z
    .object({ page: pageQuery })
    .parse({ page: { ...asked, ...Object.fromEntries(inQuery.filter(([, value]) => value !== undefined)) } });
  const { size, after, before } = wanted;
  const from = before === undefined ? placeOf(matching, after) + 1 : Math.max(0, placeOf(matching, before) - size);
  const page = matching.slice(from, before === undefined ? from + size : placeOf(matching, before));
  const link = (name: string, id: string | undefined) => {
    if (id === undefined) return null;
    const url = new URL(context.req.url);
    for (const cursor of ['page[after]', 'page[before]']) url.searchParams.delete(cursor);
    url.searchParams.set(name, id);
    return url.pathname + url.search;
  };
  return reply(context, {
    data: page.map(resourceOf),
    links: {
      prev: link('page[before]', from > 0 ? page.at(0)?.id : undefined),
      next: link('page[after]', from + page.length < matching.length ? page.at(-1)?.id : undefined),
    },
  });
}

/** Where an id stands among those; -1 without an id. Throws a {@link BadRequestError} for one that is not there. */
function placeOf(items: { id: string }[], id: string | undefined): number {
  const place = items.findIndex((item) => item.id === id);
  if (id !== undefined && place < 0) throw new BadRequestError(`page: there is no "${id}" in this list`);
  return place;
}

/** How an answer names a one-time link, null when none was asked for. */
export const linkMeta = (link: string | null) => ({ 'one-time-link': link, 'one-time-link-short': link });
