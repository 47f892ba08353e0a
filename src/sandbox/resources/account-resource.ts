import type { Account } from '../records/account.js';
import { accountTypeId } from '../records/sandbox-ids.js';

/** An account as Persona's REST API writes it. */
export function accountResource({ id, referenceId, createdAt }: Account) {
  const at = new Date(createdAt).toISOString();
  return {
    type: 'account',
    id,
    attributes: {
      'reference-id': referenceId,
      'account-type-name': 'User',
      'created-at': at,
      'updated-at': at,
      'redacted-at': null,
      fields: {},
      tags: [],
    },
    relationships: { 'account-type': { data: { type: 'account-type', id: accountTypeId } } },
  };
}
