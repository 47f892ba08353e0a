/** A value of an inquiry's `fields`. */
export interface InquiryField {
  type: string;
  value: unknown;
}

/** A field the template does not have; the message names those it has. */
export class FieldError extends Error {
  override name = 'FieldError';
}

/**
 * The fields of the stand-in's template and their types: Persona's default ones and those its ID and selfie steps fill.
 */
const fieldTypes: Record<string, string> = {
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

/** All fields, empty but for the given values; throws a {@link FieldError} for a key the template does not have. */
export function fieldsFrom(given: Record<string, unknown> = {}): Record<string, InquiryField> {
  const unknown = Object.keys(given).find((key) => !(key in fieldTypes));
  if (unknown !== undefined)
    throw new FieldError(`The template has no field "${unknown}". It has: ${Object.keys(fieldTypes).join(', ')}.`);
  return Object.fromEntries(
    Object.entries(fieldTypes).map(([key, type]) => [key, { type, value: given[key] ?? null }]),
  );
}

/** The given values as fields of the template; those that are undefined are left out. */
export function fieldsOf(values: Record<string, unknown>): Record<string, InquiryField> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, { type: fieldTypes[key] ?? 'string', value }]));
}
