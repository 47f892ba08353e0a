/**
 * What the drop-in script puts in the place of the two general libraries inside the SDK, 11 of the 14 kB that it would
 * weigh (decision 13): the SDK writes one query string with them. A test holds them against the originals.
 */

/** `qs.stringify(params, {addQueryPrefix: true, skipNulls: true})` for plain objects, arrays, texts and numbers. */
export function stringify(params: Record<string, unknown>): string {
  const pairs = (value: unknown, key: string): string[] => {
    if (value === undefined || value === null) return [];
    if (typeof value !== 'object') return [`${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`];
    return Object.entries(value).flatMap(([part, inner]) => pairs(inner, key ? `${key}[${part}]` : part));
  };
  const all = pairs(params, '');
  return all.length > 0 ? `?${all.join('&')}` : '';
}

/** `lodash.kebabcase` for names of fields: `nameFirst`, `name_first` → `name-first`. */
export const kebabCase = (name: string): string =>
  (name.match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+/g) ?? []).join('-').toLowerCase();
