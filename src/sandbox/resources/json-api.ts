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
export function apiError(status: number, title: string, ...details: string[]): Response {
  const errors = details.length ? details.map((text) => ({ title, details: text })) : [{ title }];
  return Response.json({ errors }, { status });
}

const inflections: Record<string, (key: string) => string> = {
  kebab: (key) => key,
  camel: (key) => key.replace(/[-_]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  snake: (key) => key.replaceAll('-', '_'),
};

/** What is inside these is data: its keys are the host's own. */
const data = ['fields', 'payload-filter', 'custom-http-headers'];

/** Writes all keys as the `Key-Inflection` header asks; those that are data stay, but inside `fields` when told. */
export function inflect(value: unknown, inflection = 'kebab', { fieldsToo = false } = {}): unknown {
  return mapKeys(value, inflections[inflection] ?? inflections.kebab!, fieldsToo);
}

/** A key in kebab-case, written in any of the inflections. */
export const kebab = (key: string): string =>
  key.replaceAll('_', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Reads keys written in any of the inflections. */
export const toKebab = (value: unknown): unknown => mapKeys(value, kebab);

function mapKeys(value: unknown, write: (key: string) => string, fieldsToo = false): unknown {
  if (Array.isArray(value)) return value.map((item) => mapKeys(item, write, fieldsToo));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      write(key),
      data.includes(kebab(key)) && !(key === 'fields' && fieldsToo) ? item : mapKeys(item, write, fieldsToo),
    ]),
  );
}
