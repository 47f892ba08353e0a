import { z } from 'zod';
import { kebab, type Resource } from '../resources/json-api.js';
import { BadRequestError } from './rest-exchange.js';

/** A value that is found; moments are text, which for ISO 8601 is their order, also for a day without a time. */
type Value = string | number | boolean;

const isLess = (a: unknown, b: unknown): boolean => typeof a === typeof b && (a as Value) < (b as Value);
const isSame = (found: unknown, value: Value): boolean =>
  Array.isArray(found) ? found.includes(value) : found === value;

const operators = {
  eq: isSame,
  gt: (found: unknown, value: Value) => isLess(value, found),
  gte: (found: unknown, value: Value) => isLess(value, found) || isSame(found, value),
  lt: (found: unknown, value: Value) => isLess(found, value),
  lte: (found: unknown, value: Value) => isLess(found, value) || isSame(found, value),
};

const comparison = z.strictObject({
  attribute: z.string(),
  operator: z.enum(Object.keys(operators) as (keyof typeof operators)[]),
  value: z.union([z.string(), z.number(), z.boolean()]),
});
const clausesOf = <Inner extends z.ZodType>(inner: Inner) => [
  z.strictObject({ and: z.array(inner).max(20) }),
  z.strictObject({ or: z.array(inner).max(20) }),
  z.strictObject({ not: inner }),
];
// Persona takes two levels.
const inside = z.union([comparison, ...clausesOf(comparison)]);

/** A condition, or several that are joined. */
type Query = z.infer<typeof comparison> | { and: Query[] } | { or: Query[] } | { not: Query };

/** `POST /inquiries/search` and `/accounts/search` (https://docs.withpersona.com/api-reference/inquiries). */
export const searchRequest = z.strictObject({
  query: z.union([comparison, ...clausesOf(inside)]).optional() as z.ZodType<Query | undefined>,
  sort: z.strictObject({ attribute: z.string(), direction: z.enum(['asc', 'desc']) }).optional(),
  page: z.looseObject({}).optional(),
});

/** What a search asks for. */
export type Search = Omit<z.infer<typeof searchRequest>, 'page'>;

/** The records that a search finds, sorted as it asks; throws a BadRequestError for an attribute they do not have. */
export function matchingSearch<Item>(
  all: Item[],
  { query, sort }: Search,
  resourceOf: (item: Item) => Resource,
): Item[] {
  const known = all.map((item) => ({ item, resource: resourceOf(item) }));
  const found = known.filter(({ resource }) => query === undefined || holds(resource, query));
  if (sort) {
    const sign = sort.direction === 'asc' ? 1 : -1;
    const key = ({ resource }: { resource: Resource }) => String(attributeOf(resource, sort.attribute) ?? '');
    found.sort((a, b) => sign * key(a).localeCompare(key(b)));
  }
  return found.map(({ item }) => item);
}

function holds(resource: Resource, query: Query): boolean {
  if ('and' in query) return query.and.every((one) => holds(resource, one));
  if ('or' in query) return query.or.some((one) => holds(resource, one));
  if ('not' in query) return !holds(resource, query.not);
  return operators[query.operator](attributeOf(resource, query.attribute), query.value);
}

/** The value of an attribute, of a field, or the id of a record that it names. */
function attributeOf({ type, attributes, relationships = {} }: Resource, attribute: string): unknown {
  const [root = '', field] = attribute.split('.');
  const values = attributes as Record<string, unknown>;
  if (root === 'fields' && field !== undefined) {
    const fields = values.fields as Record<string, { value: unknown } | undefined>;
    return (fields[field] ?? fields[kebab(field)])?.value ?? null;
  }
  const name = kebab(root);
  const named = type === 'account' && name === 'type' ? 'account-type-id' : name;
  const own = named in values ? named : `${type}-${named}`;
  if (own in values) return values[own];
  const relationship = relationships[named.replace(/-id$/, '')];
  if (!relationship) throw new BadRequestError(`query.attribute: there is no "${attribute}" to search ${type}s by`);
  return Array.isArray(relationship.data) ? relationship.data.map(({ id }) => id) : (relationship.data?.id ?? null);
}
