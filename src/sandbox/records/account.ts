/** A value of an account's `fields`: text, a list, or values inside under names of their own. */
export type AccountValue = string | number | boolean | null | AccountValue[] | { [key: string]: AccountValue };

/** Everybody who was ever verified under one reference id; times are milliseconds since 1970. */
export interface Account {
  id: string;
  referenceId: string | null;
  createdAt: number;
  updatedAt: number;
  redactedAt: number | null;
  /** When it was consolidated into another account; nothing can be made for it since. */
  archivedAt: number | null;
  /** Persona's name of how the account stands with the host, such as `Default`. */
  status: string;
  tags: string[];
  /** By Persona's names in snake_case. */
  fields: Record<string, AccountValue>;
  relations: AccountRelation[];
}

/** What leads from an account to another one. */
export interface AccountRelation {
  /** Name of the relation, such as `beneficial_owners`. */
  key: string;
  accountId: string;
  createdAt: number;
}

/** What a host may say about an account. */
export type AccountDraft = Partial<Pick<Account, 'referenceId' | 'status' | 'tags' | 'fields'>>;

/** A new account. */
export function createAccount(id: string, draft: AccountDraft, now: number): Account {
  return {
    referenceId: null,
    status: 'Default',
    tags: [],
    fields: {},
    ...draft,
    id,
    createdAt: now,
    updatedAt: now,
    redactedAt: null,
    archivedAt: null,
    relations: [],
  };
}

/** The account with these fields beside those it has; of a field with values inside, the others stay. */
export function withFields(account: Account, fields: Account['fields']): Account {
  const merged = Object.entries(fields).map(([key, value]) => {
    const before = account.fields[key];
    return [key, isObject(before) && isObject(value) ? { ...before, ...value } : value];
  });
  return { ...account, fields: { ...account.fields, ...Object.fromEntries(merged) } };
}

const isObject = (value: AccountValue | undefined): value is { [key: string]: AccountValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
