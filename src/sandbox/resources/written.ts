import { type Inflection, isBefore2025, type Version } from '../records/versions.js';
import { inflect, type Resource } from './json-api.js';

/** An answer or event as that version writes it, from the newest one's in kebab-case. */
export function written(
  value: unknown,
  { version, inflection }: { version: Version; inflection: Inflection },
): unknown {
  if (!isBefore2025(version)) return inflect(value, inflection);
  return inflect(withPersonalAttributes(value), inflection, { fieldsToo: true });
}

/** The value with what is personal beside the `fields` of inquiries and accounts. */
function withPersonalAttributes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPersonalAttributes);
  if (typeof value !== 'object' || value === null) return value;
  const one = value as Partial<Resource>;
  if (one.type === 'inquiry' || one.type === 'account')
    return { ...one, attributes: { ...personalOf(one.attributes), ...one.attributes } };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPersonalAttributes(item)]));
}

const plain = ['phone-number', 'email-address', 'birthdate', 'identification-number'];
const names = ['first', 'middle', 'last'];
const addressLines = ['street-1', 'street-2', 'city', 'subdivision', 'postal-code'];

type Fields = Record<string, { value?: unknown } | undefined>;

function personalOf({ fields }: { fields?: Fields } = {}): Record<string, unknown> {
  if (!fields) return {};
  // An account's fields are nested and in snake_case, an inquiry's are flat.
  const own = (key: string) => fields[key]?.value ?? fields[key.replaceAll('-', '_')]?.value ?? null;
  const inside = (whole: string, part: string) => {
    const parts = (fields[whole]?.value ?? {}) as Fields;
    return own(`${whole}-${part}`) ?? parts[part.replaceAll('-', '_')]?.value ?? null;
  };
  return Object.fromEntries([
    ...plain.map((key) => [key, own(key)]),
    ...names.map((part) => [`name-${part}`, inside('name', part)]),
    ...addressLines.map((part) => [`address-${part}`, inside('address', part)]),
  ]);
}
