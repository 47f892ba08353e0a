/** What names a record. */
export interface Reference {
  type: string;
  id: string;
}

/** A record as the REST API writes it. */
export interface Resource extends Reference {
  attributes: object;
  relationships?: Record<string, { data: Reference | Reference[] | null }>;
}

/** An error as Persona's API writes it; titles as at https://docs.withpersona.com/errors. */
export function apiError(status: number, title: string, details?: string, pointer?: string): Response {
  return Response.json(
    { errors: [{ title, ...(details && { details }), ...(pointer && { source: { pointer } }) }] },
    { status },
  );
}

const inflections: Record<string, (key: string) => string> = {
  kebab: (key) => key,
  camel: (key) => key.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  snake: (key) => key.replaceAll('-', '_'),
};

/** Writes all keys as the `Key-Inflection` header asks; keys inside `fields` are data and stay. */
export function inflect(value: unknown, inflection = 'kebab'): unknown {
  const write = inflections[inflection] ?? inflections.kebab!;
  return mapKeys(value, write);
}

/** A key in kebab-case, written in any of the inflections. */
export const kebab = (key: string): string =>
  key.replaceAll('_', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Reads keys written in any of the inflections. */
export const toKebab = (value: unknown): unknown => mapKeys(value, kebab);

function mapKeys(value: unknown, write: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapKeys(item, write));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [write(key), key === 'fields' ? item : mapKeys(item, write)]),
  );
}
