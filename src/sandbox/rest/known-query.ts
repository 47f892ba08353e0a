import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { BadRequestError } from './rest-exchange.js';

const text = z.string().optional();
const moment = z.iso
  .datetime({ offset: true })
  .transform((given) => Date.parse(given))
  .optional();

/** The filters of every list, by its path; a filter that is not here is refused. */
export const filters = {
  accounts: z.strictObject({ 'reference-id': text }),
  relations: z.strictObject({ key: z.string(), 'created-at-start': moment, 'created-at-end': moment }),
  'api-keys': z.strictObject({ name: text }),
  cases: z.strictObject({
    status: text,
    'case-template-id': text,
    'account-id': text,
    'reference-id': text,
    'inquiry-id': text,
    'report-id': text,
  }),
  events: z.strictObject({ name: text, 'object-id': text, id: text }),
  inquiries: z
    .strictObject({
      'inquiry-id': text,
      'account-id': text,
      note: text,
      'reference-id': text,
      'inquiry-template-id': text,
      'template-id': text,
      status: text,
      'created-at-start': moment,
      'created-at-end': moment,
    })
    .refine((given) => given.note === undefined || Object.keys(given).length === 1, 'note must be the only filter'),
  'inquiry-sessions': z.strictObject({ 'inquiry-id': text }),
  'inquiry-template-versions': z.strictObject({ 'inquiry-template-id': z.string() }),
  'inquiry-templates': z.strictObject({}),
  'rate-limits': z.strictObject({}),
  'theme-sets': z.strictObject({ status: text }),
  webhooks: z.strictObject({}),
  'workflow-runs': z.strictObject({ status: text }),
} satisfies Record<string, z.ZodType>;

/** The filters of a request, by their names without `filter[…]`. */
export const filtersIn = (query: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const key = /^filter\[(.+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );

/** Where filters and pages are understood: the list of a path; undefined elsewhere. */
function listAt(method: string, path: string): keyof typeof filters | undefined {
  if (method !== 'GET') return undefined;
  const [first = '', , last, ...more] = path.split('/api/v1/')[1]?.split('/') ?? [];
  if (first === 'accounts' && last === 'relations' && !more.length) return 'relations';
  return path.endsWith(`/api/v1/${first}`) && first in filters ? (first as keyof typeof filters) : undefined;
}

const paging = ['page[after]', 'page[before]', 'page[size]'];

/** Refuses every query parameter that its call does not know, so that a typo does not answer with everything. */
export const knownQuery: MiddlewareHandler = (context, next) => {
  const { method, path } = context.req;
  const query = context.req.query();
  const list = listAt(method, path);
  const isSearch = method === 'POST' && path.endsWith('/search');
  const isKnown = (name: string) => {
    if (/^fields\[[^\]]+\]$/.test(name)) return true;
    if (paging.includes(name)) return list !== undefined || isSearch;
    if (name.startsWith('filter[')) return list !== undefined;
    if (name === 'include') return list === undefined || list === 'relations';
    return name === 'scenario' && method === 'POST' && path.endsWith('/inquiries');
  };
  const unknown = Object.keys(query).filter((name) => !isKnown(name));
  if (unknown.length) throw new BadRequestError(`${unknown.join(', ')} is not allowed here`);
  if (list) z.object({ filter: filters[list] }).parse({ filter: filtersIn(query) });
  return next();
};
