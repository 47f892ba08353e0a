import type { Account, AccountValue } from '../records/account.js';
import { accountTypeId } from '../records/sandbox-ids.js';

/** Persona's default fields of a user's account, which are there without a value too. */
const defaultFields: Record<string, AccountValue> = {
  name: { first: null, middle: null, last: null },
  address: { street_1: null, street_2: null, subdivision: null, city: null, postal_code: null, country_code: null },
  identification_numbers: [],
  birthdate: null,
  phone_number: null,
  email_address: null,
  selfie_photo: null,
};

const namedTypes: Record<string, string> = { birthdate: 'date', selfie_photo: 'file' };

/** An account as Persona's REST API and webhooks write it (https://docs.withpersona.com/api-reference/accounts). */
export function accountResource({ id, referenceId, createdAt, updatedAt, redactedAt, ...account }: Account) {
  const values = Object.entries({ ...defaultFields, ...account.fields });
  const whole = values.map(([key, value]) => [
    key,
    isGroup(value) ? { ...asGroup(defaultFields[key]), ...value } : value,
  ]);
  return {
    type: 'account',
    id,
    attributes: {
      'reference-id': referenceId,
      'account-type-name': 'User',
      'account-status': account.status,
      'created-at': new Date(createdAt).toISOString(),
      'updated-at': new Date(updatedAt).toISOString(),
      'redacted-at': redactedAt === null ? null : new Date(redactedAt).toISOString(),
      fields: typed(Object.fromEntries(whole)),
      tags: account.tags,
    },
    relationships: { 'account-type': { data: { type: 'account-type', id: accountTypeId } } },
  };
}

/** The type of all accounts. */
export const accountTypeResource = {
  type: 'account-type',
  id: accountTypeId,
  attributes: { name: 'User', 'updated-at': null },
  relationships: { 'account-statuses': { data: [] }, 'default-account-status': { data: null } },
};

type Group = { [key: string]: AccountValue };

const isGroup = (value: AccountValue | undefined): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asGroup = (value: AccountValue | undefined): Group => (isGroup(value) ? value : {});

/** Every value with its type beside it, also inside of others. */
const typed = (values: Group): Record<string, { type: string; value: unknown }> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typedValue(value, namedTypes[key])]));

function typedValue(value: AccountValue, type?: string): { type: string; value: unknown } {
  if (Array.isArray(value)) return { type: 'array', value: value.map((one) => typedValue(one)) };
  if (isGroup(value)) return { type: 'hash', value: typed(value) };
  if (typeof value === 'number') return { type: 'number', value };
  return { type: type ?? (typeof value === 'boolean' ? 'boolean' : 'string'), value };
}
