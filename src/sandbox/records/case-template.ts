/** What a field of a case may hold. */
export type CaseFieldType = 'string' | 'integer' | 'boolean' | 'date';

/** How cases are named and resolved. */
export interface CaseTemplate {
  /** The name of every case. */
  name: string;
  /** The statuses of a case that waits; the first one is a new case's. */
  statuses: string[];
  /** Those that resolve it. `Approved` and `Declined` decide its inquiries too. */
  resolutions: string[];
  /** Its fields and their types. */
  fields: Record<string, CaseFieldType>;
}

/** The one that comes with "KYC + Mobile 2FA". */
export const standardCaseTemplate: CaseTemplate = {
  name: 'KYC + Mobile 2FA Manual Review',
  statuses: ['Open', 'Pending'],
  resolutions: ['Approved', 'Declined'],
  fields: { 'external-integration-id': 'string', 'risk-level': 'string' },
};

/**
 * A status or a field that a case template does not have, or a value that does not fit; the message names what does.
 */
export class CaseError extends Error {
  override name = 'CaseError';
}

const fits: Record<CaseFieldType, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
};

/** Throws a {@link CaseError} unless the template has these fields and the values fit; null empties a field. */
export function checkFields({ fields }: CaseTemplate, given: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(given)) {
    const type = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!type)
      throw new CaseError(`The case template has no field "${key}". It has: ${Object.keys(fields).join(', ')}.`);
    if (value !== null && !fits[type](value)) throw new CaseError(`The field "${key}" takes a value of type ${type}.`);
  }
}

/** Throws a {@link CaseError} unless the template has that status. */
export function checkStatus({ statuses, resolutions }: CaseTemplate, status: string): void {
  const known = [...statuses, ...resolutions];
  if (!known.includes(status))
    throw new CaseError(`The case template has no status "${status}". It has: ${known.join(', ')}.`);
}
