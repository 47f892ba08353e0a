import { randomUUID } from 'node:crypto';
import type { Database } from './database.js';
import type { Decision } from './reviewer.js';

/** What an account of the demo is there to show. */
export type AccountKind = 'new' | 'verified' | 'review' | 'declined' | 'exempt';

/** An account as the page sees it. */
export interface DemoAccount {
  id: string;
  kind: AccountKind;
  /** What it has registered with carriers, by the gate's actions. */
  registered: string[];
}

const kinds: AccountKind[] = ['new', 'verified', 'review', 'declined', 'exempt'];

/** How an account of a kind comes to be in its state. */
const decisions: Partial<Record<AccountKind, Decision>> = {
  verified: 'approve',
  review: 'mark-for-review',
  declined: 'decline',
};

/** The accounts, made the first time; after a reset they are others, so that Persona knows nothing of them either. */
export async function accountsOf(db: Database): Promise<DemoAccount[]> {
  const { rows } = await db.query<{ id: string; kind: AccountKind; registered: string[] }>(
    `select id, kind, array(select action from demo_registrations where account = id order by action) as registered
     from demo_accounts`,
  );
  return kinds
    .flatMap((kind) => rows.filter((row) => row.kind === kind))
    .map(({ id, kind, registered }) => ({ id, kind, registered }));
}

/**
 * Makes a fresh set when there is none and brings each account to its state by what `stage` does at Persona. Without
 * `stage`, with the real Persona, there are only the accounts that need no such history.
 */
export async function ensureAccounts(
  db: Database,
  stage?: (account: string, decision: Decision) => Promise<void>,
): Promise<void> {
  if ((await accountsOf(db)).length === 0) {
    const wanted = stage ? kinds : kinds.filter((kind) => !decisions[kind]);
    const ids = wanted.map((kind) => `loc_${kind}_${randomUUID().slice(0, 8)}`);
    await db.query('insert into demo_accounts (id, kind) select * from unnest($1::text[], $2::text[])', [ids, wanted]);
  }
  const { rows } = await db.query<{ id: string; kind: AccountKind }>(
    'select id, kind from demo_accounts where not staged',
  );
  for (const { id, kind } of rows) {
    const decision = decisions[kind];
    if (decision) await stage?.(id, decision);
    await db.query('update demo_accounts set staged = true where id = $1', [id]);
  }
}

/**
 * Forgets accounts, orders, events and registrations. What is known of their identity stays, as it would in a real
 * company.
 */
export async function forgetAccounts(db: Database): Promise<void> {
  await db.query('truncate demo_accounts, demo_events, demo_registrations');
  // With the orders go the numbers that they hold; the carrier has them on sale again.
  await db.query('delete from lc_identity_orders');
}

/** Whether the platform manages the account itself; another company answers for the one that it does not. */
export async function isManaged(db: Database, account: string): Promise<boolean> {
  const { rows } = await db.query<{ kind: AccountKind }>('select kind from demo_accounts where id = $1', [account]);
  return rows[0]?.kind !== 'exempt';
}

/** Notes what the account has registered; a second time changes nothing. */
export async function register(db: Database, account: string, action: string): Promise<void> {
  await db.query('insert into demo_registrations (account, action) values ($1, $2) on conflict do nothing', [
    account,
    action,
  ]);
}
