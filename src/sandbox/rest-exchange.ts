import type { Context } from 'hono';
import { z } from 'zod';
import { inflect, toKebab } from './json-api.js';

/** A request with a value the stand-in cannot use. */
export class BadRequestError extends Error {
  override name = 'BadRequestError';
}

/** The JSON of a request with its keys in kebab-case, `{}` for none; rejects with {@link BadRequestError}. */
export async function bodyOf(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return text ? toKebab(JSON.parse(text)) : {};
  } catch {
    throw new BadRequestError('The body is not JSON.');
  }
}

/** An answer with its keys as the request's `Key-Inflection` asks. */
export function reply(context: Context, body: unknown, status: 200 | 201 = 200): Response {
  return Response.json(inflect(body, context.req.header('Key-Inflection')), { status });
}

/** The query of every list. */
export const pageQuery = z.object({
  'page[size]': z.coerce.number().int().min(1).max(100).default(10),
  'page[after]': z.string().optional(),
  'page[before]': z.string().optional(),
});

/** Whether a value is among those a filter lists, separated by commas; without a filter everything is. */
export const fits = (filter: string | undefined, value: string | null): boolean => filter === undefined || (value !== null && filter.split(',').includes(value));

/** The asked page of what matches, newest first, with links to the pages before and after. */
export function replyPage<Item extends { id: string }>(context: Context, matching: Item[], resourceOf: (item: Item) => unknown): Response {
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
    links: { prev: link('page[before]', from > 0 ? page.at(0)?.id : undefined), next: link('page[after]', from + page.length < matching.length ? page.at(-1)?.id : undefined) },
  });
}
