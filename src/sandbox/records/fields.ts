/** A value of an inquiry's `fields`. */
export interface InquiryField {
  type: string;
  value: unknown;
}

/** A field the template does not have, or a value that is not of its type; the message says what there is. */
export class FieldError extends Error {
  override name = 'FieldError';
}

const text = (value: unknown): boolean => typeof value === 'string';
const isDay = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

/** The types of fields that a value can be given for, and what the value has to be. */
const types = {
  string: { said: 'a text', fits: text },
  date: { said: 'a day such as 1990-12-31', fits: isDay },
  // What comes by an address is text.
  number: { said: 'a number', fits: (value: unknown) => value !== '' && Number.isFinite(Number(value)) },
  boolean: { said: 'true or false', fits: (value: unknown) => ['true', 'false'].includes(String(value)) },
};

/** A type of a field that a program may add to a template. */
export type FieldType = keyof typeof types;

/** The names of those types. */
export const fieldTypeNames = Object.keys(types) as [FieldType, ...FieldType[]];

/** The fields every template has and their types: Persona's default ones and those its ID and selfie steps fill. */
const ownTypes: Record<string, string> = {
  'name-first': 'string',
  'name-middle': 'string',
  'name-last': 'string',
  'address-street-1': 'string',
  'address-street-2': 'string',
  'address-city': 'string',
  'address-subdivision': 'string',
  'address-postal-code': 'string',
  'address-country-code': 'string',
  birthdate: 'date',
  'email-address': 'string',
  'phone-number': 'string',
  'identification-number': 'string',
  'selected-country-code': 'string',
  'current-government-id': 'government_id',
  'current-selfie': 'selfie',
};

/** The types of all fields of a template that adds some. */
export const fieldTypesWith = (more: Record<string, FieldType> = {}): Record<string, string> => ({
  ...ownTypes,
  ...more,
});

/**
 * All fields, empty but for the given values; throws a {@link FieldError} for a key the template does not have and for
 * a value that does not fit. `more` are the fields it has besides Persona's own.
 */
export function fieldsFrom(
  given: Record<string, unknown> = {},
  more: Record<string, FieldType> = {},
): Record<string, InquiryField> {
  const all = fieldTypesWith(more);
  for (const [key, value] of Object.entries(given)) checkField(all, key, value);
  return Object.fromEntries(Object.entries(all).map(([key, type]) => [key, { type, value: given[key] ?? null }]));
}

function checkField(all: Record<string, string>, key: string, value: unknown): void {
  const name = Object.hasOwn(all, key) ? all[key] : undefined;
  if (name === undefined)
    throw new FieldError(`The template has no field "${key}". It has: ${Object.keys(all).join(', ')}.`);
  if (value === null || value === undefined) return;
  const type = Object.hasOwn(types, name) ? types[name as FieldType] : undefined;
  if (!type) throw new FieldError(`The field "${key}" is filled by what the person shows, and cannot be given.`);
  if (!type.fits(value)) throw new FieldError(`The field "${key}" must be ${type.said}, not ${JSON.stringify(value)}.`);
}

/** The given values as fields of the template; those that are undefined are left out. */
export function fieldsOf(values: Record<string, unknown>): Record<string, InquiryField> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, { type: ownTypes[key] ?? 'string', value }]));
}
