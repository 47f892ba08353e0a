import type { Account } from '../records/account.js';
import type { Store } from '../state/store.js';

/**
 * The account of a reference id, made at the first call; without one every inquiry has an account of its own. The
 * caller saves the state.
 */
export function accountOf({ accounts, ids }: Store, referenceId: string | null, now: number): Account {
  const [known] = referenceId === null ? [] : accounts.by('reference', referenceId);
  if (known) return known;
  const account: Account = { id: ids.id('act'), referenceId, createdAt: now };
  accounts.put(account.id, account);
  return account;
}
