import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { inflect, kebab, type Reference, type Resource, toKebab } from '../resources/json-api.js';

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

/**
 * An answer with the records its request's `include` names, only the attributes its `fields[type]` list, and keys as
 * its `Key-Inflection` asks (https://docs.withpersona.com/serialization). Lists carry nothing along.
 */
export function reply(
  context: Context,
  body: { data: Resource | Resource[]; [more: string]: unknown },
  status: 200 | 201 = 200,
): Response {
  const query = context.req.query();
  const { data, ...rest } = body;
  const answer = Array.isArray(data)
    ? { data: data.map((one) => sparse(one, query)) }
    : { data: sparse(data, query), ...includedBy(context, data) };
  return Response.json(inflect({ ...answer, ...rest }, context.req.header('key-inflection')), { status });
}

function includedBy(context: Context, data: Resource): { included?: Resource[] } {
  const query = context.req.query();
  if (!query.include) return {};
  return { included: related(data, query.include, context.get('findRecord')).map((one) => sparse(one, query)) };
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

function sparse(resource: Resource, query: Record<string, string>): Resource {
  const wanted = query[`fields[${resource.type}]`]?.split(',').map(kebab);
  if (!wanted) return resource;
  const attributes = Object.entries(resource.attributes).filter(([name]) => wanted.includes(name));
  return { ...resource, attributes: Object.fromEntries(attributes) };
}

/** The query of every list. */
const pageQuery = z.object({
  'page[size]': z.coerce.number().int().min(1).max(100).default(10),
  'page[after]': z.string().optional(),
  'page[before]': z.string().optional(),
});

/** Whether a value is among those a filter lists, separated by commas; without a filter everything is. */
export const fits = (filter: string | undefined, value: string | null): boolean =>
  filter === undefined || (value !== null && filter.split(',').includes(value));

/** The asked page of what matches, newest first, with links to the pages before and after. */
export function replyPage<Item extends { id: string }>(
  context: Context,
  matching: Item[],
  resourceOf: (item: Item) => Resource,
): Response {
  const query = pageQuery.parse(context.req.query());
  const place = (id: string | undefined) => matching.findIndex((item) => item.id === id);
  const size = query['page[size]'];
  const before = place(query['page[before]']);
  const from = before >= 0 ? Math.max(0, before - size) : place(query['page[after]']) + 1;
  const page = matching.slice(from, before >= 0 ? before : from + size);
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

/** How an answer names a one-time link, null when none was asked for. */
export const linkMeta = (link: string | null) => ({ 'one-time-link': link, 'one-time-link-short': link });
