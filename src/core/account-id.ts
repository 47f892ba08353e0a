/** A host's own id of an account, as pages and frameworks give it. */
export type AccountId = string | number | null | undefined;

/** The id as it is sent; empty where there is none yet. */
export const textOf = (account: AccountId): string => String(account ?? '');

/** Whether these are two accounts. */
export const isOther = (one: AccountId, other: AccountId): boolean => textOf(one) !== textOf(other);
