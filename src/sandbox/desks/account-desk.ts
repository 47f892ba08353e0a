import { type Account, type AccountDraft, createAccount, withFields } from '../records/account.js';
import { LifecycleError, NotFoundError } from '../records/inquiry.js';
import { accountResource } from '../resources/account-resource.js';
import type { DeskParts } from './desk-parts.js';
import type { Webhooks } from './webhooks.js';

/** What the host is told of a change. */
interface Told {
  event?: string;
  context?: object;
}

/** Where accounts are made and changed, and the host is told about it. */
export class AccountDesk {
  readonly #parts: DeskParts & { webhooks: Webhooks };

  constructor(parts: DeskParts & { webhooks: Webhooks }) {
    this.#parts = parts;
  }

  /** All accounts, newest first; those that were consolidated into others are left out. */
  all(): Account[] {
    return this.#parts.store.accounts.newestFirst().filter(({ archivedAt }) => archivedAt === null);
  }

  /** The account with this id; throws a NotFoundError. */
  get(id: string): Account {
    const account = this.#parts.store.accounts.get(id);
    if (!account) throw new NotFoundError(`There is no account "${id}".`);
    return account;
  }

  /** The account with this id, for something new; throws a LifecycleError for one that went into another. */
  getActive(id: string): Account {
    const account = this.get(id);
    if (account.archivedAt !== null) throw new LifecycleError(`The account "${id}" was consolidated into another one.`);
    return account;
  }

  /** The account of a reference id, or undefined. */
  find(referenceId: string): Account | undefined {
    return this.#parts.store.accounts.by('reference', referenceId).find(({ archivedAt }) => archivedAt === null);
  }

  /**
   * The account of a reference id, made at the first call; without one every inquiry has an account of its own. The
   * caller saves the state.
   */
  of(referenceId: string | null): Account {
    return (referenceId === null ? undefined : this.find(referenceId)) ?? this.create({ referenceId });
  }

  /** Makes an account; the caller saves the state. */
  create(draft: AccountDraft): Account {
    const account = createAccount(this.#parts.store.ids.id('act'), draft, this.#now);
    return this.#keep(account, { event: 'account.created' });
  }

  /** Changes what the host may change, and tells of each kind of change. */
  update(id: string, { fields, tags, status, ...others }: AccountDraft): Account {
    let account = this.#keep({ ...this.get(id), ...others });
    if (fields) account = this.#keep(withFields(account, fields), { event: 'account.updated-fields' });
    if (status !== undefined && status !== account.status)
      account = this.#keep({ ...account, status }, { event: 'account.status-updated' });
    return tags ? this.setTags(id, tags) : account;
  }

  /** Sets the tags; whoever listens is told of all at once and of each one. */
  setTags(id: string, wanted: string[]): Account {
    const before = this.get(id);
    const tags = [...new Set(wanted)];
    const added = tags.filter((tag) => !before.tags.includes(tag));
    const removed = before.tags.filter((tag) => !tags.includes(tag));
    if (!added.length && !removed.length) return before;
    const account = this.#keep(
      { ...before, tags },
      { event: 'account.updated-tags', context: { 'added-tags': added, 'removed-tags': removed } },
    );
    for (const [event, changed] of [
      ['account.tag-added', added],
      ['account.tag-removed', removed],
    ] as const)
      for (const _ of changed) this.#tell(account, { event });
    return account;
  }

  /** Adds a relation to another account, or takes it away. */
  relate(id: string, key: string, accountId: string, isNew: boolean): Account {
    const account = this.get(id);
    const target = this.get(accountId);
    const others = account.relations.filter((one) => one.key !== key || one.accountId !== target.id);
    const relations = isNew ? [...others, { key, accountId: target.id, createdAt: this.#now }] : others;
    return this.#keep(
      { ...account, relations },
      {
        event: isNew ? 'account.added-relation' : 'account.removed-relation',
        context: { 'relation-schema-key': key, 'target-account-id': target.id, 'target-txn-id': null },
      },
    );
  }

  /** Puts accounts away that have gone into this one; what was theirs has to follow. */
  consolidate(id: string, sources: string[]): Account {
    const target = this.getActive(id);
    for (const source of sources.map((one) => this.getActive(one))) {
      if (source.id === id) throw new LifecycleError('An account cannot be consolidated into itself.');
      const archived = this.#keep({ ...source, archivedAt: this.#now }, { event: 'account.archived' });
      this.#tell(archived, { event: 'account.consolidated-with' });
    }
    return this.#keep(target, { event: 'account.consolidated' });
  }

  /** Forgets what is personal about the account; its inquiries have to follow. */
  redact(id: string): Account {
    const account = this.get(id);
    if (account.redactedAt !== null) throw new LifecycleError('Account already redacted');
    return this.#keep({ ...account, fields: {}, redactedAt: this.#now }, { event: 'account.redacted' });
  }

  get #now(): number {
    return this.#parts.clock.now();
  }

  #keep(changed: Account, told: Told = {}): Account {
    const { store } = this.#parts;
    const account = { ...changed, updatedAt: this.#now };
    store.accounts.put(account.id, account);
    this.#tell(account, told);
    return account;
  }

  #tell(account: Account, { event, context }: Told): void {
    if (event) this.#parts.webhooks.send(event, accountResource(account), {}, context);
  }
}
