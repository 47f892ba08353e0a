import type { Store } from '../state/store.js';

/** Everybody who was ever verified under one reference id. */
export interface Account {
  id: string;
  referenceId: string | null;
  createdAt: number;
}

/** The account of a reference id, made at the first call; without one every inquiry has an account of its own. The caller saves the state. */
export function accountOf({ state, ids }: Store, referenceId: string | null, now: number): Account {
  const known =
    referenceId === null
      ? undefined
      : Object.values(state.accounts).find((account) => account.referenceId === referenceId);
  if (known) return known;
  const account: Account = { id: ids.id('act'), referenceId, createdAt: now };
  state.accounts[account.id] = account;
  return account;
}

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
    relationships: { 'account-type': { data: { type: 'account-type', id: 'acttp_sandbox' } } },
  };
}
